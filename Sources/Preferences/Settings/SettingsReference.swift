/// The reference page of the settings, made of the settings themselves.
package enum SettingsReference {
  /// The page in Markdown, as it stands in docs/settings.md.
  package static func markdown() -> String {
    introduction + "\n" + SettingKey.all.map(section).joined(separator: "\n")
  }

  private static func section(_ key: SettingKey) -> String {
    """
    ## `\(key.path)`

    \(key.documentation)

    - Value: \(key.type)
    - Default: `\(key.defaultText)`

    """
  }

  private static let introduction = """
    # Settings

    davit reads `$XDG_CONFIG_HOME/davit/config.yaml` (usually `~/.config/davit/config.yaml`), or the file that
    `--config` names. It is YAML, every setting is optional, and davit never writes it. An unknown
    setting, or a value that is not understood, is reported at the start with its line and column; the rest counts.

    ```yaml
    theme: light
    logs:
      tail: 500
      wrap: true
    keys:
      container.stop: [s, ctrl-s]
    ```

    Command-line flags override the file.

    This page is generated from the program: `make docs` writes it, `make check` verifies that it is up to date.

    """
}
