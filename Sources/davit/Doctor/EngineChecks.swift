import EngineClient
import EngineModel
import Troubles

/// The engine: where it is, whether it answers, what it speaks.
enum EngineChecks {
  static func findings(_ options: EngineOptions) async -> [Finding] {
    let chosen: ChosenEngine
    do {
      chosen = try await ChosenEngine.choose(options, readOnly: true)
    } catch {
      return [
        Finding(
          verdict: .wrong, subject: "engine", text: (error as? Failure)?.trouble.description ?? "\(error)")
      ]
    }
    var findings = chosen.source.remarks.map { Finding(verdict: .note, subject: "engine address", text: $0) }
    findings.append(
      Finding(
        verdict: .ok, subject: "engine address",
        text: options.demo ? "simulated" : "\(chosen.client.address), from \(chosen.source.source)"))
    do throws(EngineError) {
      findings += try await answers(chosen.client)
    } catch {
      findings.append(Finding(verdict: .wrong, subject: "engine", text: error.description))
    }
    await chosen.close()
    return findings
  }

  private static func answers(_ client: EngineClient) async throws(EngineError) -> [Finding] {
    _ = try await client.negotiate()
    let version = try await client.version()
    var findings = [
      Finding(
        verdict: .ok, subject: "engine",
        text: "\(version.product) \(version.version), \(version.os)/\(version.arch), kernel \(version.kernel)"
      ),
      Finding(
        verdict: .ok, subject: "API version",
        text: "\(client.apiVersion?.description ?? "?") spoken, the engine's is "
          + "\(version.apiVersion?.description ?? "?")"),
    ]
    let info = try await client.info()
    let containers = try await client.containers()
    findings.append(
      Finding(
        verdict: .ok, subject: "permissions",
        text:
          "\(containers.count) containers can be listed, cgroup v\(info.cgroupVersion), logs by \(info.loggingDriver)"
      ))
    findings += info.warnings.map { Finding(verdict: .note, subject: "engine says", text: Trouble.clipped($0)) }
    return findings
  }
}
