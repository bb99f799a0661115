import EngineTransport
import Testing

@Suite struct EngineAddressTests {
  @Test(arguments: [
    ("unix:///var/run/docker.sock", EngineAddress.unix(path: "/var/run/docker.sock")),
    ("/tmp/x.sock", .unix(path: "/tmp/x.sock")),
    ("tcp://h:2375", .tcp(host: "h", port: 2375)), ("tcp://h", .tcp(host: "h", port: 2375)),
    ("http://10.0.0.1:80/", .tcp(host: "10.0.0.1", port: 80)),
    ("tcp://[::1]:2375", .tcp(host: "::1", port: 2375)),
    ("ssh://me@h:22/run/x.sock", .ssh(user: "me", host: "h", port: 22, path: "/run/x.sock")),
    ("ssh://h", .ssh(user: nil, host: "h", port: nil, path: nil)),
  ])
  func reads(text: String, address: EngineAddress) throws {
    #expect(try EngineAddress(text) == address)
  }

  @Test(arguments: [
    "", "h:2375", "unix://x", "unix:///", "tcp://", "tcp://h:99999", "tcp://h:x", "ftp://h", "https://h",
    "ssh://",
    "ssh://-oProxyCommand=x", "tcp://[::1",
  ])
  func saysWhyNot(text: String) {
    let error = #expect(throws: AddressError.self) { try EngineAddress(text) }
    #expect(error?.description.hasPrefix("cannot use ") == true)
  }

  @Test func writesWhatItReads() throws {
    for text in ["unix:///a", "tcp://h:1", "tcp://[::1]:2", "ssh://u@h:3/p"] {
      #expect(try EngineAddress(text).description == text)
    }
  }
}

@Suite struct EngineAddressResolutionTests {
  /// SHA-256 of "prod".
  private static let prod = "6754af9632a2745e85c293e5aac0863370d9bd3330b9938c00cadfd215227d77"

  private func resolution(
    _ environment: [String: String] = [:], files: [String: String] = [:]
  ) -> EngineAddressResolution {
    EngineAddressResolution(
      environment: environment.merging(["HOME": "/home/me"]) { own, _ in own },
      exists: { path in files[path] != nil || files.keys.contains { $0.hasPrefix(path + "/") } },
      read: { files[$0].map { Array($0.utf8) } })
  }

  private func meta(_ host: String) -> String {
    #"{"Name":"prod","Endpoints":{"docker":{"Host":"\#(host)"}}}"#
  }

  private var metaPath: String { "/home/me/.docker/contexts/meta/\(Self.prod)/meta.json" }

  @Test func theFlagsComeFirst() throws {
    let resolution = resolution(["DOCKER_HOST": "tcp://env:1"], files: [metaPath: meta("tcp://ctx:2")])
    #expect(try resolution.resolve(host: "tcp://flag:3", context: "prod").source == .hostFlag)
    #expect(try resolution.resolve(context: "prod").address == .tcp(host: "ctx", port: 2))
    #expect(try resolution.resolve().source == .dockerHost)
  }

  @Test func thenTheContexts() throws {
    let files = [
      metaPath: meta("unix:///ctx.sock"), "/home/me/.docker/config.json": #"{"currentContext":"prod"}"#,
    ]
    #expect(
      try resolution(["DOCKER_CONTEXT": "prod"], files: files).resolve()
        == ResolvedAddress(address: .unix(path: "/ctx.sock"), source: .dockerContext("prod")))
    #expect(try resolution(files: files).resolve().source == .currentContext("prod"))
  }

  @Test func thenTheSocketsThatExist() throws {
    let runtime = ["XDG_RUNTIME_DIR": "/run/user/7"]
    #expect(try resolution().resolve().address == .unix(path: "/var/run/docker.sock"))
    #expect(
      try resolution(runtime, files: ["/run/user/7/podman/podman.sock": ""]).resolve().address
        == .unix(path: "/run/user/7/podman/podman.sock"))
    #expect(
      try resolution(runtime, files: ["/run/podman/podman.sock": "", "/run/user/7/docker.sock": ""]).resolve()
        .address
        == .unix(path: "/run/user/7/docker.sock"))
  }

  @Test func defaultIsNoRealContext() throws {
    #expect(
      try resolution(["DOCKER_CONTEXT": "default"]).resolve().address == .unix(path: "/var/run/docker.sock"))
  }

  @Test(arguments: ["{", "[]", "\u{0}", #"{"currentContext":5}"#])
  func brokenSettingsAreARemark(text: String) throws {
    let resolved = try resolution(files: ["/home/me/.docker/config.json": text]).resolve()
    #expect(resolved.source == .defaultSocket)
    #expect(resolved.remarks.count == 1)
  }

  @Test func aContextThatIsMissingIsAnError() {
    let error = #expect(throws: AddressError.self) { try resolution().resolve(context: "nope") }
    #expect(error?.description.contains("no such context") == true)
  }

  @Test func aCurrentContextThatIsMissingIsAnErrorToo() {
    let resolution = resolution(files: ["/home/me/.docker/config.json": #"{"currentContext":"nope"}"#])
    #expect(throws: AddressError.self) { try resolution.resolve() }
  }

  @Test func aContextWithTLSIsOneClearLine() {
    let files = [
      metaPath: meta("tcp://ctx:2376"), "/home/me/.docker/contexts/tls/\(Self.prod)/docker/ca.pem": "x",
    ]
    let error = #expect(throws: AddressError.self) { try resolution(files: files).resolve(context: "prod") }
    #expect(error?.description.contains("it has certificates for TLS") == true)
  }

  @Test(arguments: ["DOCKER_TLS_VERIFY", "DOCKER_TLS"])
  func nothingIsSentInTheClearWhereTheEnvironmentAsksForTLS(variable: String) {
    let files = [metaPath: meta("tcp://ctx:2")]
    let environment = [variable: "1", "DOCKER_HOST": "tcp://env:2376"]
    let resolution = resolution(environment, files: files)
    for ways in [(nil, nil), ("tcp://flag:2376", nil), ("http://flag:80", nil), (nil, "prod")] {
      let error = #expect(throws: AddressError.self) {
        try resolution.resolve(host: ways.0, context: ways.1)
      }
      #expect(error?.description.contains("\(variable) asks for TLS") == true)
    }
  }

  @Test func aUnixSocketIsUsedAllTheSame() throws {
    let environment = ["DOCKER_TLS_VERIFY": "1", "DOCKER_HOST": "unix:///a.sock"]
    #expect(try resolution(environment).resolve().address == .unix(path: "/a.sock"))
  }

  @Test func anEmptyVariableAsksForNothing() throws {
    let environment = ["DOCKER_TLS_VERIFY": "", "DOCKER_HOST": "tcp://env:1"]
    #expect(try resolution(environment).resolve().address == .tcp(host: "env", port: 1))
  }

  @Test func aContextThatSkipsVerificationAsksForTLSToo() {
    let skipping = #"{"Endpoints":{"docker":{"Host":"tcp://ctx:2376","SkipTLSVerify":true}}}"#
    let error = #expect(throws: AddressError.self) {
      try resolution(files: [metaPath: skipping]).resolve(context: "prod")
    }
    #expect(error?.description.contains("SkipTLSVerify asks for TLS") == true)
  }

  @Test func aFolderOfItsOwn() throws {
    let files = ["/cfg/contexts/meta/\(Self.prod)/meta.json": meta("tcp://ctx:2")]
    #expect(
      try resolution(["DOCKER_CONFIG": "/cfg"], files: files).resolve(context: "prod").address.description
        == "tcp://ctx:2")
  }
}
