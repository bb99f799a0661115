import Testing

@testable import EngineModel

@Suite struct DocumentTests {
  private func document(_ text: String) throws -> JSONValue { try JSONValue(json: Array(text.utf8)) }

  @Test func containerDetails() throws {
    let details = try #require(
      ContainerDetails(
        document(
          """
          {"Id":"abc","Created":"2026-11-24T23:05:00.5Z","Name":"/web","RestartCount":2,"Image":"sha256:1",
           "State":{"Status":"exited","ExitCode":137,"OOMKilled":true,"Error":"","StartedAt":"2026-11-24T23:05:01Z",
            "FinishedAt":"0001-01-01T00:00:00Z","Health":{"Status":"unhealthy","FailingStreak":3,"Log":[
             {"Start":"2026-11-24T23:05:07+01:00","End":"x","ExitCode":1,"Output":"no"}]}},
           "Config":{"Tty":true,"OpenStdin":false,"Env":["A=1"],"Cmd":["sleep","1"],"Entrypoint":null,"Image":"app:1",
            "User":"app","Labels":{"com.docker.compose.project":"shop"},"Hostname":"h","WorkingDir":"/w"},
           "HostConfig":{"RestartPolicy":{"Name":"on-failure","MaximumRetryCount":5},"LogConfig":{"Type":"local"},
            "Memory":1024,"NanoCpus":0,"PidsLimit":null,"CapAdd":["NET_ADMIN"],"ReadonlyRootfs":true,"NetworkMode":"n"},
           "NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"}],"53/udp":null},
            "Networks":{"n":{"NetworkID":"1","IPAddress":"10.0.0.2"}}}}
          """)))
    #expect(details.name == "web")
    #expect(details.run.exitCode == 137)
    #expect(details.run.oomKilled)
    #expect(details.run.finishedAt == nil)
    #expect(details.health?.failingStreak == 3)
    #expect(details.health?.log.map(\.output) == ["no"])
    #expect(details.process.tty)
    #expect(details.process.entrypoint.isEmpty)
    #expect(details.host.restartPolicy == "on-failure")
    #expect(details.host.memoryLimit == 1024)
    #expect(details.host.nanoCPUs == nil)
    #expect(details.compose.project == "shop")
    #expect(
      details.ports == [
        PortBinding(address: "0.0.0.0", privatePort: 80, publicPort: 8080),
        PortBinding(privatePort: 53, proto: "udp"),
      ])
  }

  @Test func anEmptyObjectIsNoContainer() throws {
    #expect(ContainerDetails(try document("{}")) == nil)
  }

  @Test func anUntaggedImageIsDangling() throws {
    let image = try #require(
      ImageSummary(
        document(
          #"{"Id":"sha256:12","RepoTags":["<none>:<none>"],"RepoDigests":["<none>@<none>"],"Containers":-1,"SharedSize":-1,"Size":5}"#
        )))
    #expect(image.isDangling)
    #expect(image.containers == nil)
    #expect(image.sharedSize == nil)
  }

  @Test func diskUsageOfOldEngines() throws {
    let usage = try #require(
      DiskUsage(
        document(
          """
          {"LayersSize":100,"Images":[{"Containers":1,"Size":80,"SharedSize":30},{"Containers":0,"Size":40}],
           "Containers":[{"State":"running","SizeRw":7},{"State":"exited","SizeRw":3}],
           "Volumes":[{"Name":"a","UsageData":{"Size":10,"RefCount":1}},{"Name":"b","UsageData":{"Size":20,"RefCount":0}}],
           "BuildCache":[{"Size":9,"InUse":false,"Shared":false},{"Size":4,"InUse":false,"Shared":true}]}
          """)))
    #expect(usage.images == DiskUsage.Share(count: 2, active: 1, size: 100, reclaimable: 50))
    #expect(usage.containers == DiskUsage.Share(count: 2, active: 1, size: 10, reclaimable: 3))
    #expect(usage.volumes == DiskUsage.Share(count: 2, active: 1, size: 30, reclaimable: 20))
    #expect(usage.buildCache == DiskUsage.Share(count: 2, active: 0, size: 9, reclaimable: 9))
    #expect(usage.volumeItems.map(\.size) == [10, 20])
  }

  @Test func diskUsageOfNewEngines() throws {
    let usage = try #require(
      DiskUsage(
        document(
          """
          {"ImageUsage":{"ActiveCount":1,"TotalCount":4,"Reclaimable":12,"TotalSize":98},
           "VolumeUsage":{"TotalCount":1,"Items":[{"Name":"v","UsageData":{"Size":-1,"RefCount":-1}}]}}
          """)))
    #expect(usage.images == DiskUsage.Share(count: 4, active: 1, size: 98, reclaimable: 12))
    #expect(usage.volumeItems == [VolumeSummary(name: "v", driver: "", scope: "")])
    #expect(usage.containers == DiskUsage.Share())
  }

  @Test(arguments: [("Engine", "Docker"), ("Podman Engine", "Podman")])
  func tellsDockerFromPodman(component: String, product: String) throws {
    let version = try EngineVersion(
      document(
        #"{"Version":"4.3","ApiVersion":"1.41","MinAPIVersion":"1.24","Components":[{"Name":"\#(component)"}]}"#
      ))
    #expect(version?.product == product)
    #expect(version?.apiVersion == APIVersion(1, 41))
  }

  @Test func pruneReports() throws {
    let report = try PruneReport(
      document(#"{"ImagesDeleted":[{"Untagged":"a:1"},{"Deleted":"sha256:1"}],"SpaceReclaimed":77}"#))
    #expect(report == PruneReport(deleted: ["a:1", "sha256:1"], spaceReclaimed: 77))
    #expect(
      try PruneReport(document(#"{"VolumesDeleted":null,"SpaceReclaimed":0}"#)) == PruneReport(deleted: []))
  }

  @Test func networks() throws {
    let network = try #require(
      NetworkSummary(
        document(
          #"{"Id":"n1","Name":"shop","IPAM":{"Config":[{"Subnet":"10.0.0.0/24","Gateway":"10.0.0.1"}]},"Internal":true,"Containers":{"c1":{}}}"#
        )))
    #expect(network.subnets == ["10.0.0.0/24"])
    #expect(network.gateways == ["10.0.0.1"])
    #expect(network.isInternal)
    #expect(network.containers == ["c1"])
  }
}

@Suite struct IdentifierTests {
  @Test func shortIds() {
    #expect(ImageID("sha256:8dcfa0f6dad40f302efe").short == "8dcfa0f6dad4")
    #expect(VolumeName("a-long-name-of-a-volume").short == "a-long-name-of-a-volume")
    #expect(VolumeName(String(repeating: "ab", count: 32)).isAnonymous)
  }

  @Test func versionsOrderByNumber() {
    #expect(APIVersion(1, 9) < APIVersion(1, 24))
    #expect(APIVersion("1.41") == APIVersion(1, 41))
    #expect(APIVersion("x.1") == nil)
    #expect(APIVersion("1") == nil)
  }
}
