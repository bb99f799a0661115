import ArgumentParser

/// How the dashboard looks, against what the settings say.
struct ViewOptions: ParsableArguments {
  @Option(name: .long, help: "The theme to use.")
  var theme: String?

  @Flag(name: .long, help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(name: .long, help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Option(
    name: .long, help: ArgumentHelp("Read settings from this file, not the default one.", valueName: "file"))
  var config: String?

  @Option(name: .shortAndLong, help: "Start focused on this Compose project.")
  var project: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Start focused on the project of this Compose file; may be repeated.", valueName: "file"))
  var file: [String] = []
}
