import SecretDetection

/// Turns two states of a thing into reasons.
enum Differences {
  /// One value against another.
  static func value(
    _ subject: String, _ before: String, _ after: String, isCertain: Bool = true
  ) -> [PlanReason] {
    guard before != after else { return [] }
    return [
      PlanReason(
        subject, before: before, after: after, isSecret: isSecret(before) || isSecret(after),
        isCertain: isCertain)
    ]
  }

  private static func isSecret(_ text: String) -> Bool { !SecretRules.standard.secrets(in: text).isEmpty }

  /// A switch: off is shown as the word.
  static func flag(_ subject: String, _ before: Bool, _ after: Bool) -> [PlanReason] {
    value(subject, before ? "true" : "false", after ? "true" : "false")
  }

  /// What was taken out of a collection and what came in; one for one reads as a change.
  static func items(
    _ subject: String, _ before: [String], _ after: [String], isCertain: Bool = true
  ) -> [PlanReason] {
    let (old, new) = (Set(before), Set(after))
    let removed = old.subtracting(new).sorted()
    let added = new.subtracting(old).sorted()
    if removed.count == 1, added.count == 1 {
      return value(subject, removed[0], added[0], isCertain: isCertain)
    }
    return removed.flatMap { value(subject, $0, "", isCertain: isCertain) }
      + added.flatMap { value(subject, "", $0, isCertain: isCertain) }
  }

  /// Names and their values: each difference names its key. Names that `ignoring` accepts may be in excess.
  static func pairs(
    _ subject: String, _ before: [String: String], _ after: [String: String],
    ignoring: (String) -> Bool = { _ in false }
  ) -> [PlanReason] {
    Set(before.keys).union(after.keys).sorted().compactMap { name in
      let (old, new) = (before[name], after[name])
      guard old != new, !(new == nil && ignoring(name)) else { return nil }
      return PlanReason(
        "\(subject) \(name)", before: shown(old), after: shown(new),
        isSecret: [old, new].contains { SecretRules.standard.holdsSecret(name: name, value: $0 ?? "") })
    }
  }

  /// An empty value is told from a missing one.
  private static func shown(_ value: String?) -> String {
    guard let value else { return "" }
    return value.isEmpty ? "\"\"" : value
  }

  /// A command as one would type it.
  static func command(_ words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && !word.contains { $0.isWhitespace || "'\"$;&|<>*?(){}`\\".contains($0) }
      return isPlain
        ? word
        : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }

  /// Bytes in the largest unit that divides them: `512m`.
  static func bytes(_ count: Int) -> String {
    guard count > 0 else { return count == 0 ? "" : String(count) }
    for (unit, size) in [("g", 1 << 30), ("m", 1 << 20), ("k", 1 << 10)] where count % size == 0 {
      return "\(count / size)\(unit)"
    }
    return String(count)
  }
}
