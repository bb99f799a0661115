import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// Volumes are made from what is typed.
@Suite struct VolumeCommandTests {
  @Test func aVolumeIsMade() {
    var stage = Stage()
    stage.press("4 n")
    stage.type("shop-data")
    stage.press("<down> <down>")
    stage.type("type=nfs")
    stage.press("<enter>")
    stage.type("o=addr=10.0.0.9,rw")
    stage.press("<enter> <down>")
    stage.type("team=shop")
    stage.press("<enter> <enter>")
    var wanted = VolumeDefinition(name: "shop-data")
    wanted.options = [LabelPair(key: "type", value: "nfs"), LabelPair(key: "o", value: "addr=10.0.0.9,rw")]
    wanted.labels = [LabelPair(key: "team", value: "shop")]
    #expect(stage.calls == [.createVolume(wanted)])
    let command = "docker volume create --opt type=nfs --opt o=addr=10.0.0.9,rw --label team=shop shop-data"
    #expect(stage.state.jobs.last?.command == command)
  }

  @Test(arguments: [
    ("", "at least two characters"), ("-x", "starts with a letter"), ("a b", "may contain only"),
    ("backup", "there is a volume backup already"),
  ])
  func aNameThatCannotBeTakenIsSaid(name: String, problem: String) {
    let engine = Stage().state.firstEngine
    let error = #expect(throws: TypedProblem.self) { try VolumeForm.definition([name], on: engine) }
    #expect(error?.text.contains(problem) == true)
  }

  @Test func whatTheEngineRefusesLosesNothing() {
    var stage = Stage()
    stage.press("4 n")
    stage.type("nas")
    stage.press("<down> <ctrl-u>")
    stage.type("rclone")
    stage.press("<down> <down> <enter>")
    stage.end(.failed(Trouble("error looking up volume plugin rclone: plugin \"rclone\" not found")))
    #expect(stage.showing("error looking up volume plugin") && stage.showing("nas"))
  }
}
