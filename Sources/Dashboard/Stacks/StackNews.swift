public import StackPlanning

/// What the runtime finds out about stacks.
public enum StackNews: Sendable {
  /// The stacks in the folders of the settings, in the working directory, and those of `-f`.
  case found([StackSource])
  /// What is remembered of earlier runs, by project.
  case remembered([ProjectKey: StackMemory])
  /// The Compose command that is there; nil for none.
  case program(ComposeProgram?)
  /// A stack's files were read and compared.
  case read(ProjectKey, StackReading)
}

/// What davit remembers of a stack since Compose's labels do not tell it.
public struct StackMemory: Sendable, Hashable {
  /// The profiles that are active; nil where nobody was asked.
  public var profiles: [String]?
  /// Replicas that were asked for otherwise than the files say, by service.
  public var scale: [String: Int]

  /// A memory from its parts.
  public init(profiles: [String]? = nil, scale: [String: Int] = [:]) {
    self.profiles = profiles
    self.scale = scale
  }
}

/// A stack whose files are to be read and watched.
public struct StackWatch: Sendable, Hashable {
  /// A container of the stack, as far as a plan depends on it.
  public struct Member: Sendable, Hashable {
    /// Its id.
    public var id: String
    public var isRunning: Bool
  }

  public var key: ProjectKey
  public var source: StackSource
  /// Its containers, by name.
  public var members: [Member]
  /// Grows to have everything read again.
  public var revision: Int

  /// The members are many: the rest is enough to tell watches apart quickly.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(revision)
  }
}

/// Where to look for stacks that may be down.
public struct StackPlaces: Sendable, Hashable {
  /// Folders that hold a stack each, some levels deep.
  public var folders: [String]
  /// The folder davit was started in, whose stack is shown too; nil for none.
  public var workingDirectory: String?
  /// The files of `-f`, absolute.
  public var files: [String]
  /// The project's name of `-p`; nil for Compose's own rule.
  public var name: String?

  /// Places from their parts.
  public init(
    folders: [String] = [], workingDirectory: String? = nil, files: [String] = [], name: String? = nil
  ) {
    self.folders = folders
    self.workingDirectory = workingDirectory
    self.files = files
    self.name = name
  }

  /// Whether there is nowhere to look.
  public var isEmpty: Bool { folders.isEmpty && workingDirectory == nil && files.isEmpty }
}
