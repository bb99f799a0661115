import Dashboard
import EngineClient
import EngineModel
import EngineTransport
import Troubles

/// Asks registries, through the engine, what they have under tags now.
struct RegistryQuestions {
  let client: EngineClient
  let inbox: EngineInbox
  /// The variables around davit.
  let environment: [String: String]

  /// How many are asked at once: registries count.
  private static let width = 3

  /// Asks about all of these. A registry that says "too much", or does not answer, is not asked again: what is left of its
  /// tags has the same answer.
  func ask(_ tags: [String]) async {
    inbox.post(EngineUpdate.registry(.asking(tags)))
    var found: [String: RegistryCredentials.Found] = [:]
    for tag in tags {
      let host = ImageName(tag).registry
      // A keeper of secrets is asked once for each registry, and one after the other: it may ask somebody.
      if found[host] == nil {
        found[host] = await RegistryCredentials(environment: environment).find(for: tag)
      }
    }
    var rest = tags[...]
    var refused: [String: Trouble] = [:]
    await withTaskGroup(of: (String, Result<String, Trouble>, isFinal: Bool).self) { group in
      func next() {
        while !Task.isCancelled, let tag = rest.popFirst() {
          let host = ImageName(tag).registry
          if let trouble = refused[host] {
            post(tag, .failure(trouble))
            continue
          }
          let credentials = found[host] ?? .none
          group.addTask { await self.answer(tag, credentials) }
          return
        }
      }
      for _ in 0..<Self.width { next() }
      for await (tag, result, isFinal) in group {
        if isFinal, case .failure(let trouble) = result { refused[ImageName(tag).registry] = trouble }
        post(tag, result)
        next()
      }
    }
  }

  private func post(_ tag: String, _ result: Result<String, Trouble>) {
    inbox.post(EngineUpdate.registry(.answered(tag, result, at: HostClock.now)))
  }

  private func answer(
    _ tag: String, _ found: RegistryCredentials.Found
  ) async -> (String, Result<String, Trouble>, isFinal: Bool) {
    let auth: RegistryAuth? = if case .credentials(let auth, _) = found { auth } else { nil }
    do throws(EngineError) {
      return (tag, .success(try await client.registryDigest(of: tag, auth: auth)), false)
    } catch {
      let told = error.trouble.summary
      let isFinal = error.isConnectionLoss || RegistryAdvice.isLimit(told) || RegistryAdvice.isAbsent(told)
      return (tag, .failure(trouble(error, tag, found)), isFinal)
    }
  }

  private func trouble(
    _ error: EngineError, _ tag: String, _ found: RegistryCredentials.Found
  ) -> Trouble {
    let what = "cannot ask for \(tag)"
    if error.isConnectionLoss {
      return Trouble(
        what, why: "the engine has said nothing of it: \(error.trouble.summary)", advice: "try again later")
    }
    if error.status == 404, error.trouble.summary.contains("page not found") {
      return Trouble(what, why: "this engine cannot ask registries")
    }
    let told = RegistryAdvice.trouble(error, about: tag, found)
    return Trouble(what, why: told.summary, advice: told.advice)
  }
}

/// Says every so often that registries are to be asked.
struct RegistryClock {
  let inbox: EngineInbox
  let interval: Duration

  func run() async {
    while !Task.isCancelled {
      inbox.post(EngineUpdate.registry(.due))
      do { try await Task.sleep(for: interval) } catch { return }
    }
  }
}
