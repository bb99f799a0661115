/// The themes that come with davit, embedded in the binary. A new one is a file in this folder, a resource in the
/// package's manifest, and a line here.
package enum Themes {
  /// The texts of the built-in theme files, in the order in which they are offered.
  package static let texts: [String] = [
    PackageResources.dark_yaml,
    PackageResources.light_yaml,
  ].map { String(decoding: $0, as: UTF8.self) }
}
