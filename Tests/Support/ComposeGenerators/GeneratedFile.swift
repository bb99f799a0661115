import TestSupport

/// A Compose-like file in any style that people write: comments, blank lines, quotes, indentation, flow, anchors,
/// aliases, merge keys, blocks, CR LF, a byte order mark, no final line end.
package struct GeneratedFile {
  /// The file.
  package private(set) var text = ""
  private var dice: Dice
  private let isValid: Bool
  private let step: Int
  private let listStep: Int
  private var anchors: [String] = []
  private var count = 0
  /// The lines while they are made.
  private var lines: [String] = []

  /// The file that a seed decides; a valid one is what Compose takes, another one only what YAML takes.
  package init(seed: UInt64, isValid: Bool = false) {
    self.isValid = isValid
    dice = Dice(seed: seed)
    step = dice.pick([2, 2, 2, 3, 4, 1])
    listStep = dice.happens(50) ? 0 : step
    if dice.happens(60) { shared() }
    write(key: "services", indent: 0) { file in
      for _ in 0...file.dice.number(0...3) { file.service(indent: file.step) }
    }
    if dice.happens(50) {
      write(key: "volumes", indent: 0) { file in
        file.lines.append(file.margin(file.step) + "data:" + file.comment())
      }
    }
    finish()
  }

  private mutating func finish() {
    text = lines.joined(separator: "\n")
    if dice.happens(75) { text += "\n" }
    if dice.happens(15) {
      text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    if dice.happens(8) { text = "\u{FEFF}" + text }
  }

  private func margin(_ indent: Int) -> String { String(repeating: " ", count: indent) }

  private mutating func mark() -> String {
    count += 1
    return "\(count)"
  }

  private mutating func comment() -> String { dice.happens(20) ? "  # note \(mark())" : "" }

  private mutating func space(_ indent: Int) {
    if dice.happens(12) { lines.append("") }
    if dice.happens(12) { lines.append(margin(indent) + "# line \(mark())") }
  }

  private mutating func write(key: String, indent: Int, _ body: (inout GeneratedFile) -> Void) {
    space(indent)
    lines.append(margin(indent) + key + ":" + comment())
    body(&self)
  }

  /// `x-` fields with anchors.
  private mutating func shared() {
    for _ in 0...dice.number(0...1) {
      let name = "shared\(mark())"
      space(0)
      if dice.happens(40) {
        lines.append("x-\(name): &\(name) {restart: always, hostname: h\(mark())}" + comment())
      } else {
        lines.append("x-\(name): &\(name)" + comment())
        lines.append(margin(step) + "restart: always" + comment())
        lines.append(margin(step) + "deploy:")
        lines.append(margin(2 * step) + "replicas: 2" + comment())
      }
      anchors.append(name)
    }
  }

  private mutating func service(indent: Int) {
    let name = dice.pick(["web", "db", "\"cache\"", "'api'", "worker"])
    guard !lines.contains(where: { $0.hasPrefix(margin(indent) + name + ":") }) else { return }
    if let anchor = anchors.randomElement(using: &dice), dice.happens(15) {
      space(indent)
      lines.append(margin(indent) + "\(name): *\(anchor)" + comment())
      return
    }
    if dice.happens(15) {
      space(indent)
      lines.append(
        margin(indent) + "\(name): {image: a, environment: {A: 1, B: 'x'}, ports: [\"80:80\", 81]}"
          + comment())
      return
    }
    write(key: name, indent: indent) { file in file.keys(indent: indent + file.step) }
  }

  private mutating func keys(indent: Int) {
    if let anchor = anchors.randomElement(using: &dice), dice.happens(50) {
      lines.append(margin(indent) + "<<: *\(anchor)" + comment())
    }
    lines.append(margin(indent) + "image: " + (isValid ? "nginx:1.27" : scalar()) + comment())
    if dice.happens(60) { environment(indent: indent) }
    if dice.happens(60) {
      list("ports", ["\"80:80\"", "8080", "'9:9'"] + (isValid ? [] : ["x"]), indent: indent)
    }
    if dice.happens(30) { block("command", indent: indent) }
    if dice.happens(40) {
      write(key: "healthcheck", indent: indent) { file in
        file.lines.append(file.margin(indent + file.step) + "test: [CMD, \"a b\",c ]" + file.comment())
        file.lines.append(file.margin(indent + file.step) + "interval: 3s")
      }
    }
    if dice.happens(25) { lines.append(margin(indent) + "labels: {}" + comment()) }
    if !isValid, dice.happens(25) { lines.append(margin(indent) + "tty:" + comment()) }
    if dice.happens(30) { mounts(indent: indent) }
  }

  private mutating func environment(indent: Int) {
    if dice.happens(40) {
      list("environment", ["A=1", "\"B=x y\"", "C", "D="], indent: indent)
    } else {
      write(key: "environment", indent: indent) { file in
        for key in ["A", "B_\(file.mark())", "\"quoted\""] {
          file.space(indent + file.step)
          file.lines.append(file.margin(indent + file.step) + key + ": " + file.scalar() + file.comment())
        }
      }
    }
  }

  private mutating func list(_ key: String, _ elements: [String], indent: Int) {
    if dice.happens(30) {
      lines.append(
        margin(indent) + key + ": [" + elements.joined(separator: dice.pick([", ", ","])) + "]" + comment())
      return
    }
    write(key: key, indent: indent) { file in
      for element in elements.prefix(file.dice.number(1...elements.count)) {
        file.space(indent + file.listStep)
        file.lines.append(file.margin(indent + file.listStep) + "- " + element + file.comment())
      }
    }
  }

  private mutating func mounts(indent: Int) {
    write(key: "volumes", indent: indent) { file in
      let dash = file.margin(indent + file.listStep)
      file.lines.append(dash + "- type: bind" + file.comment())
      file.lines.append(dash + "  source: ./a" + file.comment())
      file.space(indent + file.listStep + 2)
      file.lines.append(dash + "  target: /a")
      file.lines.append(dash + "- data:/b" + file.comment())
    }
  }

  private mutating func block(_ key: String, indent: Int) {
    lines.append(margin(indent) + key + ": " + dice.pick(["|", ">", "|-", ">-"]))
    lines.append(margin(indent + step) + "first \(mark())")
    lines.append(margin(indent + step) + "second # no comment")
  }

  private mutating func scalar() -> String {
    dice.pick([
      "nginx:1.27", "'single ''q'", "\"double \\\" q\"", "5", "true", "a b", "é", "null", "~", "1.50",
      "\"5\"",
    ])
  }
}

extension GeneratedFile {
  /// A text with a few bytes changed, put in or taken out, mostly to what means something in YAML.
  package static func mutated(_ text: String, by dice: inout Dice) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<dice.number(1...6) where !bytes.isEmpty {
      let at = dice.number(0...(bytes.count - 1))
      switch dice.number(0...3) {
      case 0: bytes.remove(at: at)
      case 1: bytes[at] = UInt8(dice.number(0...127))
      case 2: bytes.insert(dice.pick(Array("{}[]:,&*!|>'\"%@#-? \n\t$<".utf8)), at: at)
      default:
        let end = min(bytes.count, at + dice.number(1...40))
        bytes.insert(contentsOf: bytes[at..<end], at: dice.number(0...(bytes.count - 1)))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
