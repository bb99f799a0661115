import Dashboard
import DiskFiles
import EngineClient
import EngineModel
import EngineTransport
import Troubles

/// Carries out one transfer. Where the task is cancelled its stream is closed at once.
struct TransferRunner: Sendable {
  let client: EngineClient
  /// The variables around davit.
  let environment: [String: String]
  let relay: ProgressRelay

  /// Does it, and says how it ended.
  func outcome(of transfer: Transfer) async -> JobOutcome {
    let watch = Task.detached { await relay.watch() }
    defer { watch.cancel() }
    do throws(TransferEnd) {
      try await carryOut(transfer)
      relay.finish()
      return .done
    } catch {
      relay.finish()
      switch error {
      case .exists(let path): return .fileExists(path)
      case .engine(let error): return error.isCancellation ? .cancelled : .failed(error.trouble)
      case .trouble(let trouble): return .failed(trouble)
      }
    }
  }

  private func carryOut(_ transfer: Transfer) async throws(TransferEnd) {
    switch transfer {
    case .pullImage(let reference, let platform):
      try await ask(reference) { .pullImage(reference, platform: platform, auth: $0) }
    case .pushImage(let reference): try await ask(reference) { .pushImage(reference, auth: $0) }
    case .saveImages(let references, let file): try await download(.saveImages(references), to: file)
    case .loadImages(let path): try await upload(path, with: .loadImages())
    case .exportContainer(let id, _, let file): try await download(.export(id), to: file)
    case .copyOut(let place, _, let file): try await copyOut(place, to: file)
    case .copyIn(let path, let place, _): try await copyIn(path, to: place)
    case .exportVolume(let volume, let file): try await export(volume, to: file)
    case .importVolume(let path, let volume): try await importFiles(path, into: volume)
    case .cloneVolume(let volume, let copy): try await clone(volume, as: copy)
    case .saveLog(let log, let file): try await save(log, to: file)
    case .importImage(let path, let reference): try await upload(path, with: .importImage(as: reference))
    }
  }
}

extension TransferRunner {
  /// Has the engine ask a registry, as who one is there.
  private func ask(
    _ reference: String, _ request: (RegistryAuth?) -> EngineRequest
  ) async throws(TransferEnd) {
    // Nothing is asked of a keeper of secrets for what will be refused.
    let found: RegistryCredentials.Found =
      client.isReadOnly ? .none : await RegistryCredentials(environment: environment).find(for: reference)
    let auth: RegistryAuth? = if case .credentials(let auth, _) = found { auth } else { nil }
    do throws(TransferEnd) {
      try await follow(request(auth))
    } catch {
      guard case .engine(let reason) = error, !reason.isCancellation else { throw error }
      throw .trouble(RegistryAdvice.trouble(reason, about: reference, found))
    }
  }
}

/// Why a transfer came to no good end.
enum TransferEnd: Error {
  /// A file of this path is there, and was not to be replaced.
  case exists(String)
  case engine(EngineError)
  case trouble(Trouble)
}

// MARK: What transfers are made of

extension TransferRunner {
  /// Follows what the engine tells of something to its end. Where the engine has not said before that all is well, the
  /// end of its answer is.
  func follow(_ request: EngineRequest, sending upload: RequestUpload? = nil) async throws(TransferEnd) {
    do throws(EngineError) {
      let stream = try await client.progress(of: request, sending: upload)
      var meter = ProgressMeter()
      var messages = stream.makeAsyncIterator()
      while let next = try await messages.next() {
        for message in next { meter.take(message) }
        tell(meter.progress, isUpload: upload != nil)
      }
      meter.finish()
      tell(meter.progress, isUpload: upload != nil)
    } catch {
      throw .engine(error)
    }
  }

  /// What is uploaded is counted as it leaves.
  private func tell(_ progress: TransferProgress, isUpload: Bool) {
    relay.update { known in
      let (done, total, rate) = (known.done, known.total, known.rate)
      known = progress
      known.rate = rate
      if isUpload { (known.done, known.total) = (done, total) }
    }
  }

  /// Writes the answer to a request to a file.
  func download(_ request: EngineRequest, to target: TargetFile) async throws(TransferEnd) {
    // The gate lets through what changes nothing on the engine; a file of this machine is something.
    if client.isReadOnly { throw .trouble(Trouble("davit is read-only")) }
    let file = try begin(target)
    do throws(TransferEnd) {
      try await receive(request) { bytes throws(Trouble) in try file.append(bytes) }
    } catch {
      file.discard()
      throw error
    }
    do throws(Trouble) { try file.finish() } catch { throw .trouble(error) }
    relay.update { $0.result = "\(Quantity.bytes($0.done)) in \(file.path)" }
  }

  /// Gives the answer to a request to `take` as it comes; a slow taker slows the engine down.
  func receive(
    _ request: EngineRequest, _ take: ([UInt8]) throws(Trouble) -> Void
  ) async throws(TransferEnd) {
    let stream: ByteStream
    do throws(EngineError) { stream = try await client.bytes(of: request) } catch { throw .engine(error) }
    defer { stream.close() }
    if let length = stream.length { relay.update { $0.total = UInt64(length) } }
    while let bytes = try await next(of: stream) {
      do throws(Trouble) { try take(bytes) } catch { throw .trouble(error) }
      relay.update { $0.done += UInt64(bytes.count) }
    }
  }

  private func next(of stream: ByteStream) async throws(TransferEnd) -> [UInt8]? {
    do throws(EngineError) { return try await stream.next() } catch { throw .engine(error) }
  }

  /// Sends a file with a request, and follows what the engine tells of it.
  func upload(_ path: String, with request: EngineRequest) async throws(TransferEnd) {
    if client.isReadOnly { throw .trouble(Trouble("davit is read-only")) }
    try await follow(request, sending: try source(path))
  }

  /// The bytes of a file, counted as they leave.
  func source(_ path: String) throws(TransferEnd) -> RequestUpload {
    let file: SourceFile
    do throws(Trouble) {
      file = try SourceFile(expanded(path))
    } catch { throw .trouble(error) }
    let relay = relay
    relay.update { $0.total = file.size }
    return RequestUpload(length: Int(file.size)) { () throws(UploadFailure) in
      do throws(Trouble) {
        guard let bytes = try file.next() else { return nil }
        relay.update { $0.done += UInt64(bytes.count) }
        return bytes
      } catch {
        throw UploadFailure(error.summary)
      }
    }
  }

  /// Begins a file.
  func begin(_ target: TargetFile) throws(TransferEnd) -> StreamedFile {
    let path = expanded(target.path)
    do throws(StreamedFile.Problem) {
      return try StreamedFile(at: path, replaces: target.replaces)
    } catch {
      switch error {
      case .exists: throw .exists(path)
      case .failed(let trouble): throw .trouble(trouble)
      }
    }
  }

  /// A path as it was typed, which may begin with `~`.
  func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? (environment["HOME"] ?? "") + path.dropFirst() : path
  }
}
