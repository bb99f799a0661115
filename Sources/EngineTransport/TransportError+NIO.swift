import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

extension TransportError {
  /// An error that came up on an open connection.
  init(onConnection error: any Error, afterHead: Bool) {
    switch error {
    case let error as TransportError: self = error
    case HTTPParserError.invalidEOFState, ChannelError.eof, ChannelError.ioOnClosedChannel,
      ChannelError.alreadyClosed, ChannelError.inputClosed, ChannelError.outputClosed:
      self = .closedEarly(afterHead: afterHead)
    case HTTPParserError.headerOverflow: self = .tooLarge(limit: 80 * 1024)
    case let error as HTTPParserError: self = .notHTTP(error.debugDescription)
    case let error as IOError where error.errnoCode == ECONNRESET || error.errnoCode == EPIPE:
      self = .closedEarly(afterHead: afterHead)
    case let error as IOError: self = .broken(errno: error.errnoCode)
    case is CancellationError: self = .cancelled
    default: self = .broken(errno: 0)
    }
  }

  /// An error that came up while connecting.
  init(connectingTo address: EngineAddress, _ error: any Error) {
    switch error {
    case let error as TransportError: self = error
    case let error as NIOConnectionError: self = .cannotConnect(address, ConnectFailure(error))
    default: self = .cannotConnect(address, ConnectFailure(error))
    }
  }
}

extension ConnectFailure {
  fileprivate init(_ error: NIOConnectionError) {
    if let attempt = error.connectionErrors.first {
      self.init(attempt.error)
    } else if error.dnsAError != nil || error.dnsAAAAError != nil {
      self = .unknownHost
    } else {
      self = .other(errno: 0)
    }
  }

  fileprivate init(_ error: any Error) {
    switch error {
    case ChannelError.connectTimeout: self = .timedOut
    case let error as IOError: self.init(errno: error.errnoCode)
    case SocketAddressError.unixDomainSocketPathTooLong: self = .pathTooLong
    case is SocketAddressError: self = .unknownHost
    default: self = .other(errno: 0)
    }
  }

  private init(errno number: Int32) {
    switch number {
    case ENOENT, ENOTSOCK: self = .noSuchSocket
    case EACCES, EPERM: self = .permissionDenied
    case ECONNREFUSED: self = .connectionRefused
    case ETIMEDOUT, EHOSTUNREACH: self = .timedOut
    default: self = .other(errno: number)
    }
  }
}
