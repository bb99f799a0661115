import ComposeFile
import ComposeGenerators
import Glibc
import TestSupport

/// Throws broken files at the library for some time: nothing may stop it, and nothing may take long.
///
/// usage: ComposeFuzz [SECONDS [SEED]]
@main
struct Fuzz {
  private static let slowest = Duration.seconds(5)

  static func main() {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let seconds = arguments.first ?? 60
    var seed = UInt64(arguments.count > 1 ? arguments[1] : Int.random(in: 1...1_000_000_000))
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var counts = Counts()
    print("fuzzing for \(seconds) s from seed \(seed)")
    while clock.now < end {
      let time = clock.measure { run(seed, &counts) }
      if time > slowest { leave("seed \(seed) took \(time)") }
      seed += 1
    }
    print("\(counts.files) files, \(counts.read) read, \(counts.edited) edited: nothing stopped it")
  }

  private struct Counts {
    var files = 0
    var read = 0
    var edited = 0
  }

  private static func run(_ seed: UInt64, _ counts: inout Counts) {
    var dice = Dice(seed: seed)
    let whole = GeneratedFile(seed: dice.next(), isValid: true).text
    let text = dice.happens(70) ? GeneratedFile.mutated(whole, by: &dice) : whole
    let second = GeneratedFile(seed: dice.next(), isValid: true).text
    let other = dice.happens(50) ? GeneratedFile.mutated(second, by: &dice) : second
    let files = ComposeFiles.inMemory([
      "/p/compose.yaml": text, "/p/compose.override.yaml": other,
      "/p/.env": dice.happens(20) ? other : "A=1\nB='x $A'\n",
    ])
    counts.files += 1
    for request in [
      ComposeRequest(files: ["compose.yaml"], directory: "/p"), ComposeRequest(directory: "/p"),
    ] {
      let report = ComposeReport.check(request, from: files)
      check(report.text, seed)
      if let project = report.project {
        counts.read += 1
        check(project.model.json + project.yamlModel.yaml, seed)
      }
    }
    if edit(text, &dice) { counts.edited += 1 }
  }

  /// Makes an edit, which has to be kept by another reading.
  private static func edit(_ text: String, _ dice: inout Dice) -> Bool {
    let paths = [
      "services.web.image", "services.db.ports[+]", "services.new.image", "volumes.data",
      "services.web.environment.A",
    ]
    let values: [ComposeNode.Content] = [.text("x"), .text("a: b"), .integer(5), .null, .list([.text("q")])]
    guard let path = ComposePath(dice.pick(paths)), let read = try? ComposeText(text),
      let edited = try? read.applying(dice.happens(80) ? .set(path, dice.pick(values)) : .remove(path)),
      let again = try? ComposeText(edited.text)
    else { return false }
    guard again.meaning == edited.meaning else { leave("an edit of \(path) is not kept:\n\(text)") }
    return true
  }

  private static func check(_ text: String, _ seed: UInt64) {
    if text.unicodeScalars.contains("\u{0}") { leave("seed \(seed) printed a null character") }
  }

  private static func leave(_ message: String) -> Never {
    print("fuzzing failed: \(message)")
    exit(1)
  }
}
