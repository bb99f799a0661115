/// What a job's output comes to: one row for each thing that Compose works on, with what it came to last, and every
/// other line as it was printed.
struct JobProgress: Sendable, Equatable {
  /// One row of the view.
  struct Row: Sendable, Equatable {
    enum Phase: Sendable, Equatable {
      case busy, done, failed
      /// A line that tells of nothing that goes on.
      case plain
    }

    var text: String
    /// `Started`; empty for a plain line.
    var status: String
    var phase: Phase
  }

  private(set) var rows: [Row] = []
  private var places: [String: Int] = [:]

  /// How many things are done, and how many there are.
  var counts: (done: Int, all: Int) {
    (rows.count { $0.phase == .done }, rows.count { $0.phase != .plain })
  }

  init(_ lines: [JobLine]) {
    for line in lines { add(line) }
  }

  private mutating func add(_ line: JobLine) {
    let text = line.text.trimmed
    guard !text.isEmpty else { return }
    guard let step = Self.modern(text) ?? Self.classic(text) else {
      rows.append(Row(text: text, status: "", phase: .plain))
      return
    }
    if let place = places[step.text] {
      rows[place] = step
    } else {
      places[step.text] = rows.count
      rows.append(step)
    }
  }

  private static let kinds: Set<Substring> = ["Container", "Network", "Volume", "Image", "Service"]

  /// Compose 2: `Container shop-db-1  Started`, `Volume "shop_data"  Created`.
  private static func modern(_ text: String) -> Row? {
    let words = text.split(separator: " ")
    guard words.count == 3, kinds.contains(words[0]), words[2].first?.isUppercase == true else { return nil }
    let name = words[1].filter { $0 != "\"" }
    let status = String(words[2])
    return Row(text: "\(words[0]) \(name)", status: status, phase: phase(of: status))
  }

  private static func phase(of status: String) -> Row.Phase {
    switch status {
    case "Error": .failed
    case _ where status.hasSuffix("ing") && status != "Running": .busy
    default: .done
    }
  }

  /// Compose 1: `Creating shop_db_1 ... done`.
  private static func classic(_ text: String) -> Row? {
    guard let dots = text.firstRange(of: " ... ") ?? text.firstRange(of: " ...") else { return nil }
    let words = text[..<dots.lowerBound].split(separator: " ")
    guard words.count == 2, words[0].hasSuffix("ing") else { return nil }
    let rest = text[dots.upperBound...].trimmed
    let name = "Container \(words[1])"
    switch rest {
    case "": return Row(text: name, status: String(words[0]), phase: .busy)
    case "done": return Row(text: name, status: "\(words[0]) done", phase: .done)
    case "error": return Row(text: name, status: "\(words[0]) failed", phase: .failed)
    default: return nil
    }
  }
}
