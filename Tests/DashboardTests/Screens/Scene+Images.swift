import Troubles

@testable import Dashboard

extension Scene {
  /// Images on their way.
  static let imageScenes: [Scene] = [
    Scene("image-pull-form") { $0.press("3 g P") },
    Scene("image-new") { $0.press("3 n") },
    Scene("image-push") { $0.press("3 g u") },
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

extension Stage {
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
