extension SettingKey {
  /// Every setting, in the order of the reference page.
  package static let all: [SettingKey] = [
    SettingKey(
      "theme", \.theme, .word,
      "The theme: a built-in one ([themes](themes.md)), or one of your own in the `themes` folder beside this file; `auto` "
        + "takes `light` where the terminal says that its background is light, else `dark`. `T` in the dashboard shows "
        + "them all."
    ),
    SettingKey(
      "ascii", \.ascii, .asciiMode,
      "Whether the screen is drawn with ASCII characters only. `auto` does so where the locale is not UTF-8."),
    SettingKey(
      "mouse", \.mouse, .truth,
      "Whether davit uses the mouse. Without it, the terminal's own text selection works everywhere."),
    SettingKey(
      "read-only", \.isReadOnly, .truth,
      "Whether every command that changes something is refused, as with `--read-only`. A misspelled name or value of this "
        + "setting counts as `true`, and says so.", isSafety: true),
    SettingKey(
      "screen.side-width", \.screen.sideWidth, .wholeNumber(10...90),
      "The width of the side panes, in percent of the screen, until their edge is dragged."),
    SettingKey(
      "screen.remember", \.screen.remembers, .truth,
      "Whether davit starts as it was left: the pane, the screen mode, the width of the side panes, the order of each list, "
        + "and what is folded. It is kept in `$XDG_STATE_HOME/davit/view.json`; no secret is in it."),
    SettingKey(
      "logs.tail", \.logs.tail, .wholeNumber(0...10_000_000),
      "How many past lines are read when a log is opened; `0` shows only new lines."),
    SettingKey(
      "logs.since", \.logs.since,
      SettingType.time(.seconds(1)...(.seconds(3_650 * 86_400))).optional(missing: "none"),
      "How far back a log starts. Without it, `logs.tail` alone decides."),
    SettingKey(
      "logs.max-lines", \.logs.maximumLines, .wholeNumber(100...10_000_000),
      "How many lines of a log are kept in memory; the oldest are dropped first, and a line says how many."),
    SettingKey(
      "logs.max-bytes", \.logs.maximumBytes, .size(64 << 10...4 << 30),
      "How much of a log is kept in memory, whatever the number of lines."),
    SettingKey(
      "logs.wrap", \.logs.wraps, .truth,
      "Whether long lines wrap instead of being cut at the edge."),
    SettingKey(
      "logs.timestamps", \.logs.showsTimestamps, .truth,
      "Whether each line starts with the time at which the engine received it."),
    SettingKey(
      "logs.fields", \.logs.fields, .fieldNames,
      "The fields of JSON and logfmt lines that follow level, time and message, in this order. Without it, all do."
    ),
    SettingKey(
      "containers.labels", \.containers.labels, .labelNames,
      "Labels that are columns of the list of containers, as `[team, com.example.owner]`; `c` in the list hides and orders "
        + "them."),
    SettingKey(
      "stats.interval", \.stats.interval, .time(.seconds(1)...(.seconds(3_600))),
      "The time between two samples of CPU and memory. With many containers it grows by itself, to spare the "
        + "engine."),
    SettingKey(
      "stacks.folders", \.stacks.folders, .folders,
      "Folders that are searched for Compose files, three levels deep, so that stacks that are down are shown too. "
        + "A path is absolute or starts with `~/`."),
    SettingKey(
      "images.check-interval", \.images.checkInterval,
      SettingType.time(.seconds(3_600)...(.seconds(365 * 86_400))).optional(missing: "none"),
      "How often davit asks the registries of all images whether they have newer ones under their tags, beginning with the "
        + "start: `12h`. Without it, nobody is asked but on a key (`U`, `A`). Registries count such questions."
    ),
    SettingKey(
      "secrets.mask", \.secrets.mask, .namePatterns,
      "Names of variables whose values are masked until you reveal them, besides those that davit itself takes for "
        + "secrets, by the words of a name or the shape of a value. Case does not matter."
    ),
    SettingKey(
      "secrets.show", \.secrets.show, .namePatterns,
      "Names of variables whose values are not masked, whatever davit takes them for."),
    SettingKey(
      "keys", \.keys, .keyBindings,
      "Keys of your own: the id of a command, and a key or a list of keys that run it instead of its default "
        + "ones; an empty list unbinds it. `?` in the dashboard shows the ids."),
    SettingKey(
      "commands", \.commands, .customCommands,
      "Commands of your own, for the rows of some panes. `run` is the program and its arguments; `{id}`, `{name}`, `{image}`, "
        + "`{stack}`, `{service}`, `{folder}` and `{engine}` stand for what the selected row is, each within its argument: no "
        + "shell sees them, and a value cannot become an option. `{{…}}` stays as it is. `in` names the panes "
        + "(without it, all), `key` a key or keys, `show` what becomes of the output: `output` (a box, the default), "
        + "`background`, or `terminal`, where the program has the terminal until it ends. `confirm: true` asks first. "
        + "Unless it says `changes: false`, a command is refused while davit is read-only. `DOCKER_HOST` names the engine. "
        + "They stand in the palette, the menu `x` and the help."),
  ]
}
