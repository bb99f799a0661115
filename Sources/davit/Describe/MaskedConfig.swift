import EngineModel
import SecretDetection

extension SecretRules {
  /// An inspect document of a container or an image with the secrets in its `Config` masked.
  func masked(configOf document: JSONValue) -> JSONValue {
    document.mapping("Config") { config in
      var config = config
      config = config.mapping("Env") { list in
        .array(list.strings.map { .string(masked(entry: $0)) })
      }
      for key in ["Cmd", "Entrypoint"] where !config[key].isNull {
        config = config.mapping(key) { .array(masked(words: $0.strings).map(JSONValue.string)) }
      }
      config = config.mapping("Healthcheck") { check in
        check.mapping("Test") { .array(masked(words: $0.strings).map(JSONValue.string)) }
      }
      return config.mapping("Labels") { labels in
        .object(
          labels.members.map { label in
            .init(key: label.key, value: .string(masked(name: label.key, value: label.value.string ?? "")))
          })
      }
    }
  }
}

extension JSONValue {
  /// The document with a member of it changed; as it is where it has none, or only null.
  fileprivate func mapping(_ key: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(
      members.map { member in
        member.key == key && !member.value.isNull
          ? .init(key: key, value: change(member.value)) : member
      })
  }
}
