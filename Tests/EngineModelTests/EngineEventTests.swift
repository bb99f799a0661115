import Testing

@testable import EngineModel

@Suite struct EngineEventTests {
  private func event(_ json: String) throws -> EngineEvent { try EngineEvent(json: Array(json.utf8)) }

  @Test func readsAnEvent() throws {
    let event = try event(
      #"{"status":"die","id":"ba4a","from":"bb:1","Type":"container","Action":"die","Actor":{"ID":"ba4a","Attributes":"#
        + #"{"exitCode":"3","name":"fx"}},"scope":"local","time":1795561506,"timeNano":1795561506856932006}"#)
    #expect(event.kind == .container)
    #expect(event.action == "die")
    #expect(event.actorID == "ba4a")
    #expect(event.attributes == ["exitCode": "3", "name": "fx"])
    #expect(event.time == Timestamp(nanoseconds: 1_795_561_506_856_932_006))
  }

  @Test func readsWhatOldEnginesSend() throws {
    let event = try event(#"{"status":"start","id":"ba4a","from":"bb:1","time":1795561506}"#)
    #expect(
      event
        == EngineEvent(
          kind: .container, action: "start", actorID: "ba4a", time: Timestamp(seconds: 1_795_561_506)))
  }

  @Test(arguments: [
    ("health_status: healthy", "health_status", "healthy"),
    ("exec_start: sh -c 'a: b'", "exec_start", "sh -c 'a: b'"),
    ("start", "start", nil), ("odd:", "odd", nil),
  ])
  func takesTheDetailApart(action: String, base: String, detail: String?) {
    let event = EngineEvent(kind: .container, action: action, actorID: "x")
    #expect(event.baseAction == base)
    #expect(event.actionDetail == detail)
  }

  @Test func keepsKindsThatItDoesNotKnow() throws {
    #expect(try event(#"{"Type":"plugin","Action":"enable"}"#).kind == .other("plugin"))
  }
}
