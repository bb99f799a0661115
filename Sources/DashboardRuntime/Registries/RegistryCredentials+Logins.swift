import Dashboard
import EngineModel

extension RegistryCredentials {
  /// The longest time that a keeper may take to name its users.
  private static let listTimeout = Duration.seconds(10)
  private static let fileName = "config.json"

  /// Who one is at registries. Keepers are asked for names only: their secrets are not read.
  func logins() async -> RegistryLogins {
    var logins = RegistryLogins()
    guard let document = configuration else { return logins }
    for (host, user) in document.users { logins.set(.user(user, from: Self.fileName), at: host) }
    if let store = document.store {
      switch await list(store) {
      case .success(let users):
        // The file counts for nothing where a keeper is named for all.
        logins = RegistryLogins()
        for (host, user) in users { logins.set(.user(user, from: Self.program(store)), at: host) }
      case .failure(let problem):
        logins = RegistryLogins()
        logins.others = .unknown(problem.why)
      }
    }
    for (host, helper) in document.helpers {
      switch await list(helper) {
      case .success(let users):
        logins.set(users[host].map { .user($0, from: Self.program(helper)) } ?? .nobody, at: host)
      case .failure(let problem): logins.set(.unknown(problem.why), at: host)
      }
    }
    return logins
  }

  private struct Problem: Error { let why: String }

  private static func program(_ helper: String) -> String { "docker-credential-\(helper)" }

  /// The users that a keeper has, by registry.
  private func list(_ helper: String) async -> Result<[String: String], Problem> {
    let name = Self.program(helper)
    guard let program = keeper(helper) else {
      return .failure(Problem(why: "\(name), which config.json names, is not in PATH"))
    }
    let run = ProcessRun(command: ["/usr/bin/env", program, "list"], environment: environment)
    guard let output = await run.capture(within: Self.listTimeout) else {
      return .failure(Problem(why: "\(name) did not answer"))
    }
    guard output.end == .code(0), let document = try? JSONValue(json: Array(output.lines.joined().utf8))
    else {
      return .failure(Problem(why: "\(name) does not say whom it knows"))
    }
    let users = document.members.prefix(1_000).compactMap { member in
      member.value.string.map { (RegistryConfig.host(of: member.key), $0 == "<token>" ? "" : $0) }
    }
    return .success(Dictionary(users, uniquingKeysWith: { first, _ in first }))
  }
}
