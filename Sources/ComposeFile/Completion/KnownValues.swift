/// Values that make sense at a place of a Compose file, beyond what its rules say.
struct KnownValues {
  private let lines: [String]
  private let known: ComposeCompletion.KnownNames

  init(lines: [String], known: ComposeCompletion.KnownNames) {
    self.lines = lines
    self.known = known
  }

  /// The steps of a way as a text: `services.*.depends_on[]`.
  private static func pattern(_ path: [CompletionPlace.Step]) -> String {
    var text = ""
    for (index, step) in path.enumerated() {
      switch step {
      case .item: text += "[]"
      case .key(let name): text += (text.isEmpty ? "" : ".") + (index == 1 ? "*" : name)
      }
    }
    return text
  }

  /// The service that a way leads into; nil outside of services.
  private static func service(_ path: [CompletionPlace.Step]) -> String? {
    guard path.count > 1, path[0] == .key("services"), case .key(let name) = path[1] else { return nil }
    return name
  }

  /// Names that a mapping has as its keys.
  func names(at path: [CompletionPlace.Step]) -> [String] {
    switch Self.pattern(path) {
    case "services.*.depends_on": services(but: path)
    case "services.*.networks": section("networks")
    case "services.*.ulimits", "services.*.build.ulimits": Self.limits
    default: []
    }
  }

  /// What a value, or an item of a list, can be.
  func candidates(at path: [CompletionPlace.Step]) -> [ComposeCompletion.Candidate] {
    let pattern = Self.pattern(path)
    if let fixed = Self.fixed[pattern] {
      return fixed.map { .init($0, insertion: Self.quoted($0)) }
        + named(pattern, path).map { .init($0) }
    }
    return named(pattern, path).map { .init($0) } + external(pattern)
  }

  /// Names from the file and from the caller.
  private func named(_ pattern: String, _ path: [CompletionPlace.Step]) -> [String] {
    switch pattern {
    case "services.*.image": known.images
    case "services.*.depends_on[]", "services.*.links[]", "services.*.volumes_from[]",
      "services.*.extends", "services.*.extends.service":
      services(but: path)
    case "services.*.network_mode", "services.*.pid", "services.*.ipc":
      services(but: path).map { "service:" + $0 }
    case "services.*.networks[]": section("networks")
    case "services.*.volumes[]": section("volumes").map { $0 + ":" }
    case "services.*.volumes[].source": section("volumes")
    case "services.*.secrets[]", "services.*.secrets[].source", "services.*.build.secrets[]":
      section("secrets")
    case "services.*.configs[]", "services.*.configs[].source": section("configs")
    case "services.*.models[]": section("models")
    default: []
    }
  }

  /// Names of what the engine has, for what a file takes from there.
  private func external(_ pattern: String) -> [ComposeCompletion.Candidate] {
    switch pattern {
    case "networks.*.name": known.networks.map { .init($0, detail: "a network of the engine") }
    case "volumes.*.name": known.volumes.map { .init($0, detail: "a volume of the engine") }
    default: []
    }
  }

  private func services(but path: [CompletionPlace.Step]) -> [String] {
    let own = Self.service(path)
    return section("services").filter { $0 != own }
  }

  private func section(_ name: String) -> [String] { ComposeBlocks.names(in: name, of: lines) }

  /// A value as it has to stand in YAML: what would be a truth value there is put into quotes.
  private static func quoted(_ text: String) -> String { text == "no" ? "\"no\"" : text }

  private static let limits = [
    "nofile", "nproc", "memlock", "core", "stack", "rtprio", "sigpending", "msgqueue", "nice", "fsize",
    "data",
    "as", "cpu", "locks", "rss",
  ]
}
