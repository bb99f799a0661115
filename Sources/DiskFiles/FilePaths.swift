import Glibc
import Troubles

/// Paths and folders of this machine.
enum FilePaths {
  /// A path with its symbolic links followed; where nothing stands there, that of its folder and its name.
  static func resolved(_ path: String) -> String {
    if let real = real(path) { return real }
    let (folder, name) = split(path)
    guard name != "." && name != "..", let real = real(folder) else { return path }
    return real == "/" ? "/" + name : real + "/" + name
  }

  /// The folder and the name of a path: `/etc` and `fstab`.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// Makes a folder and those above it; nothing happens where it is there.
  static func make(_ folder: String, mode: mode_t) throws(Trouble) {
    var status = stat()
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw Trouble("cannot create the folder \(folder)", why: "a file is there")
      }
      return
    }
    let parent = split(folder).folder
    if parent != folder, parent != "." { try make(parent, mode: mode) }
    guard mkdir(folder, mode) == 0 || errno == EEXIST else {
      throw Trouble("cannot create the folder \(folder)", why: String(cString: strerror(errno)))
    }
  }

  /// The names in a folder, in no order; empty where it cannot be read.
  static func names(in folder: String) -> [String] {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return names(in: descriptor)
  }

  /// The names in an open folder, in no order.
  static func names(in folder: Int32) -> [String] {
    // The stream closes its own descriptor; one that is opened anew begins at the first entry.
    let own = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// A path with its symbolic links followed; nil where nothing stands there.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
