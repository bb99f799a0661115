/// Repeatable numbers from a seed, by the SplitMix64 steps.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mixed(state)
  }
}

/// Scatters the bits of a number.
func mixed(_ value: UInt64) -> UInt64 {
  var bits = value
  bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
  bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
  return bits ^ (bits >> 31)
}

/// A number for a text, the same in every run (FNV-1a).
func stableHash(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  return mixed(hash)
}

/// So many hexadecimal digits, the same for the same text: ids, digests, hashes.
func hexadecimal(_ text: String, digits: Int = 64) -> String {
  let seed = stableHash(text)
  let alphabet = [UInt8].hexDigits
  return String(unsafeUninitializedCapacity: digits) { buffer in
    for index in 0..<digits {
      let word = mixed(seed &+ UInt64(index / 16) &* 0x9E37_79B9_7F4A_7C15)
      buffer[index] = alphabet[Int(word >> UInt64(index % 16 * 4) & 15)]
    }
    return digits
  }
}
