import Testing

@testable import Dashboard

/// Who one is at a registry stands in the question before a push, and in the form of a pull.
@Suite struct RegistryLoginViewTests {
  private var logins: RegistryLogins {
    var logins = RegistryLogins()
    logins.set(.user("me", from: "config.json"), at: "docker.io")
    return logins
  }

  @Test func aPushSaysAsWhom() {
    var stage = Stage()
    stage.select("redis:7", in: .images)
    stage.press("u")
    #expect(stage.effects.contains(.findLogins) && !stage.showing("as me"))
    stage.take(.logins(logins))
    #expect(stage.showing("docker.io: as me, from config.json"))
  }

  @Test func aPullSaysSoOfTheNameThatIsTyped() {
    var stage = Stage()
    stage.press("3 g P")
    stage.take(.logins(logins))
    #expect(stage.showing("docker.io: as me, from config.json"))
    stage.press("<backspace>")
    stage.type("reg.example/app:1 redis:7")
    #expect(stage.showing("reg.example: not logged in; docker.io: as me, from config.json"))
  }
}
