extension DemoProject {
  /// A blog with its database.
  static func blog(copy: Int = 1) -> DemoProject {
    DemoProject(
      name: "blog", copy: copy,
      services: [
        DemoService(
          name: "ghost", image: "ghost:5-alpine", command: ["node", "current/index.js"],
          environment: ["url=https://blog.example.com", "database__connection__password=ghost-pass"],
          ports: [.init(2368, published: 2368)], mounts: [.init("content", at: "/var/lib/ghost/content")],
          dependsOn: "mysql:service_started:false",
          usage: UsagePattern(
            .sawtooth, cpu: 0.01, peak: 0.08, memory: 190e6, received: 9e3, sent: 60e3, processes: 11),
          log: LogPattern(.worldwide, every: .seconds(2))),
        DemoService(
          name: "mysql", image: "mysql:8.4", command: ["mysqld"],
          environment: ["MYSQL_ROOT_PASSWORD=root-pass", "MYSQL_DATABASE=ghost"], ports: [.init(3306)],
          mounts: [.init("mysql", at: "/var/lib/mysql")],
          usage: UsagePattern(
            .steady, cpu: 0.02, peak: 0.06, memory: 480e6, cache: 310e6, received: 8e3, sent: 31e3,
            written: 90e3, processes: 38), log: LogPattern(.database, every: .seconds(17)),
          stopTime: .seconds(2)),
      ], age: .seconds(86_400 * 19))
  }

  /// Prometheus, Grafana and the exporter of the host.
  static func monitoring(copy: Int = 1) -> DemoProject {
    DemoProject(
      name: "monitoring", copy: copy,
      services: [
        DemoService(
          name: "prometheus", image: "prom/prometheus:v3.1.0",
          command: ["/bin/prometheus", "--config.file=/etc/prometheus/prometheus.yml"],
          ports: [.init(9090, published: 9090)],
          mounts: [
            .init("prometheus", at: "/prometheus"),
            .init("/srv/monitoring/prometheus.yml", at: "/etc/prometheus/prometheus.yml", isReadOnly: true),
          ],
          usage: UsagePattern(
            .sawtooth, cpu: 0.03, peak: 0.25, memory: 620e6, cache: 400e6, received: 160e3, sent: 20e3,
            written: 130e3, processes: 16), log: LogPattern(.json, every: .seconds(8))),
        DemoService(
          name: "grafana", image: "grafana/grafana:11.4.0", command: ["/run.sh"],
          environment: ["GF_SECURITY_ADMIN_PASSWORD=admin", "GF_SERVER_ROOT_URL=https://graphs.example.com"],
          ports: [.init(3000, published: 3001)], mounts: [.init("grafana", at: "/var/lib/grafana")],
          health: "wget -qO- http://localhost:3000/api/health", dependsOn: "prometheus:service_started:false",
          usage: UsagePattern(
            .steady, cpu: 0.01, peak: 0.07, memory: 130e6, received: 12e3, sent: 80e3, processes: 18),
          log: LogPattern(.coloured, every: .seconds(5))),
        DemoService(
          name: "node-exporter", image: "prom/node-exporter:v1.8.2", command: ["/bin/node_exporter"],
          ports: [.init(9100)], mounts: [.init("/", at: "/host", isReadOnly: true)],
          usage: UsagePattern(
            .steady, cpu: 0.002, peak: 0.01, memory: 14e6, received: 1e3, sent: 22e3, processes: 7),
          log: .silent),
      ], age: .seconds(86_400 * 44))
  }

  /// A data pipeline; one of its services crashes now and then, another sickens.
  static func pipeline(copy: Int = 1) -> DemoProject {
    DemoProject(
      name: "pipeline", copy: copy,
      services: [
        DemoService(
          name: "queue", image: "rabbitmq:4-management-alpine", command: ["rabbitmq-server"],
          environment: ["RABBITMQ_DEFAULT_PASS=queue-pass"],
          ports: [.init(5672), .init(15672, published: 15672)],
          mounts: [.init("queue", at: "/var/lib/rabbitmq")], health: "rabbitmq-diagnostics -q ping",
          usage: UsagePattern(
            .steady, cpu: 0.04, peak: 0.12, memory: 150e6, received: 300e3, sent: 300e3, written: 20e3,
            processes: 27), log: LogPattern(.coloured, every: .seconds(3))),
        DemoService(
          name: "ingest", image: "registry.example.com/data/ingest:0.9.1",
          command: ["python", "-m", "ingest"],
          environment: ["API_TOKEN=tok_live_abcdef", "BATCH=500"], health: "test -f /tmp/alive",
          dependsOn: "queue:service_healthy:false",
          usage: UsagePattern(
            .bursty, cpu: 0.05, peak: 0.9, memory: 260e6, received: 2.2e6, sent: 700e3, written: 1.1e6,
            processes: 5), log: LogPattern(.progress, every: .seconds(1)),
          temper: .sickens(every: .seconds(90), duration: .seconds(20))),
        DemoService(
          name: "transform", image: "registry.example.com/data/transform:0.9.1",
          command: ["java", "-Xmx768m", "-jar", "transform.jar"], dependsOn: "queue:service_healthy:false",
          usage: UsagePattern(
            .sawtooth, cpu: 0.3, peak: 1.6, memory: 760e6, cache: 60e6, received: 700e3, sent: 800e3,
            processes: 42), log: LogPattern(.coloured, every: .milliseconds(350)), memoryLimit: 1 << 30,
          stopTime: .seconds(3)),
        DemoService(
          name: "sink", image: "registry.example.com/data/sink:0.9.1", command: ["/usr/local/bin/sink"],
          dependsOn: "transform:service_started:true",
          usage: UsagePattern(
            .steady, cpu: 0.05, peak: 0.2, memory: 48e6, received: 800e3, sent: 30e3, written: 900e3,
            processes: 4), log: LogPattern(.json, every: .seconds(1)),
          temper: .crashes(every: .seconds(75), code: 139, pause: .seconds(4))),
      ], age: .seconds(86_400 * 8))
  }
}
