import Glibc

/// A file with a screen in it.
struct Golden {
  private let path: String

  init(_ name: String) { path = "\(Self.folder)/\(name).txt" }

  static let isRecording = getenv("DAVIT_RECORD_GOLDENS") != nil

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Goldens"
  }()

  /// The names of all screens that are kept.
  static var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".txt") { names.append(String(name.dropLast(4))) }
    }
    return names
  }

  /// The screen; nil where there is none.
  func read() -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  struct Unwritable: Error {
    let path: String
  }

  func write(_ screen: String) throws {
    guard let file = fopen(path, "w") else { throw Unwritable(path: path) }
    defer { fclose(file) }
    let bytes = Array(screen.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Unwritable(path: path) }
  }

  /// The rows that differ: as they were, and as they are.
  static func difference(_ before: String, _ after: String) -> String {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false)
    var rows: [String] = []
    for row in 0..<max(old.count, new.count) {
      let (was, now) = (row < old.count ? old[row] : nil, row < new.count ? new[row] : nil)
      guard was != now else { continue }
      rows.append("row \(row + 1)\n  was |\(was ?? "nothing")|\n  now |\(now ?? "nothing")|")
    }
    return rows.joined(separator: "\n")
  }
}
