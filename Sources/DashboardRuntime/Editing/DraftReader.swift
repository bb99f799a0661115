import Dashboard
import EngineClient
import EngineModel
import StackPlanning

/// Reads containers as what would make them again: a Compose file, or the commands of the docker CLI.
package struct DraftReader: Sendable {
  private let client: EngineClient

  /// A reader of what an engine has.
  package init(client: EngineClient) { self.client = client }

  /// The Compose file of containers, as a project of a name.
  func file(of ids: [ContainerID], name: String) async throws(EngineError) -> String {
    var parts: [(ContainerDetails, JSONValue?)] = []
    for id in ids { parts.append(try await part(id)) }
    let (names, standard) = try await surroundings()
    return StackDraft(of: parts, name: name, names: names, standardCgroup: standard).yaml
  }

  /// A container in a form. `change` is made to the inspect documents of the container and of its image before they are
  /// read: who shows the text masks its secrets so.
  package func description(
    of id: ContainerID, as form: DescriptionForm, after change: (JSONValue) -> JSONValue = { $0 }
  ) async throws(EngineError) -> ContainerDescription {
    let (found, foundImage) = try await part(id)
    let (details, image) = (ContainerDetails(change(found.document)) ?? found, foundImage.map(change))
    let (names, standard) = try await surroundings()
    let (text, leftOut): (String, Int)
    switch form {
    case .dockerRun:
      let draft = CommandDraft(of: details, image: image, names: names, standardCgroup: standard)
      (text, leftOut) = (draft.text, draft.leftOut.count)
    case .compose:
      let draft = StackDraft(
        of: [(details, image)], name: StackDraft.projectName(details.name), names: names,
        standardCgroup: standard)
      (text, leftOut) = (draft.yaml, draft.remarks.count)
    }
    return ContainerDescription(name: details.name, form: form, text: text, leftOut: leftOut)
  }

  private func part(_ id: ContainerID) async throws(EngineError) -> (ContainerDetails, JSONValue?) {
    let details = try await client.container(id)
    // An image that is gone says nothing: all of the container is written.
    return (details, try? await client.document(.image(details.imageID.rawValue)))
  }

  /// The names of all containers, and the namespace of control groups that they get without asking.
  private func surroundings() async throws(EngineError) -> ([ContainerID: String], String?) {
    let all = try await client.containers()
    let control = try? await client.info().cgroupVersion
    let standard: String? = control.flatMap { $0 == "1" ? "host" : $0 == "2" ? "private" : nil }
    return (Dictionary(all.map { ($0.id, $0.name) }) { first, _ in first }, standard)
  }
}
