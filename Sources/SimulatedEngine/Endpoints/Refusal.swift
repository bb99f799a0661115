/// An answer that refuses: a status and the engine's message.
struct Refusal: Error, Sendable {
  let status: Int
  let message: String

  init(_ status: Int, _ message: String) {
    self.status = status
    self.message = message
  }
}
