/// A piece of the builder's cache.
struct SimulatedCache: Sendable {
  let id: String
  let kind: String
  let summary: String
  let size: Int64
  /// How long ago it was used last.
  let age: Duration
  var isShared = false

  /// What a few builds have left behind.
  static let usual: [SimulatedCache] = [
    SimulatedCache(
      id: "x3v8k1p0q7t2m5n9c4b6a1s0d", kind: "exec.cachemount", summary: "cached mount /root/.cache/go-build",
      size: 412_090_368, age: .seconds(7_200)),
    SimulatedCache(
      id: "k9d2f7h4j6l8q1w3e5r7t9y0u", kind: "regular", summary: "[build 4/6] RUN go mod download",
      size: 188_743_680, age: .seconds(7_300)),
    SimulatedCache(
      id: "p0o9i8u7y6t5r4e3w2q1a2s3d", kind: "regular",
      summary: "[stage-1 2/3] COPY --from=build /out/api /api",
      size: 24_117_248, age: .seconds(86_400 * 9), isShared: true),
    SimulatedCache(
      id: "z1x2c3v4b5n6m7a8s9d0f1g2h", kind: "source.local", summary: "[internal] load build context",
      size: 5_242_880, age: .seconds(86_400 * 21)),
  ]
}
