extension Record {
  /// A whole project.
  static let project = Record([
    ("name", .text), ("services", .map(.record(service))), ("networks", .map(.record(network))),
    ("volumes", .map(.record(volume))), ("secrets", .map(.record(fileObject))),
    ("configs", .map(.record(fileObject))), ("models", .map(.record(model))),
  ])

  private static let network = Record([
    ("name", .text), ("driver", .text), ("driver_opts", .pairs), ("ipam", .constant(addresses)),
    ("external", .flag), ("internal", .flag), ("attachable", .flag), ("labels", .pairs),
    ("enable_ipv4", .keptFlag), ("enable_ipv6", .keptFlag),
  ])

  private static let addresses = Record([
    ("driver", .text),
    (
      "config",
      .list(
        .record(
          Record([("subnet", .text), ("gateway", .text), ("ip_range", .text), ("aux_addresses", .pairs)])))
    ),
  ])

  private static let volume = Record([
    ("name", .text), ("driver", .text), ("driver_opts", .pairs), ("external", .flag), ("labels", .pairs),
  ])

  private static let fileObject = Record([
    ("name", .text), ("file", .text), ("environment", .text), ("content", .text), ("external", .flag),
    ("labels", .pairs), ("driver", .text), ("driver_opts", .map(.constantText)), ("template_driver", .text),
  ])

  private static let model = Record([
    ("name", .text), ("model", .text), ("context_size", .integer), ("runtime_flags", .texts),
  ])
}
