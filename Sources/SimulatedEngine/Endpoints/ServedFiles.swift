import FoundationEssentials
import TarArchive

/// A file in a simulated container.
struct ServedFile: Sendable {
  private(set) var path: String
  var kind = TarEntry.Kind.file
  var mode: UInt32 = 0o644
  var content = ""
  var link = ""
  /// What the container has done to it, as the engine numbers that: 0 changed, 1 added; nil for what the image has.
  var change: Int?

  /// The same at another place.
  func moved(to path: String) -> ServedFile {
    var file = self
    file.path = path
    return file
  }

  /// The bits of Go's os.FileMode.
  var fileMode: Int {
    let bits = Int(mode & 0o777)
    switch kind {
    case .directory: return bits | 1 << 31
    case .symbolicLink: return bits | 1 << 27
    default: return bits
    }
  }

  /// Its name, with the folders from `folder` on.
  func entry(named name: String) -> TarEntry {
    TarEntry(
      path: Array(name.utf8), kind: kind, mode: mode, size: UInt64(content.utf8.count),
      modified: 1_767_225_600, link: link.isEmpty ? nil : Array(link.utf8))
  }
}

extension ContainerRecord {
  /// The files in it: a few of those that every image has, some of its own, the folders of its mounts, and what was put
  /// into it and them.
  func files(placed: [String: [ServedFile]]) -> [ServedFile] {
    func folder(_ path: String, change: Int? = nil) -> ServedFile {
      ServedFile(path: path, kind: .directory, mode: 0o755, change: change)
    }
    let service = spec.name.split(separator: "-").dropFirst().first.map(String.init) ?? spec.name
    var files = [
      folder("/bin"), ServedFile(path: "/bin/busybox", mode: 0o755, content: "\u{7f}ELF\u{0}\u{0}"),
      ServedFile(path: "/bin/sh", kind: .symbolicLink, mode: 0o777, link: "busybox"),
      folder("/etc", change: 0),
      ServedFile(path: "/etc/hostname", content: "\(id.prefix(12))\n"),
      ServedFile(
        path: "/etc/hosts", content: "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost\n", change: 0),
      ServedFile(path: "/etc/os-release", content: "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.20.3\n"),
      folder("/srv"), folder("/srv/\(service)"),
      ServedFile(
        path: "/srv/\(service)/config.yaml",
        content: "# How \(service) is set up.\nlisten: 0.0.0.0:8080\nlog:\n  level: info\n  format: json\n"),
      folder("/tmp", change: 0),
      ServedFile(path: "/tmp/\(service).pid", content: "1\n", change: 1),
      folder("/usr"), folder("/usr/bin"), folder("/usr/share"),
    ]
    for mount in spec.mounts where !files.contains(where: { $0.path == mount.destination }) {
      for end in mount.destination.indices
      where mount.destination[end] == "/" && end > mount.destination.startIndex {
        let parent = String(mount.destination[..<end])
        if !files.contains(where: { $0.path == parent }) { files.append(folder(parent)) }
      }
      files.append(folder(mount.destination))
      guard let own = placed[mount.source] else {
        files.append(
          ServedFile(path: mount.destination + "/README", content: "What \(mount.source) keeps.\n"))
        continue
      }
      files += own.map { $0.moved(to: mount.destination + $0.path) }
    }
    let added = placed[id] ?? []
    return files.filter { file in !added.contains { $0.path == file.path } } + added
  }

  /// Where something with a path in it belongs: into a volume, or into itself.
  func place(of path: String) -> (owner: String, path: String) {
    let mount = spec.mounts.filter { path == $0.destination || path.hasPrefix($0.destination + "/") }
      .max { $0.destination.count < $1.destination.count }
    return mount.map { ($0.source, String(path.dropFirst($0.destination.count))) } ?? (id, path)
  }

  /// A tar of what has a path, as the engine writes it: of a folder that is asked for with a dot behind it the names
  /// begin with the dot. Nil where there is nothing.
  func archive(of asked: String, placed: [String: [ServedFile]]) -> [UInt8]? {
    let wantsDot = asked.hasSuffix("/.")
    let path = "/" + asked.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let all = files(placed: placed)
    guard path == "/" || all.contains(where: { $0.path == path }) else { return nil }
    var bytes: [UInt8] = []
    do {
      let writer = try TarWriter { piece in
        bytes += piece
        return true
      }
      let above = path == "/" ? "" : path
      let name = wantsDot ? "." : path.split(separator: "/").last.map(String.init) ?? ""
      if path == "/" {
        try writer.add(ServedFile(path: "/", kind: .directory, mode: 0o755).entry(named: name + "/"))
      }
      for file in all.sorted(by: { $0.path < $1.path })
      where file.path == path || file.path.hasPrefix(above + "/") {
        let rest = name + file.path.dropFirst(above.count)
        try writer.add(
          file.entry(named: file.kind == .directory ? rest + "/" : rest), content: Array(file.content.utf8))
      }
      try writer.finish()
    } catch {
      return nil
    }
    return bytes
  }
}

extension Route {
  @Sendable static func changes(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let changed = try state.container(call.subject).files(placed: state.placed).filter { $0.change != nil }
    return .json(200, .array(changed.map { ["Path": .string($0.path), "Kind": .int($0.change ?? 0)] }))
  }

  @Sendable static func archive(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    let path = call.query["path"] ?? ""
    guard let tar = record.archive(of: path, placed: state.placed) else {
      throw Refusal(404, "Could not find the file \(path) in container \(call.subject)")
    }
    return .bytes(200, contentType: "application/x-tar", tar)
  }

  /// Unpacks a tar: of long files only the beginning is kept.
  @Sendable static func putArchive(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    let folder = (call.query["path"] ?? "").split(separator: "/").map { "/" + $0 }.joined()
    do {
      var body: [UInt8]? = call.body
      let reader = try TarReader {
        defer { body = nil }
        return body
      }
      while let entry = try reader.next() {
        let names = String(decoding: entry.path, as: UTF8.self).split(separator: "/").filter { $0 != "." }
        let (owner, path) = record.place(of: folder + names.map { "/" + $0 }.joined())
        if path.isEmpty {
          state.placed[owner] = state.placed[owner] ?? []
          continue
        }
        var file = ServedFile(
          path: path, kind: entry.kind, mode: entry.mode, change: owner == record.id ? 1 : nil)
        file.content = entry.kind == .file ? String(decoding: try reader.content(), as: UTF8.self) : ""
        file.link = String(decoding: entry.link ?? [], as: UTF8.self)
        state.placed[owner, default: []].removeAll { $0.path == path }
        state.placed[owner, default: []].append(file)
      }
    } catch {
      throw Refusal(400, "cannot read the tar: \(error)")
    }
    return .empty(200)
  }

  @Sendable static func fileStat(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let record = try state.container(call.subject)
    guard let file = record.files(placed: state.placed).first(where: { $0.path == call.query["path"] }) else {
      throw Refusal(404, "Could not find the file")
    }
    let folder = file.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let stat: JSON = [
      "name": .string(file.path.split(separator: "/").last.map(String.init) ?? "/"),
      "size": .int(file.content.utf8.count), "mode": .int(file.fileMode), "mtime": "2026-01-01T00:00:00Z",
      "linkTarget": .string(file.link.isEmpty ? "" : folder + "/" + file.link),
    ]
    return .field(name: "X-Docker-Container-Path-Stat", value: Data(stat.bytes).base64EncodedString())
  }
}
