import Glibc
import TestSupport

/// Debian's docker-registry on a free port of this machine, in a folder of its own.
final class RegistryServer {
  let port: Int
  private let folder: TestFolder
  private var process: pid_t = 0

  var host: String { "127.0.0.1:\(port)" }

  /// Whether it is installed.
  static var isInstalled: Bool { access(program, X_OK) == 0 }
  private static let program = "/usr/bin/docker-registry"

  /// Starts one; with `htpasswd` lines, only their users are let in.
  init(htpasswd: String? = nil) throws {
    folder = try TestFolder()
    port = Self.freePort()
    var config = """
      version: 0.1
      log: {level: error}
      storage: {filesystem: {rootdirectory: \(folder.file("data"))}}
      http: {addr: "127.0.0.1:\(port)"}

      """
    if let htpasswd {
      folder.put(htpasswd, in: "users")
      config += "auth: {htpasswd: {realm: test, path: \(folder.file("users"))}}\n"
    }
    folder.put(config, in: "config.yml")
    var arguments: [UnsafeMutablePointer<CChar>?] = [
      strdup(Self.program), strdup("serve"), strdup(folder.file("config.yml")), nil,
    ]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    posix_spawn(&process, Self.program, &actions, nil, &arguments, environ)
    // The kernel lets somebody in as soon as it listens.
    for _ in 0..<500 where !Self.isOpen(port) { usleep(20_000) }
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    folder.remove()
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = in_port_t(port).bigEndian
    return address
  }

  private static func with<Result>(
    _ address: sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  static func isOpen(_ port: Int) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    return with(address(port)) { connect(socket, $0, $1) } == 0
  }

  static func freePort() -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    _ = with(address(0)) { bind(socket, $0, $1) }
    var bound = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &bound) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
    }
    return Int(in_port_t(bigEndian: bound.sin_port))
  }
}
