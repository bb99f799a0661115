import Dashboard
import DiskFiles
import Glibc
import Subprocess
import SystemPackage
import Troubles

/// The user's own editor: `$VISUAL`, else `$EDITOR`, else one that is there.
struct ForeignEditor {
  /// The words that start it.
  let words: [String]

  /// The editor that the variables name; nil where none is named and none is found.
  init?(environment: [String: String]) {
    for name in ["VISUAL", "EDITOR"] {
      let words = QuotedWords.of(environment[name] ?? "")
      if !words.isEmpty {
        self.words = words
        return
      }
    }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    for name in ["editor", "nano", "vim", "vi"] {
      if let folder = folders.first(where: { access("\($0)/\(name)", X_OK) == 0 }) {
        words = ["\(folder)/\(name)"]
        return
      }
    }
    return nil
  }

  /// The name that people know it by.
  var name: String { words[0].split(separator: "/").last.map(String.init) ?? words[0] }

  /// Editors that take `+LINE` before the file; an editor that is not known gets the file alone, since it might take
  /// `+12` for a file of that name.
  private static let takingPlus: Set<String> = [
    "vi", "vim", "nvim", "gvim", "view", "vim.basic", "vim.tiny", "ex", "nano", "pico", "rnano", "emacs",
    "emacsclient", "mg", "jmacs", "joe", "jstar", "jpico", "kak", "ne", "mcedit", "editor", "vis", "elvis",
    "nvi", "zile", "gedit",
  ]

  /// What it is started with, so that it opens a file, at a line (from 1) where the editor is known to take one.
  func arguments(opening path: String, at line: Int) -> [String] {
    let rest = Array(words.dropFirst())
    switch name {
    case "code", "codium", "code-insiders", "cursor":
      return rest + (rest.contains("--wait") || rest.contains("-w") ? [] : ["--wait"]) + [
        "--goto", "\(path):\(line)",
      ]
    case "hx", "helix", "subl", "zed", "micro":
      return rest + ["\(path):\(line)"]
    case let name where Self.takingPlus.contains(name):
      return rest + ["+\(line)", path]
    default:
      return rest + [path]
    }
  }

  /// Runs it on the terminal until it ends; returns why that did not work, nil where it did.
  func run(on path: String, line: Int) async -> Trouble? {
    let executable: Executable = words[0].contains("/") ? .path(FilePath(words[0])) : .name(words[0])
    do {
      let result = try await Subprocess.run(
        executable, arguments: Arguments(arguments(opening: path, at: line)), input: .currentStandardInput,
        output: .currentStandardOutput, error: .currentStandardError)
      if result.terminationStatus.isSuccess { return nil }
      return Trouble(
        "cannot take over the text", why: "\(name) exited with \(result.terminationStatus)",
        advice: "nothing was changed")
    } catch {
      return Trouble(
        "cannot start \(name)", why: "it is missing or not executable", advice: "set VISUAL or EDITOR")
    }
  }
}
