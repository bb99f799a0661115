import ComposeFile
import FoundationEssentials
import TestSupport

/// A project with what Docker Compose makes of it, as `Tests/ComposeFileTests/record-compose.py` wrote it down.
struct ReferenceCase: Decodable {
  var name: String
  var files: [String: String]
  /// Files that are no UTF-8: each character is a byte.
  var bytes: [String: String]?
  var arguments: [String]?
  var environment: [String: String]?
  var directory: String?
  /// The resolved model; nil where Compose rejects the project.
  var expected: ReferenceJSON?
  /// What Compose says where it rejects the project.
  var rejected: String?
  /// Why davit answers otherwise on purpose; nil where it has to agree.
  var differs: String?

  private struct Section: Decodable {
    var cases: [ReferenceCase]
  }

  /// The names of the sections: the files in Fixtures.
  static let sections = [
    "interpolation", "scalars", "merge", "values", "environment-files", "services", "build-and-resources",
    "projects", "whole-files", "edge-cases", "newest-keys", "odd-values",
  ]

  static func cases(of section: String) throws -> [ReferenceCase] {
    let text = try Checkout.text(of: "Tests/ComposeFileTests/Fixtures/\(section).json")
    return try JSONDecoder().decode(Section.self, from: Data(text.utf8)).cases
  }

  /// What davit makes of it.
  func load() -> Result<ComposeProject, ComposeProblem> {
    let stored = Dictionary(uniqueKeysWithValues: files.map { ("/project/" + $0.key, $0.value) })
    var files = ComposeFiles.inMemory(stored)
    for (name, text) in bytes ?? [:] {
      files.add(text.unicodeScalars.map { UInt8($0.value) }, at: "/project/" + name)
    }
    do {
      return .success(try ComposeProject.load(request, from: files))
    } catch {
      return .failure(error)
    }
  }

  private var request: ComposeRequest {
    let directory = directory.map { $0 == "." ? "" : "/" + $0 } ?? ""
    var request = ComposeRequest(directory: "/project" + directory)
    request.environment = ["HOME": "/home/user"].merging(environment ?? [:]) { _, new in new }
    var rest = (arguments ?? [])[...]
    while let option = rest.popFirst() {
      let value = rest.popFirst() ?? ""
      switch option {
      case "-f": request.files.append(value)
      case "-p": request.name = value
      case "--profile": request.profiles.append(value)
      case "--env-file": request.environmentFiles.append(value)
      default: request.projectDirectory = value
      }
    }
    return request
  }
}

extension ComposeFiles {
  /// Adds a file of bytes, read as those of the disk are.
  fileprivate mutating func add(_ bytes: [UInt8], at path: String) {
    let (read, kind) = (read, kind)
    self.read = { asked, limit in
      guard asked == path else { return read(asked, limit) }
      return String(validating: bytes, as: UTF8.self).map(Text.text) ?? .bytes(bytes)
    }
    self.kind = { $0 == path ? .file : kind($0) }
  }
}
