extension DashboardState {
  /// Takes in what the log streams bring.
  mutating func take(_ news: LogNews) -> [Effect] {
    switch news {
    case .lines(let request, let lines):
      return logs.take(request, lines)
    case .ended(let request):
      logs.finish(request, .ended)
    case .failed(let request, let trouble):
      logs.finish(request, .failed(trouble))
    }
    return []
  }
}
