import Glibc

/// A small text file of the kernel's, read in one go.
struct CounterFile {
  private let bytes: [UInt8]

  /// Reads at most 16 KiB; nil when the file cannot be read.
  static func read(_ path: String) -> CounterFile? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    return CounterFile(bytes: bytes)
  }

  /// The number that the file begins with; nil where there is none (`max`).
  var number: UInt64? { number(at: 0) }

  /// The smallest of the numbers that lines begin with; nil where none does.
  var smallestNumber: UInt64? {
    var smallest: UInt64?
    eachLine { start, _ in
      guard let number = number(at: start) else { return }
      smallest = min(smallest ?? number, number)
    }
    return smallest
  }

  /// The number behind a word at the start of a line; nil where the word is missing.
  func value(after word: String) -> UInt64? {
    var found: UInt64?
    eachLine { start, end in
      if found == nil, begins(word, at: start, before: end) {
        found = number(at: start + word.utf8.count + 1)
      }
    }
    return found
  }

  /// The sum of all numbers that stand right behind a text, anywhere in the file.
  func sum(after text: String) -> UInt64 {
    let pattern = Array(text.utf8)
    var total: UInt64 = 0
    var index = 0
    while index + pattern.count <= bytes.count {
      if bytes[index] == pattern[0], bytes[index..<index + pattern.count].elementsEqual(pattern) {
        total &+= number(at: index + pattern.count) ?? 0
        index += pattern.count
      } else {
        index += 1
      }
    }
    return total
  }

  /// The words of every line.
  var lines: [[Substring]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
  }

  private func eachLine(_ body: (Int, Int) -> Void) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      body(start, end)
      start = end + 1
    }
  }

  private func begins(_ word: String, at start: Int, before end: Int) -> Bool {
    let length = word.utf8.count
    guard start + length < end, bytes[start + length] == 0x20 else { return false }
    return bytes[start..<start + length].elementsEqual(word.utf8)
  }

  private func number(at start: Int) -> UInt64? {
    var value: UInt64 = 0
    var index = start
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      value = value &* 10 &+ UInt64(bytes[index] - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }
}
