import ComposeFile
import EngineModel

/// What runs, and how it is watched, started again and logged.
extension DraftedService {
  mutating func writeProcess() {
    set("image", text: container.image)
    writeCommand()
    for (key, member) in [("user", "User"), ("working_dir", "WorkingDir"), ("stop_signal", "StopSignal")] {
      let own = config(member).string ?? ""
      if own != image[member].string ?? "" { set(key, text: own) }
    }
    if let seconds = config("StopTimeout").int { set("stop_grace_period", text: "\(seconds)s") }
    set("environment", pairs: environment)
    set("labels", pairs: labels)
    set("tty", flag: config("Tty"))
    set("stdin_open", flag: config("OpenStdin"))
    set("init", flag: host("Init"))
    writeRestart()
    writeHealthCheck()
  }

  /// An entry point of its own takes the image's command away, so that both are written.
  private mutating func writeCommand() {
    let (entrypoint, command) = (config("Entrypoint").strings, config("Cmd").strings)
    let hasOwn = entrypoint != image["Entrypoint"].strings
    if hasOwn { set("entrypoint", texts: entrypoint.isEmpty ? [""] : entrypoint) }
    if command != image["Cmd"].strings || (hasOwn && !command.isEmpty) { set("command", texts: command) }
  }

  private var environment: [(String, String)] {
    mutating get {
      let known = Set(image["Env"].strings)
      return config("Env").strings.filter { !known.contains($0) }.compactMap { variable in
        guard let equals = variable.firstIndex(of: "=") else { return nil }
        return (String(variable[..<equals]), String(variable[variable.index(after: equals)...]))
      }
    }
  }

  /// The labels that neither the image nor a Compose has put there.
  private var labels: [(String, String)] {
    mutating get {
      let known = image["Labels"].dictionary
      return config("Labels").dictionary.filter { name, value in
        known[name] != value && !name.hasPrefix("com.docker.compose.")
      }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  mutating func set(_ key: String, pairs: [(String, String)]) {
    guard !pairs.isEmpty else { return }
    set(key, ComposeNode(.map(ComposeMap(pairs.map { ($0.0, .text($0.1)) }))))
  }

  private mutating func writeRestart() {
    let policy = host("RestartPolicy")
    let name = policy["Name"].string ?? ""
    guard !name.isEmpty, name != "no" else { return }
    let limit = policy["MaximumRetryCount"].int ?? 0
    set("restart", text: limit > 0 ? "\(name):\(limit)" : name)
  }

  private mutating func writeHealthCheck() {
    let (check, known) = (config("Healthcheck"), image["Healthcheck"])
    guard !check.isNull, check != known else { return }
    let test = check["Test"].strings
    var map = ComposeMap()
    if test == ["NONE"] {
      map["disable"] = .bool(true)
    } else if !test.isEmpty {
      map["test"] = ComposeNode(.list(test.map(ComposeNode.text)))
    }
    for (key, member) in [
      ("interval", "Interval"), ("timeout", "Timeout"), ("start_period", "StartPeriod"),
      ("start_interval", "StartInterval"),
    ] {
      if let time = check[member].int, time > 0 { map[key] = .text(ComposeDuration.text(nanoseconds: time)) }
    }
    if let retries = check["Retries"].int, retries > 0 { map["retries"] = ComposeNode(.integer(retries)) }
    if !map.isEmpty { set("healthcheck", ComposeNode(.map(map))) }
  }

  mutating func writeLogging() {
    let log = host("LogConfig")
    let (driver, options) = (log["Type"].string ?? "", log["Config"].dictionary)
    guard !driver.isEmpty, driver != "json-file" || !options.isEmpty else { return }
    var map = ComposeMap([("driver", .text(driver))])
    if !options.isEmpty {
      let pairs = options.sorted { $0.key < $1.key }.map { ($0.key, ComposeNode.text($0.value)) }
      map["options"] = ComposeNode(.map(ComposeMap(pairs)))
    }
    set("logging", ComposeNode(.map(map)))
  }
}
