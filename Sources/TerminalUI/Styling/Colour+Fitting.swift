extension Colour {
  /// The nearest colour that a terminal of `depth` can show.
  public func fitted(to depth: ColourDepth) -> Colour {
    switch (self, depth) {
    case (.terminalDefault, _), (_, .none): .terminalDefault
    case (.rgb, .indexed256): .indexed(nearestIndex)
    case (.rgb, .ansi16), (.indexed, .ansi16): .ansi(nearestANSI)
    case (.ansi, _), (.indexed, _), (.rgb, .direct): self
    }
  }

  /// Red, green and blue of the colour (of the usual palette, as xterm has it); `nil` for the terminal's
  /// default.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .terminalDefault: nil
    case .ansi(let index): Self.basic[Int(index & 15)]
    case .indexed(let index): Self.palette(index)
    case .rgb(let red, let green, let blue): (red, green, blue)
    }
  }

  /// The sixteen colours as xterm shows them.
  private static let basic: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
  /// The steps of the colour cube in the 256-colour palette.
  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static func palette(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16: return basic[Int(index)]
    case 16..<232:
      let cube = Int(index) - 16
      return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    default:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
  }

  /// The nearest of the sixteen colours.
  public var nearestANSI: UInt8 {
    if case .ansi(let index) = self { return index & 15 }
    guard let components else { return 7 }
    let distances = Self.basic.map { Self.distance($0, components) }
    return UInt8(distances.indices.min { distances[$0] < distances[$1] } ?? 7)
  }

  /// The nearest entry of the 256-colour palette's cube and greys (the first sixteen differ between
  /// terminals).
  private var nearestIndex: UInt8 {
    guard let components else { return 7 }
    let parts = [components.red, components.green, components.blue].map { value in
      Self.steps.indices.min { Self.gap(Self.steps[$0], value) < Self.gap(Self.steps[$1], value) } ?? 0
    }
    let cube = UInt8(16 + 36 * parts[0] + 6 * parts[1] + parts[2])
    let mean = (Int(components.red) + Int(components.green) + Int(components.blue)) / 3
    let grey = UInt8(232 + min(23, max(0, (mean - 3) / 10)))
    let isGreyNearer =
      Self.distance(Self.palette(grey), components) < Self.distance(Self.palette(cube), components)
    return isGreyNearer ? grey : cube
  }

  private static func gap(_ left: UInt8, _ right: UInt8) -> Int { abs(Int(left) - Int(right)) }

  /// A distance that weighs green as the eye does.
  private static func distance(
    _ left: (red: UInt8, green: UInt8, blue: UInt8), _ right: (red: UInt8, green: UInt8, blue: UInt8)
  ) -> Int {
    let red = gap(left.red, right.red)
    let green = gap(left.green, right.green)
    let blue = gap(left.blue, right.blue)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
