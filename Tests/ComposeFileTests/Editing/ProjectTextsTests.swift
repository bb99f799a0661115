import ComposeFile
import Testing

/// Edits of a project as a whole: what they bring, and names that stand in several files.
@Suite struct ProjectTextsTests {
  private func texts(_ files: [String: String], _ named: String...) throws -> ProjectTexts {
    let request = ComposeRequest(files: named, directory: "/p", environment: ["DB": "db"])
    let all = Dictionary(
      uniqueKeysWithValues: files.map { ($0.key.hasPrefix("/") ? $0.key : "/p/" + $0.key, $0.value) })
    return try ProjectTexts(request, from: .inMemory(all))
  }

  private func path(_ text: String) throws -> ComposePath { try #require(ComposePath(text)) }

  private let web = "services:\n  web:\n    image: nginx\n  db:\n    image: postgres\n"

  // MARK: What an edit brings

  @Test(arguments: [
    ("services.web.imge=x", "services.web.imge", "there is no such key", 4),
    ("services.web.stop_grace_period=5 minutes", "services.web.stop_grace_period", "no span of time", 4),
    ("services.web.image=ng inx::x", "services.web.image", "is not a valid image name", 3),
    ("services.web.ports[+]=80:http", "services.web.ports", "80:http", 4),
    ("services.web.deploy.replicas=many", "services.web.deploy.replicas", "whole number", 4),
    ("services.web.depends_on[+]=cache", "services.web.depends_on", "there is no service cache", 4),
    ("services.web.networks[+]=front", "services.web.networks", "there is no network front", 4),
    ("services.web.command.x=1", "services.web.command", "expected", 4),
    ("services.api.ports[+]=80", "services.api", "neither an image nor a build", 6),
    ("serivces.web.image=x", "serivces", "there is no such key", 6),
    ("services.a b.image=x", "services.a b", "holds more than letters", 6),
  ])
  func `what Compose would reject is told with its place`(
    change: String, place: String, message: String, line: Int
  ) throws {
    var texts = try texts(["compose.yaml": web])
    let halves = change.split(separator: "=", maxSplits: 1).map(String.init)
    try texts.set(try path(halves[0]), to: halves[1])
    let found = try #require(texts.problems.first)
    #expect(texts.problems.count == 1)
    #expect(found.path.hasPrefix(place) && found.message.contains(message), "\(found)")
    #expect(found.place?.path == "/p/compose.yaml" && (found.place?.position?.line ?? 0) >= line, "\(found)")
  }

  @Test(arguments: [
    "x-own.key=1", "services.web.x-note=anything", "services.web.image=nginx:1.27",
    "services.web.ports[+]=80:80",
    "services.web.depends_on[+]=db", "services.new.image=redis", "volumes.data={}",
    "services.web.cpus=${CPUS:-1}",
    "services.web.environment.A={a: b}",
  ])
  func `what Compose reads is no problem`(change: String) throws {
    var texts = try texts(["compose.yaml": web])
    let halves = change.split(separator: "=", maxSplits: 1).map(String.init)
    try texts.set(try path(halves[0]), to: halves[1])
    #expect(texts.problems == [] && texts.changes.count == 1)
  }

  @Test(arguments: [
    "  web: {image: i, imge: j}\n", "  web: {image: i, depends_on: [nobody]}\n", "  web: {ports: [80]}\n",
    "  web: {image: '${NOT_SET:?}'}\n", "  web: {image: i, ports: ['80:x']}\n",
  ])
  func `a fault that was there does not keep from an edit, and hides none that comes`(line: String) throws {
    let file = "services:\n\(line)  db:\n    image: i\n"
    var texts = try texts(["compose.yaml": file])
    try texts.set(try path("services.db.image"), to: "j")
    #expect(texts.problems == [])
    try texts.set(try path("services.db.imge"), to: "j")
    #expect(texts.problems.map(\.path) == ["services.db.imge"])
    #expect(texts.problems.first?.place?.position?.line == 5)
  }

  @Test func `a fault of the environment file does not keep from an edit`() throws {
    var texts = try texts(["compose.yaml": web, ".env": "A B=1\n"], "compose.yaml")
    try texts.set(try path("services.db.image"), to: "j")
    #expect(texts.problems == [] && texts.changes.count == 1)
  }

  @Test func `a fault that only moves is not new`() throws {
    var texts = try texts(["compose.yaml": "services:\n  web:\n    image: i\n    ports: ['80:x', '81']\n"])
    try texts.insert("82", at: try path("services.web.ports[0]"))
    #expect(texts.problems == [])
    try texts.apply(.rename(try path("services.web"), "site"))
    #expect(texts.problems == [])
  }

  @Test func `what leans on something that is removed is told`() throws {
    var texts = try texts(["compose.yaml": web + "  job: {image: i, depends_on: [db]}\n"])
    try texts.apply(.remove(try path("services.db")))
    #expect(texts.problems.map(\.path) == ["services.job.depends_on"])
  }

  @Test func `an override file is judged with the file that it is laid over`() throws {
    let files = ["compose.yaml": web, "compose.override.yaml": "services:\n  web:\n    ports: ['80']\n"]
    var texts = try texts(files, "compose.override.yaml")
    try texts.set(try path("services.web.depends_on[+]"), to: "db")
    #expect(texts.problems == [] && texts.changes.map(\.path) == ["/p/compose.override.yaml"])
  }

  // MARK: Which file

  @Test(arguments: [
    ("services.web.image", "/p/compose.yaml"), ("services.web.ports[0]", "/p/compose.override.yaml"),
    ("services.web.tty", "/p/compose.override.yaml"), ("services.db.tty", "/p/compose.yaml"),
    ("services.new.image", "/p/compose.yaml"), ("volumes.data.name", "/p/compose.yaml"),
  ])
  func `of several files the last one that has the place is edited`(place: String, file: String) throws {
    let files = ["compose.yaml": web, "compose.override.yaml": "services:\n  web:\n    ports: ['80']\n"]
    var texts = try texts(files)
    try texts.set(try path(place), to: "81")
    #expect(texts.changes.map(\.path) == [file])
  }

  // MARK: Names of services

  private func renamed(_ files: [String: String], _ named: String..., from old: String = "db") throws
    -> [String: String]
  {
    let request = ComposeRequest(files: named, directory: "/p", environment: ["DB": "db"])
    let all = Dictionary(
      uniqueKeysWithValues: files.map { ($0.key.hasPrefix("/") ? $0.key : "/p/" + $0.key, $0.value) })
    var texts = try ProjectTexts(request, from: .inMemory(all))
    try texts.apply(.rename(ComposePath(keys: "services", old), "store"))
    #expect(texts.problems == [])
    return Dictionary(uniqueKeysWithValues: texts.changes.map { ($0.path, $0.new) })
  }

  private func refusal(_ files: [String: String], _ named: String..., to name: String = "store") throws
    -> String
  {
    let request = ComposeRequest(files: named, directory: "/p", environment: ["DB": "db"])
    let all = Dictionary(
      uniqueKeysWithValues: files.map { ($0.key.hasPrefix("/") ? $0.key : "/p/" + $0.key, $0.value) })
    var texts = try ProjectTexts(request, from: .inMemory(all))
    let refusal = try #require(throws: EditRefusal.self) {
      try texts.apply(.rename(ComposePath(keys: "services", "db"), name))
    }
    #expect(texts.changes == [])
    return refusal.description
  }

