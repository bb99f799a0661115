import TestSupport
import Testing

@testable import EngineModel

extension ReferenceJSON {
  /// What davit has read, as Foundation would have.
  fileprivate init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .number(let text): self = .number(Double(text) ?? .nan)
    case .string(let text): self = .string(text)
    case .array(let elements): self = .array(elements.map { ReferenceJSON($0) })
    case .object(let members):
      self = .object(
        Dictionary(members.map { ($0.key, ReferenceJSON($0.value)) }, uniquingKeysWith: { first, _ in first })
      )
    }
  }
}

@Suite struct JSONFuzzTests {
  private static let seeds = [
    #"{"Id":"abc","Names":["/a","/b/c"],"Created":1795561500,"Labels":{"x":"é\n😀"},"n":null,"t":true,"f":[0,-1.5e3]}"#,
    Samples.statsV1, Samples.containerList,
  ]

  private func mutated(_ dice: inout Dice) -> [UInt8] {
    var bytes = Array(dice.pick(Self.seeds).utf8)
    let alphabet = Array("{}[]\",:\\0123456789.-+eEtrufalsn \n\u{1}".utf8)
    for _ in 0...dice.number(0...3) {
      let place = dice.number(0...(bytes.count - 1))
      switch dice.number(0...3) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(dice.pick(alphabet), at: place)
      case 2: bytes[place] = dice.pick(alphabet)
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
      guard let reference = try? ReferenceJSON(bytes) else { continue }
      let ours = try JSONValue(json: bytes)
      #expect(ReferenceJSON(ours) == reference, "\(String(decoding: bytes, as: UTF8.self))")
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
