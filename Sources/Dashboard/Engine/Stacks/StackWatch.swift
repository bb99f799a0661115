import StackPlanning

/// A stack whose files are to be read and watched.
package struct StackWatch: Sendable, Hashable {
  /// A container of the stack, as far as a plan depends on it.
  package struct Member: Sendable, Hashable {
    /// Its id.
    package var id: String
    package var isRunning: Bool

    /// A container from its parts.
    package init(id: String, isRunning: Bool) {
      self.id = id
      self.isRunning = isRunning
    }
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
