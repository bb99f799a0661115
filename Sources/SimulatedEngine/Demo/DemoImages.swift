extension SimulatedImage {
  /// The images of the demo host: some with several tags, some that nothing uses, one without a tag.
  static let demo: [SimulatedImage] = [
    SimulatedImage(
      "registry.example.com/shop/api:2.14.0", "registry.example.com/shop/api:latest", size: 187_400_000,
      age: .seconds(86_400 * 3),
      labels: [
        "org.opencontainers.image.title": "ショップ API 🛒", "org.opencontainers.image.revision": "8f3c2d1",
      ],
      history: [
        Layer("CMD [\"node\" \"server.js\"]"), Layer("EXPOSE map[3000/tcp:{}]"), Layer("USER node"),
        Layer("COPY dist ./dist # buildkit", size: 4_100_000),
        Layer("RUN /bin/sh -c npm ci --omit=dev # buildkit", size: 51_900_000),
        Layer("COPY package*.json ./ # buildkit", size: 390_000), Layer("WORKDIR /app"),
        Layer("CMD [\"node\"]"), Layer("ENV NODE_VERSION=22.12.0"),
        Layer("RUN /bin/sh -c addgroup -g 1000 node # buildkit", size: 123_160_000),
        Layer("ADD alpine-minirootfs-3.21.0-x86_64.tar.gz / # buildkit", size: 7_850_000),
      ]),
    SimulatedImage("registry.example.com/shop/api:2.13.2", size: 186_900_000, age: .seconds(86_400 * 16)),
    SimulatedImage("registry.example.com/shop/api:2.15.0-rc1", size: 188_200_000, age: .seconds(3600 * 5)),
    SimulatedImage("postgres:17-alpine", size: 279_000_000, age: .seconds(86_400 * 41)),
    SimulatedImage("redis:7.4-alpine", "redis:7-alpine", size: 41_400_000, age: .seconds(86_400 * 50)),
    SimulatedImage(
      "nginx:1.27-alpine", "nginx:alpine", "nginx:latest", size: 47_000_000, age: .seconds(86_400 * 33)),
    SimulatedImage("ghost:5-alpine", size: 562_000_000, age: .seconds(86_400 * 20)),
    SimulatedImage("mysql:8.4", size: 606_000_000, age: .seconds(86_400 * 62)),
    SimulatedImage("prom/prometheus:v3.1.0", size: 291_000_000, age: .seconds(86_400 * 47)),
    SimulatedImage("prom/node-exporter:v1.8.2", size: 22_900_000, age: .seconds(86_400 * 180)),
    SimulatedImage("grafana/grafana:11.4.0", size: 487_000_000, age: .seconds(86_400 * 45)),
    SimulatedImage("rabbitmq:4-management-alpine", size: 191_000_000, age: .seconds(86_400 * 28)),
    SimulatedImage("registry.example.com/data/ingest:0.9.1", size: 331_000_000, age: .seconds(86_400 * 8)),
    SimulatedImage("registry.example.com/data/transform:0.9.1", size: 412_000_000, age: .seconds(86_400 * 8)),
    SimulatedImage("registry.example.com/data/sink:0.9.1", size: 28_700_000, age: .seconds(86_400 * 8)),
    SimulatedImage("restic/restic:0.17.3", size: 83_000_000, age: .seconds(86_400 * 60)),
    SimulatedImage("busybox:1.36", size: 4_260_000, age: .seconds(86_400 * 400)),
    SimulatedImage("debian:13-slim", size: 78_600_000, age: .seconds(86_400 * 12)),
    SimulatedImage("python:3.13-slim", size: 122_000_000, age: .seconds(86_400 * 14)),
    SimulatedImage("traefik:v3.2", size: 185_000_000, age: .seconds(86_400 * 55)),
    SimulatedImage("alpine:3.21", size: 7_830_000, age: .seconds(86_400 * 39)),
    SimulatedImage(size: 184_100_000, age: .seconds(86_400 * 4), salt: 1),
    SimulatedImage(size: 96_500_000, age: .seconds(86_400 * 9), salt: 2),
  ]
}
