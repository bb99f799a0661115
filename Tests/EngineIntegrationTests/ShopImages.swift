extension TestEngine {
  /// Makes the images of the project in Tests/StackPlanningTests/Fixtures: one with settings of its own, and one without
  /// (as record-stack.py makes them). Once in a run: made anew, they would be newer images of the same names to a suite
  /// that has begun with them.
  func makeShopImages() throws { try Self.shopImages.get() }

  private static let shopImages = Result { try TestEngine().makeImages() }

  private func makeImages() throws {
    try docker("tag", "busybox:test", "shop-base:1")
    let base = try docker("create", "busybox:test")
    try docker(
      "commit", "--change", "CMD [\"sleep\", \"100000\"]", "--change",
      "ENV APP_MODE=production APP_COLOUR=blue",
      "--change", "EXPOSE 8080", "--change", "USER 1000", "--change", "WORKDIR /tmp", "--change",
      "VOLUME /cache",
      "--change", "LABEL org.opencontainers.image.title=\"shop app\"", "--change",
      "HEALTHCHECK --interval=2m --timeout=9s --retries=2 CMD test ! -e /tmp/sick", base, "shop-app:1"
    )
    try docker("rm", base)
    try docker("tag", "shop-app:1", "shop-app:2")
  }
}
