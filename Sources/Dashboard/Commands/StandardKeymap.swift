import TerminalUI

extension Keymap {
  /// The keys davit comes with: one line a command.
  public static let standard = Keymap(
    bindings: standardKeys.flatMap { id, keys in
      keys.compactMap { text in
        (try? KeySequence(text)).map { Binding(keys: $0.keys, command: id) }
      }
    })

  private static let standardKeys: [(String, [String])] = [
    // Containers, services, stacks.
    ("container.stop", ["s"]),
    ("container.start", ["S"]),
    ("container.restart", ["r"]),
    ("container.pause", ["p"]),
    ("container.kill", ["K"]),
    ("container.remove", ["d"]),
    ("container.rename", ["N"]),
    ("container.logs", ["m"]),
    ("container.open-port", ["w"]),
    ("container.toggle-stopped", ["."]),
    ("stack.fold", ["z"]),
    ("stack.edit", ["e"]),
    ("service.quick-edit", ["i"]),
    ("stack.new", ["n"]),
    ("stack.take-back", ["Z"]),
    ("image.remove", ["d"]),
    ("volume.remove", ["d"]),
    ("volume.measure", ["i"]),
    ("network.remove", ["d"]),
    // Lists.
    ("list.down", ["j", "down"]),
    ("list.up", ["k", "up"]),
    ("list.first", ["g", "home"]),
    ("list.last", ["G", "end"]),
    ("list.half-down", ["ctrl-d"]),
    ("list.half-up", ["ctrl-u"]),
    ("list.page-down", ["ctrl-f", "pgdown"]),
    ("list.page-up", ["ctrl-b", "pgup"]),
    ("list.filter", ["/"]),
    ("list.mark", ["space"]),
    ("list.mark-all", ["*"]),
    ("list.sort", ["o"]),
    ("list.reverse", ["O"]),
    ("list.prune", ["X"]),
    ("list.enter", ["enter"]),
    ("list.previous-pane", ["h", "left", "shift-tab"]),
    ("list.next-pane", ["l", "right", "tab"]),
    // Details.
    ("details.down", ["j", "down"]),
    ("details.up", ["k", "up"]),
    ("details.first", ["g", "home"]),
    ("details.last", ["G", "end"]),
    ("details.half-down", ["ctrl-d"]),
    ("details.half-up", ["ctrl-u"]),
    ("details.page-down", ["ctrl-f", "pgdown", "space"]),
    ("details.page-up", ["ctrl-b", "pgup"]),
    ("details.left", ["h", "left"]),
    ("details.right", ["l", "right"]),
    ("details.search", ["/"]),
    ("details.next-match", ["n"]),
    ("details.previous-match", ["N"]),
    ("details.reveal", ["v"]),
    ("details.leave", ["shift-tab"]),
    ("details.to-list", ["tab"]),
    // Logs.
    ("logs.follow", ["f"]),
    ("logs.wrap", ["w"]),
    ("logs.timestamps", ["t"]),
    ("logs.mode", ["ctrl-s"]),
    ("logs.clear", ["C"]),
    // Anywhere.
    ("pane.stacks", ["1"]),
    ("pane.containers", ["2"]),
    ("pane.images", ["3"]),
    ("pane.volumes", ["4"]),
    ("pane.networks", ["5"]),
    ("details.previous-tab", ["["]),
    ("details.next-tab", ["]"]),
    ("screen.next-mode", ["+"]),
    ("screen.previous-mode", ["_"]),
    ("screen.back", ["esc"]),
    ("screen.palette", [":"]),
    ("screen.menu", ["x"]),
    ("screen.help", ["?"]),
    ("screen.refresh", ["R"]),
    ("screen.theme", ["T"]),
    ("screen.copy", ["y"]),
    ("screen.activity", ["@"]),
    ("screen.jobs", ["J"]),
    ("screen.redraw", ["ctrl-l"]),
    ("screen.suspend", ["ctrl-z"]),
    ("screen.quit", ["q", "ctrl-c"]),
  ]
}
