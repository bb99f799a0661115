import EngineModel
import Glibc

/// The control groups of this host and where engines put their containers in them.
struct ControlGroups: Sendable {
  let isUnified: Bool
  private let root: String
  /// The folder that the groups are looked for in: with version 1 that of a controller.
  private let tree: String

  /// The groups as mounted at `/sys/fs/cgroup`; nil where there are none.
  static func mounted(at root: String = "/sys/fs/cgroup") -> ControlGroups? {
    if access("\(root)/cgroup.controllers", R_OK) == 0 {
      return ControlGroups(isUnified: true, root: root, tree: root)
    }
    // Kernels of small boards may lack one or the other.
    let controllers = ["memory", "cpuacct", "pids"].map { "\(root)/\($0)" }
    guard let tree = controllers.first(where: { access($0, R_OK) == 0 }) else { return nil }
    return ControlGroups(isUnified: false, root: root, tree: tree)
  }

  /// Where Docker and Podman put a container unless told otherwise, with either cgroup driver, under the root or a
  /// systemd slice.
  private static func candidates(_ id: String) -> [String] {
    [
      "docker/\(id)", "system.slice/docker-\(id).scope", "machine.slice/libpod-\(id).scope",
      "libpod_parent/libpod-\(id)",
    ]
  }

  /// The group of a container in one of the usual places; nil where it is in none of them.
  func group(of id: ContainerID) -> ControlGroup? {
    for path in Self.candidates(id.rawValue) where access("\(tree)/\(path)/cgroup.procs", R_OK) == 0 {
      return group(path)
    }
    return nil
  }

  private func group(_ path: String) -> ControlGroup {
    ControlGroup(isUnified: isUnified, root: root, tree: tree, path: path)
  }

  /// How many groups a search looks into, and how deep: a rootless Podman's are six levels down.
  private static let searchLimits = (groups: 20_000, depth: 10)

  /// The groups of containers wherever they are: below a parent of the user's own, or a rootless engine's
  /// `user@UID.service`. One walk through all groups of the host, for all containers at once.
  func search(for ids: Set<ContainerID>) -> [ContainerID: ControlGroup] {
    var found: [ContainerID: ControlGroup] = [:]
    var level = [""]
    var seen = 0
    for _ in 0..<Self.searchLimits.depth where !level.isEmpty && found.count < ids.count {
      var next: [String] = []
      for parent in level {
        for name in Folder.subfolders(of: "\(tree)/\(parent)") where seen < Self.searchLimits.groups {
          seen += 1
          let path = parent.isEmpty ? name : "\(parent)/\(name)"
          guard let id = Self.container(named: name, of: ids) else {
            next.append(path)
            continue
          }
          if found[id] == nil { found[id] = group(path) }
        }
      }
      level = next
    }
    return found
  }

  /// The container whose group has this name: `docker-ID.scope`, `libpod-ID`, `ID`. Podman's monitor of a container has
  /// a group of its own, which is not the container's.
  private static func container(named name: String, of ids: Set<ContainerID>) -> ContainerID? {
    let parts = name.split { $0 == "-" || $0 == "." }
    guard !parts.contains("conmon") else { return nil }
    return parts.lazy.map { ContainerID(String($0)) }.first(where: ids.contains)
  }
}

/// Folders of the kernel's.
enum Folder {
  /// The names of the folders in a folder, sorted; none where it cannot be read.
  static func subfolders(of path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      guard entry.pointee.d_type == DT_DIR else { continue }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
