import EngineModel
import FoundationEssentials
import TestSupport

/// Changes of a Compose file, each of services of its own, so that one stack has them all
/// (Tests/StackPlanningTests/Fixtures/plan-cases.json). A service without an image sleeps for ever.
struct PlanCases {
  /// The changes that all Composes of some generations know.
  let cases: [JSONValue]
  let project: String

  init(project: String, generation: Int) throws {
    self.project = project
    let text = try Checkout.text(of: "Tests/StackPlanningTests/Fixtures/plan-cases.json")
    let named = text.replacing("PROJ", with: project)
    cases = try JSONValue(json: Array(named.utf8)).elements.filter { ($0["least"].int ?? 1) <= generation }
  }

  /// The Compose file before or after the changes.
  func file(changed: Bool) -> String {
    var sections: [String: [JSONValue.Member]] = [:]
    for one in cases {
      let services = one[changed ? "to" : "base"].members.map {
        JSONValue.Member(key: $0.key, value: service($0.value))
      }
      sections["services", default: []] += services
      let top = changed && !one["topto"].isNull ? one["topto"] : one["top"]
      for section in top.members { sections[section.key, default: []] += section.value.members }
    }
    let members = sections.sorted { $0.key < $1.key }.map {
      JSONValue.Member(key: $0.key, value: .object($0.value))
    }
    return JSONValue.object(members).prettyText
  }

  private func service(_ node: JSONValue) -> JSONValue {
    guard node["image"].isNull else { return node }
    var members = node.members
    let standard: [(String, JSONValue)] = [
      ("image", .string("busybox:test")), ("command", .array([.string("sleep"), .string("100000")])),
      ("stop_signal", .string("SIGKILL")),
    ]
    for (key, value) in standard where node[key].isNull { members.append(.init(key: key, value: value)) }
    return .object(members)
  }

  /// The files beside it.
  func files(changed: Bool) -> [(name: String, text: String)] {
    cases.flatMap { one in
      (changed && !one["filesto"].isNull ? one["filesto"] : one["files"]).dictionary.map {
        ($0.key, $0.value)
      }
    }
  }

  /// The words for docker that are said before the stack is made, or between that and the plan; `{web}` is the first
  /// container of a service.
  func commands(_ key: String, container: (String) -> String) -> [[String]] {
    cases.flatMap { $0[key].strings }.map { line in
      line.split(separator: " ").dropFirst().map { word in
        guard word.hasPrefix("{"), word.hasSuffix("}") else { return String(word) }
        return container(String(word.dropFirst().dropLast()))
      }
    }
  }
}
