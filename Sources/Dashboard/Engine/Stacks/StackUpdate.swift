import EngineModel
import StackPlanning

/// What the runtime finds out about stacks.
package enum StackUpdate: Sendable {
  /// The stacks in the folders of the settings, in the working directory, and those of `-f`.
  case found([StackSource])
  /// What is remembered of earlier runs on the engine, by project.
  case remembered([ProjectName: StackMemory])
  /// A stack's files were read and compared.
  case read(ProjectKey, StackReading)
}

/// What davit remembers of a stack since Compose's labels do not tell it.
package struct StackMemory: Sendable, Hashable {
  /// The profiles that are active; nil where nobody was asked.
  package var profiles: [String]?
  /// Replicas that were asked for otherwise than the files say, by service.
  package var scale: [String: Int]
  /// Its folder and files, so that it is still there while it is down; nil where it was never seen with its files, and
  /// once it is forgotten. The profiles in it say nothing.
  package var source: StackSource?

  /// A memory from its parts.
  package init(profiles: [String]? = nil, scale: [String: Int] = [:], source: StackSource? = nil) {
    self.profiles = profiles
    self.scale = scale
    self.source = source
  }

  /// What was chosen in this run, and where nothing was, what is remembered of earlier ones.
  func completed(by old: StackMemory) -> StackMemory {
    StackMemory(
      profiles: profiles ?? old.profiles, scale: scale.isEmpty ? old.scale : scale,
      source: source ?? old.source)
  }
}
