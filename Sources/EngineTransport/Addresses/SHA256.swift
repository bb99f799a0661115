/// SHA-256 (FIPS 180-4) over a text in memory: the docker CLI names a context's folder by it.
enum SHA256 {
  /// The digest as 64 hexadecimal digits.
  static func hexDigest(of message: [UInt8]) -> String {
    var state = initial
    let padded = pad(message)
    for start in stride(from: 0, to: padded.count, by: 64) {
      compress(schedule(padded[start..<start + 64]), into: &state)
    }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private static func pad(_ message: [UInt8]) -> [UInt8] {
    let zeros = (119 - message.count % 64) % 64
    let bits = UInt64(message.count) * 8
    return message + [0x80] + [UInt8](repeating: 0, count: zeros)
      + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  }

  private static func schedule(_ block: ArraySlice<UInt8>) -> [UInt32] {
    let bytes = Array(block)
    var words = (0..<16).map { index in
      bytes[index * 4..<index * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let first = rotate(early, 7) ^ rotate(early, 18) ^ early >> 3
      let second = rotate(late, 17) ^ rotate(late, 19) ^ late >> 10
      words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
    }
    return words
  }

  private static func compress(_ words: [UInt32], into state: inout [UInt32]) {
    var round = state
    for (word, constant) in zip(words, constants) {
      let sum = rotate(round[4], 6) ^ rotate(round[4], 11) ^ rotate(round[4], 25)
      let choice = (round[4] & round[5]) ^ (~round[4] & round[6])
      let first = round[7] &+ sum &+ choice &+ constant &+ word
      let lowSum = rotate(round[0], 2) ^ rotate(round[0], 13) ^ rotate(round[0], 22)
      let majority = (round[0] & round[1]) ^ (round[0] & round[2]) ^ (round[1] & round[2])
      round = [
        first &+ lowSum &+ majority, round[0], round[1], round[2], round[3] &+ first, round[4], round[5],
        round[6],
      ]
    }
    for index in state.indices { state[index] &+= round[index] }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let initial = fractions(of: 2, count: 8)
  private static let constants = fractions(of: 3, count: 64)

  /// The first 32 bits of the fractions of the square (2) or cube (3) roots of the first primes, as the standard
  /// defines its constants: the root of prime · 2^(32·degree), found by bisection, without its whole part.
  private static func fractions(of degree: Int, count: Int) -> [UInt32] {
    primes(count).map { prime in
      let target = UInt128(prime) << UInt128(32 * degree)
      var (low, high): (UInt128, UInt128) = (0, 1 << 37)
      while high - low > 1 {
        let middle = (low + high) / 2
        let power = (0..<degree).reduce(UInt128(1)) { product, _ in product * middle }
        if power <= target { low = middle } else { high = middle }
      }
      return UInt32(truncatingIfNeeded: low)
    }
  }

  private static func primes(_ count: Int) -> [Int] {
    var found: [Int] = []
    var candidate = 2
    while found.count < count {
      if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }
}
