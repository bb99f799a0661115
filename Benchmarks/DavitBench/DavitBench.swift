import ArgumentParser
import FoundationEssentials

/// Measures davit and prints a table.
@main struct DavitBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "DavitBench", abstract: "Measures davit on a private engine and on the simulated one.",
    subcommands: [Measure.self, CountRequests.self], defaultSubcommand: Measure.self)
}

/// Runs the measurements one after the other.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures and prints the table; the engine is the one of DAVIT_TEST_ENGINE.")

  @Option(help: "The davit to measure.")
  var davit: String

  @Flag(help: "Fewer containers and shorter times: good enough to see a blunder.")
  var quick = false

  @Option(help: "Only the measurements whose name holds this text.")
  var only: String?

  func run() throws {
    let path = URL(filePath: davit).absoluteURL.path
    let bench = Bench(davit: path, isQuick: quick, engine: try BenchEngine())
    var table = ResultTable()
    for measurement in Measurement.all where only.map({ measurement.name.contains($0) }) ?? true {
      progress("measuring: \(measurement.name)")
      table.add(try measurement.run(bench))
    }
    bench.engine.removeAll()
    print(table.markdown)
  }
}

/// One or several rows of the table that are measured together.
struct Measurement: Sendable {
  var name: String
  var run: @Sendable (Bench) throws -> [ResultTable.Row]

  /// All of them; those with few containers come first.
  static let all: [Measurement] = [
    Measurement(name: "compose", run: { try $0.measureCompose() }),
    Measurement(name: "plan", run: { try $0.measurePlan() }),
    Measurement(name: "editor", run: { try $0.measureEditor() }),
    Measurement(name: "events", run: { try $0.measureQuietEvents() }),
    Measurement(name: "idle", run: { try $0.measureIdle() }),
    Measurement(name: "start", run: { try $0.measureStart() }),
    Measurement(name: "memory", run: { try $0.measureMemory() }),
    Measurement(name: "flood", run: { try $0.measureFlood() }),
    Measurement(name: "flood keys", run: { try $0.measureKeysDuringFlood() }),
    Measurement(name: "grep", run: { try $0.measureGrep() }),
    Measurement(name: "hard logs", run: { try $0.measureKeysOnHardLogs() }),
    Measurement(name: "lists", run: { try $0.measureLists() }),
    Measurement(name: "folder", run: { try $0.measureFolder() }),
    Measurement(name: "definition", run: { try $0.measureDefinition() }),
    Measurement(name: "demo keys", run: { try $0.measureKeysWithManyContainers() }),
  ]
}
