internal import Exchange
public import Foundation
public import Terms

/// What the system says about a failed reading or writing, in short and in words of ours.
public struct SystemReason: Sendable {
  /// The system's code, where there is one.
  public let code: POSIXErrorCode?
  private let fallback: String

  /// The reason of an error.
  public init(_ error: any Error) {
    var current: NSError? = error as NSError
    var found: POSIXErrorCode?
    while let error = current, found == nil {
      if error.domain == NSPOSIXErrorDomain { found = POSIXErrorCode(rawValue: Int32(error.code)) }
      current = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
    }
    code = found
    fallback = (error as NSError).localizedDescription
  }

  /// The reason of a code of the system.
  public init(code: Int32) {
    self.code = POSIXErrorCode(rawValue: code)
    fallback = "\(code)"
  }

  /// The reason in words.
  public var words: Words {
    switch code {
    case .ENOENT: Words("没有这个文件或文件夹", "no such file or folder")
    case .EACCES, .EPERM: Words("没有权限", "not permitted")
    case .EISDIR: Words("这是文件夹", "it is a folder")
    case .ENOTDIR: Words("路径中有一段不是文件夹", "a part of the path is no folder")
    case .ENOSPC, .EDQUOT: Words("磁盘已满", "the disk is full")
    case .EROFS: Words("磁盘只读", "the disk is read-only")
    case .ENAMETOOLONG: Words("文件名太长", "the name is too long")
    case .EIO: Words("磁盘读写出错", "the disk failed")
    default: Words(fallback, fallback)
    }
  }
}
