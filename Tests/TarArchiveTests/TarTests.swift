import Glibc
import Synchronization
import TarArchive
import TestSupport
import Testing

/// Tars as other programs write them, what is unpacked of them and where, and what we write.
@Suite struct TarTests {
  /// A tar from parts of a header and its content, made by hand: no program writes the hostile ones.
  private func tar(_ entries: [(name: String, type: Character, link: String, content: String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
      }
      func octal(_ value: Int, _ digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
      }
      put(entry.name, at: 0)
      put(octal(0o644, 7), at: 100)
      put(octal(0, 7), at: 108)
      put(octal(0, 7), at: 116)
      put(octal(entry.content.utf8.count, 11), at: 124)
      put(octal(1_700_000_000, 11), at: 136)
      put("        ", at: 148)
      put(String(entry.type), at: 156)
      put(entry.link, at: 157)
      put("ustar", at: 257)
      put("00", at: 263)
      let sum = header.reduce(0) { $0 + Int($1) }
      put(octal(sum, 6) + "\0 ", at: 148)
      let content = Array(entry.content.utf8)
      bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return bytes + [UInt8](repeating: 0, count: 1024)
  }

  /// A reader of bytes that come in pieces of so many.
  private func reader(_ bytes: [UInt8], pieces: Int = 700) throws -> TarReader {
    var rest = bytes[...]
    return try TarReader {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(pieces) }
      return Array(rest.prefix(pieces))
    }
  }

  /// Unpacks bytes into a new folder, as `out`.
  private func unpack(_ bytes: [UInt8], in folder: TestFolder) throws -> TarExtraction.Summary {
    try TarExtraction(into: folder.path, as: "out").unpack(reader(bytes)) { _ in true }
  }

