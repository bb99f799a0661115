import ComposeFile
import Dashboard
import DiskFiles
import EngineClient
import StackPlanning
import Troubles

extension FileEditing {
  /// What writing a text would change; a conflict where the file is no longer what the change started from.
  func examine(_ change: FileChange) async -> EditorAnswer {
    do throws(Trouble) {
      let now = try FileSnapshot.read(change.path)?.text
      let isSame =
        now.map { now in change.base.map { Self.areSame(now, $0) } ?? false } ?? (change.base == nil)
      guard isSame else { return .conflict(serial: change.serial, theirs: now) }
    } catch {
      return .refused(serial: change.serial, error)
    }
    let files = Self.files(with: change.text, at: change.path)
    let request = change.source.request(environment: local.environment)
    let report = ComposeReport.check(request, from: files, usedPorts: change.usedPorts)
    // Whether Compose would read it is for Compose's own rules: the report goes on where they stop.
    let project = try? ComposeProject.load(request, from: files)
    let (plan, problem) = await plan(project, change)
    let facts = ChangeFacts(
      difference: DifferenceLine.between(change.base ?? "", change.text), findings: report.findings,
      isReadable: project != nil, plan: plan, planProblem: problem)
    return .examined(serial: change.serial, facts)
  }

  private func plan(_ project: ComposeProject?, _ change: FileChange) async -> (StackPlan?, Trouble?) {
    guard let project else { return (nil, Trouble("Compose could not read the stack with this text")) }
    do throws(EngineError) {
      let plan = try await planner.plan(
        writing: project, change, with: await program?.value, local.environment)
      return (plan, nil)
    } catch {
      return (nil, error.trouble)
    }
  }

  /// The text that a few edits come to.
  func propose(_ order: EditOrder) -> EditorAnswer {
    do {
      let (path, base) = try file(for: order)
      var text = try ComposeText(base, path: path)
      for step in order.steps {
        switch step {
        case .edit(let edit): text = try text.applying(edit)
        case .value(let place, let value):
          text = try text.applying(.set(place, text.content(of: value, at: place)))
        }
      }
      return .proposed(
        FileChange(
          serial: order.serial, key: order.key, source: order.source, path: path, base: base, text: text.text)
      )
    } catch let trouble as Trouble {
      return .refused(serial: order.serial, trouble)
    } catch let problem as CustomStringConvertible {
      return .refused(serial: order.serial, Trouble(problem.description))
    } catch {
      return .refused(serial: order.serial, Trouble("cannot edit \(order.key.name)"))
    }
  }

  /// The file to change: the one that is named, else the last one that has what is changed, else the last one that has
  /// the service.
  private func file(for order: EditOrder) throws -> (path: String, text: String) {
    let paths = order.file.map { [$0] } ?? order.source.files
    var texts: [(path: String, text: String)] = []
    for path in paths {
      guard let snapshot = try FileSnapshot.read(path) else { continue }
      texts.append((path, snapshot.text))
    }
    guard let last = texts.last else {
      throw Trouble(
        "cannot edit \(order.key.name)", why: "\(paths.joined(separator: ", ")) not on this machine")
    }
    guard texts.count > 1, let place = order.steps.first?.path else { return last }
    let read = texts.compactMap { file in (try? ComposeText(file.text, path: file.path)).map { (file, $0) } }
    return ComposeText.index(of: place, in: read.map(\.1)).map { read[$0].0 } ?? last
  }
}
