import EngineModel

/// Adds up what an engine tells of a transfer. Engines describe each layer in words, so the words are what there is to
/// go by; those that are not known count as something that goes on.
package struct ProgressMeter: Sendable {
  /// How far it is.
  package private(set) var progress = TransferProgress()
  private var places: [String: Int] = [:]
  private var further: Set<String> = []
  /// The bytes of each part that go over the line, which unpacking does not.
  private var sizes: [Size] = []

  private struct Size: Sendable {
    var done: UInt64 = 0
    /// Nil while it is not known.
    var total: UInt64?
  }

  /// Nothing has come yet.
  package init() {}

  /// Takes in a message.
  package mutating func take(_ message: ProgressMessage) {
    if let stream = message.stream { note(stream) }
    guard let status = message.status else { return }
    // `Pulling from library/busybox` has the tag as its id.
    guard let id = message.id, !status.hasPrefix("Pulling from ") else { return note(status) }
    guard let place = place(of: Self.clipped(id)) else { return }
    progress.parts[place].status = Self.clipped(status)
    progress.parts[place].phase = Self.phase(of: status)
    measure(message, status, at: place)
    addUp()
  }

  /// Everything has ended well.
  package mutating func finish() {
    for index in progress.parts.indices {
      progress.parts[index].phase = .done
      (progress.parts[index].done, progress.parts[index].total) = (nil, nil)
    }
    if let total = progress.total { progress.done = total }
  }

  private mutating func note(_ text: String) {
    guard let line = text.split(whereSeparator: \.isNewline).last.map(String.init)?.trimmed, !line.isEmpty
    else { return }
    progress.note = Self.clipped(line)
    if line.hasPrefix("Status: ") { progress.result = Self.clipped(String(line.dropFirst(8))) }
    if line.hasPrefix("Loaded image") { progress.result = Self.clipped(line) }
  }

  private mutating func place(of id: String) -> Int? {
    if let place = places[id] { return place }
    guard progress.parts.count < TransferProgress.maximumParts else {
      if further.count < 1_024 { further.insert(id) }
      progress.furtherParts = further.count
      return nil
    }
    places[id] = progress.parts.count
    progress.parts.append(.init(name: id, status: "", done: nil, total: nil, phase: .waiting))
    sizes.append(Size())
    return progress.parts.count - 1
  }

  private mutating func measure(_ message: ProgressMessage, _ status: String, at place: Int) {
    let isBytes = message.units == nil
    let current = isBytes ? message.current : nil
    (progress.parts[place].done, progress.parts[place].total) = (
      current, current == nil ? nil : message.total
    )
    switch status {
    case "Downloading", "Pushing", "Loading layer":
      sizes[place].done = max(sizes[place].done, current ?? 0)
      if let total = message.total, isBytes { sizes[place].total = max(total, sizes[place].done) }
    case "Already exists", "Layer already exists": sizes[place] = Size(done: 0, total: 0)
    case _ where status.hasPrefix("Mounted from "): sizes[place] = Size(done: 0, total: 0)
    case "Verifying Checksum", "Download complete", "Extracting", "Pull complete", "Pushed":
      // What was too small to be told of while it came.
      sizes[place].total = sizes[place].total ?? sizes[place].done
      sizes[place].done = sizes[place].total ?? 0
    default: break
    }
  }

  private mutating func addUp() {
    progress.done = sizes.reduce(0) { $0 &+ $1.done }
    let totals = sizes.compactMap(\.total)
    let isKnown = totals.count == sizes.count && progress.furtherParts == 0
    progress.total = isKnown ? totals.reduce(0, &+) : nil
    if progress.total == 0 { progress.total = nil }
  }

  private static func phase(of status: String) -> TransferProgress.Phase {
    switch status {
    case "Waiting", "Pulling fs layer", "Preparing": .waiting
    case "Pull complete", "Already exists", "Layer already exists", "Pushed": .done
    case _ where status.hasPrefix("Mounted from "): .done
    default: .busy
    }
  }

  private static func clipped(_ text: String) -> String { String(text.prefix(TransferProgress.maximumText)) }
}
