import NIOCore

/// The archive of images, as the engine writes it (`docker save`): made while it is read, as its files are nothing but
/// zeros.
struct ServedImageArchive: BodyStream {
  private enum Piece: Sendable {
    case bytes([UInt8])
    case zeros(Int)
  }

  let topic = SimulatedState.Topic.clock
  private var pieces: [Piece] = []
  private var next = 0
  /// How much of the piece that is next has been sent.
  private var sent = 0

  /// The archive of these images.
  init(of images: [ImageRecord]) {
    var manifest: [JSON] = []
    for image in images {
      let names = add(layersOf: image)
      let configuration = "\(image.id.dropFirst(7)).json"
      add(file: configuration, image.archivedConfiguration.bytes)
      manifest.append([
        "Config": .string(configuration), "RepoTags": .strings(image.tags), "Layers": .strings(names),
      ])
    }
    add(file: "manifest.json", JSON.array(manifest).bytes)
    pieces.append(.zeros(1_024))
  }

  mutating func fill(_ output: inout ByteBuffer, from state: SimulatedState) -> StreamProgress {
    var room = 65_536
    while next < pieces.count, room > 0 {
      let count: Int
      switch pieces[next] {
      case .bytes(let bytes):
        let part = bytes[sent..<min(bytes.count, sent + room)]
        output.writeBytes(part)
        (count, sent) = (bytes.count, sent + part.count)
        room -= part.count
      case .zeros(let zeros):
        let part = min(room, zeros - sent)
        output.writeRepeatingByte(0, count: part)
        (count, sent) = (zeros, sent + part)
        room -= part
      }
      if sent == count { (next, sent) = (next + 1, 0) }
    }
    return next < pieces.count ? .more : .finished
  }

  /// Adds the layers of an image; the names of their parts, oldest first.
  private mutating func add(layersOf image: ImageRecord) -> [String] {
    image.archivedLayers.enumerated().map { number, files in
      let name = "\(hexadecimal("archived layer \(image.id) \(number)"))/layer.tar"
      let sizes = files.map { 512 + ($0.kind == .file ? Self.padded($0.size) : 0) }
      add(header: name, size: sizes.reduce(1_024, +))
      for file in files {
        add(header: file.path, size: file.size, kind: file.kind, mode: file.mode, link: file.link)
        if file.kind == .file { pieces.append(.zeros(Self.padded(file.size))) }
      }
      pieces.append(.zeros(1_024))
      return name
    }
  }

  private mutating func add(file name: String, _ content: [UInt8]) {
    add(header: name, size: content.count)
    pieces.append(.bytes(content))
    pieces.append(.zeros(Self.padded(content.count) - content.count))
  }

  private static func padded(_ size: Int) -> Int { (size + 511) / 512 * 512 }

  /// The header of an entry, in the form of POSIX (ustar).
  private mutating func add(
    header name: String, size: Int, kind: ArchivedFile.Kind = .file, mode: Int = 0o644, link: String = ""
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ value: Int, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(name, at: 0)
    put(octal(mode, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(kind == .file ? size : 0, 11), at: 124)
    put(octal(1_767_225_600, 11), at: 136)
    put("        ", at: 148)
    put(kind.rawValue, at: 156)
    put(link, at: 157)
    put("ustar\u{0}00", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
    pieces.append(.bytes(header))
  }
}

/// A file of a layer of a simulated image: its bytes are zeros.
struct ArchivedFile: Sendable {
  enum Kind: String, Sendable {
    case file = "0"
    case further = "1"
    case link = "2"
    case folder = "5"
  }

  let path: String
  var size = 0
  var kind = Kind.file
  var mode = 0o644
  var link = ""
}

extension ImageRecord {
  /// The configuration that stands in its archive: its history, as far as it tells which steps made layers.
  var archivedConfiguration: JSON {
    [
      "architecture": "amd64", "os": "linux",
      "history": .array(
        layers.reversed().map { layer -> JSON in
          var members: [(String, JSON)] = [("created_by", .string(layer.createdBy))]
          if layer.size == 0 { members.append(("empty_layer", true)) }
          return .object(members)
        }),
    ]
  }

  /// The files of its layers, oldest first: the oldest is a small system; those that run something leave a cache behind,
  /// and the next one removes it; all write over one file.
  var archivedLayers: [[ArchivedFile]] {
    let real = layers.reversed().filter { $0.size > 0 }
    return real.enumerated().map { number, layer in
      let size = Int(layer.size)
      if number == 0 { return Self.system(size) }
      if layer.createdBy.hasPrefix("RUN") { return Self.installed(size, number) }
      return Self.copied(size, number)
    }
  }

  private static func folder(_ path: String) -> ArchivedFile {
    ArchivedFile(path: path + "/", kind: .folder, mode: 0o755)
  }

  private static func system(_ size: Int) -> [ArchivedFile] {
    let (shell, library) = (size * 3 / 10, size * 4 / 10)
    return [
      folder("bin"), ArchivedFile(path: "bin/busybox", size: shell, mode: 0o755),
      ArchivedFile(path: "bin/cat", kind: .further, mode: 0o755, link: "bin/busybox"),
      ArchivedFile(path: "bin/sh", kind: .link, mode: 0o777, link: "/bin/busybox"), folder("etc"),
      ArchivedFile(path: "etc/os-release", size: min(size, 188)),
      ArchivedFile(path: "etc/passwd", size: min(size, 740)), folder("lib"),
      ArchivedFile(path: "lib/libc.so", size: library, mode: 0o755), folder("tmp"), folder("usr"),
      folder("usr/share"), ArchivedFile(path: "usr/share/zoneinfo", size: size / 10), folder("var"),
      ArchivedFile(path: "var/index", size: max(0, size - shell - library - size / 10 - 928)),
    ]
  }

  private static func installed(_ size: Int, _ number: Int) -> [ArchivedFile] {
    [
      folder("etc"), ArchivedFile(path: "etc/passwd", size: min(size, 760 + number)), folder("usr"),
      folder("usr/lib"), ArchivedFile(path: "usr/lib/step\(number).so", size: size * 6 / 10, mode: 0o755),
      ArchivedFile(path: "usr/share/step\(number).txt", size: size * 3 / 10 - 800), folder("var"),
      folder("var/cache"), ArchivedFile(path: "var/cache/step\(number)", size: size / 10),
      ArchivedFile(path: "var/.wh.index"), ArchivedFile(path: "var/cache/.wh.step\(number - 1)"),
    ].filter { $0.size >= 0 }
  }

  private static func copied(_ size: Int, _ number: Int) -> [ArchivedFile] {
    [
      folder("app"), ArchivedFile(path: "app/part\(number).js", size: size * 7 / 10), folder("app/assets"),
      ArchivedFile(path: "app/assets/部品\(number).png", size: size * 2 / 10),
      ArchivedFile(path: "app/version", size: size / 10),
    ]
  }
}

extension Route {
  /// Sends the archive of the images that are asked for.
  @Sendable static func saveImages(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let names = call.subject.isEmpty ? call.all("names") : [call.subject]
    var images: [ImageRecord] = []
    for name in names { images.append(state.images[try state.imageIndex(name)]) }
    return .stream(contentType: "application/x-tar", ServedImageArchive(of: images))
  }
}
