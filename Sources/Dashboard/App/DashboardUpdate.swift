import TerminalUI

extension DashboardState {
  /// The one way the state changes: takes what has happened, says what is to be done.
  package mutating func update(_ action: DashboardAction) -> [Effect] {
    switch action {
    case .input(let event): return take(event)
    case .resized(let size): return resize(to: size)
    case .engine(let news): return take(news)
    case .sampled(let samples): return take(samples)
    case .logs(let news): return take(news)
    case .stacks(let news): return take(news)
    case .editor(let news): return take(news)
    case .jobOutput(let id, let lines): return take(lines, of: id)
    case .jobEnded(let id, let outcome): return end(id, outcome)
    case .delayed(let action): return take(action)
    case .notice(let notice): return notify(notice)
    }
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return point(mouse)
    case .end: return [.quit]
    case .background(let isLight): return suit(background: isLight ? "light" : "dark")
    case .focus, .reply: return []
    }
  }

  private mutating func suit(background theme: String) -> [Effect] {
    guard setup.followsBackground, theme != themeName, setup.themes.contains(theme) else { return [] }
    themeName = theme
    return [.applyTheme(theme)]
  }

  private mutating func resize(to size: Size) -> [Effect] {
    self.size = size
    relayout()
    return []
  }

  private mutating func take(_ action: DelayedAction) -> [Effect] {
    switch action {
    case .expireToast(let id):
      toasts.removeAll { $0.id == id }
      return []
    case .continueLogScan(let generation):
      return logs.continueScan(generation)
    case .editor(let alarm): return take(alarm)
    }
  }
}
