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
    `--config` names. It is YAML, every setting is optional, and davit never writes it. A setting that is not known or
    whose value is not understood is told at the start with its line and column; the rest of the file counts.

    ```yaml
    theme: light
    logs:
      tail: 500
      wrap: true
    keys:
      container.stop: [s, ctrl-s]
    ```

    Flags of the command line win over the file.

    This page is generated from the program: `make docs` writes it, `make check` looks whether it is fresh.

    """
}
