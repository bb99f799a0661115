/// The themes that come with davit, embedded in the binary. A new one is a file in this folder, a resource in the
/// package's manifest, and a line here.
package enum Themes {
  /// The texts of the built-in theme files, in the order in which they are offered.
  package static let texts: [String] = [
    PackageResources.dark_yaml,
    PackageResources.light_yaml,
    PackageResources.gruvbox_dark_yaml,
    PackageResources.gruvbox_light_yaml,
    PackageResources.solarized_dark_yaml,
    PackageResources.solarized_light_yaml,
    PackageResources.nord_yaml,
    PackageResources.dracula_yaml,
    PackageResources.catppuccin_mocha_yaml,
    PackageResources.catppuccin_latte_yaml,
    PackageResources.tokyo_night_yaml,
    PackageResources.high_contrast_dark_yaml,
    PackageResources.high_contrast_light_yaml,
    PackageResources.colour_blind_yaml,
    PackageResources.colour_blind_light_yaml,
    PackageResources.tritanopia_yaml,
    PackageResources.sixteen_yaml,
    PackageResources.mono_yaml,
  ].map { String(decoding: $0, as: UTF8.self) }
}
