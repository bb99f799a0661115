public import EngineModel
import EngineTransport
import FoundationEssentials

extension EngineClient {
  /// What a container has done to the files of its image, in the engine's order.
  public func changes(of id: ContainerID) async throws(EngineError) -> [PathChange] {
    try await list(.changes(of: id), PathChange.init(_:))
  }

  /// What has a path in a container.
  public func stat(of id: ContainerID, _ path: ContainerPath) async throws(EngineError) -> FileStat {
    let request = EngineRequest.stat(of: id, path)
    let stream = try await open(request)
    stream.close()
    let header = stream.head["x-docker-container-path-stat"] ?? ""
    guard let data = Data(base64Encoded: header), let document = try? JSONValue(json: Array(data)) else {
      throw EngineError(JSONError(.wrongShape, at: 0), request, body: Array(header.utf8)[...])
    }
    return FileStat(document)
  }

  /// A tar of what has a path in a container: see `EngineRequest.archive`. Returns when the engine has begun to answer.
  public func archive(
    of id: ContainerID, _ path: ContainerPath, isFolder: Bool = false
  ) async throws(EngineError) -> ByteStream {
    try await bytes(of: .archive(of: id, path, isFolder: isFolder))
  }

  /// What a command has printed, at most `limit` bytes of each, and its exit code; the code is nil where the engine does
  /// not tell.
  public func run(
    _ command: [String], in id: ContainerID, user: String, limit: Int
  ) async throws(EngineError) -> (output: [UInt8], error: [UInt8], code: Int?) {
    let exec: String = try await read(.createExec(in: id, command, user: user)) { answer in
      answer["Id"].string.flatMap { $0.isEmpty ? nil : $0 }
    }
    let request = EngineRequest.startExec(exec)
    let stream = try await open(request)
    defer { stream.close() }
    var demultiplexer = LogDemultiplexer(raw: false)
    var (output, error): ([UInt8], [UInt8]) = ([], [])
    while let piece = try await stream.piece(request) {
      for chunk in demultiplexer.feed(piece) {
        if chunk.source == .stderr {
          error += chunk.bytes.prefix(max(0, limit - error.count))
        } else {
          output += chunk.bytes.prefix(max(0, limit - output.count))
        }
      }
    }
    let code = try await document(.exec(exec))["ExitCode"].int
    return (output, error, code)
  }
}
