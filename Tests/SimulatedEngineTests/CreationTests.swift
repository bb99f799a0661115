import SimulatedEngine
import TestSupport
import Testing

@Suite struct CreationTests {
  private let host = [
    SimulatedContainer(name: "shop-web-1", image: "nginx:1.27", networks: ["front"]),
    SimulatedContainer(name: "other", networks: ["back"]),
  ]

  private let definition = """
    {"Image": "nginx:1.27", "Cmd": ["nginx", "-g", "daemon off;"], "Env": ["A=1"],
     "Labels": {"com.docker.compose.project": "shop"}, "ExposedPorts": {"80/tcp": {}},
     "HostConfig": {"Binds": ["data:/data:ro"], "NetworkMode": "front", "RestartPolicy": {"Name": "always"},
                    "Memory": 1048576, "PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]}},
     "NetworkingConfig": {"EndpointsConfig": {"front": {}}}}
    """

  @Test func aContainerIsMadeAsItIsDefined() async throws {
    try await withEngine(host) { _, client in
      let answer = try client.request("POST", "/containers/create?name=shop-web-2", body: definition)
      #expect(answer.status == 201)
      let made = try client.inspect("shop-web-2")
      #expect(try ReferenceJSON(answer.body)["Id"].string == made["Id"].string)
      #expect(made["State"]["Status"].string == "created")
      #expect(made["Config"]["Image"].string == "nginx:1.27")
      #expect(made["Config"]["Labels"]["com.docker.compose.project"].string == "shop")
      #expect(made["HostConfig"]["Binds"][0].string == "data:/data:ro")
      #expect(made["HostConfig"]["RestartPolicy"]["Name"].string == "always")
      #expect(made["HostConfig"]["PortBindings"]["80/tcp"][0]["HostPort"].string == "8080")
      #expect(made["NetworkSettings"]["Networks"]["front"]["NetworkID"].string?.isEmpty == false)
      #expect(try client.pastEvents().contains("container create"))
    }
  }

  @Test func itIsConnectedAndStarted() async throws {
    try await withEngine(host) { _, client in
      _ = try client.request("POST", "/containers/create?name=shop-web-2", body: definition)
      #expect(
        try client.request("POST", "/networks/back/connect", body: "{\"Container\": \"shop-web-2\"}").status
          == 200)
      #expect(try client.request("POST", "/containers/shop-web-2/start").status == 204)
      let networks = try client.inspect("shop-web-2")["NetworkSettings"]["Networks"]
      #expect(networks["front"]["IPAddress"].string?.isEmpty == false)
      #expect(networks["back"]["IPAddress"].string?.isEmpty == false)
      #expect(try client.names("all=1") == ["other", "shop-web-1", "shop-web-2"])
    }
  }

  @Test(arguments: [
    ("shop-web-1", "{\"Image\": \"nginx:1.27\"}", 409), ("new", "{\"Image\": \"missing:1\"}", 404),
    ("new", "{}", 400), ("new", "no JSON", 400), ("b d", "{\"Image\": \"nginx:1.27\"}", 400),
  ])
  func whatCannotBeMadeIsRefused(name: String, body: String, status: Int) async throws {
    try await withEngine(host) { _, client in
      let target = "/containers/create?name=" + name.split(separator: " ").joined(separator: "%20")
      let answer = try client.request("POST", target, body: body)
      #expect(answer.status == status)
      let names = try client.names("all=1")
      #expect(names == ["other", "shop-web-1"])
    }
  }

  @Test func aContainerIsConnectedOnce() async throws {
    try await withEngine(host) { _, client in
      let body = "{\"Container\": \"other\"}"
      let again = try client.request("POST", "/networks/back/connect", body: body)
      #expect(again.status == 403)
      let nowhere = try client.request("POST", "/networks/nowhere/connect", body: body)
      #expect(nowhere.status == 404)
    }
  }
}
