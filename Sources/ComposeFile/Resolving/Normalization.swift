/// Adds what every project has without saying it: the default network, names of resources, implied dependencies.
struct Normalization {
  let name: String
  let environment: [String: String]
  let budget: ExpansionBudget

  func normalize(_ root: inout ComposeMap) throws(MarkedProblem) {
    let usesDefault = attachServices(in: &root)
    if usesDefault, root["networks"]?["default"] == nil {
      var networks = root["networks"]?.map ?? ComposeMap()
      networks["default"] = ComposeNode(.null)
      root["networks"] = ComposeNode(.map(networks), mark: root["networks"]?.mark)
    }
    if var services = root["services"] {
      try services.updateEntries { (_, service) throws(MarkedProblem) in try normalize(service: &service) }
      root["services"] = services
    }
    for section in ["networks", "volumes", "configs", "secrets"] { try nameResources(section, in: &root) }
  }

  /// Attaches services without networks to the default one; whether any service uses it.
  private func attachServices(in root: inout ComposeMap) -> Bool {
    guard var services = root["services"] else { return false }
    var usesDefault = false
    services.updateEntries { _, service in
      guard service.map != nil, service["network_mode"] == nil, service["provider"] == nil else { return }
      if let networks = service["networks"]?.map, !networks.isEmpty {
        if networks["default"] != nil { usesDefault = true }
      } else {
        service.set("networks", ComposeNode(.map(ComposeMap([("default", ComposeNode(.null))]))))
        usesDefault = true
      }
    }
    root["services"] = services
    return usesDefault
  }

  private func normalize(service: inout ComposeNode) throws(MarkedProblem) {
    guard service.map != nil else { return }
    if service["pull_policy"]?.text == "if_not_present" {
      service.update("pull_policy") { $0.content = .text("missing") }
    }
    let variables = BareVariables(environment: environment, budget: budget)
    try service.update("build") { (build) throws(MarkedProblem) in
      if build["context"] == nil { build.set("context", .text(".")) }
      if build["dockerfile"] == nil, build["dockerfile_inline"] == nil {
        build.set("dockerfile", .text("Dockerfile"))
      }
      try build.update("args") { (args) throws(MarkedProblem) in
        args = try variables.filled(args, keepsUnset: false)
      }
    }
    try service.update("environment") { (environment) throws(MarkedProblem) in
      environment = try variables.filled(environment, keepsUnset: true)
    }
    addImpliedDependencies(to: &service)
  }

  private func addImpliedDependencies(to service: inout ComposeNode) {
    var dependencies = service["depends_on"]?.map ?? ComposeMap()
    func add(_ name: String, restart: Bool?, mark: ComposeMark?) {
      guard dependencies[name] == nil else { return }
      var dependency = ComposeMap([("condition", .text("service_started"))])
      if let restart { dependency["restart"] = .bool(restart) }
      dependency["required"] = .bool(true)
      dependencies[name] = ComposeNode(.map(dependency), mark: mark)
    }
    for link in service["links"]?.list ?? [] {
      guard let text = link.text else { continue }
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      add(parts.count == 2 ? String(parts[0]) : text, restart: true, mark: link.mark)
    }
    for key in ["network_mode", "ipc", "pid", "uts", "cgroup"] {
      guard let mode = service[key], let text = mode.text, text.hasPrefix("service:") else { continue }
      add(String(text.dropFirst("service:".count)), restart: true, mark: mode.mark)
    }
    for volume in service["volumes_from"]?.list ?? [] {
      guard let text = volume.text, !text.hasPrefix("container:") else { continue }
      let name = text.split(separator: ":", omittingEmptySubsequences: false)[0]
      add(String(name), restart: nil, mark: volume.mark)
    }
    guard !dependencies.isEmpty else { return }
    service.set("depends_on", ComposeNode(.map(dependencies), mark: service["depends_on"]?.mark))
  }

  private func nameResources(_ section: String, in root: inout ComposeMap) throws(MarkedProblem) {
    guard var resources = root[section] else { return }
    try resources.updateEntries { (key, resource) throws(MarkedProblem) in
      try budget.spend(name.utf8.count, at: ExpansionBudget.Spender(cause: .value, path: "name"))
      if resource.isNull { resource.content = .map(ComposeMap()) }
      guard resource.map != nil, resource["name"].map(\.isNull) ?? true else { return }
      let isExternal = SemanticChecks.isTrue(resource["external"])
      resource.set("name", .text(isExternal ? key : "\(name)_\(key)"))
    }
    root[section] = resources
  }
}
