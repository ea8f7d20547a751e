public import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#endif

/// Puts finished files in the places of others. Whoever opens a place finds the file that was there or
/// the new one, whole, also where the program is killed in between.
///
/// rename(2) does it, in one step. Foundation's `replaceItemAt` needs an exchange that some file
/// systems refuse, and to move or remove the old file first leaves a moment without any.
public enum FileReplacement {
  /// A name beside a place, hidden and of its own, for the file to be made under: what is renamed must
  /// lie in the same file system.
  public static func draft(beside target: URL) -> URL {
    target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString.prefix(8))")
  }

  /// Puts a draft in the place of what is there, if anything is; it keeps the permissions of that.
  ///
  /// - Throws: `POSIXError`; the draft is then where it was.
  public static func put(_ draft: URL, at target: URL) throws {
    let files = FileManager.default
    if let mode = try? files.attributesOfItem(atPath: target.path)[.posixPermissions] {
      try? files.setAttributes([.posixPermissions: mode], ofItemAtPath: draft.path)
    }
    try move(draft, to: target)
  }

  /// Puts several drafts in their places, one after the other. Where one cannot be put, those before
  /// it are taken back: the old files are there as they were.
  ///
  /// Each place has a whole file at any moment. A program that is killed in between leaves new files
  /// beside old ones; so the one that people open should come last.
  ///
  /// - Throws: `POSIXError`, or a `CocoaError` where an old file cannot be kept in the meantime.
  public static func put(all drafts: [(draft: URL, target: URL)]) throws {
    let files = FileManager.default
    var done: [(target: URL, old: URL?)] = []
    defer { for case let (_, old?) in done { try? files.removeItem(at: old) } }
    do {
      for (draft, target) in drafts {
        let old = try files.fileExists(atPath: target.path) ? secondName(of: target) : nil
        done.append((target, old))
        do {
          try put(draft, at: target)
        } catch {
          if let old = done.removeLast().old { try? files.removeItem(at: old) }
          throw error
        }
      }
    } catch {
      for (target, old) in done.reversed() {
        if let old { try? move(old, to: target) } else { try? files.removeItem(at: target) }
      }
      throw error
    }
  }

  /// Gives a file a second name, which costs nothing; a copy where the file system has no such names.
  private static func secondName(of target: URL) throws -> URL {
    let name = draft(beside: target)
    do {
      try FileManager.default.linkItem(at: target, to: name)
    } catch {
      try FileManager.default.copyItem(at: target, to: name)
    }
    return name
  }

  private static func move(_ draft: URL, to target: URL) throws {
    guard unsafe rename(draft.path, target.path) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }
}
