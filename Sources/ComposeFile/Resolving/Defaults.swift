/// Adds what a file may leave out.
enum Defaults {
  static func apply(to root: inout ComposeMap) {
    guard var services = root["services"] else { return }
    services.updateEntries { _, service in apply(toService: &service) }
    root["services"] = services
  }

  private static func apply(toService service: inout ComposeNode) {
    guard service.map != nil else { return }
    service.update("build") { build in
      if build.map != nil, build["context"] == nil { build.set("context", .text(".")) }
    }
    service.update("secrets") { secrets in
      secrets.updateElements { secret in
        if let source = secret["source"]?.text, secret["target"] == nil {
          secret.set("target", .text("/run/secrets/\(source)"))
        }
      }
    }
    service.update("ports") { ports in
      ports.updateElements { port in
        if port["protocol"] == nil { port.set("protocol", .text("tcp")) }
        if port["mode"] == nil { port.set("mode", .text("ingress")) }
      }
    }
    service.update("gpus") { $0.updateElements(countAll) }
    service.update("deploy") { deploy in
      deploy.update("resources") { resources in
        resources.update("reservations") { $0.update("devices") { $0.updateElements(countAll) } }
      }
    }
  }

  private static func countAll(_ request: inout ComposeNode) {
    if request["count"] == nil, request["device_ids"] == nil { request.set("count", .text("all")) }
  }
}
