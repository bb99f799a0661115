import Testing
import YAMLDocument

@Suite struct ScalarTests {
  @Test(arguments: [
    ("12", 12), ("-7", -7), ("+3", 3), ("0o17", 15), ("0x1F", 31), ("017", 17), ("22:22", nil),
    ("1_000", nil),
    ("0x-1", nil), ("99999999999999999999", nil), ("", nil), ("1.0", nil),
  ])
  func wholeNumbersFollowTheCoreSchema(text: String, value: Int?) {
    #expect(YAMLScalar(text: text).asInt == value)
  }

  @Test(arguments: [
    ("true", true), ("False", false), ("TRUE", true), ("yes", nil), ("on", nil), ("n", nil), ("1", nil),
  ])
  func truthValuesFollowTheCoreSchema(text: String, value: Bool?) {
    #expect(YAMLScalar(text: text).asBool == value)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("2", 2), ("1e3", 1000), (".5", 0.5), ("-.inf", -Double.infinity), ("inf", nil),
    ("nan", nil), ("e", nil), ("0x1p3", nil), ("1:30", nil),
  ])
  func numbersFollowTheCoreSchema(text: String, value: Double?) {
    #expect(YAMLScalar(text: text).asDouble == value)
  }

  @Test func aQuotedScalarIsText() {
    let quoted = YAMLScalar(text: "12", style: .doubleQuoted)
    #expect(quoted.asInt == nil)
    #expect(!YAMLScalar(text: "", style: .singleQuoted).isNull)
  }

  @Test func aTaggedScalarIsWhatItsTagSays() {
    #expect(YAMLScalar(text: "12", tag: "tag:yaml.org,2002:str").asInt == nil)
    #expect(YAMLScalar(text: "12", style: .singleQuoted, tag: "tag:yaml.org,2002:int").asInt == 12)
  }
}
