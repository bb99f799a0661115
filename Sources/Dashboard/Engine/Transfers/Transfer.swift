import EngineModel

/// What streams for long between an engine and a registry or this machine's files, and tells how far it is. A value:
/// `description` has all the words for it, `touches` what it changes, the runtime's `TransferRunner` carries it out.
package enum Transfer: Sendable, Hashable {
  /// Gets an image from its registry; `platform` as in `linux/arm64`, nil for the engine's own.
  case pullImage(reference: String, platform: String?)
  /// Brings an image to its registry.
  case pushImage(reference: String)
  /// Writes images with their names to an archive.
  case saveImages([String], to: TargetFile)
  /// Takes in the images of an archive.
  case loadImages(from: String)
  /// Makes an image of an archive of files; `reference` is its name, empty for none.
  case importImage(from: String, reference: String)

  /// Writes all files of a container to an archive; `name` is the container's.
  case exportContainer(ContainerID, name: String, to: TargetFile)
  /// Writes a file or a folder of a container to this machine.
  case copyOut(FilePlace, name: String, to: TargetFile)
  /// Puts a file or a folder of this machine into a folder of a container.
  case copyIn(from: String, FilePlace, name: String)
  /// Writes a log to a file.
  case saveLog(SavedLog, to: TargetFile)

  /// Writes all that is in a volume to an archive.
  case exportVolume(CarriedVolume, to: TargetFile)
  /// Puts what is in an archive into a volume, which is made where there is none: over files of the same names.
  case importVolume(from: String, CarriedVolume)
  /// Makes a volume and puts all that is in another one into it.
  case cloneVolume(CarriedVolume, as: VolumeDefinition)

  /// What a transfer changes.
  enum Touched: Sendable, Hashable {
    /// The engine, or a registry by way of it.
    case engine
    /// A file of this machine is made.
    case file
    /// Nothing: it is only looked at.
    case nothing
  }

  /// What it changes: read-only mode refuses all that changes something, files of this machine as well.
  var touches: Touched {
    switch self {
    case .pullImage, .pushImage, .loadImages, .importImage, .copyIn: .engine
    // A container is made for it, and removed.
    case .exportVolume, .importVolume, .cloneVolume: .engine
    case .saveImages, .exportContainer, .copyOut, .saveLog: .file
    }
  }

  /// The same, with the file that is there replaced.
  func replacing() -> Transfer {
    switch self {
    case .saveImages(let references, let file): .saveImages(references, to: file.replacing)
    case .exportContainer(let id, let name, let file): .exportContainer(id, name: name, to: file.replacing)
    case .copyOut(let place, let name, let file): .copyOut(place, name: name, to: file.replacing)
    case .saveLog(let log, let file): .saveLog(log, to: file.replacing)
    case .exportVolume(let volume, let file): .exportVolume(volume, to: file.replacing)
    case .pullImage, .pushImage, .loadImages, .importImage, .copyIn, .importVolume, .cloneVolume: self
    }
  }
}

/// A file that is to be written.
package struct TargetFile: Sendable, Hashable {
  /// Where: an absolute path, or one from davit's folder or from `~`.
  package var path: String
  /// Whether a file that is there goes. It is asked before.
  package var replaces = false

  /// A file that must not be there yet.
  package init(_ path: String) { self.path = path }

  /// The same file, whatever is there.
  var replacing: TargetFile {
    var file = self
    file.replaces = true
    return file
  }
}

extension Transfer {
  /// The one place that tells of each transfer what it is.
  var description: CallDescription {
    switch self {
    case .pullImage(let reference, let platform):
      CallDescription(
        "pull", "pulling", .named(reference),
        docker: ["pull"] + (platform.map { ["--platform", $0] } ?? []) + [reference])
    case .pushImage(let reference):
      CallDescription("push", "pushing", .named(reference), docker: ["push", reference])
    case .saveImages(let references, let file):
      CallDescription(
        "save", "saving",
        .named(references.count == 1 ? references[0] : Counted.text(references.count, "image")),
        docker: ["save", "--output", file.path] + references)
    case .loadImages(let path):
      CallDescription("load", "loading", .named(path), docker: ["load", "--input", path])
    case .importImage(let path, let reference):
      CallDescription(
        "import", "importing", .named(path),
        docker: ["import", path] + (reference.isEmpty ? [] : [reference]))
    case .exportContainer(_, let name, let file):
      CallDescription("export", "exporting", .named(name), docker: ["export", "--output", file.path, name])
    case .copyOut(let place, let name, let file):
      CallDescription(
        "copy", "copying", .named(place.path.text), docker: ["cp", "\(name):\(place.path.text)", file.path])
    case .copyIn(let path, let place, let name):
      CallDescription(
        "copy", "copying", .named(path), docker: ["cp", path, "\(name):\(place.path.text)"])
    case .exportVolume(let carried, let file):
      Self.inContainer(
        "export", "exporting", carried.volume,
        ["\(carried.volume.rawValue):/volume:ro", "\(PathText.folder(of: file.path)):/backup"],
        ["tar", "-C", "/volume", "-cf", "/backup/\(PathText.name(of: file.path))", "."])
    case .importVolume(let path, let carried):
      Self.inContainer(
        "import into", "importing into", carried.volume,
        ["\(carried.volume.rawValue):/volume", "\(PathText.folder(of: path)):/backup:ro"],
        ["tar", "-C", "/volume", "-xf", "/backup/\(PathText.name(of: path))"])
    case .cloneVolume(let carried, let copy):
      Self.inContainer(
        "clone", "cloning", carried.volume,
        ["\(carried.volume.rawValue):/from:ro", "\(copy.name):/to"], ["cp", "-a", "/from/.", "/to"])
    case .saveLog(let log, _):
      CallDescription(
        "save the log of", "saving the log of", .named(log.title), docker: log.docker)
    }
  }

  /// The docker command has no word for it: what its handbook does is said, with a container that runs.
  private static func inContainer(
    _ verb: String, _ progress: String, _ volume: VolumeName, _ volumes: [String], _ command: [String]
  ) -> CallDescription {
    CallDescription(
      verb, progress, .named(volume.short),
      docker: ["run", "--rm"] + volumes.flatMap { ["-v", $0] } + ["busybox"] + command)
  }
}
