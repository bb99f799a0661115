import Testing

/// What a product shows comes with it.
@Suite struct ProductTests {
  private static let manifest = Repository.manifest

  /// A library's user can import the products of this package and of others, and nothing else: types of another target
  /// in its interface would have no name there.
  @Test(arguments: manifest.products)
  func aProductShowsOnlyWhatItsUserCanImport(product: Manifest.Product) {
    let offered = Self.manifest.products.reduce(into: product.targets) { $0.insert($1.name) }
    for file in Repository.sources where product.targets.contains(file.target) {
      let others = Self.manifest[file.target]?.products ?? []
      let hidden = Set(file.publicImports).subtracting(offered).subtracting(others)
      #expect(hidden == [], "\(file.path)")
    }
  }

  /// Only then does the compiler ask for `public import` wherever a file shows a type of another module.
  @Test(arguments: Set(manifest.products.flatMap(\.targets)).subtracting(["davit"]).sorted())
  func whatALibraryImportsIsHidden(target: String) throws {
    #expect(try #require(Self.manifest[target]).hidesImports)
  }
}
