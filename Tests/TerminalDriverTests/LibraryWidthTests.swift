import CNcurses
import Testing

@testable import TerminalDriver
@testable import TerminalUI

@Suite struct LibraryWidthTests {
  @Test func `our widths are the C library's, for every character that it can print`() throws {
    try #require(cn_set_locale(1) != 0)
    var different: [UInt32] = []
    for value in UInt32(0xA1)...0x1FFFF where !(0xD800..<0xE000).contains(value) {
      let columns = cn_width(value)
      guard columns >= 0, let ours = columnsDrawn(value) else { continue }
      if ours != columns { different.append(value) }
    }
    #expect(different == [])
  }

  /// The columns that we give a code point; `nil` for one that we never draw as itself.
  private func columnsDrawn(_ value: UInt32) -> Int32? {
    switch ScalarClass(value) {
    case .narrow: 1
    case .wide, .skinTone: 2
    case .mark: 0
    case .joiner, .dropped, .replaced: nil
    }
  }
}
