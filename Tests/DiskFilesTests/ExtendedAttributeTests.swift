import CFileAttributes
import Glibc
import TestSupport
import Testing
import Troubles

@testable import DiskFiles

/// What stands beside the bytes of a file: attributes of users, access control lists.
@Suite struct ExtendedAttributeTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// An access control list that lets one more user (1234) read: `user::rw- user:1234:r-- group::r-- mask::r--
  /// other::r--`, as the kernel has it (acl(5), `struct posix_acl_xattr_entry`).
  private static let list: [UInt8] = {
    let none: UInt32 = 0xFFFF_FFFF
    let entries: [(UInt16, UInt16, UInt32)] = [
      (1, 6, none), (2, 4, 1234), (4, 4, none), (0x10, 4, none), (0x20, 4, none),
    ]
    func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
    return bytes(UInt32(2)) + entries.flatMap { bytes($0.0) + bytes($0.1) + bytes($0.2) }
  }()

  private func put(_ value: [UInt8], as name: String, on path: String) {
    #expect(setxattr(path, name, value, value.count, 0) == 0, "\(name): \(String(cString: strerror(errno)))")
  }

  private func attributes(_ path: String) -> [String: [UInt8]] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    return ExtendedAttributes(of: descriptor).values
  }

  private func write(_ path: String) throws { try AtomicFile(path).write("new\n") }

  @Test func `a file keeps its attributes and its access control list when it is written`() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    put(Array("shop".utf8), as: "user.owner", on: path)
    put([], as: "user.empty", on: path)
    put([0, 255, 10], as: "user.bytes", on: path)
    put(Self.list, as: "system.posix_acl_access", on: path)
    let before = attributes(path)
    let mode = TestFolder.mode(path)
    #expect(before.count >= 4)
    try write(path)
    #expect(folder.text("compose.yaml") == "new\n")
    #expect(attributes(path) == before)
    #expect(TestFolder.mode(path) == mode)
  }

  @Test func `a file gets no access control list from its folder by being written`() throws {
    let path = folder.put("old\n", in: "compose.yaml", mode: 0o640)
    put(Self.list, as: "system.posix_acl_default", on: folder.path)
    try write(path)
    #expect(attributes(path)["system.posix_acl_access"] == nil)
    #expect(TestFolder.mode(path) == 0o640)
  }
}
