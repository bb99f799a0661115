import EngineModel
import Troubles

@testable import Dashboard

extension Scene {
  /// Images on their way.
  static let imageScenes: [Scene] = [
    Scene("image-pull-form") { $0.press("3 g P") },
    Scene("image-new") { $0.press("3 n") },
    Scene("image-push") { $0.press("3 g u") },
    login("image-push-login-120x34", 120, 34, "u"), login("image-push-login-40x12", 40, 12, "u"),
    login("image-pull-login-80x24", 80, 24, "P"), login("image-pull-login-40x12", 40, 12, "P"),
    Scene("image-remove-120x34", 120, 34) { $0.removeImages() },
    Scene("image-remove-40x12", 40, 12) { $0.removeImages() },
    Scene("image-newer-160x48", 160, 48) { $0.askRegistries() },
    Scene("image-newer-120x34", 120, 34) { $0.askRegistries() },
    Scene("image-newer-80x24", 80, 24) { $0.askRegistries() },
    Scene("image-newer-40x12", 40, 12) { $0.askRegistries() },
    Scene("image-save") { $0.press("3 g w") },
    Scene("image-pulling") { $0.pull() },
    Scene("image-pulling-160x48", 160, 48) { $0.pull() },
    Scene("image-pulling-80x24", 80, 24) { $0.pull() },
    Scene("image-pulling-40x12", 40, 12) { $0.pull() },
    Scene("image-pulling-behind") { stage in
      stage.pull()
      stage.press("<esc>")
    },
    Scene("image-pull-refused") { stage in
      stage.pull()
      guard let job = stage.state.jobs.last else { return }
      let refusal: Trouble = .init(
        "no basic auth credentials",
        advice: "davit has no credentials for reg.example: docker login reg.example")
      stage.take(.jobEnded(job.id, .failed(refusal)))
    },
  ]
}

extension Scene {
  /// Who one is at a registry, before something goes there or comes from there.
  private static func login(_ name: String, _ columns: Int, _ rows: Int, _ key: String) -> Scene {
    Scene(name, columns, rows) { stage in
      stage.select("redis:7", in: .images)
      stage.press(key)
      var logins = RegistryLogins()
      logins.set(.user("me", from: "config.json"), at: "docker.io")
      stage.take(.logins(logins))
    }
  }
}

extension Stage {
  /// One of two tags and the only one of another image are to be removed.
  fileprivate mutating func removeImages() {
    select("nginx:1.27", in: .images)
    press("<space>")
    select("redis:7", in: .images)
    press("<space> d")
  }

  /// Registries have answered about some tags.
  fileprivate mutating func askRegistries() {
    let images = Fixture.images.map { image in
      var image = image
      let tags = image.repoTags.filter { !$0.hasPrefix("shop/") }
      image.repoDigests = tags.map { "\(ImageName($0).repository)@sha256:aa" }
      return image
    }
    hear(.images(images))
    select("nginx:1.27", in: .images)
    hear(.registry(.asking(["postgres:16"])))
    for (tag, digest) in [("nginx:1.27", "sha256:bb"), ("redis:7", "sha256:aa")] {
      hear(.registry(.answered(tag, .success(digest), at: Fixture.now)))
    }
    let refusal = Trouble(
      "cannot ask for nginx:latest", why: "manifest unknown", advice: "check the name and the tag")
    hear(.registry(.answered("nginx:latest", .failure(refusal), at: Fixture.now)))
    press(state.shared.size.columns > 100 ? "" : "+")
  }

  /// Pulls an image, a part of which has come.
  fileprivate mutating func pull() {
    press("3 g P <backspace>")
    type("reg.example/shop/web:2")
    press("<enter> <enter>")
    guard let job = state.jobs.last else { return }
    var progress = TransferProgress()
    (progress.done, progress.total, progress.rate) = (9 << 20, 36 << 20, Double(3 << 20))
    progress.parts = [
      .init(name: "4f4fb700ef54", status: "Already exists", phase: .done),
      .init(name: "a2abf6c4d29d", status: "Extracting", done: 1 << 20, total: 4 << 20, phase: .busy),
      .init(name: "9fb6c798fa41", status: "Downloading", done: 5 << 20, total: 32 << 20, phase: .busy),
      .init(name: "3b61febd4aef", status: "Waiting", phase: .waiting),
    ]
    take(.jobProgress(job.id, progress))
  }
}
