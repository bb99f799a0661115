import Glibc
import TestSupport
import Testing

/// An HTTP client of a few lines, on a plain socket: independent of everything that the engine is made of.
///
/// Reads block, with a time limit of ten seconds.
final class RawClient {
  private let descriptor: Int32
  private var pending: [UInt8] = []

  struct Response {
    var status = 0
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    var text: String { String(decoding: body, as: UTF8.self) }
    /// The `message` of an error.
    var message: String { (try? ReferenceJSON(body))?["message"].string ?? "" }
  }

  struct ConnectionClosed: Error {}
  struct CannotConnect: Error { var code: Int32 }

  init(_ path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    if result != 0 { throw CannotConnect(code: errno) }
  }

  deinit { Glibc.close(descriptor) }

  func send(_ method: String, _ target: String, body: String = "") {
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    let text = "\(method) \(target) HTTP/1.1\r\nHost: docker\r\n\(length)\r\n\(body)"
    _ = text.utf8CString.withUnsafeBytes {
      Glibc.send(descriptor, $0.baseAddress, text.utf8.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// Sends a request and reads the whole answer.
  func request(_ method: String, _ target: String, body: String = "") throws -> Response {
    send(method, target, body: body)
    var response = try head()
    guard method != "HEAD", response.status != 204, response.status != 304 else { return response }
    if let length = response.headers["content-length"].flatMap({ Int($0) }) {
      response.body = try take(length)
    } else {
      while let chunk = try chunk() { response.body += chunk }
    }
    return response
  }

  /// Reads status and headers; names become lower case.
  func head() throws -> Response {
    var response = Response()
    response.status = Int(try line().split(separator: " ")[1]) ?? 0
    while true {
      let header = try line()
      if header.isEmpty { return response }
      let sides = header.split(separator: ":", maxSplits: 1)
      response.headers[sides[0].lowercased()] = String(sides[1].drop { $0 == " " })
    }
  }

  /// The next chunk of a chunked body, nil at its end.
  func chunk() throws -> [UInt8]? {
    let length = Int(try line(), radix: 16) ?? 0
    let bytes = try take(length)
    _ = try line()
    return length == 0 ? nil : bytes
  }

  /// Whatever comes until the connection ends.
  func rest() -> [UInt8] {
    while (try? fill()) != nil {}
    return pending
  }

  private func line() throws -> String {
    while true {
      if let end = pending.firstIndex(of: 10) {
        let text = String(decoding: pending[..<end].filter { $0 != 13 }, as: UTF8.self)
        pending.removeFirst(end + 1)
        return text
      }
      try fill()
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while pending.count < count { try fill() }
    defer { pending.removeFirst(count) }
    return Array(pending.prefix(count))
  }

  private func fill() throws {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count <= 0 { throw ConnectionClosed() }
    pending += buffer.prefix(count)
  }
}
