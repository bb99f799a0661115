import ArgumentParser
import Glibc

/// A proxy between two Unix sockets that prints a line for each HTTP request that passes.
struct CountRequests: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count-requests", abstract: "Passes on what comes to a Unix socket and prints the requests.")

  @Argument(help: "The socket to listen on.")
  var listen: String

  @Argument(help: "The socket of the engine.")
  var engine: String

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    unlink(listen)
    let listener = try UnixSocket.listening(on: listen)
    print("listening")
    fflush(nil)
    var pairs: [Pair] = []
    while true {
      var descriptors = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
      for pair in pairs {
        descriptors.append(pollfd(fd: pair.client, events: Int16(POLLIN), revents: 0))
        descriptors.append(pollfd(fd: pair.engine, events: Int16(POLLIN), revents: 0))
      }
      guard poll(&descriptors, UInt(descriptors.count), -1) > 0 else { continue }
      for index in pairs.indices {
        if descriptors[1 + 2 * index].revents != 0 { pairs[index].passOn(fromClient: true) }
        if descriptors[2 + 2 * index].revents != 0 { pairs[index].passOn(fromClient: false) }
      }
      pairs.removeAll(where: \.isClosed)
      if descriptors[0].revents != 0, let pair = Pair(client: accept(listener, nil, nil), engine: engine) {
        pairs.append(pair)
      }
    }
  }
}

/// A connection of the client and the one to the engine that belongs to it.
private struct Pair {
  let client: Int32
  let engine: Int32
  var isClosed = false
  /// The end of what the client sent last, where a request's first line may be cut.
  private var tail: [UInt8] = []

  init?(client: Int32, engine path: String) {
    guard client >= 0 else { return nil }
    guard let engine = try? UnixSocket.connected(to: path) else {
      close(client)
      return nil
    }
    (self.client, self.engine) = (client, engine)
  }

  mutating func passOn(fromClient: Bool) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(fromClient ? client : engine, &buffer, buffer.count)
    guard !isClosed, count > 0, write(buffer[..<count], to: fromClient ? engine : client) else {
      if !isClosed { for descriptor in [client, engine] { close(descriptor) } }
      isClosed = true
      return
    }
    if fromClient { report(buffer[..<count]) }
  }

  /// Prints the first lines of requests.
  private mutating func report(_ bytes: ArraySlice<UInt8>) {
    let text = String(decoding: tail + bytes, as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    for line in lines.dropLast() where line.hasSuffix(" HTTP/1.1") { print("request \(line.dropLast(9))") }
    fflush(nil)
    tail = Array((lines.last ?? "").utf8)
  }

  private func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
