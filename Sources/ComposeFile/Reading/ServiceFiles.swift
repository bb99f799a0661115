/// Reads the environment and label files that a service names.
struct ServiceFiles {
  let reader: EnvironmentFileReading
  let environment: [String: String]

  /// The variables of a service with those of its files below them; nil where there are none.
  func environment(of service: ComposeNode, shown: ComposeNode) throws(MarkedProblem) -> ComposeNode? {
    var found: [String: String] = [:]
    var own: [String: String] = [:]
    for entry in shown["environment"]?.map?.entries ?? [] { own[entry.key] = entry.value.text }
    for file in service["env_file"]?.list ?? [] {
      guard let path = file["path"]?.text else { continue }
      let isRequired = file["required"].map(SemanticChecks.isTrue) ?? true
      if !isRequired, reader.files.kind(path) == nil { continue }
      if let format = file["format"]?.text, !["", "raw"].contains(format) {
        throw MarkedProblem(
          .schema, "the format of an environment file is raw or nothing, not \(format)", mark: file.mark)
      }
      let isRaw = file["format"]?.text == "raw"
      let variables = try reader.read(
        path, isRaw: isRaw, known: own.merging(found) { _, new in new }, environment: environment,
        mark: file.mark)
      found.merge(variables) { _, new in new }
    }
    return merged(found, below: shown["environment"], mark: service["env_file"]?.mark)
  }

  /// The labels of a service with those of its files below them; nil where there are none.
  func labels(of service: ComposeNode, shown: ComposeNode) throws(MarkedProblem) -> ComposeNode? {
    var found: [String: String] = [:]
    for file in service["label_file"]?.list ?? [] {
      guard let path = file.text else { continue }
      let labels = try reader.read(
        path, isRaw: false, known: found, environment: environment, mark: file.mark)
      found.merge(labels) { _, new in new }
    }
    return merged(found, below: shown["labels"], mark: service["label_file"]?.mark)
  }

  private func merged(
    _ found: [String: String], below own: ComposeNode?, mark: ComposeMark?
  ) -> ComposeNode? {
    var map = ComposeMap()
    for (name, value) in found { map[name] = ComposeNode(.text(value), mark: mark) }
    for entry in own?.map?.entries ?? [] { map.set(entry) }
    return map.isEmpty ? nil : ComposeNode(.map(Projection.sorted(map)), mark: own?.mark ?? mark)
  }
}
