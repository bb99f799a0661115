import FoundationEssentials
import Testing

@testable import EngineModel

/// A small generator of numbers that look random and are the same in every run (xorshift).
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }
}

/// Any JSON as Foundation reads it.
private enum Reference: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([Reference])
  case object([String: Reference])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Reference].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Reference].self))
    }
  }

  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let text): self = .number(Double(text) ?? .nan)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map(Reference.init(_:)))
    case .object(let members):
      self = .object(
        Dictionary(members.map { ($0.key, Reference($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}

@Suite struct JSONFuzzTests {
  private static let seeds = [
    #"{"Id":"abc","Names":["/a","/b/c"],"Created":1795561500,"Labels":{"x":"é\n😀"},"n":null,"t":true,"f":[0,-1.5e3]}"#,
    Samples.statsV1, Samples.containerList,
  ]

  private func mutated(_ dice: inout Dice) -> [UInt8] {
    var bytes = Array(Self.seeds[dice.roll(Self.seeds.count)].utf8)
    let alphabet = Array("{}[]\",:\\0123456789.-+eEtrufalsn \n\u{1}".utf8)
    for _ in 0...dice.roll(4) {
      let place = dice.roll(bytes.count)
      switch dice.roll(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(alphabet[dice.roll(alphabet.count)], at: place)
      case 2: bytes[place] = alphabet[dice.roll(alphabet.count)]
      default: bytes.removeSubrange(place...)
      }
      if bytes.isEmpty { return [0x20] }
    }
    return bytes
  }

  @Test func agreesWithFoundation() throws {
    var dice = Dice(seed: 0x5EED_2026)
    for _ in 0..<1500 {
      let bytes = mutated(&dice)
      guard let reference = try? JSONDecoder().decode(Reference.self, from: Data(bytes)) else { continue }
      let ours = try JSONValue(json: bytes)
      #expect(Reference(ours) == reference, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func skipsExactlyWhatItReads() {
    var dice = Dice(seed: 0xDA17)
    for _ in 0..<4000 {
      let bytes = mutated(&dice)
      let read = (try? JSONValue(json: bytes)) != nil
      var scanner = JSONScanner(bytes)
      let skipped = (try? scanner.skip()) != nil && (try? scanner.finish()) != nil
      #expect(read == skipped, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func survivesAnyBytesInEveryReader() {
    var dice = Dice(seed: 0xC0FFEE)
    for _ in 0..<4000 {
      let bytes = mutated(&dice)
      _ = try? [ContainerSummary](json: bytes)
      _ = try? StatsSample(json: bytes)
      _ = try? EngineEvent(json: bytes)
    }
  }
}
