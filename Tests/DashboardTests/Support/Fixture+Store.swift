import ComposeFile
import EngineModel
import StackPlanning

@testable import Dashboard

/// A stack with files, replicas, a job, and every kind of difference between them and what runs.
extension Fixture {
  static let storeKey = ProjectKey(name: "store", folder: "/srv/store")
  static let storeSource = StackSource(
    name: "store", directory: "/srv/store", files: ["/srv/store/compose.yaml"])

  static let storeContainers: [ContainerSummary] = [
    store(
      "store-web-1", "nginx:1.25", "web", health: .none, status: "Up 2 hours", ports: [published(8080, 80)]),
    store("store-api-1", "store/api:1.5", "api", health: .healthy, status: "Up 2 hours (healthy)"),
    store("store-api-2", "store/api:1.5", "api", 2, health: .unhealthy, status: "Up 2 hours (unhealthy)"),
    store("store-db-1", "postgres:16", "db", health: .healthy, status: "Up 2 hours (healthy)"),
    store("store-cache-1", "redis:7", "cache", status: "Up 2 hours"),
    store("store-migrate-1", "store/api:1.5", "migrate", state: .exited, status: "Exited (0) 2 hours ago"),
    store("store-old-1", "busybox:1.36", "old", status: "Up 3 days"),
  ]

  private static func store(
    _ name: String, _ image: String, _ service: String, _ number: Int = 1, state: ContainerState = .running,
    health: HealthState = .none, status: String, ports: [PortBinding] = []
  ) -> ContainerSummary {
    container(
      name, image: image, project: ("store", "/srv/store"), service: service, number: number, state: state,
      health: health, status: status, ports: ports)
  }

  static let storeText = """
    # A shop: what customers see, what answers, what remembers.
    name: store
    services:
      web:
        image: nginx:1.27
        ports:
          - "8080:80"
        depends_on:
          api:
            condition: service_healthy
      api:
        image: store/api:${TAG:-1.4}
        build: ./api
        env_file: api.env
        environment:
          DATABASE_URL: postgres://store:${DB_PASSWORD}@db/store
          LOG_LEVEL: ${LOG_LEVEL}
        healthcheck:
          test: [CMD, wget, -q, "http://localhost/health"]
        deploy:
          replicas: 3
        depends_on:
          db:
            condition: service_healthy
          cache:
            condition: service_started
          migrate:
            condition: service_completed_successfully
      worker:
        image: store/api:${TAG:-1.4}
        command: work
        privileged: true
        depends_on: [cache, db]
      migrate:
        image: store/api:${TAG:-1.4}
        command: migrate
        depends_on:
          db:
            condition: service_healthy
      db:
        image: postgres:16
        environment:
          POSTGRES_PASSWORD: ${DB_PASSWORD}
        volumes:
          - data:/var/lib/postgresql/data
        healthcheck:
          test: [CMD, pg_isready]
      cache:
        image: redis:7
      mail:
        image: mailpit
        profiles: [debug]
    volumes:
      data:

    """

  static let storeFiles = [
    "/srv/store/compose.yaml": storeText, "/srv/store/.env": "TAG=1.5\nDB_PASSWORD=hunter2\n",
    "/srv/store/api.env": "# for the api\nCACHE_URL=redis://cache\nAPI_TOKEN=s3cret\n",
  ]

  /// What the runtime reads of files in memory.
  static func reading(
    of source: StackSource = storeSource, files: [String: String] = storeFiles, plan: StackPlan? = storePlan,
    serial: Int = 1
  ) -> StackReading {
    let report = ComposeReport.check(source.request(environment: [:]), from: .inMemory(files))
    let shown = source.files + files.keys.filter { !source.files.contains($0) }.sorted()
    return StackReading(
      source: source, project: report.project, findings: report.findings,
      files: shown.compactMap { path in files[path].map { StackFile(path: path, text: $0) } }, plan: plan,
      serial: serial)
  }

  static let storePlan = StackPlan(
    services: [
      ServicePlan(
        name: "cache", action: .recreate,
        reasons: [PlanReason("newer image redis:7", before: "4fe2a11c9d0b", after: "9b1fd2e3c4a5")],
        wanted: 1, containers: planned("store-cache-1")),
      ServicePlan(name: "db", action: .unchanged, wanted: 1, containers: planned("store-db-1")),
      ServicePlan(name: "migrate", action: .unchanged, wanted: 1, containers: planned("store-migrate-1")),
      ServicePlan(
        name: "api", action: .scaleUp, wanted: 3, containers: planned("store-api-1", "store-api-2")),
      ServicePlan(name: "worker", action: .create, wanted: 1),
      ServicePlan(
        name: "web", action: .recreate,
        reasons: [
          PlanReason("image", before: "nginx:1.25", after: "nginx:1.27"),
          PlanReason("environment API_TOKEN", before: "old", after: "new", isSecret: true),
          PlanReason("healthcheck interval", before: "30s", isCertain: false),
        ], wanted: 1, containers: planned("store-web-1")),
    ],
    orphans: planned("store-old-1"),
    resources: [ResourcePlan(.volume, name: "store_data", state: .missing)],
    notes: ["the image store/api:1.5 of worker is missing: it is pulled"])

  private static func planned(_ names: String...) -> [PlannedContainer] {
    names.compactMap { name in
      storeContainers.first { $0.name == name }.map { container in
        PlannedContainer(
          id: container.id.rawValue, name: name, service: container.service?.rawValue ?? "",
          number: container.containerNumber ?? 1, isRunning: container.isAlive)
      }
    }
  }
}

extension Stage {
  /// A dashboard in the pane of stacks, with the store's files read and compared.
  static func store(
    _ columns: Int = 120, _ rows: Int = 34, setup: DashboardSetup = DashboardSetup(),
    containers: [ContainerSummary] = Fixture.storeContainers, reading: StackReading = Fixture.reading(),
    program: ComposeProgram? = Fixture.compose
  ) -> Stage {
    var stage = Stage(silent: columns, rows, setup: setup)
    stage.openStore(containers: containers, reading: reading, program: program)
    return stage
  }

  /// Hears of the store, and goes to it.
  mutating func openStore(
    containers: [ContainerSummary] = Fixture.storeContainers, reading: StackReading = Fixture.reading(),
    program: ComposeProgram? = Fixture.compose
  ) {
    hear(
      .version(Fixture.version), .info(Fixture.info), .containers(containers), .images(Fixture.images),
      .volumes(Fixture.volumes), .networks(Fixture.networks), .live)
    take(.compose(program))
    take(.stacks(.first, .found([Fixture.storeSource])))
    take(.stacks(.first, .read(Fixture.storeKey, reading)))
    press("1 g")
    forgetEffects()
  }
}
