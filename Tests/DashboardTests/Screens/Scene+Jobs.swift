import StackPlanning

@testable import Dashboard

extension Scene {
  /// Compose at work.
  static let jobs: [Scene] = [
    Scene("job-running") { $0.comeUp() }, Scene("job-running-80x24", 80, 24) { $0.comeUp() },
    Scene("job-running-40x10", 40, 10) { $0.comeUp() },
    Scene("job-failed") { stage in
      stage.comeUp()
      stage.printed(
        "Error response from daemon: driver failed programming external connectivity on endpoint shop-web-1: "
          + "Bind for 0.0.0.0:80 failed: port is already allocated")
      stage.end(.failed("docker compose ended with status 1"))
    },
  ]
}

extension Stage {
  fileprivate mutating func comeUp() {
    measure()
    begin(ComposeRun(.up, Fixture.shopSource))
    printed(
      " Network shop_default  Created", " Container shop-db-1  Running", " Container shop-web-1  Starting",
      "time=\"12:01:07\" level=warning msg=\"The \\\"TAG\\\" variable is not set\"")
  }
}
