/// What bringing a stack up would do: the difference between its files and what runs. As long as it is empty, file
/// and stack agree; what it holds otherwise is the stack's drift.
package struct StackPlan: Sendable, Hashable {
  /// The services in the order in which they start.
  package var services: [ServicePlan]
  /// Containers of services that the files do not have; `up` leaves them unless it is told to remove them.
  package var orphans: [PlannedContainer]
  /// Networks and volumes that are missing, or differ.
  package var resources: [ResourcePlan]
  /// What cannot be told for sure, one sentence each.
  package var notes: [String]

  /// A plan from its parts.
  package init(
    services: [ServicePlan] = [], orphans: [PlannedContainer] = [], resources: [ResourcePlan] = [],
    notes: [String] = []
  ) {
    self.services = services
    self.orphans = orphans
    self.resources = resources
    self.notes = notes
  }

  /// Whether `up` would change nothing and no orphan is there.
  package var isInSync: Bool {
    orphans.isEmpty && resources.isEmpty && services.allSatisfy { $0.action == .unchanged }
  }
}

/// What would become of a service.
package struct ServicePlan: Sendable, Hashable, Identifiable {
  /// What `up` does to a service's containers.
  package enum Action: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case unchanged
    /// Containers are made where there are none.
    case create
    /// The containers are made anew since their definition differs.
    case recreate
    /// The containers are as defined, but do not all run.
    case start
    /// The containers stay, and are stopped and started: what they wait for, or a network of theirs, is made anew.
    case restart
    /// Containers are added.
    case scaleUp = "scale up"
    /// The containers with the highest numbers go.
    case scaleDown = "scale down"
  }

  /// The service's name.
  package var name: String
  package var action: Action
  /// Why: one a difference, the most telling first.
  package var reasons: [PlanReason]
  /// How many replicas there shall be: as the files ask for, or as was asked for by hand.
  package var wanted: Int
  /// How many the files ask for, where that was overruled by hand; nil where it was not.
  package var written: Int?
  /// Its replicas, by number.
  package var containers: [PlannedContainer]

  /// The service's name.
  package var id: String { name }

  /// The plan of a service from its parts.
  package init(
    name: String, action: Action, reasons: [PlanReason] = [], wanted: Int, containers: [PlannedContainer] = []
  ) {
    self.name = name
    self.action = action
    self.reasons = reasons
    self.wanted = wanted
    self.containers = containers
  }
}

/// A container that a plan speaks of.
package struct PlannedContainer: Sendable, Hashable, Identifiable {
  /// The container's id.
  package var id: String
  /// Its name.
  package var name: String
  /// The service that its labels name.
  package var service: String
  /// Its number among the replicas.
  package var number: Int
  package var isRunning: Bool

  /// A container from its parts.
  package init(id: String, name: String, service: String, number: Int, isRunning: Bool) {
    self.id = id
    self.name = name
    self.service = service
    self.number = number
    self.isRunning = isRunning
  }
}

/// One difference between the definition of a service and its containers.
package struct PlanReason: Sendable, Hashable {
  /// What differs: `image`, `environment LOG_LEVEL`, `ports`, `compose hash`.
  package var subject: String
  /// How the containers have it; empty for not at all.
  package var before: String
  /// How the files have it; empty for not at all.
  package var after: String
  /// Whether the values may be secret, so that a view masks them.
  package var isSecret: Bool
  /// Whether `up` surely acts on it; otherwise it is a hint that may be wrong, and a view says so.
  package var isCertain: Bool

  /// A difference from its parts.
  package init(
    _ subject: String, before: String = "", after: String = "", isSecret: Bool = false, isCertain: Bool = true
  ) {
    self.subject = subject
    self.before = before
    self.after = after
    self.isSecret = isSecret
    self.isCertain = isCertain
  }

  /// `image nginx:1.25 → nginx:1.27`; the values of what may be secret are left out.
  package var text: String {
    if isSecret { return "\(subject) \(before.isEmpty ? "added" : after.isEmpty ? "removed" : "changed")" }
    switch (before.isEmpty, after.isEmpty) {
    case (true, true): return subject
    case (true, false): return "\(subject) \(after) added"
    case (false, true): return "\(subject) \(before) removed"
    case (false, false): return "\(subject) \(before) → \(after)"
    }
  }
}

/// A network or a volume that `up` would make, or that stands in its way.
package struct ResourcePlan: Sendable, Hashable {
  /// What it is.
  package enum Kind: String, Sendable, Hashable {
    case network, volume
  }

  /// What is the matter with it.
  package enum State: String, Sendable, Hashable {
    /// It is missing; `up` makes it.
    case missing
    /// It is external and missing: `up` will not work.
    case externalMissing = "external, missing"
    /// It differs from its definition.
    case changed
  }

  package var kind: Kind
  /// The name on the engine: `shop_data`.
  package var name: String
  package var state: State

  /// A network or volume from its parts.
  package init(_ kind: Kind, name: String, state: State) {
    self.kind = kind
    self.name = name
    self.state = state
  }
}
