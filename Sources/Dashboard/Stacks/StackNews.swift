import StackPlanning

/// What the runtime finds out about stacks.
package enum StackNews: Sendable {
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
package struct StackMemory: Sendable, Hashable {
  /// The profiles that are active; nil where nobody was asked.
  package var profiles: [String]?
  /// Replicas that were asked for otherwise than the files say, by service.
  package var scale: [String: Int]

  /// A memory from its parts.
  package init(profiles: [String]? = nil, scale: [String: Int] = [:]) {
    self.profiles = profiles
    self.scale = scale
  }
}

/// A stack whose files are to be read and watched.
package struct StackWatch: Sendable, Hashable {
  /// A container of the stack, as far as a plan depends on it.
  package struct Member: Sendable, Hashable {
    /// Its id.
    package var id: String
    package var isRunning: Bool
  }

  package var key: ProjectKey
  package var source: StackSource
  /// Its containers, by name.
  package var members: [Member]
  /// Grows to have everything read again.
  package var revision: Int

  /// The members are many: the rest is enough to tell watches apart quickly.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(revision)
  }
}

/// Where to look for stacks that may be down.
package struct StackPlaces: Sendable, Hashable {
  /// Folders that hold a stack each, some levels deep.
  package var folders: [String]
  /// The folder davit was started in, whose stack is shown too; nil for none.
  package var workingDirectory: String?
  /// The files of `-f`, absolute.
  package var files: [String]
  /// The project's name of `-p`; nil for Compose's own rule.
  package var name: String?

  /// Places from their parts.
  package init(
    folders: [String] = [], workingDirectory: String? = nil, files: [String] = [], name: String? = nil
  ) {
    self.folders = folders
    self.workingDirectory = workingDirectory
    self.files = files
    self.name = name
  }

  /// Whether there is nowhere to look.
  package var isEmpty: Bool { folders.isEmpty && workingDirectory == nil && files.isEmpty }
}
