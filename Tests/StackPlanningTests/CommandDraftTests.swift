import EngineModel
import StackPlanning
import Testing

/// Containers as the commands of the docker CLI that make them again.
@Suite struct CommandDraftTests {
  /// A draft of a container named web, of an image that says nothing.
  private func draft(config: String = "", host: String = "", networks: String = "") throws -> CommandDraft {
    let json = """
      {"Id": "\(String(repeating: "a", count: 64))", "Name": "/web", "Image": "sha256:1",
       "Created": "2026-01-01T00:00:00Z", "State": {"Status": "running"}, "Mounts": [],
       "Config": {"Image": "nginx:1.27"\(config)}, "HostConfig": {"ShmSize": 67108864\(host)},
       "NetworkSettings": {"Networks": {\(networks)}}}
      """
    return CommandDraft(of: try #require(ContainerDetails(JSONValue(json: Array(json.utf8)))), image: nil)
  }

  @Test func aPlainContainerIsOneCommand() throws {
    let draft = try draft(config: #", "Cmd": ["serve", "a b"]"#)
    #expect(
      draft.text == """
        docker run -d \\
          --name web \\
          nginx:1.27 serve 'a b'

        """)
  }

  @Test func quotesInAValueStayInIt() throws {
    let draft = try draft(config: #", "Env": ["SAID=it's $HOME"]"#)
    #expect(draft.text.contains(#"-e 'SAID=it'\''s $HOME'"#))
  }

  @Test func anEntryPointOfSeveralWordsGoesOnBehindTheImage() throws {
    let draft = try draft(config: #", "Entrypoint": ["/bin/sh", "-c"], "Cmd": ["true"]"#)
    #expect(draft.commands[0].suffix(2) == [["--entrypoint", "/bin/sh"], ["nginx:1.27", "-c", "true"]])
  }

  @Test func severalNetworksAreJoinedBeforeItStarts() throws {
    let draft = try draft(
      host: #", "NetworkMode": "front""#,
      networks: #""back": {"Aliases": ["db"], "IPAMConfig": {"IPv4Address": "10.0.0.5"}}, "front": {}"#)
    #expect(
      draft.text == """
        docker create \\
          --name web \\
          --network front \\
          nginx:1.27
        docker network connect --alias db --ip 10.0.0.5 back web
        docker start web

        """)
  }

  @Test func aNetworkBesideTheEnginesOwnIsJoinedToo() throws {
    let draft = try draft(host: #", "NetworkMode": "default""#, networks: #""bridge": {}, "extra": {}"#)
    #expect(draft.commands.count == 3 && draft.leftOut == [])
  }

  @Test func theDriverOptionsOfANetworkStandBesideItsName() throws {
    let draft = try draft(
      host: #", "NetworkMode": "front""#,
      networks: #""front": {"DriverOpts": {"a.b": "c"}, "Aliases": ["x"]}"#)
    #expect(draft.commands[0].contains(["--network", "name=front,driver-opt=a.b=c"]))
    #expect(draft.commands[0].contains(["--network-alias", "x"]))
  }

  @Test func anOptionOfAMountThatNothingSaysIsNamed() throws {
    let json = """
      {"Id": "\(String(repeating: "a", count: 64))", "Name": "/web", "State": {}, "Config": {"Image": "x"},
       "Mounts": [{"Type": "bind", "Destination": "/data"}],
       "HostConfig": {"ShmSize": 67108864, "Mounts": [
         {"Type": "bind", "Source": "/srv", "Target": "/data", "BindOptions": {"NonRecursive": true}}]}}
      """
    let details = try #require(ContainerDetails(JSONValue(json: Array(json.utf8))))
    #expect(CommandDraft(of: details, image: nil).leftOut == ["NonRecursive of the mount at /data"])
  }

  @Test func aProbeWithoutAShellIsNamed() throws {
    let draft = try draft(config: #", "Healthcheck": {"Test": ["CMD", "probe", "a b"]}"#)
    #expect(draft.commands[0].contains(["--health-cmd", "probe 'a b'"]))
    #expect(draft.leftOut == ["that the probe runs without a shell"])
    #expect(draft.text.hasPrefix("# Left out, since docker run does not say it:\n#   that the probe"))
  }

  @Test func theLabelsOfAStackAreNamed() throws {
    let draft = try draft(config: #", "Labels": {"com.docker.compose.project": "shop", "team": "ops"}"#)
    #expect(draft.commands[0].contains(["--label", "team=ops"]))
    #expect(draft.leftOut == ["the labels of Compose: a container made by hand is none of its stack"])
  }

  @Test(arguments: [
    (#"{"Count": -1, "Capabilities": [["gpu"]]}"#, ["--gpus", "count=all"]),
    (#"{"DeviceIDs": ["0", "1"], "Capabilities": [["gpu"]]}"#, ["--gpus", #""device=0,1""#]),
    (#"{"Driver": "cdi", "DeviceIDs": ["vendor.example/gpu=0"]}"#, ["--device", "vendor.example/gpu=0"]),
  ])
  func graphicsCards(request: String, words: [String]) throws {
    #expect(try draft(host: #", "DeviceRequests": [\#(request)]"#).commands[0].contains(words))
  }

  @Test func aMountWithACommaIsQuotedAsTheClientReadsIt() throws {
    let json = """
      {"Id": "\(String(repeating: "a", count: 64))", "Name": "/web", "State": {}, "Config": {"Image": "x"},
       "Mounts": [{"Type": "bind", "Destination": "/data"}],
       "HostConfig": {"ShmSize": 67108864,
         "Mounts": [{"Type": "bind", "Source": "/srv/a,b", "Target": "/data", "ReadOnly": true}]}}
      """
    let details = try #require(ContainerDetails(JSONValue(json: Array(json.utf8))))
    let draft = CommandDraft(of: details, image: nil)
    #expect(
      draft.commands[0].contains(["--mount", #"type=bind,"source=/srv/a,b",target=/data,readonly"#]))
  }
}
