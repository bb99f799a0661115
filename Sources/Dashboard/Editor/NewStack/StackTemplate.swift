import ComposeFile

/// What a new stack can begin with.
enum StackTemplate: Sendable, Hashable, CaseIterable {
  case webAndDatabase, workerAndQueue, staticSite, empty

  var title: String {
    switch self {
    case .webAndDatabase: "Web and database"
    case .workerAndQueue: "Worker and queue"
    case .staticSite: "Static site"
    case .empty: "Empty"
    }
  }

  var explanation: String {
    switch self {
    case .webAndDatabase: "nginx and PostgreSQL"
    case .workerAndQueue: "a worker and Redis"
    case .staticSite: "nginx over a folder"
    case .empty: "one service, written by hand"
    }
  }

  var key: Character {
    switch self {
    case .webAndDatabase: "w"
    case .workerAndQueue: "k"
    case .staticSite: "s"
    case .empty: "e"
    }
  }

  /// The name that is offered for the stack.
  var name: String {
    switch self {
    case .webAndDatabase: "web"
    case .workerAndQueue: "worker"
    case .staticSite: "site"
    case .empty: "stack"
    }
  }

  /// The file.
  func text(name: String) -> String {
    switch self {
    case .webAndDatabase: ComposeDraft(name: name, services: [Self.web, Self.database]).yaml
    case .workerAndQueue: ComposeDraft(name: name, services: [Self.worker, Self.queue]).yaml
    case .staticSite: ComposeDraft(name: name, services: [Self.site]).yaml
    case .empty: ComposeDraft(name: name, services: [ServiceDraft("app", image: "busybox:1.36")]).yaml
    }
  }

  private static var web: ServiceDraft {
    ServiceDraft("web", image: "nginx:1.27") { web in
      web.ports = ["127.0.0.1:8080:80"]
      web.environment = ["DATABASE_HOST": "db", "DATABASE_NAME": "app"]
      web.dependencies = [DependencyDraft("db", is: .healthy)]
      web.healthCheck = HealthCheckDraft(
        .words(["curl", "-fsS", "http://localhost/"]), interval: .seconds(30), timeout: .seconds(5),
        retries: 3)
      secure(&web, memory: "256M", drops: false)
    }
  }

  private static var database: ServiceDraft {
    ServiceDraft("db", image: "postgres:16") { db in
      db.environment = [
        "POSTGRES_DB": "app", "POSTGRES_USER": "app",
        "POSTGRES_PASSWORD": "${POSTGRES_PASSWORD:?set it in .env beside this file}",
      ]
      db.mounts = [.volume("data", at: "/var/lib/postgresql/data")]
      db.healthCheck = HealthCheckDraft(
        .words(["pg_isready", "-U", "app", "-d", "app"]), interval: .seconds(10), timeout: .seconds(5),
        retries: 5)
      secure(&db, memory: "512M", drops: false)
    }
  }

  private static var worker: ServiceDraft {
    ServiceDraft("worker", image: "busybox:1.36") { worker in
      worker.command = ["sleep", "infinity"]
      worker.environment = ["QUEUE_URL": "redis://queue:6379"]
      worker.user = "1000:1000"
      worker.hasReadOnlyRoot = true
      worker.temporaryDirectories = ["/tmp"]
      worker.dependencies = [DependencyDraft("queue", is: .healthy)]
      secure(&worker, memory: "256M", drops: true)
    }
  }

  private static var queue: ServiceDraft {
    ServiceDraft("queue", image: "redis:7") { queue in
      queue.command = ["redis-server", "--appendonly", "yes"]
      queue.mounts = [.volume("queue", at: "/data")]
      queue.healthCheck = HealthCheckDraft(
        .words(["redis-cli", "ping"]), interval: .seconds(10), timeout: .seconds(5), retries: 5)
      secure(&queue, memory: "256M", drops: false)
    }
  }

  private static var site: ServiceDraft {
    ServiceDraft("web", image: "nginx:1.27") { web in
      web.ports = ["127.0.0.1:8080:80"]
      web.mounts = [.path("./public", at: "/usr/share/nginx/html", readOnly: true)]
      web.healthCheck = HealthCheckDraft(
        .words(["curl", "-fsS", "http://localhost/"]), interval: .seconds(30), timeout: .seconds(5),
        retries: 3)
      secure(&web, memory: "128M", drops: false)
    }
  }

  /// What every service should have: it comes back after a crash, cannot eat the machine or fill the disk with its log.
  private static func secure(_ service: inout ServiceDraft, memory: String, drops: Bool) {
    service.restart = "unless-stopped"
    service.hasNoNewPrivileges = true
    if drops { service.droppedCapabilities = ["ALL"] }
    service.logging = .rotated(files: 3, size: "10m")
    service.limits = ResourcesDraft(cpus: 1, memory: memory)
  }
}
