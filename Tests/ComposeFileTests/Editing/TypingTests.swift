import ComposeFile
import Testing

/// What is typed arrives as it was typed, and reads back so.
@Suite struct TypingTests {
  private static let typed = [
    "1.0", "3.10", "0755", "0123", "1e3", "0x1F", "0o17", "1_000", "+1", "True", "true", "~", "yes", "no",
    "null",
    "2024-01-01", "12:30", "", " ", "a 'b' \"c\"", "a # b", "a: b", "a\nb", "123456789012345678901234567890",
    "-0",
    ".inf", "[a", "[a]", "{a: b}", "5", "a=b", "- a", "&a", "*a", "!a", "|", "%a", "@a",
  ]

  /// A file with a place that takes text or a number, and the value that Compose reads there.
  private static let places = [
    ("environment: {A: old}", "environment.PIN", "environment"),
    ("environment: [A=old]", "environment.PIN", "environment"),
    ("environment: {PIN: 'old'}", "environment.PIN", "environment"),
    ("labels: {A: b}", "labels.PIN", "labels"), ("sysctls: {A: b}", "sysctls.PIN", "sysctls"),
    ("annotations: {A: b}", "annotations.PIN", "annotations"),
  ]

  private func set(_ text: String, _ path: String, _ value: String) throws -> ComposeText {
    let file = try ComposeText(text)
    let place = try #require(ComposePath(path))
    return try file.applying(.set(place, file.content(of: value, at: place)))
  }

  private func model(_ text: String) throws -> ComposeMap {
    try ComposeProject.load(ComposeRequest(directory: "/p"), from: .inMemory(["/p/compose.yaml": text])).model
  }

  @Test(arguments: typed)
  func aValueIsTheTextThatWasTyped(value: String) throws {
    for (line, path, key) in Self.places {
      let edited = try set("services:\n  a:\n    image: i\n    \(line)\n", "services.a.\(path)", value).text
      #expect(try model(edited)["services"]?["a"]?[key]?["PIN"]?.text == value, "\(edited)")
    }
  }

  @Test(arguments: typed)
  func inJSONItStaysJSON(value: String) throws {
    let json = "{\n  \"services\": {\n    \"a\": {\n      \"image\": \"i\"\n    }\n  }\n}\n"
    let edited = try set(json, "services.a.environment.PIN", value)
    #expect(edited.isJSON)
    #expect(try model(edited.text)["services"]?["a"]?["environment"]?["PIN"]?.text == value)
  }

  @Test(arguments: [
    ("scale", "2", "scale: 2"), ("tty", "true", "tty: true"), ("cpus", "1.5", "cpus: 1.5"),
    ("cap_add", "[A, B]", "cap_add:\n      - A\n      - B"), ("restart", "no", "restart: \"no\""),
    ("environment", "{B: true}", "environment:\n      B: \"true\""),
    ("environment", "{A: 3.10}", "environment:\n      A: \"3.10\""),
  ])
  func aNumberSwitchOrListStaysOneWhereOneBelongs(key: String, value: String, line: String) throws {
    let edited = try set("services:\n  a:\n    image: i\n", "services.a.\(key)", value).text
    #expect(edited.contains("    \(line)\n"), "\(edited)")
  }

  @Test func aServiceIsRenamedWhereverItIsNamed() throws {
    let text = """
      services:
        db: {image: i}
        a: {image: i, depends_on: [db], links: ['db:d'], network_mode: 'service:db', pid: 'service:db'}
        b: {image: i, depends_on: {db: {condition: service_started}}, volumes_from: ['db:ro'], ipc: 'service:db'}
        c: {extends: db}
        d: {extends: {service: db}}

      """
    let edited = try ComposeText(text).applying(.rename(ComposePath(keys: "services", "db"), "store"))
    #expect(!edited.text.contains("db"))
    #expect(try model(edited.text)["services"]?["a"]?["depends_on"]?["store"] != nil)
  }

  @Test func aServiceThatAnAnchorNamesIsNotRenamedAndThePlacesAreListed() throws {
    let text =
      "services:\n  db: {image: i}\n  a: {image: i, depends_on: &d [db]}\n  b: {image: i, depends_on: *d}\n"
    let refusal = try #require(throws: EditRefusal.self) {
      try ComposeText(text).applying(.rename(ComposePath(keys: "services", "db"), "store"))
    }
    #expect(refusal.description.contains("services.a.depends_on[0], services.b.depends_on[0]"))
  }

  @Test func theLastDocumentThatHasAPlaceIsEdited() throws {
    let text = "services:\n  a:\n    image: i\n---\nservices:\n  a:\n    image: j\n  b:\n    image: k\n"
    #expect(try ComposeText(text).meaning["services"]?["a"]?["image"]?.text == "j")
    let edited = try set(text, "services.a.image", "k2").text
    #expect(
      edited == "services:\n  a:\n    image: i\n---\nservices:\n  a:\n    image: k2\n  b:\n    image: k\n")
  }
}
