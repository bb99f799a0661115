/// The processes of a container as `ps` prints them on the engine's host (GET /containers/{id}/top).
public struct ProcessTable: Hashable, Sendable {
  /// The columns' titles: "UID", "PID", …
  public var titles: [String]
  /// One row a process, a text a column.
  public var rows: [[String]]

  /// A table as given.
  public init(titles: [String], rows: [[String]]) {
    self.titles = titles
    self.rows = rows
  }
}
