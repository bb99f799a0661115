/// The resolved model while it is made.
struct ResolvedModel {
  private(set) var json: ComposeMap

  init(json: ComposeMap) {
    self.json = json
  }

  /// The model of a normalized one; throws where a value is not of its type.
  init(_ canonical: ComposeMap) throws(MarkedProblem) {
    let node = ComposeNode(.map(canonical))
    json = try Projection(flavour: .json).fields(of: node, record: .project, path: [])
    for var entry in canonical.entries where entry.key.hasPrefix("x-") {
      Self.emptyLists(in: &entry.value)
      json.set(entry)
    }
    if json["services"] == nil { json["services"] = ComposeNode(.map(ComposeMap())) }
  }

  /// Makes empty lists null at any depth: as JSON, the reference prints them so where it has no type for them.
  private static func emptyLists(in node: inout ComposeNode) {
    if node.list?.isEmpty == true { node.content = .null }
    node.updateElements(emptyLists)
    node.updateEntries { _, value in emptyLists(in: &value) }
  }

  /// The model for YAML: of the same services and resources, with the variables and labels that their files gave.
  func yaml(from canonical: ComposeMap) -> ComposeMap {
    let node = ComposeNode(.map(canonical))
    // What could be made for JSON can be made for YAML.
    guard var yaml = try? Projection(flavour: .yaml).fields(of: node, record: .project, path: []) else {
      return json
    }
    yaml["models"] = nil
    for section in ["services", "networks", "volumes", "secrets", "configs"] {
      var kept = ComposeMap()
      for entry in yaml[section]?.map?.entries ?? [] {
        guard let shown = json[section]?[entry.key] else { continue }
        var entry = entry
        if section == "services" {
          for key in ["environment", "labels"] where shown[key] != nil { entry.value.set(key, shown[key]) }
        }
        kept.set(entry)
      }
      yaml[section] = kept.isEmpty && section != "services" ? nil : ComposeNode(.map(kept))
    }
    return yaml
  }

  /// Drops the services that are not active, and names them.
  mutating func keepServices(of isActive: (String, ComposeNode) -> Bool) -> [String] {
    let inactive = (json["services"]?.map?.entries ?? []).filter { !isActive($0.key, $0.value) }.map(\.key)
    guard !inactive.isEmpty else { return [] }
    let dropped = Set(inactive)
    keep(in: "services") { !dropped.contains($0) }
    return inactive
  }

  /// Reads the environment and label files of the services; hands back why some could not be read.
  mutating func resolveFiles(of canonical: ComposeMap, by files: ServiceFiles) -> [MarkedProblem] {
    var problems: [MarkedProblem] = []
    guard var services = json["services"] else { return [] }
    json["services"] = ComposeNode(.null)
    services.updateEntries { name, shown in
      guard let service = canonical["services"]?[name] else { return }
      do throws(MarkedProblem) {
        try resolveFiles(of: service, shown: &shown, by: files)
      } catch {
        problems.append(error)
      }
    }
    json["services"] = services
    return problems
  }

  private func resolveFiles(
    of service: ComposeNode, shown: inout ComposeNode, by files: ServiceFiles
  ) throws(MarkedProblem) {
    if service["env_file"] != nil {
      shown.set("environment", try files.environment(of: service, shown: shown))
    }
    if service["label_file"] != nil { shown.set("labels", try files.labels(of: service, shown: shown)) }
  }

  /// Keeps the entries of a section whose names are wanted.
  private mutating func keep(in section: String, _ isWanted: (String) -> Bool) {
    json.update(section) { node in
      var kept = ComposeMap()
      for entry in node.map?.entries ?? [] where isWanted(entry.key) { kept.set(entry) }
      node.content = .map(kept)
    }
  }

  /// Drops networks, volumes, secrets and configs that no active service uses.
  mutating func dropUnusedResources() {
    var used: [String: Set<String>] = ["networks": [], "volumes": [], "secrets": [], "configs": []]
    for service in (json["services"]?.map?.entries ?? []).map(\.value) {
      used["networks"]?.formUnion(service["networks"]?.map?.keys ?? [])
      let mounts = (service["volumes"]?.list ?? []).filter { $0["type"]?.text == "volume" }
      used["volumes"]?.formUnion(mounts.compactMap { $0["source"]?.text })
      used["configs"]?.formUnion((service["configs"]?.list ?? []).compactMap { $0["source"]?.text })
      let secrets = (service["secrets"]?.list ?? []) + (service["build"]?["secrets"]?.list ?? [])
      used["secrets"]?.formUnion(secrets.compactMap { $0["source"]?.text })
    }
    // The models of services say what they need; the list of all of them is never printed.
    json["models"] = nil
    for (section, names) in used {
      guard let map = json[section]?.map else { continue }
      var kept = ComposeMap()
      for entry in map.entries where names.contains(entry.key) { kept.set(entry) }
      json[section] = kept.isEmpty ? nil : ComposeNode(.map(kept))
    }
  }
}
