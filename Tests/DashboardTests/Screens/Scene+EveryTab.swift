import EngineModel

@testable import Dashboard

extension Scene {
  /// Every tab of every kind of row, and every pane, at each of the sizes: what is added to a registry is looked at.
  static let everyTab: [Scene] = sceneSizes.flatMap { columns, rows in
    let size = "\(columns)x\(rows)"
    let tabs = Subject.all.flatMap { subject in
      subject.tabs.map { tab in
        Scene("each-\(subject.name)-\(tab.id)-\(size)", columns, rows, hasEngine: subject.hasEngine) {
          stage in
          subject.prepare(&stage)
          stage.turn(to: tab)
          if columns < 100 { stage.press("<enter>") }
          if tab == .logs, subject.hasEngine { stage.writeLog() }
        }
      }
    }
    let panes = Features.standard.panes.panes.map { pane in
      Scene("each-pane-\(pane.title.lowercased())-\(size)", columns, rows) { stage in
        stage.measure()
        stage.hearEvents()
        stage.lookAtDisk()
        // The whole screen where there is more than one pane on it.
        stage.press("<esc> \(pane.digit)" + (columns < 100 ? "" : " + +"))
      }
    }
    return tabs + panes
  }

  /// A row with all that an engine says of it.
  private struct Subject: Sendable {
    let name: String
    let tabs: [Tab]
    var hasEngine = true
    let prepare: @Sendable (inout Stage) -> Void

    static let all = [
      Subject(name: "stack", tabs: StackRow.tabs, hasEngine: false) { stage in
        stage.openStore()
        stage.measure()
      },
      Subject(name: "service", tabs: ServiceRow.tabs, hasEngine: false) { stage in
        stage.openStore()
        stage.measure()
        stage.press("j")
      },
      Subject(name: "container", tabs: ContainerRow.tabs) { stage in
        stage.measure()
        stage.select("shop-web-1")
        stage.showFiles(of: "shop-web-1")
        stage.hearDocument(of: "shop-web-1", env: ["A=1", "DB_PASSWORD=x"])
        let table = ProcessTable(
          titles: ["UID", "PID", "CMD"],
          rows: [["999", "1", "redis-server *:6379"], ["999", "4711", "redis-cli monitor"]])
        stage.hear(.processes(stage.id("shop-web-1"), .success(table)))
        stage.press("<esc>")
      },
      Subject(name: "database", tabs: [.mounts]) { stage in
        stage.measure()
        stage.select("shop-db-1")
      },
      Subject(name: "ended", tabs: [.why]) { stage in
        stage.measure()
        stage.select("shop-worker-1")
        stage.hearWhy()
      },
      Subject(name: "image", tabs: ImageRow.tabs) { stage in
        stage.measure()
        stage.select("redis:7", in: .images)
        let history = [
          ImageHistoryEntry(created: Fixture.now, createdBy: "/bin/sh -c #(nop)  CMD [\"redis-server\"]"),
          ImageHistoryEntry(
            created: Fixture.now, createdBy: "/bin/sh -c apt-get update", size: 83_886_080),
        ]
        let inspect = Fixture.object([
          ("Id", .string(Fixture.hex("redis"))), ("RepoTags", Fixture.strings(["redis:7"])),
          ("Config", Fixture.object([("Cmd", Fixture.strings(["redis-server"]))])),
        ])
        stage.hear(
          .document(.image(Fixture.imageID(of: "redis:7")), .success(.image(inspect, history: history))))
      },
      Subject(name: "volume", tabs: VolumeRow.tabs) { stage in
        stage.measure()
        stage.select("shop_data", in: .volumes)
        let inspect = Fixture.object([
          ("Name", .string("shop_data")), ("Driver", .string("local")), ("Scope", .string("local")),
        ])
        stage.hear(.document(.volume(VolumeName("shop_data")), .success(.other(inspect))))
      },
      Subject(name: "network", tabs: NetworkRow.tabs) { stage in
        stage.hearMembers()
      },
      Subject(name: "event", tabs: EventRow.tabs) { stage in
        stage.hearEvents()
        stage.press("8 k k")
      },
    ]
  }
}
