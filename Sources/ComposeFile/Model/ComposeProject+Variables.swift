extension ComposeProject {
  /// An active service; nil where there is none of the name.
  public func service(_ name: String) -> ComposeService? {
    model["services"]?.map?.entry(name).map {
      ComposeService(name: name, node: $0.value, mark: $0.keyMark)
    }
  }

  /// The profiles of every service that has some, active or not, by the service's name.
  public var profiles: [String: [String]] {
    var found: [String: [String]] = [:]
    for entry in canonical["services"]?.map?.entries ?? [] {
      let names = (entry.value["profiles"]?.list ?? []).compactMap(\.text)
      if !names.isEmpty { found[entry.key] = names }
    }
    return found
  }

  /// The variables of a service's containers as the files give them, sorted by name.
  public func variables(of service: String) -> [ComposeVariable] {
    let own = Set(ownVariables(of: service))
    let files = environmentFiles(of: service)
    return (model["services"]?[service]?["environment"]?.map?.entries ?? []).map { entry in
      let origin: ComposeVariable.Origin =
        own.contains(entry.key) || files.isEmpty
        ? .entry(sources.place(of: entry.value.mark ?? entry.keyMark)) : .files(files)
      return ComposeVariable(name: entry.key, value: entry.value.text, origin: origin)
    }
  }

  /// Where a variable that nothing sets was first met; nil where no file says it.
  public func place(of variable: UnsetVariable) -> ComposePlace? { sources.place(of: variable.mark) }

  /// The files of a service's `env_file`, absolute, in their order.
  public func environmentFiles(of service: String) -> [String] {
    (canonical["services"]?[service]?["env_file"]?.list ?? []).compactMap { $0["path"]?.text }
  }

  /// The names under a service's own `environment`.
  private func ownVariables(of service: String) -> [String] {
    let node = canonical["services"]?[service]?["environment"]
    let listed = (node?.list ?? []).compactMap { element in
      element.text.map { String($0.prefix { $0 != "=" }) }
    }
    return listed + (node?.map?.keys ?? [])
  }
}

/// A variable of a service's containers.
public struct ComposeVariable: Sendable, Hashable {
  /// Where a variable comes from.
  public enum Origin: Sendable, Hashable {
    /// From the service's own `environment`, and where that is written; nil where no file says it.
    case entry(ComposePlace?)
    /// From one of the service's environment files, absolute paths, the last that sets it winning.
    case files([String])
  }

  /// The name.
  public let name: String
  /// The value; nil for one that is named without a value and that nothing sets.
  public let value: String?
  public let origin: Origin
}
