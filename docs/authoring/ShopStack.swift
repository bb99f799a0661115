import ComposeFile

/// A web shop's stack, written from nothing: an API in three copies, a database, a cache, and a proxy in front.
///
/// `ShopStack.draft().yaml` is the file; `ShopStack.checks` says what is wrong with it.
public enum ShopStack {
  /// The stack. `apiPort`, as `8080:3000`, publishes the API itself.
  public static func draft(apiPort: String? = nil) -> ComposeDraft {
    ComposeDraft(services: [api(port: apiPort), database, cache, proxy])
  }

  private static func api(port: String?) -> ServiceDraft {
    ServiceDraft("api", image: "node:20-alpine") { api in
      api.environment = ["NODE_ENV": "production"]
      api.ports = port.map { [$0] } ?? []
      api.mounts = [.path("./api", at: "/app")]
      api.user = "1000"
      api.hasReadOnlyRoot = true
      api.hasNoNewPrivileges = true
      api.droppedCapabilities = ["ALL"]
      api.healthCheck = HealthCheckDraft(
        .shell("wget -q --spider http://localhost:3000/health"), interval: .seconds(30), timeout: .seconds(3),
        retries: 3)
      api.dependencies = [DependencyDraft("db", is: .healthy)]
      api.logging = .rotated(files: 3, size: "10m")
      api.replicas = 3
      api.limits = ResourcesDraft(cpus: 1, memory: "512M")
      api.reservations = ResourcesDraft(cpus: 0.5, memory: "256M")
    }
  }

  private static var database: ServiceDraft {
    ServiceDraft("db", image: "postgres:15") { db in
      db.environment = [
        "POSTGRES_USER": "shop", "POSTGRES_PASSWORD": "${POSTGRES_PASSWORD:-change-me}",
        "POSTGRES_DB": "shop",
      ]
      db.mounts = [.volume("db-data", at: "/var/lib/postgresql/data")]
      db.healthCheck = HealthCheckDraft(
        .shell("pg_isready -U shop"), interval: .seconds(5), timeout: .seconds(3), retries: 10)
    }
  }

  private static var cache: ServiceDraft {
    ServiceDraft("redis", image: "redis:7-alpine") { redis in
      redis.mounts = [.volume("redis-data", at: "/data")]
    }
  }

  private static var proxy: ServiceDraft {
    ServiceDraft("nginx", image: "nginx:alpine") { nginx in
      nginx.ports = ["80:80"]
      nginx.mounts = [.path("./nginx.conf", at: "/etc/nginx/nginx.conf", readOnly: true)]
    }
  }

  /// What the checks say about the stack.
  public static func checks(of draft: ComposeDraft) -> ComposeReport {
    let files = ComposeFiles.inMemory([
      "/shop/compose.yaml": draft.yaml, "/shop/nginx.conf": "", "/shop/api/server.js": "",
    ])
    return ComposeReport.check(ComposeRequest(directory: "/shop"), from: files)
  }
}
