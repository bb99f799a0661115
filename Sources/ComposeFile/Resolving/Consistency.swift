import WordMatching

/// Whether the services of a project fit each other and its resources.
struct Consistency {
  /// The resolved model of the active services.
  let model: ComposeMap
  /// The services whose profiles are not active.
  let inactive: Set<String>

  /// All that does not fit, in the order of the services.
  var problems: [MarkedProblem] {
    var found: [MarkedProblem] = []
    for service in model["services"]?.map?.entries ?? [] { found += problems(of: service) }
    found += sharedNames
    if let circle = DependencyGraph(model).circle {
      found.append(
        MarkedProblem(
          .reference, "the services wait for each other in a circle: \(circle.joined(separator: " → "))",
          advice: "drop one of the dependencies", path: "services.\(circle[0]).depends_on",
          mark: model["services"]?[circle[0]]?["depends_on"]?.mark))
    }
    return found
  }

  /// Services whose containers would have one name.
  private var sharedNames: [MarkedProblem] {
    var owners: [String: String] = [:]
    var found: [MarkedProblem] = []
    for entry in model["services"]?.map?.entries ?? [] {
      guard let name = entry.value["container_name"]?.text else { continue }
      if let owner = owners[name] {
        found.append(
          problem("\(owner) has a container called \(name) too", entry, key: "container_name"))
      } else {
        owners[name] = entry.key
      }
    }
    return found
  }

  private func problems(of entry: ComposeMap.Entry) -> [MarkedProblem] {
    references(of: entry) + build(of: entry) + values(of: entry) + ServiceLimits(entry: entry).problems
  }

  private func references(of entry: ComposeMap.Entry) -> [MarkedProblem] {
    let service = entry.value
    var found: [MarkedProblem] = []
    for network in service["networks"]?.map?.entries ?? [] {
      found += missing("network", network.key, in: "networks", of: entry, at: "networks", network.keyMark)
    }
    for dependency in service["depends_on"]?.map?.entries ?? [] {
      if inactive.contains(dependency.key), dependency.value["required"]?.bool == false { continue }
      found += missing(
        "service", dependency.key, in: "services", of: entry, at: "depends_on", dependency.keyMark)
    }
    for model in service["models"]?.map?.entries ?? [] {
      found += missing("model", model.key, in: "models", of: entry, at: "models", model.keyMark)
    }
    for mount in service["volumes"]?.list ?? [] where mount["type"]?.text == "volume" {
      guard let source = mount["source"]?.text else { continue }
      found += missing("volume", source, in: "volumes", of: entry, at: "volumes", mount.mark)
    }
    for (section, list) in [
      ("secrets", service["build"]?["secrets"]), ("configs", service["configs"]),
      ("secrets", service["secrets"]),
    ] {
      for reference in list?.list ?? [] {
        let name = reference["source"]?.text ?? ""
        found += missing(
          String(section.dropLast()), name, in: section, of: entry, at: section, reference.mark)
      }
    }
    return found
  }

  /// Up to how many names the nearest one is looked for, as that takes a while.
  private static let fewNames = 1000

  private func missing(
    _ kind: String, _ name: String, in section: String, of entry: ComposeMap.Entry, at key: String,
    _ mark: ComposeMark?
  ) -> [MarkedProblem] {
    guard model[section]?[name] == nil else { return [] }
    let known = model[section]?.map?.keys ?? []
    let near = known.count <= Self.fewNames ? Spelling.closest(to: name, among: known) : nil
    let isInactive = section == "services" && inactive.contains(name)
    let standard =
      section == "services" ? "add the service or drop the reference" : "declare it under \(section):"
    return [
      MarkedProblem(
        .reference,
        isInactive ? "the service \(name) is in no active profile" : "there is no \(kind) \(name)",
        advice: isInactive
          ? "activate its profile, or write required: false" : near.map { "did you mean \($0)?" } ?? standard,
        path: "services.\(entry.key).\(key)", mark: mark ?? entry.keyMark)
    ]
  }

  private func build(of entry: ComposeMap.Entry) -> [MarkedProblem] {
    guard let build = entry.value["build"] else {
      let isManagedElsewhere = entry.value["image"] != nil || entry.value["provider"] != nil
      return isManagedElsewhere
        ? [] : [problem("there is neither an image nor a build", entry, advice: "write image: or build:")]
    }
    var found: [MarkedProblem] = []
    if build["dockerfile_inline"] != nil, build["dockerfile"] != nil {
      found.append(problem("dockerfile and dockerfile_inline exclude each other", entry, key: "build"))
    }
    for context in build["additional_contexts"]?.map?.entries ?? [] {
      guard let text = context.value.text, text.hasPrefix("service:") else { continue }
      let name = String(text.dropFirst("service:".count))
      if model["services"]?[name]?["build"] == nil {
        found.append(
          problem("the context \(context.key) needs a service \(name) that is built", entry, key: "build"))
      }
    }
    if let platform = entry.value["platform"]?.text, let platforms = build["platforms"]?.list,
      !platforms.contains(where: { $0.text == platform })
    {
      found.append(problem("build.platforms has no \(platform)", entry, key: "build"))
    }
    return found
  }

  private func values(of entry: ComposeMap.Entry) -> [MarkedProblem] {
    let service = entry.value
    var found: [MarkedProblem] = []
    if service["network_mode"] != nil, service["networks"] != nil {
      found.append(problem("network_mode and networks exclude each other", entry, key: "network_mode"))
    }
    if let first = service["healthcheck"]?["test"]?.list?.first?.text,
      !["CMD", "CMD-SHELL", "NONE"].contains(first)
    {
      found.append(
        problem(
          "a health check starts with CMD, CMD-SHELL or NONE, not '\(first)'", entry, key: "healthcheck",
          advice: "write test: [CMD, \(first), …]"))
    }
    for watch in service["develop"]?["watch"]?.list ?? [] where watch["target"] == nil {
      guard let action = watch["action"]?.text, action != "rebuild", action != "restart" else { continue }
      found.append(problem("\(action) needs a target", entry, key: "develop"))
    }
    return found
  }

  private func problem(
    _ message: String, _ entry: ComposeMap.Entry, key: String? = nil, advice: String = ""
  ) -> MarkedProblem {
    let mark = key.flatMap { entry.value.map?.entry($0)?.keyMark } ?? entry.keyMark
    let path = "services.\(entry.key)" + (key.map { ".\($0)" } ?? "")
    return MarkedProblem(.consistency, message, advice: advice, path: path, mark: mark)
  }
}
