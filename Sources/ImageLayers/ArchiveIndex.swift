import EngineModel

/// Why an archive cannot be shown as an image, in a few words.
package struct ImageArchiveProblem: Error, Sendable, Hashable {
  /// What is wrong.
  package let message: String

  init(_ message: String) { self.message = message }
}

/// Which parts of an archive are the layers of its image, oldest first, and what made them.
struct ArchiveIndex: Sendable, Equatable {
  /// One step of the image's making.
  struct Step: Sendable, Equatable {
    let instruction: String
    /// Whether it made no layer.
    let isEmpty: Bool
  }

  /// The names of the layers' parts.
  let layers: [String]
  /// The steps, oldest first; none where the archive does not tell.
  let steps: [Step]

  /// The longest instruction that is kept, in characters.
  private static let mostCharacters = 4_096

  /// Looks for the documents that say it: `manifest.json` of docker's form, else `index.json` of OCI's.
  init(_ reading: ImageReading) throws(ImageArchiveProblem) {
    let documents = Documents(reading: reading)
    if let image = documents["manifest.json"]?.elements.first, !image["Layers"].elements.isEmpty {
      layers = image["Layers"].elements.compactMap(\.string).map(ImageReading.key)
      steps = Self.steps(image["Config"].string.flatMap { documents[$0] })
    } else if let index = documents["index.json"], let manifest = documents.manifest(of: index) {
      layers = Documents.layers(of: manifest)
      steps = Self.steps(Documents.part(manifest["config"]).flatMap { documents[$0] })
    } else if reading.documents["manifest.json"] == nil, reading.documents["index.json"] == nil {
      throw ImageArchiveProblem("the archive has neither manifest.json nor index.json")
    } else {
      throw ImageArchiveProblem("the archive names no layers")
    }
    if layers.count > reading.budget.layers {
      throw ImageArchiveProblem("it has \(layers.count) layers, which is more than \(reading.budget.layers)")
    }
  }

  private static func steps(_ configuration: JSONValue?) -> [Step] {
    (configuration?["history"].elements ?? []).prefix(10_000).map {
      Step(
        instruction: String(($0["created_by"].string ?? $0["comment"].string ?? "").prefix(mostCharacters)),
        isEmpty: $0["empty_layer"].bool ?? false)
    }
  }

  /// Which steps made the layers: the places in `steps`, in the order of the layers; none where they do not match.
  var stepsOfLayers: [Int] {
    let places = steps.indices.filter { !steps[$0].isEmpty }
    return places.count == layers.count ? places : []
  }
}

/// The documents of an archive, read when they are asked for.
private struct Documents {
  let reading: ImageReading

  subscript(_ name: String) -> JSONValue? {
    reading.documents[ImageReading.key(name)].flatMap { try? JSONValue(json: $0) }
  }

  /// The manifest of the one image of an index whose layers are in the archive: an index may name the images of other
  /// platforms, which are not, and notes about images.
  func manifest(of index: JSONValue, depth: Int = 0) -> JSONValue? {
    guard depth < 4 else { return nil }
    for entry in index["manifests"].elements.prefix(100) {
      guard let name = Self.part(entry), let document = self[name] else { continue }
      if !document["manifests"].elements.isEmpty {
        if let found = manifest(of: document, depth: depth + 1) { return found }
        continue
      }
      let layers = Self.layers(of: document)
      if !layers.isEmpty, layers.allSatisfy({ reading.layers[$0] != nil }) { return document }
    }
    return nil
  }

  static func layers(of manifest: JSONValue) -> [String] { manifest["layers"].elements.compactMap(part) }

  /// The name of the part that a descriptor means: `blobs/sha256/…`.
  static func part(_ descriptor: JSONValue) -> String? {
    guard let digest = descriptor["digest"].string, let colon = digest.firstIndex(of: ":") else { return nil }
    return ImageReading.key("blobs/\(digest[..<colon])/\(digest[digest.index(after: colon)...])")
  }
}
