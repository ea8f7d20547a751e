/// The values of a layer, each once, in the order in which they came.
struct ValueTable {
  /// The place of a value in each slot, counted from 1; 0 where the slot is free.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var values: [VectorTileValue] = []
  private var hashes: [UInt64] = []

  /// The place of a value, which is added where it is new.
  mutating func place(of value: VectorTileValue) -> (place: UInt32, isNew: Bool) {
    let hash = ValueTable.hash(value)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] > 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == hash && values[place] == value {
        return (UInt32(truncatingIfNeeded: place), false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    values.append(value)
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: values.count)
    if 2 * values.count > slots.count { grow() }
    return (UInt32(truncatingIfNeeded: values.count - 1), true)
  }

  private mutating func grow() {
    let mask = 2 * slots.count - 1
    slots = Array(repeating: 0, count: mask + 1)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: place + 1)
    }
  }

  private static func hash(_ value: VectorTileValue) -> UInt64 {
    switch value {
    case .text(let text):
      var hash: UInt64 = 1
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
      return mix(hash)
    case .single(let number): return mix(UInt64(number.bitPattern) &+ 2)
    case .real(let number): return mix(number.bitPattern &+ 3)
    case .integer(let number): return mix(UInt64(bitPattern: number) &+ 4)
    case .unsigned(let number): return mix(number &+ 5)
    case .signed(let number): return mix(UInt64(bitPattern: number) &+ 6)
    case .boolean(let flag): return flag ? 7 : 8
    }
  }

  /// Source: SplitMix64.
  private static func mix(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
