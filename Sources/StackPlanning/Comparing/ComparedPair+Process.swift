import ComposeFile
import EngineModel

/// The image, and what runs in it.
extension ComparedPair {
  func imageName() -> [PlanReason] {
    guard let wanted = service.image else {
      // Compose names what it builds itself; up to 1 with "_".
      let names = ["-", "_"].map { "\(frame.project)\($0)\(service.name)" }
      guard let first = names.first, !names.contains(where: { isSameImage($0, container.image) }) else {
        return []
      }
      return Differences.value("image", container.image, first)
    }
    return isSameImage(wanted, container.image) ? [] : Differences.value("image", container.image, wanted)
  }

  /// Compose keeps the spelling of the file; podman writes names in full.
  private func isSameImage(_ wanted: String, _ current: String) -> Bool {
    wanted == current || (maker == .podman && ImageReference(wanted) == ImageReference(current))
  }

  /// Command and entry point, the image's own standing in as the engine puts them in: an entry point of one's own
  /// takes the image's command away.
  func command() -> [PlanReason] {
    let entrypoint = self["entrypoint"]?.list?.compactMap(\.spelled)
    let command = texts("command")
    let imageConfig = image?.config
    var reasons: [PlanReason] = []
    if let wanted = entrypoint ?? imageConfig?["Entrypoint"].strings {
      let current = config["Entrypoint"].strings
      if wanted.filter({ !$0.isEmpty }) != current.filter({ !$0.isEmpty }) {
        reasons += Differences.value(
          "entrypoint", Differences.command(current), Differences.command(wanted))
      }
    }
    let inherited = (entrypoint ?? []).isEmpty ? imageConfig?["Cmd"].strings : []
    if let wanted = command.isEmpty ? inherited : command {
      reasons += Differences.value(
        "command", Differences.command(config["Cmd"].strings), Differences.command(wanted))
    }
    return reasons
  }

  /// The variables: the image's, under those of the service, whose environment files the model has read already.
  func environment() -> [PlanReason] {
    var wanted = Self.variables(image?.config["Env"].strings ?? [])
    for entry in self["environment"]?.map?.entries ?? [] { wanted[entry.key] = entry.value.spelled }
    return Differences.pairs("environment", Self.variables(config["Env"].strings), wanted) { name in
      image == nil || isAddedVariable(name)
    }
  }

  private static func variables(_ texts: [String]) -> [String: String] {
    Dictionary(
      texts.compactMap { text in
        // A name alone takes a variable of the image away.
        guard let equals = text.firstIndex(of: "=") else { return nil }
        return (String(text[..<equals]), String(text[text.index(after: equals)...]))
      }
    ) { $1 }
  }

  /// Variables that come from neither the file nor the image: Compose 1's hint for Swarm, the proxies of the docker
  /// CLI's settings, and what podman sets itself.
  private func isAddedVariable(_ name: String) -> Bool {
    let proxies = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"]
    if name == "affinity:container" || name == "PATH" || proxies.contains(name.uppercased()) { return true }
    return maker == .podman && ["HOME", "HOSTNAME", "TERM", "container"].contains(name)
  }

  func labels() -> [PlanReason] {
    var wanted = image?.config["Labels"].dictionary ?? [:]
    wanted.merge(self["labels"]?.pairs ?? [:]) { $1 }
    let isOurs = { (name: String) in
      ["com.docker.compose.", "io.podman.", "desktop.docker.io/", "PODMAN_SYSTEMD_UNIT"].contains {
        name.hasPrefix($0)
      }
    }
    return Differences.pairs(
      "label", container.labels.filter { !isOurs($0.key) }, wanted.filter { !isOurs($0.key) }
    ) { _ in image == nil }
  }

  /// User, folder, terminal and how it is stopped.
  func process() -> [PlanReason] {
    inherited("user", config["User"].string, from: "User")
      + inherited("working_dir", config["WorkingDir"].string.map(Self.clean), from: "WorkingDir")
      + Differences.flag("tty", config["Tty"].bool ?? false, self["tty"]?.bool ?? false)
      + Differences.flag("stdin_open", config["OpenStdin"].bool ?? false, self["stdin_open"]?.bool ?? false)
      + Differences.flag("init", host["Init"].bool ?? false, self["init"]?.bool ?? false)
      + stopping()
  }

  private func inherited(_ key: String, _ current: String?, from member: String) -> [PlanReason] {
    guard let wanted = self[key]?.spelled ?? image.map({ $0.config[member].string ?? "" }) else { return [] }
    let isPath = key == "working_dir"
    return Differences.value(key, current ?? "", isPath ? Self.clean(wanted) : wanted)
  }

  private func stopping() -> [PlanReason] {
    let wanted = self["stop_signal"]?.spelled ?? image?.config["StopSignal"].string ?? ""
    let signal = Self.signal(config["StopSignal"].string ?? "")
    let seconds = self["stop_grace_period"]?.text.flatMap(ComposeDuration.nanoseconds).map {
      Double($0) / 1_000_000_000
    }
    let current = config["StopTimeout"].double
    // Engines keep whole seconds.
    let isSame = seconds == current || abs((seconds ?? -9) - (current ?? -9)) < 1
    let isInherited = self["stop_signal"] == nil && image == nil
    return (isInherited ? [] : Differences.value("stop_signal", signal, Self.signal(wanted)))
      + (isSame
        ? []
        : Differences.value(
          "stop_grace_period", current.map { "\(Int($0))s" } ?? "", self["stop_grace_period"]?.text ?? ""))
  }

  /// SIGTERM is what an engine sends where nothing is said.
  private static func signal(_ name: String) -> String {
    let upper = name.uppercased()
    if ["", "15", "TERM"].contains(upper) { return "SIGTERM" }
    return upper.hasPrefix("SIG") || Int(upper) != nil ? upper : "SIG" + upper
  }

  /// A path inside of a container without what makes no difference.
  static func clean(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return path.isEmpty ? "" : (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
