extension DemoProject {
  /// A web shop: three replicas behind a proxy, a database, a cache, a worker.
  static func shop(copy: Int = 1) -> DemoProject {
    DemoProject(
      name: "shop", copy: copy, services: [api, database, cache, web, worker], age: .seconds(86_400 * 3))
  }

  private static let api = DemoService(
    name: "api", image: "registry.example.com/shop/api:2.14.0", replicas: 3,
    command: ["node", "--enable-source-maps", "server.js"],
    environment: [
      "NODE_ENV=production", "DATABASE_URL=postgres://shop:correct-horse-battery@db:5432/shop",
      "REDIS_URL=redis://cache:6379/0", "STRIPE_SECRET_KEY=sk_test_0123456789abcdef",
      "JWT_SECRET=s3cr3t-for-demo",
      "LOG_LEVEL=info", "PORT=3000", "GREETING=こんにちは 🛒",
    ], ports: [.init(3000)], health: "curl -fs http://localhost:3000/healthz",
    dependsOn: "db:service_healthy:false,cache:service_started:false",
    usage: UsagePattern(
      .sawtooth, cpu: 0.06, peak: 0.42, memory: 210e6, cache: 38e6, received: 90e3, sent: 410e3, processes: 11
    ),
    log: LogPattern(.json, every: .milliseconds(450)), memoryLimit: 512 << 20, stopTime: .milliseconds(700),
    labels: [
      "org.opencontainers.image.title": "ショップ API 🛒", "org.opencontainers.image.version": "2.14.0",
      "team.contact": "Žofie Nováková <shop@example.com>", "traefik.enable": "true",
    ])

  private static let database = DemoService(
    name: "db", image: "postgres:17-alpine", command: ["postgres", "-c", "shared_buffers=256MB"],
    environment: ["POSTGRES_USER=shop", "POSTGRES_DB=shop", "POSTGRES_PASSWORD=correct-horse-battery"],
    ports: [.init(5432)], mounts: [.init("db-data", at: "/var/lib/postgresql/data")],
    health: "pg_isready -U shop",
    usage: UsagePattern(
      .steady, cpu: 0.03, peak: 0.18, memory: 340e6, cache: 900e6, received: 60e3, sent: 300e3,
      written: 240e3,
      processes: 14), log: LogPattern(.database, every: .seconds(4)), memoryLimit: 2 << 30,
    stopTime: .milliseconds(1500))

  private static let cache = DemoService(
    name: "cache", image: "redis:7.4-alpine", command: ["redis-server", "--save", "60", "1"],
    ports: [.init(6379)], mounts: [.init("cache-data", at: "/data")], health: "redis-cli ping",
    usage: UsagePattern(
      .steady, cpu: 0.006, peak: 0.03, memory: 24e6, cache: 2e6, received: 30e3, sent: 44e3, processes: 6),
    log: LogPattern(.silent, every: .seconds(60)))

  private static let web = DemoService(
    name: "web", image: "nginx:1.27-alpine", command: ["nginx", "-g", "daemon off;"],
    environment: ["NGINX_VERSION=1.27.3"],
    ports: [.init(80, published: 8080), .init(443, published: 8443)],
    mounts: [.init("/srv/shop/nginx.conf", at: "/etc/nginx/nginx.conf", isReadOnly: true)],
    health: "wget -qO- http://localhost/healthz", dependsOn: "api:service_healthy:false",
    usage: UsagePattern(
      .steady, cpu: 0.01, peak: 0.09, memory: 9e6, cache: 5e6, received: 220e3, sent: 1.9e6, processes: 9),
    log: LogPattern(.access, every: .milliseconds(180)))

  private static let worker = DemoService(
    name: "worker", image: "registry.example.com/shop/api:2.14.0", command: ["node", "worker.js"],
    environment: ["QUEUE=default,mail", "SMTP_PASSWORD=hunter2"], dependsOn: "db:service_healthy:false",
    usage: UsagePattern(
      .bursty, cpu: 0.02, peak: 1.4, memory: 160e6, cache: 12e6, received: 40e3, sent: 22e3, processes: 8),
    log: LogPattern(.coloured, every: .milliseconds(900)), stopTime: .seconds(60))
}
