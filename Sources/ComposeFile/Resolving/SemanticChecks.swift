/// What the schema cannot say about a file: keys that exclude each other, sources that are missing.
enum SemanticChecks {
  static func check(_ root: ComposeMap) throws(MarkedProblem) {
    for entry in root["volumes"]?.map?.entries ?? [] { try checkExternal(entry) }
    for entry in root["configs"]?.map?.entries ?? [] {
      try checkSource(entry, keys: ["file", "environment", "content"], section: "configs")
    }
    for entry in root["secrets"]?.map?.entries ?? [] {
      try checkSource(entry, keys: ["file", "environment"], section: "secrets")
    }
    for entry in root["services"]?.map?.entries ?? [] { try checkService(entry) }
  }

  private static func checkExternal(_ entry: ComposeMap.Entry) throws(MarkedProblem) {
    guard let volume = entry.value.map, isTrue(volume["external"]) else { return }
    for other in volume.entries where !["name", "external"].contains(other.key) && !other.key.hasPrefix("x-")
    {
      throw MarkedProblem(
        .consistency, "an external volume cannot have \(other.key)", advice: "keep external and name only",
        path: "volumes.\(entry.key)", mark: other.keyMark)
    }
  }

  private static func checkSource(
    _ entry: ComposeMap.Entry, keys: [String], section: String
  ) throws(MarkedProblem) {
    guard let resource = entry.value.map else { return }
    let named = keys.filter { resource[$0] != nil }
    let all = keys.joined(separator: ", ")
    guard named.count <= 1 else {
      throw MarkedProblem(
        .consistency, "\(named.joined(separator: " and ")) exclude each other",
        path: "\(section).\(entry.key)",
        mark: entry.keyMark)
    }
    let isExternal = isTrue(resource["external"])
    // Secrets without a source, once possible with a driver of their own, are none any more. A file is one even where
    // nothing is written there: it is the project's directory.
    let isNamed =
      section == "secrets"
      ? named.contains { $0 == "file" || resource[$0]?.text?.isEmpty == false }
      : named.count == 1 || resource["external"] != nil || resource["driver"] != nil
    guard isNamed || isExternal else {
      throw MarkedProblem(
        .consistency, "one of \(all) is missing", path: "\(section).\(entry.key)", mark: entry.keyMark)
    }
  }

  private static func checkService(_ entry: ComposeMap.Entry) throws(MarkedProblem) {
    let path = "services.\(entry.key)"
    let service = entry.value
    try checkDevices(service["gpus"], path: path + ".gpus")
    try checkDevices(
      service["deploy"]?["resources"]?["reservations"]?["devices"],
      path: path + ".deploy.resources.reservations.devices")
    for group in service["group_add"]?.list ?? [] {
      switch group.content {
      case .number, .unsigned:
        throw MarkedProblem(
          .schema, "\(group.spelled ?? "") is no number of a group", path: path + ".group_add",
          mark: group.mark)
      default: continue
      }
    }
    for file in service["env_file"]?.list ?? [] {
      guard let required = file["required"]?.text, Cast.truth(required) == nil else { continue }
      throw MarkedProblem(
        .schema, "true or false is expected, not '\(required)'", path: path + ".env_file", mark: file.mark)
    }
    for watch in service["develop"]?["watch"]?.list ?? [] where watch["path"]?.text == "" {
      throw MarkedProblem(.schema, "the path is empty", path: path + ".develop.watch", mark: watch.mark)
    }
  }

  private static func checkDevices(_ node: ComposeNode?, path: String) throws(MarkedProblem) {
    for request in node?.list ?? [] where request["count"] != nil && request["device_ids"] != nil {
      throw MarkedProblem(
        .consistency, "count and device_ids exclude each other", path: path, mark: request.mark)
    }
  }

  static func isTrue(_ node: ComposeNode?) -> Bool {
    node?.bool ?? node?.text.flatMap(Cast.truth) ?? (node?.map != nil)
  }
}
