import ComposeFile

extension QuickEdit {
  /// The form that asks for the new value.
  var form: Form<EditorAction> {
    switch part {
    case .variable(let name?):
      let value = service.variables.first { $0.name == name }?.value ?? ""
      return Form("\(name) of \(service.name)", .finish(self), [Form<EditorAction>.Field("Value", value)])
    case .variable(nil):
      return Form(
        "New variable of \(service.name)", .finish(self),
        [Form<EditorAction>.Field("Name", placeholder: "LOG_LEVEL"), Form<EditorAction>.Field("Value")])
    case .port(let index?):
      return Form(
        "Port of \(service.name)", .finish(self),
        [
          Form<EditorAction>.Field(
            "Port", service.ports[index], placeholder: "empty: remove it", history: "port")
        ])
    case .port(nil):
      return Form(
        "New port of \(service.name)", .finish(self),
        [Form<EditorAction>.Field("Port", placeholder: "8080:80", history: "port")])
    case .limits:
      let (cpus, memory) = service.limits
      return Form(
        "Limits of \(service.name)", .finish(self),
        [
          Form<EditorAction>.Field("Cores", cpus, placeholder: "0.5; empty: no limit", history: "cpus"),
          Form<EditorAction>.Field("Memory", memory, placeholder: "512M; empty: no limit", history: "memory"),
        ])
    default:
      let image = service.value("image").node?.spelled ?? ""
      return Form(
        "Image of \(service.name)", .finish(self),
        [Form<EditorAction>.Field("Image", image, placeholder: "nginx:1.27", history: "image")])
    }
  }
}

extension QuickEdit {
  /// What the answers come to.
  private func change(_ answers: [String]) -> QuickChange {
    // A variable's value is what was typed, blanks included.
    let typed = answers
    let answers = answers.map(\.trimmed)
    switch part {
    case .image: return service.settingImage(answers[0])
    case .variable(let name?): return service.setting(variable: name, to: typed[0])
    case .variable(nil): return service.setting(variable: answers[0], to: typed[1])
    case .port(let index): return service.setting(port: index, to: answers[0])
    case .limits: return service.setting(cpus: answers[0], memory: answers[1])
    case .environment, .ports, .restart, .restartPolicy: return .steps([], file: "")
    }
  }

  /// Why the answers cannot be taken; nil when they can.
  func problem(_ answers: [String]) -> String? {
    if case .complaint(let complaint) = change(answers) { complaint } else { nil }
  }

  /// What is to be edited in which file; nil where nothing changes.
  func edits(_ answers: [String]) -> (steps: [EditOrder.Step], file: String)? {
    guard case .steps(let steps, let file) = change(answers), !steps.isEmpty else { return nil }
    return (steps, file)
  }
}

extension EditingState {
  /// The new value is there: it is reviewed.
  mutating func finish(_ edit: QuickEdit, _ answers: [String], _ state: SharedState) -> [EditorOutcome] {
    guard let edits = edit.edits(answers) else {
      return [.notice(Notice(.information, "nothing to change: \(edit.service.name) has that value already"))]
    }
    return reviewEdits(of: edit.service.key, file: edits.file, edits.steps, state)
  }
}

/// What a new value comes to.
enum QuickChange: Sendable, Equatable {
  case complaint(String)
  case steps([EditOrder.Step], file: String)
}

extension QuickService {
  func settingImage(_ image: String) -> QuickChange {
    guard !image.isEmpty else { return .complaint("enter an image name") }
    guard !image.contains(where: \.isWhitespace) else { return .complaint("an image name has no spaces") }
    let (file, node) = value("image")
    return .steps(node?.spelled == image ? [] : [.edit(.set(path(.key("image")), .text(image)))], file: file)
  }

  func setting(variable name: String, to text: String) -> QuickChange {
    guard let first = name.first, !first.isNumber, !name.contains(where: { $0.isWhitespace || $0 == "=" })
    else {
      return .complaint("a variable name has no spaces or =, and does not start with a digit")
    }
    let (file, node) = value("environment")
    if let list = node?.list {
      let index = list.firstIndex { $0.spelled == name || $0.spelled?.hasPrefix("\(name)=") == true }
      let place = path(.key("environment"), index.map { .index($0) } ?? .end)
      return .steps([.edit(.set(place, .text("\(name)=\(text)")))], file: file)
    }
    return .steps([.value(path(.key("environment"), .key(name)), text)], file: file)
  }

  func setting(port index: Int?, to text: String) -> QuickChange {
    let (file, node) = value("ports")
    guard !text.isEmpty else {
      guard let index else { return .complaint("a port looks like 8080:80") }
      return .steps([.edit(.remove(path(.key("ports"), .index(index))))], file: file)
    }
    guard
      text.allSatisfy({ $0.isASCII && ($0.isHexDigit || ".:[]-/tcpudsl${}_".contains($0) || $0.isLetter) }),
      text.contains(where: { $0.isNumber || $0 == "$" })
    else { return .complaint("a port looks like 8080:80 or 127.0.0.1:8080:80/tcp") }
    guard let index else {
      let place = node == nil ? path(.key("ports")) : path(.key("ports"), .end)
      return .steps([.edit(.set(place, node == nil ? .list([.text(text)]) : .text(text)))], file: file)
    }
    if let long = node?.list?[index].map {
      let published = text.split(separator: ":").dropLast().last.map(String.init)
      guard let published, long["published"] != nil else {
        return .complaint("this port uses the long syntax: press e to edit it")
      }
      return .steps([.value(path(.key("ports"), .index(index), .key("published")), published)], file: file)
    }
    return .steps([.edit(.set(path(.key("ports"), .index(index)), .text(text)))], file: file)
  }

  func setting(cpus: String, memory: String) -> QuickChange {
    if !cpus.isEmpty, !cpus.contains("$"), (Double(cpus) ?? 0) <= 0 {
      return .complaint("cores must be a number, such as 0.5")
    }
    let isSize =
      memory.first?.isNumber == true && memory.allSatisfy { $0.isNumber || $0.isLetter || $0 == "." }
    if !memory.isEmpty, !memory.contains("$"), !isSize {
      return .complaint("memory must be a size, such as 512M")
    }
    let (file, _) = value("deploy", "resources", "limits")
    let now = limits
    var steps: [EditOrder.Step] = []
    func set(_ old: String, _ new: String, _ key: String, plain: String) {
      guard old != new else { return }
      let isPlain = value(plain).node != nil
      let limit: ComposePath.Step = .key(key)
      let place =
        isPlain ? path(.key(plain)) : path(.key("deploy"), .key("resources"), .key("limits"), limit)
      steps.append(.edit(new.isEmpty ? .remove(place) : .set(place, .text(new))))
    }
    set(now.cpus, cpus, "cpus", plain: "cpus")
    set(now.memory, memory, "memory", plain: "mem_limit")
    return .steps(steps, file: file)
  }
}
