import EngineModel

/// A Compose project as the engine's labels tell it: the same name in two folders is two projects.
package struct ProjectKey: Hashable, Sendable {
  package var name: ProjectName
  /// The folder that Compose ran in, from the label; empty where there is none.
  package var folder: String

  /// A project of `name` that was brought up in `folder`.
  package init(name: ProjectName, folder: String) {
    self.name = name
    self.folder = folder
  }
}

/// The identity of a row in any pane. Selections and marks hold these, so a refresh never moves the cursor to
/// something else.
package enum RowID: Hashable, Sendable {
  case project(ProjectKey)
  case service(ProjectKey, ServiceName)
  case container(ContainerID)
  /// One tag of an image; nil where the image has no tag.
  case image(ImageID, tag: String?)
  case volume(VolumeName)
  case network(NetworkID)
}
