import Dispatch
import Glibc

/// Tells when files in folders were written, made, renamed or removed (inotify(7)). Editors replace files, so folders
/// are watched and not files. Costs nothing while nothing happens.
@MainActor
final class FolderWatch {
  private struct Listener {
    let folders: Set<String>
    let continuation: AsyncStream<Void>.Continuation
  }

  private var descriptor: Int32 = -1
  private var source: (any DispatchSourceRead)?
  private var listeners: [Int: Listener] = [:]
  private var nextListener = 0
  private var numbers: [String: Int32] = [:]

  /// The most folders that one listener watches.
  private static let limit = 64
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF)

  nonisolated init() {}

  /// A signal whenever something changes in one of the folders, until its reader ends. Folders that cannot be watched
  /// are left out.
  func changes(in folders: Set<String>) -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id = nextListener
    nextListener += 1
    let watched = Set(folders.sorted().prefix(Self.limit))
    listeners[id] = Listener(folders: watched, continuation: continuation)
    for folder in watched { begin(folder) }
    continuation.onTermination = { [weak self] _ in
      Task { @MainActor in self?.end(id) }
    }
    return stream
  }

  private func begin(_ folder: String) {
    guard numbers[folder] == nil, open() else { return }
    let number = inotify_add_watch(descriptor, folder, Self.events)
    if number >= 0 { numbers[folder] = number }
  }

  private func end(_ id: Int) {
    guard let gone = listeners.removeValue(forKey: id) else { return }
    for folder in gone.folders where !listeners.values.contains(where: { $0.folders.contains(folder) }) {
      if let number = numbers.removeValue(forKey: folder) { inotify_rm_watch(descriptor, number) }
    }
  }

  private func open() -> Bool {
    if descriptor >= 0 { return true }
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return false }
    let opened = descriptor
    let source = DispatchSource.makeReadSource(fileDescriptor: opened, queue: .main)
    source.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.read() } }
    source.setCancelHandler { close(opened) }
    self.source = source
    source.activate()
    return true
  }

  /// Ends all.
  func stop() {
    for listener in listeners.values { listener.continuation.finish() }
    source?.cancel()
    source = nil
    descriptor = -1
    numbers = [:]
  }

  private func read() {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    var touched: Set<Int32> = []
    while true {
      let count = Glibc.read(descriptor, &bytes, bytes.count)
      guard count > 0 else { break }
      touched.formUnion(Self.numbers(in: bytes[..<count]))
    }
    // A number of -1 says that events were lost.
    let folders =
      touched.contains(-1) ? Set(numbers.keys) : Set(numbers.filter { touched.contains($0.value) }.keys)
    for (folder, number) in numbers where touched.contains(number) && access(folder, F_OK) != 0 {
      // The folder is gone: should it come back, it is another one.
      numbers[folder] = nil
    }
    for listener in listeners.values where !listener.folders.isDisjoint(with: folders) {
      listener.continuation.yield()
    }
  }

  /// The numbers of the watches that events are about: `struct inotify_event` is the number, 8 bytes more, the length of
  /// a name and the name.
  private static func numbers(in bytes: ArraySlice<UInt8>) -> [Int32] {
    var numbers: [Int32] = []
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at + 16 <= bytes.count {
        numbers.append(bytes.loadUnaligned(fromByteOffset: at, as: Int32.self))
        at += 16 + Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
      }
    }
    return numbers
  }
}
