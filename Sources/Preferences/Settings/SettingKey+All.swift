extension SettingKey {
  /// Every setting, in the order of the reference page.
  package static let all: [SettingKey] = [
    SettingKey(
      "theme", \.theme, .word,
      "The theme: `dark`, `light`, or one of your own in the `themes` folder beside this file; `auto` takes `light` "
        + "where the terminal says that its background is light, else `dark`. `T` in the dashboard shows them all."
    ),
    SettingKey(
      "ascii", \.ascii, .asciiMode,
      "Whether the screen is drawn with ASCII characters only. `auto` does so where the locale is not UTF-8."),
    SettingKey(
      "mouse", \.mouse, .truth,
      "Whether the mouse is listened to. Without it the terminal's own selection of text works everywhere."),
    SettingKey(
      "read-only", \.isReadOnly, .truth,
      "Whether everything that would change something is refused, as with `--read-only`."),
    SettingKey(
      "screen.side-width", \.screen.sideWidth, .wholeNumber(10...90),
      "The width of the side panes, in percent of the screen."),
    SettingKey(
      "logs.tail", \.logs.tail, .wholeNumber(0...10_000_000),
      "How many lines of the past are read when a log is opened; `0` shows only what comes from then on."),
    SettingKey(
      "logs.since", \.logs.since,
      SettingType.time(.seconds(1)...(.seconds(3_650 * 86_400))).optional(missing: "none"),
      "How far back a log starts. Without it, `logs.tail` alone decides."),
    SettingKey(
      "logs.max-lines", \.logs.maximumLines, .wholeNumber(100...10_000_000),
      "How many lines of a log are kept in memory; the oldest go first, and a line says how many are gone."),
    SettingKey(
      "logs.max-bytes", \.logs.maximumBytes, .size(64 << 10...4 << 30),
      "How much of a log is kept in memory, whatever the number of lines."),
    SettingKey(
      "logs.wrap", \.logs.wraps, .truth,
      "Whether long lines go on in the next row instead of being cut at the edge."),
    SettingKey(
      "logs.timestamps", \.logs.showsTimestamps, .truth,
      "Whether the time at which the engine got a line stands before it."),
    SettingKey(
      "stats.interval", \.stats.interval, .time(.seconds(1)...(.seconds(3_600))),
      "The time between two samples of CPU and memory. With many containers it grows by itself, for the engine's "
        + "sake."),
    SettingKey(
      "stacks.folders", \.stacks.folders, .folders,
      "Folders in which Compose files are looked for, three levels deep, so that stacks that are down are shown too. "
        + "A path is absolute or begins with `~/`."),
    SettingKey(
      "secrets.mask", \.secrets.mask, .namePatterns,
      "Names of variables whose values are masked until you ask to see them, beside those that davit takes for "
        + "secrets itself: by the words of a name, and by the shape of a value. Upper and lower case are the same."
    ),
    SettingKey(
      "secrets.show", \.secrets.show, .namePatterns,
      "Names of variables whose values are not masked, whatever davit takes them for."),
    SettingKey(
      "keys", \.keys, .keyBindings,
      "Keys of your own: the id of a command, and a key or a list of keys that shall run it instead of its default "
        + "ones; an empty list takes its keys away. `?` in the dashboard shows the ids."),
  ]
}
