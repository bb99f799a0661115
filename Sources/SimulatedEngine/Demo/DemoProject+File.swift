extension DemoProject {
  /// The Compose file that the project's containers come from.
  var file: String {
    var lines = [
      "# The \(name) stack of davit's demo: change what you like, it is gone when davit ends.",
      "name: \(name)", "",
    ]
    lines += [
      "x-logging: &logging", "  driver: json-file", "  options: {max-size: 10m, max-file: \"3\"}", "",
    ]
    lines.append("services:")
    for service in services { lines += service.lines + [""] }
    let volumes = Set(services.flatMap(\.mounts).filter { !$0.isBind }.map(\.source)).sorted()
    if volumes.isEmpty {
      lines.removeLast()
    } else {
      lines += ["volumes:"] + volumes.map { "  \($0):" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension DemoService {
  /// The service in its project's file.
  fileprivate var lines: [String] {
    let image = image.replacing("grafana:11.4.0", with: "grafana:11.5.1")
    var lines = ["  \(name):", "    image: \(image)"]
    lines.append("    command: [" + command.map(Self.quoted).joined(separator: ", ") + "]")
    lines += mapping(
      "environment",
      environment.map { entry in
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        return "\(parts[0]): \(Self.quoted(parts.count > 1 ? parts[1] : ""))"
      })
    lines += list("expose", ports.filter { $0.published == nil }.map { Self.quoted(String($0.inside)) })
    lines += list(
      "ports", ports.compactMap { port in port.published.map { Self.quoted("\($0):\(port.inside)") } })
    lines += list("volumes", mounts.map { "\($0.source):\($0.destination)" + ($0.isReadOnly ? ":ro" : "") })
    if let health {
      lines += mapping(
        "healthcheck",
        ["test: [CMD-SHELL, \(Self.quoted(health))]", "interval: 30s", "timeout: 5s", "retries: 3"])
    }
    return lines + dependencyLines + deployLines + ["    restart: unless-stopped", "    logging: *logging"]
      + mapping("labels", labels.sorted { $0.key < $1.key }.map { "\($0.key): \(Self.quoted($0.value))" })
  }

  private var dependencyLines: [String] {
    mapping(
      "depends_on",
      dependsOn.split(separator: ",").map { entry in
        let parts = entry.split(separator: ":")
        return "\(parts[0]): {condition: \(parts[1])" + (parts[2] == "true" ? ", restart: true}" : "}")
      })
  }

  private var deployLines: [String] {
    var lines: [String] = []
    if replicas > 1 { lines.append("replicas: \(replicas)") }
    if memoryLimit > 0 { lines.append("resources: {limits: {memory: \(memoryLimit >> 20)M}}") }
    return mapping("deploy", lines)
  }

  private func mapping(_ key: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : ["    \(key):"] + entries.map { "      " + $0 }
  }

  private func list(_ key: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : ["    \(key):"] + entries.map { "      - " + $0 }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || "-_./".contains($0)) }
      && !["true", "false", "null", "yes", "no", "on", "off"].contains(text) && text.first != "-"
    return isPlain ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
