/// Makes the paths of a model absolute.
struct PathResolution {
  /// The directory that they start at, absolute.
  let directory: String
  let environment: [String: String]
  let files: ComposeFiles

  func resolve(_ root: inout ComposeMap) throws(MarkedProblem) {
    if var services = root["services"] {
      try services.updateEntries { (name, service) throws(MarkedProblem) in
        try resolve(service: &service, path: "services.\(name)")
      }
      root["services"] = services
    }
    for section in ["configs", "secrets"] {
      guard var resources = root[section] else { continue }
      resources.updateEntries { _, resource in resource.update("file") { change(&$0, absoluteUnlessWindows) }
      }
      root[section] = resources
    }
    if var volumes = root["volumes"] {
      volumes.updateEntries { _, volume in resolve(volume: &volume) }
      root["volumes"] = volumes
    }
  }

  private func resolve(service: inout ComposeNode, path: String) throws(MarkedProblem) {
    service.update("build") { build in
      build.update("context") { change(&$0, context) }
      build.update("additional_contexts") { $0.updateEntries { _, value in change(&value, context) } }
      build.update("ssh") { $0.updateEntries { _, value in change(&value, absoluteUnlessWindows) } }
    }
    service.update("env_file") { $0.updateElements { $0.update("path") { change(&$0, absolute) } } }
    service.update("label_file") { $0.updateElements { change(&$0, absolute) } }
    service.update("extends") { $0.update("file") { change(&$0, absolute) } }
    service.update("develop") { develop in
      develop.update("watch") {
        $0.updateElements { $0.update("path") { change(&$0) { files.resolved(absolute($0)) } } }
      }
    }
    try service.update("volumes") { (volumes) throws(MarkedProblem) in
      try volumes.updateElements { (mount) throws(MarkedProblem) in try resolve(mount: &mount, path: path) }
    }
  }

  private func resolve(mount: inout ComposeNode, path: String) throws(MarkedProblem) {
    guard mount["type"]?.text == "bind" else { return }
    guard mount["source"] != nil else {
      throw MarkedProblem(
        .schema, "the source of the bind mount is missing", path: path + ".volumes", mark: mount.mark)
    }
    mount.update("source") { change(&$0, absoluteUnlessWindows) }
  }

  /// A volume that is in truth a bind mount of a directory.
  private func resolve(volume: inout ComposeNode) {
    guard volume["driver"]?.text == "local", volume["driver_opts"]?["o"]?.text == "bind" else { return }
    volume.update("driver_opts") { $0.update("device") { change(&$0, absoluteUnlessWindows) } }
  }

  private func change(_ node: inout ComposeNode, _ path: (String) -> String) {
    if let text = node.text { node.content = .text(path(text)) }
  }

  private func absolute(_ path: String) -> String {
    let path = atHome(path)
    return path.hasPrefix("/") ? path : PathSyntax.join(directory, path)
  }

  private func absoluteUnlessWindows(_ path: String) -> String {
    let path = atHome(path)
    return path.hasPrefix("/") || PathSyntax.isWindowsAbsolute(path) ? path : PathSyntax.join(directory, path)
  }

  /// A build context: a path, unless it names something elsewhere.
  private func context(_ path: String) -> String {
    let remote = ["https://", "http://", "git://", "ssh://", "github.com/", "git@"]
    let isElsewhere = path.isEmpty || path.hasPrefix("service:") || remote.contains { path.hasPrefix($0) }
    return isElsewhere || PathResolution.contains(path, "://") ? path : absolute(path)
  }

  private func atHome(_ path: String) -> String {
    guard path.hasPrefix("~"), let home = environment["HOME"] else { return path }
    return PathSyntax.join(home, String(path.dropFirst()))
  }

  static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
