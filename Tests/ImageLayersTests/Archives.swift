import EngineModel

@testable import ImageLayers

/// What a test says of a layer: "etc/" is a folder, "etc/a=10" a file of ten bytes, "b->a" a symbolic link, "b==a" a
/// further name of a; whiteouts are written as they are in archives.
func file(_ text: String) -> LayerFile {
  func bytes(_ text: some StringProtocol) -> [UInt8] { Array(text.utf8) }
  if let range = text.firstRange(of: "==") {
    return LayerFile(path: bytes(text[..<range.lowerBound]), sameAs: bytes(text[range.upperBound...]))
  }
  if let range = text.firstRange(of: "->") {
    return LayerFile(
      path: bytes(text[..<range.lowerBound]), kind: .link, link: bytes(text[range.upperBound...]))
  }
  if let sign = text.lastIndex(of: "="), let size = UInt64(text[text.index(after: sign)...]) {
    return LayerFile(path: bytes(text[..<sign]), size: size)
  }
  return LayerFile(path: bytes(text), kind: text.hasSuffix("/") ? .folder : .file)
}

/// An archive of docker's form with these layers, oldest first.
func reading(
  _ layers: [[String]], budget: ImageReadingBudget = .standard, configuration: String? = nil
) -> ImageReading {
  var reading = ImageReading(budget: budget)
  for (number, files) in layers.enumerated() {
    reading.beginLayer("\(number)/layer.tar")
    for text in files { reading.add(file(text)) }
    reading.endLayer()
  }
  let names = layers.indices.map { "\"\($0)/layer.tar\"" }.joined(separator: ",")
  reading.add(
    document: Array(#"[{"Config":"c.json","RepoTags":null,"Layers":[\#(names)]}]"#.utf8), as: "manifest.json")
  if let configuration { reading.add(document: Array(configuration.utf8), as: "c.json") }
  return reading
}

/// The contents of an image with these layers.
func contents(_ layers: [String]..., budget: ImageReadingBudget = .standard) throws -> ImageContents {
  try ImageContents(reading(layers, budget: budget))
}

extension ContentsTree {
  /// What is in a folder, a line each: mark, name, size.
  func lines(in folder: String = "/", by order: Order = .name) -> [String] {
    guard let number = number(of: ContainerPath(folder)) else { return ["no such folder"] }
    return rows(in: number, by: order).map { row in
      let mark =
        switch row.mark {
        case .added?: "A "
        case .changed?: "C "
        case .removed?: "D "
        case nil: ""
        }
      return "\(mark)\(row.title)\(row.kind == .folder ? "/" : "") \(row.size)"
    }
  }
}