  @Test func entriesAndContentsAreRead() throws {
    let reader = try reader(
      tar([("etc/", "5", "", ""), ("etc/hosts", "0", "", "127.0.0.1"), ("etc/mtab", "2", "/proc/mounts", "")])
    )
    var seen: [String] = []
    while let entry = try reader.next() {
      let link = entry.link.map { " -> " + String(decoding: $0, as: UTF8.self) } ?? ""
      let content = String(decoding: try reader.content(), as: UTF8.self)
      seen.append("\(entry.kind) \(String(decoding: entry.path, as: UTF8.self))\(link) \(content)")
    }
    #expect(
      seen == ["directory etc/ ", "file etc/hosts 127.0.0.1", "symbolicLink etc/mtab -> /proc/mounts "])
  }

  @Test func namesThatAreNotUTF8KeepTheirBytes() throws {
    var bytes = tar([("aXb", "0", "", "")])
    // The sum of the header changes with the byte.
    bytes[1] = 0xff
    let sum = String(
      bytes[..<512].enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) },
      radix: 8)
    for (index, byte) in (String(repeating: "0", count: 6 - sum.count) + sum).utf8.enumerated() {
      bytes[148 + index] = byte
    }
    #expect(try reader(bytes).next()?.path == [0x61, 0xff, 0x62])
  }

  @Test func anArchiveThatIsCutOffIsAProblem() throws {
    let bytes = Array(tar([("a", "0", "", String(repeating: "x", count: 5000))]).prefix(2000))
    let reader = try reader(bytes)
    _ = try reader.next()
    #expect(throws: TarProblem.self) { while try !reader.content().isEmpty {} }
  }

  @Test func noBytesAreAnArchiveWithoutEntries() throws {
    #expect(try reader([]).next() == nil)
  }

  @Test func whatBreaksTheSourceIsThrownAsItIs() throws {
    struct Broken: Error {}
    #expect(throws: Broken.self) { _ = try TarReader { throw Broken() } }
  }

  @Test func aFolderIsUnpackedUnderItsNewName() throws {
    let folder = try TestFolder()
    let summary = try unpack(
      tar([("etc/", "5", "", ""), ("etc/a/b", "0", "", "text"), ("etc/l", "2", "a/b", "")]), in: folder)
    #expect(folder.text("out/a/b") == "text")
    #expect(folder.text("out/l") == "text")
    #expect(summary.entries == 3)
    #expect(summary.bytes == 4)
  }

  @Test(arguments: ["../../evil", "/evil", "a/../../evil", "a/../evil"])
  func aNameThatLeadsOutEndsIt(name: String) throws {
    let folder = try TestFolder()
    #expect(throws: TarProblem.self) { try unpack(tar([(name, "0", "", "x")]), in: folder) }
    #expect(access("/evil", F_OK) != 0)
    #expect(access(folder.file("evil"), F_OK) != 0)
  }

  @Test func nothingIsWrittenThroughALinkThatTheArchiveBrought() throws {
    let (folder, outside) = (try TestFolder(), try TestFolder())
    let hostile = tar([("d/", "5", "", ""), ("d/l", "2", outside.path, ""), ("d/l/evil", "0", "", "x")])
    #expect(throws: TarProblem.self) { try unpack(hostile, in: folder) }
    #expect(access(outside.file("evil"), F_OK) != 0)
  }

  @Test func anotherNameOfWhatIsOutsideEndsIt() throws {
    let folder = try TestFolder()
    #expect(throws: TarProblem.self) {
      try unpack(tar([("d/", "5", "", ""), ("d/h", "1", "../../etc/passwd", "")]), in: folder)
    }
  }

  @Test func devicesAreLeftOutAndNamed() throws {
    let folder = try TestFolder()
    let summary = try unpack(
      tar([("d/", "5", "", ""), ("d/null", "3", "", ""), ("d/p", "6", "", "")]), in: folder)
    #expect(summary.leftOut.map { String(decoding: $0, as: UTF8.self) } == ["d/null", "d/p"])
    #expect(access(folder.file("out/null"), F_OK) != 0)
  }

  @Test func whatIsWrittenIsReadBackTheSame() throws {
    let (from, to) = (
      try TestFolder(["src/a.txt": "one", "src/deep/b.txt": String(repeating: "two ", count: 100_000)]),
      try TestFolder()
    )
    symlink("a.txt", from.file("src/link"))
    let bytes = Mutex<[UInt8]>([])
    let writer = try TarWriter { piece in
      bytes.withLock { $0 += piece }
      return true
    }
    try writer.add(from.file("src"), as: "new")
    try writer.finish()
    let summary = try unpack(bytes.withLock { $0 }, in: to)
    #expect(to.text("out/a.txt") == "one")
    #expect(to.text("out/deep/b.txt")?.utf8.count == 400_000)
    #expect(to.text("out/link") == "one")
    #expect(summary.bytes == (try TarWriter.bytes(in: from.file("src"))))
  }

  @Test func aFileThatCannotBeReadEndsTheWriting() throws {
    let writer = try TarWriter { _ in true }
    #expect(throws: TarProblem.self) { try writer.add("/nowhere/at/all", as: "x") }
  }

  /// The entries of a tar that was moved into the folder `vol`, with their contents.
  private func moved(_ bytes: [UInt8]) throws -> [(entry: TarEntry, content: String)] {
    var written: [UInt8] = []
    let writer = try TarWriter {
      written += $0
      return true
    }
    _ = try writer.addAll(of: reader(bytes), in: "vol")
    try writer.finish()
    let again = try reader(written)
    var found: [(TarEntry, String)] = []
    while let entry = try again.next() {
      found.append((entry, String(decoding: try again.content(), as: UTF8.self)))
    }
    return found
  }

  @Test(arguments: ["", "./", "/"]) func anArchiveMovesIntoAFolder(start: String) throws {
    let bytes = tar([
      (start + "d/", "5", "", ""), (start + "d/one", "0", "", "first"),
      (start + "two", "1", start + "d/one", ""), (start + "l", "2", "../away", ""),
    ])
    let found = try moved(bytes)
    #expect(
      found.map { String(decoding: $0.entry.path, as: UTF8.self) } == [
        "vol/d/", "vol/d/one", "vol/two", "vol/l",
      ])
    #expect(found[1].content == "first")
    #expect(found[2].entry.sameAs == Array("vol/d/one".utf8))
    #expect(found[3].entry.link == Array("../away".utf8))
  }

  @Test func theRootOfAnArchiveIsTheFolder() throws {
    #expect(try moved(tar([("./", "5", "", "")])).map(\.entry.path) == [Array("vol/".utf8)])
  }

  @Test(arguments: ["../out", "a/../../out"]) func whatLeadsOutOfAnArchiveIsNotMoved(name: String) {
    let error = #expect(throws: TarProblem.self) { try moved(tar([(name, "0", "", "x")])) }
    #expect(error?.message.contains("leads out of it") == true)
  }

  @Test func aPipeCarriesAllFromATaskToAThread() async throws {
    let pipe = BytePipe()
    async let sum = TarThread.run {
      var sum = 0
      while let piece = try pipe.readBlocking() { sum += piece.count }
      return sum
    }
    for _ in 0..<300 { _ = await pipe.write([UInt8](repeating: 1, count: 10_000)) }
    pipe.end()
    #expect(try await sum == 3_000_000)
  }

  @Test func aPipeCarriesAllFromAThreadToATask() async throws {
    let pipe = BytePipe()
    async let done: Void = TarThread.run {
      for _ in 0..<300 { _ = pipe.writeBlocking([UInt8](repeating: 1, count: 10_000)) }
      pipe.end()
    }
    var sum = 0
    while let piece = try await pipe.read() { sum += piece.count }
    try await done
    #expect(sum == 3_000_000)
  }

  @Test func aWriterIsToldThatNobodyReads() async throws {
    let pipe = BytePipe()
    pipe.abandon()
    #expect(await pipe.write([1]) == false)
    #expect(try await TarThread.run { pipe.writeBlocking([1]) } == false)
  }
}
