extension ComposeRule {
  /// What keeps Compose from reading a project: found while it is read, so that these rules check nothing themselves.
  static let reading: [ComposeRule] = ComposeProblem.Kind.allCases.map { kind in
    ComposeRule(
      kind.rawValue, .error, reason: reason(of: kind), fix: "Change what the message names.",
      check: { _ in [] })
  }

  private static func reason(of kind: ComposeProblem.Kind) -> String {
    switch kind {
    case .file: "A file that is named has to be there and to be a text."
    case .syntax: "The file is not YAML."
    case .variable: "A variable that is required has no value, or a dollar sign starts none."
    case .schema: "Compose does not know the key, or not with such a value."
    case .merge: "The files cannot be put together."
    case .reference: "Something is used that the project does not have."
    case .consistency: "Two things cannot stand together."
    }
  }

  static let references: [ComposeRule] = [
    ComposeRule(
      "unset-variable", .warning, reason: "Nothing is put where the variable stands.",
      fix: "Set it in the environment or in .env, or give it a default with ${NAME:-default}."
    ) { project in
      project.unset.map {
        Finding(message: "the variable \($0.name) is not set", path: $0.path, mark: $0.mark)
      }
    },
    ComposeRule(
      "missing-bind-source", .warning,
      reason:
        "The engine makes an empty directory, owned by root, where the source of a bind mount is missing.",
      fix: "Make the file or directory, or correct the path."
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
      fix: "Drop container_name from one of the services."
    ) { project in
      var seen: [String: String] = [:]
      return project.services.compactMap { service in
        guard let name = service["container_name"]?.text else { return nil }
        defer { seen[name] = service.name }
        return seen[name].map {
          service.finding("\(name) is the container of \($0) too", at: "container_name")
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
