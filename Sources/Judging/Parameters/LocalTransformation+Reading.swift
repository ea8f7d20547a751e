public import Foundation

extension LocalTransformation {
  /// The sets of a configuration file.
  ///
  /// - Parameters:
  ///   - data: the file's content, JSON.
  ///   - file: the file's name, for errors.
  /// - Throws: ``ConfigurationFault`` with file and key.
  public static func sets(
    in data: Data, file: String
  ) throws(ConfigurationFault) -> [LocalTransformation] {
    let root: ConfigurationValue
    do {
      root = try JSONDecoder().decode(ConfigurationValue.self, from: data)
    } catch {
      throw ConfigurationFault(file: file, key: "", reason: .notJSON)
    }
    let top = try ConfigurationObject(root, file: file, key: "", known: ["transformations"])
    guard case .list(let list) = try top.value("transformations") else {
      throw ConfigurationFault(file: file, key: "transformations", reason: .wrongType)
    }
    var sets: [LocalTransformation] = []
    for (index, value) in list.enumerated() {
      let key = "transformations[\(index)]"
      let set = try set(of: value, file: file, key: key)
      guard !sets.contains(where: { $0.name == set.name }) else {
        throw ConfigurationFault(file: file, key: "\(key).name", reason: .duplicateName)
      }
      sets.append(set)
    }
    return sets
  }

  private static func set(
    of value: ConfigurationValue, file: String, key: String
  ) throws(ConfigurationFault) -> LocalTransformation {
    let shared = ["name", "from", "to", "method"]
    let probe = try ConfigurationObject(value, file: file, key: key, known: nil)
    let method = try probe.text("method")
    let parameterKeys: [String]
    switch method {
    case "similarity_2d": parameterKeys = planeKeys
    case "position_vector", "coordinate_frame": parameterKeys = spatialKeys
    default: throw ConfigurationFault(file: file, key: "\(key).method", reason: .unknownValue)
    }
    let object = try ConfigurationObject(
      value, file: file, key: key, known: shared + parameterKeys)
    var numbers: [Double] = []
    for parameter in parameterKeys { numbers.append(try object.number(parameter)) }
    let from = try object.origin("from")
    guard case .epsg(let to) = try object.origin("to") else {
      throw ConfigurationFault(file: file, key: "\(key).to", reason: .unknownValue)
    }
    let name = try object.text("name")
    guard method == "similarity_2d" else {
      // Between ellipsoids there must be two systems whose ellipsoids are known.
      guard from != .local else {
        throw ConfigurationFault(file: file, key: "\(key).from", reason: .unknownValue)
      }
      let seven = SpatialParameters(
        dx: numbers[0], dy: numbers[1], dz: numbers[2], rx: numbers[3], ry: numbers[4],
        rz: numbers[5], scaleDifference: numbers[6])
      return LocalTransformation(
        name: name, from: from, to: to,
        method: method == "position_vector" ? .positionVector(seven) : .coordinateFrame(seven))
    }
    return LocalTransformation(
      name: name, from: from, to: to,
      method: .similarity2D(
        PlaneParameters(
          easting: numbers[0], northing: numbers[1], rotation: numbers[2],
          scaleDifference: numbers[3])))
  }
}

/// A value of a configuration file.
enum ConfigurationValue: Decodable, Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case none
  case list([ConfigurationValue])
  case object([String: ConfigurationValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([ConfigurationValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: ConfigurationValue].self))
    }
  }
}

/// An object of a configuration file, of which all keys are known.
struct ConfigurationObject {
  private let members: [String: ConfigurationValue]
  private let file: String
  private let key: String

  /// An object; `known` are the keys it may have, `nil` where that is not yet clear.
  init(
    _ value: ConfigurationValue, file: String, key: String, known: [String]?
  ) throws(ConfigurationFault) {
    guard case .object(let members) = value else {
      throw ConfigurationFault(file: file, key: key, reason: .wrongType)
    }
    (self.members, self.file, self.key) = (members, file, key)
    guard let known else { return }
    for name in members.keys.sorted() where !known.contains(name) {
      throw fault(name, .unknownKey)
    }
  }

  private func fault(
    _ name: String, _ reason: ConfigurationFault.Reason
  ) -> ConfigurationFault {
    ConfigurationFault(file: file, key: key.isEmpty ? name : "\(key).\(name)", reason: reason)
  }

  func value(_ name: String) throws(ConfigurationFault) -> ConfigurationValue {
    guard let value = members[name], value != .none else { throw fault(name, .missing) }
    return value
  }

  func text(_ name: String) throws(ConfigurationFault) -> String {
    guard case .text(let text) = try value(name), !text.isEmpty else {
      throw fault(name, .wrongType)
    }
    return text
  }

  func number(_ name: String) throws(ConfigurationFault) -> Double {
    guard case .number(let number) = try value(name) else { throw fault(name, .wrongType) }
    guard number.magnitude < 1e9 else { throw fault(name, .outOfRange) }
    return number
  }

  /// `"EPSG:4525"`, `4525` or `"local"`.
  func origin(_ name: String) throws(ConfigurationFault) -> LocalTransformation.Origin {
    switch try value(name) {
    case .number(let code):
      guard code == code.rounded(), code > 0, code < 1e6 else { throw fault(name, .outOfRange) }
      return .epsg(Int(code))
    case .text("local"): return .local
    case .text(let text):
      let upper = text.uppercased()
      guard upper.hasPrefix("EPSG:"), let code = Int(upper.dropFirst(5)), code > 0 else {
        throw fault(name, .unknownValue)
      }
      return .epsg(code)
    default: throw fault(name, .wrongType)
    }
  }
}
