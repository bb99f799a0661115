public import EngineModel

extension EngineRequest {
  /// GET /containers/{id}/changes: what it has done to the files of its image; API 1.41, and before.
  public static func changes(of id: ContainerID) -> EngineRequest {
    EngineRequest(.get, "containers", id.rawValue, "changes", timeout: 60)
  }

  /// GET /containers/{id}/archive: a tar of what has that path, with all that is in it. What stands in a folder is
  /// named "./…" with `isFolder`, which also follows a link to a folder; without it the tar has one root of its own
  /// name. 404 where there is nothing.
  public static func archive(
    of id: ContainerID, _ path: ContainerPath, isFolder: Bool = false
  ) -> EngineRequest {
    let dot = isFolder ? Array("/.".utf8) : []
    return EngineRequest(
      .get, "containers", id.rawValue, "archive", query: [Parameter("path", bytes: path.bytes + dot)],
      timeout: 60)
  }

  /// HEAD /containers/{id}/archive: what has that path; its header X-Docker-Container-Path-Stat says so.
  public static func stat(of id: ContainerID, _ path: ContainerPath) -> EngineRequest {
    EngineRequest(
      .head, "containers", id.rawValue, "archive", query: [Parameter("path", bytes: path.bytes)])
  }

  /// PUT /containers/{id}/archive: unpacks a tar into a folder that is there; API 1.41, and before. A file does not take a
  /// folder's place, nor the other way round. 403 where its file system or the volume cannot be written.
  public static func putArchive(_ id: ContainerID, _ folder: ContainerPath) -> EngineRequest {
    EngineRequest(
      .put, "containers", id.rawValue, "archive",
      query: [Parameter("path", bytes: folder.bytes), Parameter("noOverwriteDirNonDir", "1")], timeout: 600)
  }

  /// POST /commit: makes an image of a container's files, which stands still meanwhile; `name` as in "shop/api:2".
  public static func commit(_ id: ContainerID, as name: String) -> EngineRequest {
    let image = ImageName(name)
    let query = [
      Parameter("container", id.rawValue), Parameter("repo", image.repository),
      Parameter("tag", image.tag ?? "latest"), Parameter("pause", "1"),
    ]
    return EngineRequest(.post, "commit", query: query, body: Array("{}".utf8), timeout: 600)
  }

  /// GET /containers/{id}/export: a tar of all its files, without what is mounted.
  public static func export(_ id: ContainerID) -> EngineRequest {
    EngineRequest(.get, "containers", id.rawValue, "export", timeout: 120)
  }

  /// POST /containers/{id}/exec: prepares a command in a running container, without a terminal; its output can be read.
  public static func createExec(
    in id: ContainerID, _ command: [String], user: String
  ) -> EngineRequest {
    let body = JSONValue.object([
      .init(key: "AttachStdout", value: .bool(true)), .init(key: "AttachStderr", value: .bool(true)),
      .init(key: "User", value: .string(user)), .init(key: "Cmd", value: .array(command.map { .string($0) })),
    ])
    return EngineRequest(.post, "containers", id.rawValue, "exec", body: Array(body.prettyText.utf8))
  }

  /// POST /exec/{id}/start: runs it; the answer is its output in frames.
  public static func startExec(_ id: String) -> EngineRequest {
    EngineRequest(
      .post, "exec", id, "start", body: Array(#"{"Detach":false,"Tty":false}"#.utf8), timeout: 20)
  }

  /// GET /exec/{id}/json: how it ended.
  public static func exec(_ id: String) -> EngineRequest { EngineRequest(.get, "exec", id, "json") }
}
