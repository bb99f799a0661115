/// The resolved model for both printers.
struct ModelPair {
  private(set) var json: ComposeMap
  private(set) var yaml: ComposeMap

  /// The models of a normalized one; throws where a value is not of its type.
  init(_ canonical: ComposeMap) throws(MarkedProblem) {
    let node = ComposeNode(.map(canonical))
    json = try Projection(flavour: .json).fields(of: node, record: .project, path: [])
    yaml = try Projection(flavour: .yaml).fields(of: node, record: .project, path: [])
    for entry in canonical.entries where entry.key.hasPrefix("x-") { json.set(entry) }
    if json["services"] == nil {
      json["services"] = ComposeNode(.map(ComposeMap()))
      yaml["services"] = ComposeNode(.map(ComposeMap()))
    }
  }

  /// Drops the services that are not active, and names them.
  mutating func keepServices(of isActive: (String, ComposeNode) -> Bool) -> [String] {
    let inactive = (json["services"]?.map?.entries ?? []).filter { !isActive($0.key, $0.value) }.map(\.key)
    guard !inactive.isEmpty else { return [] }
    for name in inactive { change { $0["services"]?.set(name, nil) } }
    return inactive
  }

  /// Reads the environment and label files of the services.
  mutating func resolveFiles(of canonical: ComposeMap, by files: ServiceFiles) throws(MarkedProblem) {
    for name in json["services"]?.map?.keys ?? [] {
      guard let service = canonical["services"]?[name], let shown = json["services"]?[name] else { continue }
      if service["env_file"] != nil {
        let environment = try files.environment(of: service, shown: shown)
        change { $0["services"]?.update(name) { $0.set("environment", environment) } }
      }
      if service["label_file"] != nil {
        let labels = try files.labels(of: service, shown: shown)
        change { $0["services"]?.update(name) { $0.set("labels", labels) } }
      }
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
    for (section, names) in used {
      change { model in
        guard let map = model[section]?.map else { return }
        var kept = ComposeMap()
        for entry in map.entries where names.contains(entry.key) { kept.set(entry) }
        model[section] = kept.isEmpty ? nil : ComposeNode(.map(kept))
      }
    }
  }

  private mutating func change(_ edit: (inout ComposeMap) -> Void) {
    edit(&json)
    edit(&yaml)
  }
}
