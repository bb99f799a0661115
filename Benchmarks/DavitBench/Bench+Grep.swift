import ArgumentParser
import TerminalHarness

/// The logs of many containers, searched at once.
extension Bench {
  /// The containers that are searched, and the lines of each.
  private var talkers: (count: Int, lines: Int) { isQuick ? (10, 20_000) : (50, 20_000) }

  /// `davit grep` over many containers, compared with the docker CLI and grep, one container after the other.
  func measureGrep() throws -> [ResultTable.Row] {
    engine.removeAll()
    defer { engine.removeAll() }
    let (count, lines) = talkers
    try engine.shell(
      """
      seq \(count) | xargs -P 4 -I{} docker run -d --name talker-{} --network none busybox:test sh -c \
      'seq 1 \(lines) | sed "s/.*/2026-11-30 12:00:00 INFO request & of 10.2.246.195: GET \\/cart took & ms/"' >/dev/null
      seq \(count) | sed s/^/talker-/ | xargs docker wait >/dev/null
      """)
    let pattern = "took 7+ ms"
    var (own, reference): ([Double], [Double]) = ([], [])
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let expected = try engine.shell(
        "for i in $(seq \(count)); do docker logs talker-$i 2>&1 | grep -cE '\(pattern)'; done | sort | uniq -c"
      )
      reference.append((ContinuousClock.now - start) / .seconds(1))
      let second = ContinuousClock.now
      let found = try engine.shell(
        "'\(davit)' grep --count '\(pattern)' -H unix://\(engine.socket) | sed 's/.*: //' | sort | uniq -c")
      own.append((ContinuousClock.now - second) / .seconds(1))
      guard found == expected else {
        throw ValidationError("davit grep has found '\(found)', not '\(expected)'")
      }
    }
    let (mine, other) = (own.quantile(0.5), reference.quantile(0.5))
    return [
      ResultTable.Row(
        name: "grep over \(count) containers with \(lines) lines each",
        value: "\(mine.text(2)) s, \((mine / other).text(2)) ×",
        goal: "≤ 1.2 × docker logs and grep -c of each in turn (\(other.text(2)) s)",
        isReached: mine <= other * 1.2)
    ]
  }
}
