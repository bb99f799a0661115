import EngineModel
import Testing

@testable import DashboardRuntime

/// Whose turn it is to be sampled among the containers that are not on the screen.
@Suite struct OtherTurnTests {
  private static let ids = (0..<20).map { ContainerID("c\($0)") }

  private static func numbers(_ ids: [ContainerID]) -> [Int] {
    ids.compactMap { Int($0.rawValue.dropFirst()) }
  }

  /// What is sampled in some rounds.
  private static func rounds(_ count: Int, _ turns: inout OtherTurns, of ids: [ContainerID] = ids) -> [[Int]]
  {
    var rounds: [[Int]] = []
    for _ in 0..<count { rounds.append(numbers(turns.next(of: ids, (first: 12, later: 3)))) }
    return rounds
  }

  @Test func eachHasItsFiguresBeforeAnyIsSampledAgain() {
    var turns = OtherTurns()
    #expect(
      Self.rounds(4, &turns) == [Array(0..<12), Array(0..<12), Array(12..<20), Array(12..<20)])
  }

  @Test func thenSomeAfterTheOthers() {
    var turns = OtherTurns()
    _ = Self.rounds(4, &turns)
    #expect(Self.rounds(3, &turns) == [[0, 1, 2], [3, 4, 5], [6, 7, 8]])
  }

  @Test func aNewcomerComesFirst() {
    var turns = OtherTurns()
    _ = Self.rounds(6, &turns)
    #expect(Self.rounds(2, &turns, of: Self.ids + [ContainerID("c20")]) == [[20], [20]])
  }

  @Test func whereThereAreNoneNobodyIsAsked() {
    var turns = OtherTurns()
    #expect(Self.rounds(1, &turns, of: []) == [[]])
  }
}
