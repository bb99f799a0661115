import EngineModel
import TerminalUI

extension DashboardState {
  /// The services of the stack whose log is shown, sorted; none for other logs.
  var logServices: [ServiceName] {
    guard details.tab == .logs, case .project(let key)? = details.subject else { return [] }
    return facts.projects[key]?.serviceNames ?? []
  }

  /// The service that the log is narrowed to; nil for all.
  var logService: ServiceName? {
    details.logService.flatMap { logServices.contains($0) ? $0 : nil }
  }
}

extension Menu {
  /// The services of a log to choose one of, with the keys 0 to 9.
  static func logServices(_ state: DashboardState) -> Menu {
    let names: [ServiceName?] = [nil] + state.logServices.map(Optional.some)
    let entries = names.enumerated().map { index, name in
      let isNow = name == state.logService
      return Entry(
        title: name?.rawValue ?? "all services", detail: isNow ? "now" : index < 10 ? String(index) : "",
        key: index < 10 ? KeyPress(Character(String(index))) : nil, choice: .logService(name))
    }
    return Menu(
      title: "Show the log of", entries: entries, selected: names.firstIndex(of: state.logService) ?? 0)
  }
}
