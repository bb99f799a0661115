/// Which part of the screen takes the keys.
package enum Focus: Sendable, Hashable {
  case list
  case details
}

/// How the screen is divided (`+` next, `_` previous).
package enum ScreenMode: Int, CaseIterable, Sendable, Hashable {
  /// Side panes with the details beside them.
  case side
  /// The focused pane and the details, half and half.
  case half
  /// What has the focus, alone.
  case full

  var next: ScreenMode { ScreenMode(rawValue: (rawValue + 1) % Self.allCases.count) ?? .side }
  var previous: ScreenMode {
    ScreenMode(rawValue: (rawValue + Self.allCases.count - 1) % Self.allCases.count) ?? .side
  }
}
