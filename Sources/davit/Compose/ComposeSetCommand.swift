import ArgumentParser
import ComposeFile
import DiskFiles
import Troubles

/// Edits Compose files in place, byte by byte.
struct ComposeSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change values in Compose files and leave every other byte untouched.",
    discussion: """
      A path names a value: services.web.image, services.web.ports[0], services.web.labels."a.b"; [+] is the end of a \
      list. path=value sets it and creates missing parents. Values in brackets or braces are lists and mappings. \
      With several files, the last one that has the path is changed; a service is renamed in all of them.

      After each change the files are read again: if their meaning would differ by more than the change, or if \
      Compose would reject the result, nothing is written and the exit code is 1.
      """)

  @OptionGroup var compose: ComposeOptions
  /// Taken since they may stand before any command; no engine is asked.
  @OptionGroup(visibility: .hidden) var engine: EngineOptions

  @Option(name: .long, help: "A path to remove.")
  var remove: [String] = []

  @Option(name: .long, help: ArgumentHelp("A key to rename.", valueName: "path=name"))
  var rename: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("An element to insert before the one at an index.", valueName: "path[N]=value"))
  var insert: [String] = []

  @Flag(name: .long, help: "Write even what Compose would reject, with a warning.")
  var force = false

  @Flag(name: .long, help: "Print the difference and write nothing.")
  var dryRun = false

  @Argument(help: ArgumentHelp("Values to set.", valueName: "path=value"))
  var changes: [String] = []

  func validate() throws {
    guard !(changes + remove + rename + insert).isEmpty else {
      throw ValidationError("say what to change, such as services.web.image=nginx:1.27")
    }
  }

  func run() throws {
    let texts = try edited()
    let changes = texts.changes
    if dryRun { try show(changes) }
    guard !changes.isEmpty else { return }
    try judge(texts)
    if !dryRun { try write(changes) }
  }

  private func edited() throws -> ProjectTexts {
    do {
      var texts = try ProjectTexts(compose.request(), from: .disk)
      for change in changes {
        let (place, value) = try halves(change)
        try texts.set(place, to: value)
      }
      for change in insert {
        let (place, value) = try halves(change)
        try texts.insert(value, at: place)
      }
      for change in rename {
        let (place, name) = try halves(change)
        try texts.apply(.rename(place, name))
      }
      for change in remove { try texts.apply(.remove(try path(change))) }
      return texts
    } catch let problem as ComposeProblem {
      throw Failure(message: problem.description)
    } catch let refusal as EditRefusal {
      throw Failure(message: refusal.description)
    }
  }

  private func show(_ changes: [ProjectTexts.Change]) throws {
    for change in changes {
      let name = shown(change.path)
      let difference = LineDifference(from: change.old, to: change.new)
      try StandardOutput.text(difference.unified(oldName: name, newName: name))
    }
  }

  /// A path as the user wrote it.
  private func shown(_ path: String) -> String {
    compose.file.first { Environment.directory + "/" + $0 == path } ?? path
  }

  /// Says what Compose would reject, a line each, and ends with that unless it is to be written all the same.
  private func judge(_ texts: ProjectTexts) throws {
    let problems = texts.problems
    for problem in problems {
      let place = problem.place.map { $0.text + ": " } ?? ""
      let path = problem.path.isEmpty ? "the project" : problem.path
      let fix = [meant(problem.path) ?? problem.fix, force ? "" : "write it anyway with --force"].filter {
        !$0.isEmpty
      }
      StandardError.write(
        "davit: \(place)\(force ? "Compose rejects" : "cannot write") \(path): \(problem.message)"
          + (fix.isEmpty ? "" : " — \(fix.joined(separator: ", or "))") + "\n")
    }
    if !problems.isEmpty, !force { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  /// What to write for a path that begins with the name of a service; nil where it does not.
  private func meant(_ path: String) -> String? {
    guard
      let typed = changes.first(where: { $0 == path || $0.hasPrefix(path + ".") || $0.hasPrefix(path + "=") }
      ),
      let project = try? ComposeProject.load(compose.request(), from: .disk),
      project.serviceNames.contains(path)
    else { return nil }
    return "did you mean services.\(typed.prefix { $0 != "=" })?"
  }

  private func write(_ changes: [ProjectTexts.Change]) throws {
    do throws(Trouble) {
      var files: [AtomicFiles.Change] = []
      for change in changes {
        guard let now = try FileSnapshot.read(change.path), now.text.utf8.elementsEqual(change.old.utf8)
        else {
          throw Trouble(
            "cannot write \(change.path)", why: "it has changed since it was read", advice: "try again")
        }
        files.append(AtomicFiles.Change(old: now, new: change.new))
      }
      try AtomicFiles(files).write()
    } catch {
      throw Failure(error)
    }
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
      throw ValidationError("'\(text)' is not a path: write it as services.web.image")
    }
    return path
  }
}
