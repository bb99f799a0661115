import Glibc

/// Where the programs of this package are.
package enum BuiltPrograms {
  /// The path of `davit`: what DAVIT_BINARY says, else the one that was built beside the running tests.
  package static let davit: String = {
    if let path = getenv("DAVIT_BINARY") { return String(cString: path) }
    return current.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/davit"
  }()

  /// The path of the running executable.
  package static let current: String = {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return String(decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()
}
