import ComposeFile
import EngineModel

/// The commands that make a container like one that is there: `docker run`, or `docker create` where it has to be put into
/// more networks before it starts. They stand on the same reading as `StackDraft`: what the image says already is not
/// repeated, volumes and networks are used as they are, and what cannot be said is named.
package struct CommandDraft: Sendable, Equatable {
  /// The commands in their order; of each the lines, of each line the words.
  package private(set) var commands: [[[String]]] = []
  /// What is left out, a few words each.
  package private(set) var leftOut: [String] = []

  /// The draft of a container, with the answer of GET /images/{id}/json of its image; nil where that is gone. `names` and
  /// `standardCgroup` as for `StackDraft`.
  package init(
    of container: ContainerDetails, image: JSONValue?, names: [ContainerID: String] = [:],
    standardCgroup: String? = nil
  ) {
    let peers = DraftPeers(services: [:], names: names, standardCgroup: standardCgroup)
    var service = DraftedService(container, image: image, name: container.name, peers: peers)
    service.write()
    var words = CommandWords(service)
    words.write()
    leftOut = words.leftOut
    let making = [["--name", container.name]] + words.options + [words.ending]
    guard !words.laterNetworks.isEmpty else {
      commands = [[["docker", "run", "-d"]] + making]
      return
    }
    commands = [[["docker", "create"]] + making]
    for network in words.laterNetworks {
      commands.append([["docker", "network", "connect"] + network + [container.name]])
    }
    commands.append([["docker", "start", container.name]])
  }

  /// The commands for a POSIX shell, one option a line; what is left out stands above them as comments.
  package var text: String {
    let head = leftOut.isEmpty ? "" : "# Left out, since docker run does not say it:\n"
    return head + leftOut.map { "#   \($0)\n" }.joined()
      + commands.map { command in
        command.map(CommandText.quoted).filter { !$0.isEmpty }.joined(separator: " \\\n  ") + "\n"
      }.joined()
  }
}
