extension ComposeRule {
  static let data: [ComposeRule] = [
    ComposeRule(
      "bind-mount-for-data", .advice,
      reason:
        "Owners and modes of a bind mount are those of the host, and the engine does not manage the data.",
      fix: "Use a named volume."
    ) { (service: CheckedService) in
      service.mounts("bind").compactMap { mount in
        guard let target = mount["target"]?.text, dataDirectories.contains(target), mount["read_only"] == nil
        else {
          return nil
        }
        return service.finding(
          "the data of \(target) is in a directory of the host", at: "volumes", mount.mark)
      }
    }
  ]

  /// Where images of databases and the like keep their data.
  private static let dataDirectories: Set = [
    "/var/lib/postgresql/data", "/var/lib/postgresql", "/var/lib/mysql", "/data/db", "/data",
    "/var/lib/mongodb",
    "/var/lib/redis", "/bitnami", "/var/lib/rabbitmq", "/usr/share/elasticsearch/data", "/var/lib/grafana",
    "/prometheus", "/var/lib/influxdb", "/var/lib/cassandra", "/var/lib/clickhouse", "/var/lib/neo4j/data",
    "/qdrant/storage", "/meili_data", "/var/lib/minio", "/var/opt/mssql",
  ]
}
