import ComposeFile
import EngineModel

/// What has to be laid over a project's files for `config --hash` to print the very hashes that `up` compares (Compose
/// 2): there the variables of environment files stand in the definition, and a namespace that is shared with a service
/// is that of its container's id.
package struct HashOverride: Sendable, Hashable {
  /// The file, in the flow style of YAML with Compose's own tags; nil where the printed hashes are the right ones.
  package let text: String?
  /// The services whose hash cannot be had: they take volumes of a container, whose id no file may name.
  package let unknowable: Set<String>

  /// The file for a project, and what runs of it.
  package init(project: ComposeProject, running: RunningStack) {
    let parts = project.services.compactMap { service -> String? in
      let keys = Self.variables(of: service, project) + Self.namespaces(of: service, running)
      guard !keys.isEmpty else { return nil }
      return "\(Self.quoted(service.name)): {\(keys.joined(separator: ", "))}"
    }
    text = parts.isEmpty ? nil : "{\"services\": {\(parts.joined(separator: ", "))}}\n"
    unknowable = Set(project.services.filter { $0.node["volumes_from"] != nil }.map(\.name))
  }

  private static func variables(of service: ComposeService, _ project: ComposeProject) -> [String] {
    guard !project.environmentFiles(of: service.name).isEmpty else { return [] }
    let pairs = (service.node["environment"]?.map?.entries ?? []).compactMap { entry in
      entry.value.spelled.map { "\(quoted(entry.key)): \(quoted($0, doublesDollars: true))" }
    }
    return ["env_file: !reset null", "environment: {\(pairs.joined(separator: ", "))}"]
  }

  private static func namespaces(of service: ComposeService, _ running: RunningStack) -> [String] {
    let shared = service.sharedServices.filter { $0.key != "volumes_from" }
    let modes = shared.compactMap { shared in
      running.replicas(of: shared.service).first.map { "\(shared.key): \"container:\($0.id.rawValue)\"" }
    }
    guard modes.count == shared.count, !shared.isEmpty else { return [] }
    // What it waits for by sharing is no longer said by it.
    let known = Set(shared.map(\.service))
    let needs = service.dependencies.filter { known.contains($0.service) }.map { need in
      "\(quoted(need.service)): {condition: \(need.condition), restart: \(need.restarts), required: \(need.isRequired)}"
    }
    return modes + ["depends_on: {\(needs.joined(separator: ", "))}"]
  }

  /// A text as JSON writes it, which is YAML too; dollar signs are doubled where Compose would read a variable.
  private static func quoted(_ text: String, doublesDollars: Bool = false) -> String {
    let plain =
      doublesDollars
      ? text.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$") : text
    return JSONValue.string(plain).prettyText
  }
}
