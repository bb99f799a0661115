import EngineModel
import ImageLayers
import Testing

@testable import Dashboard

extension Fixture {
  /// What redis:7 is made of: two layers and a third that removes a part of the first, with names that no terminal likes.
  static var readImage: ReadImage? {
    var reading = ImageReading()
    func layer(_ name: String, _ files: [LayerFile]) {
      reading.beginLayer(name)
      for file in files { reading.add(file) }
      reading.endLayer()
    }
    func file(_ path: String, _ size: UInt64, _ permissions: UInt32 = 0o644) -> LayerFile {
      LayerFile(path: Array(path.utf8), permissions: permissions, size: size)
    }
    func folder(_ path: String) -> LayerFile {
      LayerFile(path: Array(path.utf8), kind: .folder, permissions: 0o755)
    }
    layer(
      "a",
      [
        folder("bin"), file("bin/busybox", 30 << 20, 0o755),
        LayerFile(path: Array("bin/sh".utf8), kind: .link, permissions: 0o777, link: Array("busybox".utf8)),
        LayerFile(path: Array("bin/cat".utf8), sameAs: Array("bin/busybox".utf8)), folder("etc"),
        file("etc/passwd", 700), file("var/cache/index", 12 << 20), folder("tmp"),
      ])
    layer(
      "b",
      [
        file("usr/lib/libssl.so", 20 << 20, 0o755), file("etc/passwd", 712),
        file("usr/share/evil\u{1B}[2J", 3 << 20), file("usr/share/部品.txt", 1 << 20),
      ])
    layer("c", [folder("var/cache"), file("var/cache/.wh.index", 0), file("app/server.js", 400 << 10)])
    let configuration = """
      {"history":[{"created_by":"/bin/sh -c #(nop) ADD file:1 in / "},{"created_by":"/bin/sh -c apt-get update"},
      {"created_by":"/bin/sh -c #(nop)  CMD [\\"redis-server\\"]","empty_layer":true},
      {"created_by":"COPY server.js /app/ # buildkit"}]}
      """
    reading.add(document: Array(configuration.utf8), as: "c.json")
    reading.add(
      document: Array(#"[{"Config":"c.json","Layers":["a","b","c"]}]"#.utf8), as: "manifest.json")
    return (try? ImageContents(reading)).map { ReadImage($0) }
  }

  /// The steps of the same image, newest first.
  static let imageHistory = [
    ImageHistoryEntry(created: now, createdBy: "COPY server.js /app/ # buildkit", size: 400 << 10),
    ImageHistoryEntry(created: now, createdBy: "/bin/sh -c #(nop)  CMD [\"redis-server\"]"),
    ImageHistoryEntry(created: now, createdBy: "/bin/sh -c apt-get update", size: 24 << 20),
    ImageHistoryEntry(created: now, createdBy: "/bin/sh -c #(nop) ADD file:1 in / ", size: 42 << 20),
  ]
}

extension Stage {
  /// Looks at the files of an image, which are not read yet.
  mutating func turnToContents(of tag: String = "redis:7") {
    select(tag, in: .images)
    turn(to: .contents)
    if state.focus == .list { press("<enter>") }
  }

  /// The engine has sent the image.
  mutating func readContents(of tag: String = "redis:7") {
    guard let image = Fixture.readImage else {
      Issue.record("the image cannot be put together")
      return
    }
    hear(.contents(Fixture.imageID(of: tag), .ended(.success(image))))
  }
}
