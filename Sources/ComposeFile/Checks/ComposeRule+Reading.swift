extension ComposeRule {
  /// What keeps Compose from reading a project: found while it is read, so that these rules check nothing themselves.
  static let reading: [ComposeRule] = ComposeProblem.Kind.allCases.map { kind in
    ComposeRule(
      kind.rawValue, .error, reason: reason(of: kind), fix: "Change what the message names.",
      check: { _ in [] })
  }

  private static func reason(of kind: ComposeProblem.Kind) -> String {
    switch kind {
    case .file: "A file that is named must exist and be text."
    case .syntax: "The file is not YAML."
    case .variable: "A required variable has no value, or a dollar sign starts no variable."
    case .schema: "Compose does not know the key, or does not accept its value."
    case .merge: "The files cannot be merged."
    case .reference: "Something is used that the project does not define."
    case .consistency: "Two settings contradict each other."
    }
  }

  static let references: [ComposeRule] = [
    ComposeRule(
      "unset-variable", .warning, reason: "The variable is replaced by a blank string.",
      fix: "Set it in the environment or in .env, or give it a default with ${NAME:-default}."
    ) { project in
      project.unset.map {
        Finding(message: "the variable \($0.name) is not set", path: $0.path, mark: $0.mark)
      }
    },
    ComposeRule(
      "missing-bind-source", .warning,
      reason:
        "The engine creates an empty directory, owned by root, if the source of a bind mount is missing.",
      fix: "Create the file or directory, or fix the path."
    ) { project in
      project.services.flatMap { service in
        service.mounts("bind").compactMap { mount in
          guard let source = mount["source"]?.text, source.hasPrefix("/"), project.files.kind(source) == nil
          else {
            return nil
          }
          return service.finding("\(source) does not exist", at: "volumes", mount.mark)
        }
      }
    },
    ComposeRule(
      "container-name-twice", .error, reason: "Two containers cannot have one name.",
      fix: "Remove container_name from one of the services."
    ) { project in
      var seen: [String: String] = [:]
      return project.services.compactMap { service in
        guard let name = service["container_name"]?.text else { return nil }
        defer { seen[name] = service.name }
        return seen[name].map {
          service.finding("\(name) is also the container name of \($0)", at: "container_name")
        }
      }
    },
  ]
}

extension CheckedService {
  /// The mounts of a type.
  func mounts(_ type: String) -> [ComposeNode] {
    (self["volumes"]?.list ?? []).filter { $0["type"]?.text == type }
  }
}
