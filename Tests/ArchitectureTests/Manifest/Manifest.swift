import Testing

/// The products and targets that Package.swift declares.
struct Manifest {
  struct Product: CustomTestStringConvertible, Sendable {
    var name: String
    var targets: Set<String>

    var testDescription: String { name }
  }

  struct Target: CustomTestStringConvertible, Sendable {
    var name: String
    /// Its folder, from the repository's root.
    var folder: String
    /// Whether it holds tests or what only they use.
    var isTest: Bool
    /// The targets of this package that it may import.
    var targets: Set<String>
    /// The products of other packages that it may import.
    var products: Set<String>
    /// Whether what it imports is hidden from its users where no `public import` says otherwise.
    var hidesImports: Bool

    var testDescription: String { name }
  }

  var products: [Product]
  var targets: [Target]

  init(_ text: String) {
    let package = ManifestReader(text).constants["package"] ?? .other
    products = (package["products"]?.elements ?? []).compactMap(Product.init)
    targets = (package["targets"]?.elements ?? []).compactMap(Target.init)
  }

  /// The target whose folder a file stands in; nil where there is none.
  func target(ofFile path: String) -> Target? {
    targets.filter { path.hasPrefix($0.folder + "/") }.max { $0.folder.count < $1.folder.count }
  }

  subscript(_ name: String) -> Target? { targets.first { $0.name == name } }
}

extension Manifest.Product {
  init?(_ value: ManifestValue) {
    guard let name = value["name"]?.text else { return nil }
    self.init(name: name, targets: Set((value["targets"]?.elements ?? []).compactMap(\.text)))
  }
}

extension Manifest.Target {
  private static let internalImports = ManifestValue.call(
    "enableUpcomingFeature", [ManifestArgument(label: nil, value: .text("InternalImportsByDefault"))])

  init?(_ value: ManifestValue) {
    guard case .call(let kind, _) = value, let name = value["name"]?.text else { return nil }
    self.name = name
    folder = value["path"]?.text ?? (kind == "testTarget" ? "Tests/" : "Sources/") + name
    isTest = folder.hasPrefix("Tests/") || folder.hasPrefix("Benchmarks/")
    targets = []
    products = []
    hidesImports = value["swiftSettings"]?.elements.contains(Self.internalImports) == true
    for dependency in value["dependencies"]?.elements ?? [] {
      if let text = dependency.text {
        targets.insert(text)
      } else if let name = dependency["name"]?.text, case .call(let kind, _) = dependency {
        if kind == "product" { products.insert(name) } else { targets.insert(name) }
      }
    }
  }
}

extension Repository {
  /// The manifest of this package.
  static let manifest = Manifest(text(of: "Package.swift"))
}
