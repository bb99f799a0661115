import EngineClient
import EngineModel
import Glibc

/// The credentials for registries that the docker command keeps: in `config.json` of its folder, or in the keeper that
/// it names there. They are asked for when they are needed, and kept nowhere.
struct RegistryCredentials: Sendable {
  /// The variables around davit.
  let environment: [String: String]

  /// What was found for a registry.
  enum Found: Sendable {
    /// Credentials, and where they are kept, for people.
    case credentials(RegistryAuth, from: String)
    /// None: one is nobody in particular there.
    case none
    /// There are some, but they cannot be had; why, without anything secret.
    case unusable(String)
  }

  /// The longest time that a keeper may take: it may ask somebody to unlock it.
  private static let helperTimeout = Duration.seconds(30)

  private var folder: String? {
    environment["DOCKER_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { "\($0)/.docker" }
  }

  /// What the docker command keeps of registries; nil where there is no such file.
  var configuration: RegistryConfig? { folder.flatMap { RegistryConfig(path: "\($0)/config.json") } }

  /// What there is for the registry of an image.
  func find(for reference: String) async -> Found {
    guard let folder, let document = configuration else { return .none }
    let host = ImageName(reference).registry
    let server = RegistryConfig.server(of: host)
    guard let helper = document.helper(for: host) else {
      guard let auth = document.credentials(for: host) else { return .none }
      return .credentials(auth, from: "\(folder)/config.json")
    }
    return await ask(helper, for: server)
  }

  private func ask(_ helper: String, for server: String) async -> Found {
    let name = "docker-credential-\(helper)"
    guard let program = keeper(helper) else {
      return .unusable("\(name), which config.json names, is not in PATH")
    }
    // A program that cannot be started (another architecture's, a script whose interpreter is gone) must end as one
    // that failed: the library that starts programs breaks off where one with an input does not start.
    let run = ProcessRun(command: ["/usr/bin/env", program, "get"], environment: environment, input: server)
    guard let output = await run.capture(within: Self.helperTimeout) else {
      return .unusable("\(name) did not answer")
    }
    let text = output.lines.joined(separator: "\n")
    guard output.end == .code(0) else {
      // The words are those of docker's own helpers (docker-credential-helpers, `errCredentialsNotFoundMessage`).
      return text.contains("credentials not found") ? .none : .unusable("\(name) failed")
    }
    guard let document = try? JSONValue(json: Array(text.utf8)), let secret = document["Secret"].string,
      !secret.isEmpty
    else { return .unusable("\(name) answered with something else than credentials") }
    let user = document["Username"].string ?? ""
    let auth =
      user == "<token>"
      ? RegistryAuth(identityToken: secret, server: server)
      : RegistryAuth(user: user, password: secret, server: server)
    return .credentials(auth, from: name)
  }

  /// The program of a keeper; nil where there is none.
  func keeper(_ helper: String) -> String? {
    let isName = helper.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    return isName ? inPath("docker-credential-\(helper)") : nil
  }

  private func inPath(_ name: String) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") && !$0.contains("=") }.map {
      "\($0)/\(name)"
    }
    .first { access($0, X_OK) == 0 }
  }
}
