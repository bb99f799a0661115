/// The body of a request that is made while it is sent. The next piece is asked for when the operating system has taken
/// the one before, so that a slow engine slows its source down.
public struct RequestUpload: Sendable {
  /// How many bytes there are in all; nil where that is not known before, so that they are sent in chunks.
  public var length: Int?
  /// What the bytes are: "application/x-tar".
  public var contentType: String
  /// The next piece; nil at the end.
  public var next: @Sendable () async throws(UploadFailure) -> [UInt8]?

  /// An upload as given.
  public init(
    length: Int? = nil, contentType: String = "application/x-tar",
    next: @escaping @Sendable () async throws(UploadFailure) -> [UInt8]?
  ) {
    self.length = length
    self.contentType = contentType
    self.next = next
  }
}

/// Why a body could not be made to its end; the request is given up.
public struct UploadFailure: Error, Hashable, Sendable {
  /// Why, in words for people.
  public var reason: String

  /// A failure for a reason.
  public init(_ reason: String) { self.reason = reason }
}
