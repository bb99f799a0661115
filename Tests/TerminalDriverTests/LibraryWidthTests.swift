import CNcurses
import Glibc
import Testing

@testable import TerminalDriver
@testable import TerminalUI

@Suite struct LibraryWidthTests {
  /// What Unicode 15.1 to 17 have added or changed among the scripts and symbols that have a place in our table.
  private static let newer: Set<UInt32> = [0x897, 0xECE]

  /// The driver draws a `?` where a C library thinks otherwise, so no row is shifted; but few characters should be
  /// lost that way. Ours are the widths of glibc 2.36; scripts beyond the first plane have got new characters since.
  @Test func `our widths are the C library's, for every character that it can print`() throws {
    try #require(cn_set_locale(1) != 0)
    var name = [CChar](repeating: 0, count: 64)
    confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
    let isOurs = name.prefix { $0 != 0 }.elementsEqual("glibc 2.36".utf8CString.dropLast())
    var different: [UInt32] = []
    for value in UInt32(0xA1)...0x1FFFF where !(0xD800..<0xE000).contains(value) {
      if !isOurs, Self.newer.contains(value) || (0x10000..<0x1F000).contains(value) { continue }
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
