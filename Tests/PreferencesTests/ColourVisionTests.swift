import Preferences
import TerminalUI
import Testing

/// What must not look alike, seen with eyes that lack one kind of cone, by the matrices of Viénot, Brettel and Mollon
/// (1999) for red and green, and of Machado, Oliveira and Fernandes (2009) for blue.
@Suite struct ColourVisionTests {
  enum Eyes: Sendable, CaseIterable {
    case protan, deutan, tritan

    var matrix: [[Double]] {
      switch self {
      case .protan: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]
      case .deutan: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]
      case .tritan:
        [[1.01595, 0.13520, -0.15115], [-0.01542, 0.85589, 0.15953], [0.08140, 0.49372, 0.42488]]
      }
    }
  }

  private static let cases: [(String, Eyes)] = [
    ("colour-blind", .protan), ("colour-blind", .deutan), ("colour-blind-light", .protan),
    ("colour-blind-light", .deutan), ("tritanopia", .tritan),
  ]

  private static let pairs: [(Role, Role)] = [
    (.running, .failed), (.success, .error), (.healthy, .unhealthy), (.running, .restarting),
    (.success, .warning), (.graphLow, .graphHigh), (.running, .exited),
  ]

  @Test(arguments: cases)
  func whatIsWellAndWhatIsNotLookDifferent(name: String, eyes: Eyes) throws {
    let theme = try #require(ThemeCatalogue.builtIn.theme(named: name))
    for (well, ill) in Self.pairs {
      let distance = try distance(theme.paint(well).colour, theme.paint(ill).colour, eyes)
      #expect(distance > 0.15, "\(well.rawValue) and \(ill.rawValue): \(distance)")
    }
  }

  @Test func theUsualRedAndGreenWouldNotPass() throws {
    let theme = try #require(ThemeCatalogue.builtIn.theme(named: "dark"))
    #expect(try distance(theme.paint(.success).colour, theme.paint(.error).colour, .deutan) < 0.12)
  }

  /// How far apart two colours are as seen: in the square roots of linear red, green and blue, which are about as even as
  /// the eye (from 0 to 1.7).
  private func distance(_ left: Colour, _ right: Colour, _ eyes: Eyes) throws -> Double {
    let (left, right) = try (seen(left, eyes), seen(right, eyes))
    return zip(left, right).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func seen(_ colour: Colour, _ eyes: Eyes) throws -> [Double] {
    let parts = try #require(colour.components)
    let linear = [parts.red, parts.green, parts.blue].map { value in
      // About the curve of sRGB: the square.
      Double(value) / 255 * Double(value) / 255
    }
    return eyes.matrix.map { row in
      max(0, zip(row, linear).map { $0 * $1 }.reduce(0, +)).squareRoot()
    }
  }
}
