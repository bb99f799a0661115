extension StyledText {
  /// The text cut to at most `limit` columns; what is cut off is shown by `ellipsis`, itself part of the
  /// limit.
  public func truncated(to limit: Int, ellipsis: String = "…") -> StyledText {
    if columns <= limit { return self }
    let room = limit - TextWidth.columns(of: ellipsis)
    if room < 0 { return prefix(columns: limit) }
    var text = prefix(columns: room)
    text.append(ellipsis, text.runs.last?.style ?? runs.first?.style ?? Style())
    return text
  }

  /// The longest beginning that fits into `limit` columns.
  public func prefix(columns limit: Int) -> StyledText {
    var rest = limit
    var kept = StyledText()
    for run in runs {
      let (text, columns) = TextWidth.prefix(of: run.text, columns: rest)
      kept.append(text, run.style)
      rest -= columns
      if text.utf8.count < run.text.utf8.count { break }
    }
    return kept
  }

  /// The text without its first `count` columns; a wide character cut in two leaves a blank.
  public func dropping(columns count: Int) -> StyledText {
    var rest = count
    var kept = StyledText()
    for run in runs {
      if rest <= 0 {
        kept.append(run.text, run.style)
        continue
      }
      let (head, columns) = TextWidth.prefix(of: run.text, columns: rest)
      let tail = run.text.dropFirst(head.count)
      rest -= columns
      guard !tail.isEmpty else { continue }
      let isCut = rest > 0
      kept.append(isCut ? " " + String(tail.dropFirst()) : String(tail), run.style)
      rest = 0
    }
    return kept
  }

  /// The same text, those characters (by offset into `plain`, in characters) shown as `change` makes them.
  public func restyled(characters range: Range<Int>, _ change: (Style) -> Style) -> StyledText {
    var offset = 0
    var result = StyledText()
    for run in runs {
      let count = run.text.count
      let lower = min(count, max(0, range.lowerBound - offset))
      let upper = min(count, max(lower, range.upperBound - offset))
      let characters = Array(run.text)
      result.append(String(characters[..<lower]), run.style)
      result.append(String(characters[lower..<upper]), change(run.style))
      result.append(String(characters[upper...]), run.style)
      offset += count
    }
    return result
  }
}