  @Test func `a service is renamed in an override file too`() throws {
    let found = try renamed([
      "compose.yaml":
        "# shop\nservices:\n  db: {image: i, build: .}\n  a: {image: i, depends_on: [db], links: ['db:d']}\n",
      "compose.override.yaml": """
      services:
        db: # more
          ports: !reset []
          tty: true
        a: {network_mode: 'service:db', pid: 'service:db', ipc: 'service:db', volumes_from: ['db:ro']}
        b: {build: {context: ., additional_contexts: {x: 'service:db'}}, depends_on: {db: {condition: service_started}}}
        c: {extends: {service: e}, depends_on: [a]}
        e: {image: i}

      """,
    ])
    #expect(
      found["/p/compose.yaml"]
        == "# shop\nservices:\n  store: {image: i, build: .}\n  a: {image: i, depends_on: [store], links: ['store:d']}\n"
    )
    let override = try #require(found["/p/compose.override.yaml"])
    #expect(
      !override.contains("db") && override.contains("  store: # more\n    ports: !reset []\n"), "\(override)")
  }

  @Test func `in files that are named, included and extended`() throws {
    let found = try renamed(
      [
        "a.yaml":
          "include: [sub/inc.yaml]\nservices:\n  db: {image: i}\n  w: {extends: {file: common.yaml, service: base}}\n",
        "b.yaml": "services:\n  v: {extends: {file: a.yaml, service: db}}\n",
        "sub/inc.yaml": "services:\n  job: {image: i, depends_on: [db]}\n",
        "common.yaml": """
        services:
          base: {image: i, extends: root, depends_on: [db]}
          root: {tty: true, links: [db]}
          other: {image: i, depends_on: [db]}

        """,
      ], "a.yaml", "b.yaml")
    #expect(found.count == 4)
    #expect(found["/p/a.yaml"]?.contains("  store: {image: i}\n") == true)
    #expect(found["/p/b.yaml"] == "services:\n  v: {extends: {file: a.yaml, service: store}}\n")
    #expect(found["/p/sub/inc.yaml"] == "services:\n  job: {image: i, depends_on: [store]}\n")
    // What nobody extends is not the project's.
    #expect(
      found["/p/common.yaml"] == """
        services:
          base: {image: i, extends: root, depends_on: [store]}
          root: {tty: true, links: [store]}
          other: {image: i, depends_on: [db]}

        """)
  }

  @Test func `in a file that is included, where it is defined there`() throws {
    let found = try renamed([
      "compose.yaml": "include: [inc.yaml]\nservices:\n  a: {image: i, depends_on: [db]}\n",
      "inc.yaml": "services:\n  db: {image: i}\n",
    ])
    #expect(found["/p/inc.yaml"] == "services:\n  store: {image: i}\n")
    #expect(found["/p/compose.yaml"]?.contains("[store]") == true)
  }

  @Test func `in all documents of a file and in services of inactive profiles`() throws {
    let found = try renamed([
      "compose.yaml": """
      services:
        db: {image: i}
        a: {image: i, depends_on: [db], profiles: [debug]}
      ---
      services:
        db: {tty: true}
        b: {image: i, links: [a, db], depends_on: [db]}

      """
    ])
    #expect(found["/p/compose.yaml"]?.contains("db") == false)
  }

  @Test func `a name that a variable makes is listed and nothing is changed`() throws {
    let text = try refusal(["compose.yaml": web + "  a: {image: i, depends_on: ['${DB}']}\n"])
    #expect(
      text
        == "cannot rename services.db: not all that names it can be changed (services.a.depends_on.db at "
        + "/p/compose.yaml:6:30) — change it by hand")
  }

  @Test func `a name that an anchor makes is listed`() throws {
    let text = try refusal([
      "compose.yaml": web + "  a: {image: i, depends_on: &d [db]}\n  b: {image: i, depends_on: *d}\n"
    ])
    #expect(text.contains("services.a.depends_on[0], services.b.depends_on[0] of /p/compose.yaml"), "\(text)")
  }

  @Test func `a file outside of the project's folder is not changed`() throws {
    let text = try refusal([
      "compose.yaml": web + "  a: {extends: {file: ../base.yaml, service: base}}\n",
      "/base.yaml": "services:\n  base: {image: i, depends_on: [db]}\n",
    ])
    #expect(
      text.contains("services.base.depends_on[0] of /base.yaml, which is outside of the project's folder"),
      "\(text)")
  }

  @Test func `a file that has a service of the name for itself is not changed`() throws {
    let text = try refusal([
      "compose.yaml": web + "  a: {extends: {file: base.yaml, service: base}}\n",
      "base.yaml": "services:\n  base: {image: i, depends_on: [db]}\n  db: {image: j}\n",
    ])
    #expect(
      text.contains("services.base.depends_on[0] of /p/base.yaml, which has a service db of its own"),
      "\(text)")
  }

  @Test func `no second service of a name comes to be, and no name that Compose rejects`() throws {
    #expect(
      try refusal(["compose.yaml": web], to: "web") == "cannot rename services.db: there is a web already")
    #expect(try refusal(["compose.yaml": web], to: "a b").contains("could not be read then"))
    #expect(
      try refusal(["compose.yaml": "services: {a: {image: i}}"])
        == "cannot rename services.db: there is no db")
  }

  @Test func `a reset that names the service is not torn from it`() throws {
    let text = try refusal([
      "compose.yaml": web + "  a: {image: i, depends_on: [db, web]}\n",
      "compose.override.yaml": "services:\n  a: {depends_on: {db: !reset null}}\n",
    ])
    #expect(text.contains("services.a.depends_on.store") || text.contains("differ"), "\(text)")
  }
}
