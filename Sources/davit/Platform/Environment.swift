import Glibc

/// What the process was started with.
enum Environment {
  /// A variable; nil where it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
    return text
  }

  /// The folder of davit's settings (XDG Base Directory Specification); nil without a home.
  static var configFolder: String? {
    if let folder = value("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return "\(folder)/davit" }
    return value("HOME").map { "\($0)/.config/davit" }
  }

  /// Seconds east of UTC here and now.
  static var utcOffset: Int {
    var now = time(nil)
    var local = tm()
    return localtime_r(&now, &local) == nil ? 0 : local.tm_gmtoff
  }

  /// An absolute path without `.` and `..`, as Compose writes it into labels; the path itself where it is not there.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
