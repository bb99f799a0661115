import EngineModel

/// All that is known of a container when somebody asks what is wrong with it.
package struct WhyFacts: Sendable {
  /// What the engine says of it (GET /containers/{id}/json).
  package var details: ContainerDetails
  /// What it has been through; nil while that is being read.
  package var history: ContainerHistory?
  /// All containers of the engine: those that it waits for, and those that hold its ports, are among them.
  package var others: [ContainerSummary]
  /// What it uses now: percent of one core, and bytes; nil where nothing was measured.
  package var usage: (cpu: Double, memory: UInt64?)?
  /// The present time; nil where nobody has told it.
  package var now: Timestamp?
  /// Seconds east of UTC for the times that are shown.
  package var zone: Int

  /// Facts from their parts.
  package init(
    details: ContainerDetails, history: ContainerHistory? = nil, others: [ContainerSummary] = [],
    usage: (cpu: Double, memory: UInt64?)? = nil, now: Timestamp? = nil, zone: Int = 0
  ) {
    self.details = details
    self.history = history
    self.others = others
    self.usage = usage
    self.now = now
    self.zone = zone
  }
}

extension WhyFacts {
  /// The time of day, and the day too where it is another than that of the present time: `11-27 23:19`.
  func clock(_ time: Timestamp) -> String {
    let day = time.dateText(zoneSeconds: zone)
    guard let now, now.dateText(zoneSeconds: zone) != day else { return time.timeText(zoneSeconds: zone) }
    return "\(day.dropFirst(5)) \(time.timeText(zoneSeconds: zone).prefix(5))"
  }
}
