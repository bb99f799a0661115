import ArgumentParser
import ComposeFile
import DiskFiles
import Troubles

/// Edits a Compose file in place, byte by byte.
struct ComposeSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change values of a Compose file and leave every other byte of it alone.",
    discussion: """
      A path names a value: services.web.image, services.web.ports[0], services.web.labels."a.b"; [+] is the end of a \
      list. path=value sets it, with what is missing on the way. Values in brackets or braces are lists and mappings.

      After each change the file is read again: where its meaning would differ by more than the change, nothing is \
      written.
      """)

  @Option(name: [.customShort("f"), .long], help: "The file; without it the one that Compose would find.")
  var file: String?

  @Option(name: .long, help: "A path to remove.")
  var remove: [String] = []

  @Option(name: .long, help: ArgumentHelp("A key to call otherwise.", valueName: "path=name"))
  var rename: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("An element to put into a list before the one there.", valueName: "path[N]=value"))
  var insert: [String] = []

  @Flag(name: .long, help: "Print the difference and write nothing.")
  var dryRun = false

  @Argument(help: ArgumentHelp("Values to set.", valueName: "path=value"))
  var changes: [String] = []

  func validate() throws {
    guard !(changes + remove + rename + insert).isEmpty else {
      throw ValidationError("say what to change, as services.web.image=nginx:1.27")
    }
  }

  func run() throws {
    let path = try file ?? found()
    let old = try text(of: path)
    let new = try edited(old, path: path)
    let difference = LineDifference(from: old, to: new)
    if dryRun {
      try StandardOutput.text(difference.unified(oldName: path, newName: path))
      return
    }
    guard !difference.isEmpty else { return }
    guard try text(of: path) == old else {
      throw Failure(message: "cannot write \(path): it was changed meanwhile — try again")
    }
    do throws(Trouble) {
      try AtomicFile(path).write(new)
    } catch {
      throw Failure(message: error.description)
    }
  }

  /// The file that Compose would read first.
  private func found() throws -> String {
    let request = ComposeRequest(directory: Environment.directory, environment: Environment.all)
    do throws(ComposeProblem) {
      return try request.foundFiles(in: .disk)[0]
    } catch {
      throw Failure(message: error.description)
    }
  }

  private func text(of path: String) throws -> String {
    let absolute = path.hasPrefix("/") ? path : Environment.directory + "/" + path
    switch ComposeFiles.disk.read(absolute, ComposeLimits.standard.yaml.bytes) {
    case .text(let text): return text
    case .missing:
      throw Failure(message: "cannot change \(path): it does not exist — name another file with -f")
    case .bytes: throw Failure(message: "cannot change \(path): it is no UTF-8 text — save it as UTF-8")
    case .refused(let reason): throw Failure(message: "cannot change \(path): it \(reason)")
    }
  }

  private func edited(_ old: String, path: String) throws -> String {
    do {
      var text = try ComposeText(old, path: path)
      for change in changes { text = try text.applying(try setting(change, in: text)) }
      for change in insert {
        let (place, value) = try halves(change)
        text = try text.applying(.insert(place, text.content(of: value, at: place)))
      }
      for change in rename {
        let (place, name) = try halves(change)
        text = try text.applying(.rename(place, name))
      }
      for change in remove { text = try text.applying(.remove(try self.path(change))) }
      return text.text
    } catch let problem as ComposeProblem {
      throw Failure(message: problem.description)
    } catch let refusal as EditRefusal {
      throw Failure(message: refusal.description)
    }
  }

  private func setting(_ change: String, in text: ComposeText) throws -> ComposeEdit {
    let (place, value) = try halves(change)
    return .set(place, text.content(of: value, at: place))
  }

  /// Both sides of the first `=` that stands in no quotes.
  private func halves(_ change: String) throws -> (ComposePath, String) {
    var isQuoted = false
    for at in change.indices {
      if change[at] == "\"" { isQuoted.toggle() }
      guard change[at] == "=", !isQuoted else { continue }
      return (try path(String(change[..<at])), String(change[change.index(after: at)...]))
    }
    throw ValidationError("'\(change)' has no value: write path=value")
  }

  private func path(_ text: String) throws -> ComposePath {
    guard let path = ComposePath(text) else {
      throw ValidationError("'\(text)' is no path: write it as services.web.image")
    }
    return path
  }
}
