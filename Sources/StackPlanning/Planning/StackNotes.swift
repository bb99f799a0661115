import ComposeFile
import EngineModel

/// What a user should know beside the plan.
struct StackNotes {
  let project: ComposeProject
  let running: RunningStack

  var notes: [String] { inactive + otherFolders + pulls + paused }

  /// Compose starts whatever does not run, and the engine refuses to start what is paused.
  private var paused: [String] {
    project.services.flatMap { running.replicas(of: $0.name) }.filter { $0.run.state == .paused }.map {
      "\($0.name) is paused: `up` would fail — unpause it first"
    }
  }

  /// Services whose profiles are not active, but that have containers.
  private var inactive: [String] {
    project.inactiveServices.sorted().compactMap { name in
      let count = running.replicas(of: name).count
      guard count > 0 else { return nil }
      return
        "no active profile has \(name): its \(count == 1 ? "container stays" : "\(count) containers stay") as "
        + (count == 1 ? "it is" : "they are")
    }
  }

  /// Another project of the same name.
  private var otherFolders: [String] {
    let folders = Set(running.containers.compactMap(\.compose.workingDirectory)).subtracting([
      project.directory
    ])
    return folders.sorted().map { folder in
      "containers of \(project.name) were created from the folder \(folder)"
    }
  }

  /// Images that `up` has to fetch or to build before it can tell.
  private var pulls: [String] {
    project.services.compactMap { service in
      let policy = service.node["pull_policy"]?.text ?? ""
      if policy == "always" || policy.hasPrefix("every_") || ["daily", "weekly"].contains(policy) {
        return "\(service.name) pulls \(service.image ?? "its image") first: a newer one recreates it"
      }
      if policy == "build" { return "\(service.name) is built first: a new image recreates it" }
      guard let image = service.image, running.image(named: image) == nil else { return nil }
      return
        "the image \(image) of \(service.name) is missing: it is \(service.buildContext == nil ? "pulled" : "built")"
    }
  }
}
