import SecretDetection
import Testing

/// Secrets in commands, messages, addresses and documents.
@Suite struct SecretTextTests {
  /// A text, and what may be seen of it: `#` stands for a mask.
  @Test(arguments: [
    ("DB_PASSWORD=hunter2", "DB_PASSWORD=#"),
    ("DB_PASSWORD=${DB_PASSWORD:-hunter2}", "DB_PASSWORD=#"),
    ("postgres://user:pw@db:5432/app", "postgres://user:#@db:5432/app"),
    ("amqp://guest:gu/est@mq:5672/", "amqp://guest:#@mq:5672/"),
    ("https://ghp1234567890abcdef@github.com/x.git", "https://#@github.com/x.git"),
    ("redis://:secret@cache:6379", "redis://:#@cache:6379"),
    ("jdbc:mysql://db/app?user=root&password=hunter2", "jdbc:mysql://db/app?user=root&password=#"),
    (
      "jdbc:sqlserver://db;user=sa;password=hunter2;encrypt=true",
      "jdbc:sqlserver://db;user=sa;password=#;encrypt=true"
    ),
    ("jdbc:oracle:thin:scott/tiger@db:1521/x", "jdbc:oracle:thin:scott/#@db:1521/x"),
    (
      "Server=db; Database=x; User Id=sa; Password=hunter2;", "Server=db; Database=x; User Id=sa; Password=#;"
    ),
    ("Server=db;Database=x;User Id=sa;Password=hunter2;", "Server=db;Database=x;User Id=sa;Password=#;"),
    (
      "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc/def==;EndpointSuffix=core",
      "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=#;EndpointSuffix=core"
    ),
    ("{\"password\":\"hunter2\",\"user\":\"x\"}", "{\"password\":\"#\",\"user\":\"x\"}"),
    ("{\"password\": \"hun\\\"ter2\", \"user\": \"x\"}", "{\"password\": \"#\", \"user\": \"x\"}"),
    (
      "{\\\"password\\\":\\\"hunter2\\\",\\\"user\\\":\\\"x\\\"}",
      "{\\\"password\\\":\\\"#\\\",\\\"user\\\":\\\"x\\\"}"
    ),
    ("{'token': 'abc', 'n': 1}", "{'token': '#', 'n': 1}"),
    ("{password: abc, user: x}", "{password: #, user: x}"),
    ("  password: hunter2", "  password: #"),
    ("  password: hunter two", "  password: #"),
    ("  - DB_PASSWORD=hunter2", "  - DB_PASSWORD=#"),
    ("  - \"DB_PASSWORD=hunter2\"", "  - \"DB_PASSWORD=#\""),
    ("  \"DB_PASSWORD\": \"hunter2\"", "  \"DB_PASSWORD\": \"#\""),
    ("--password hunter2", "--password #"),
    ("server --password=hunter2 --port 80", "server --password=# --port 80"),
    ("server --password \"hunter two\" --port 80", "server --password \"#\" --port 80"),
    (
      "[\"server\",\"--password\",\"hunter2\",\"--port\",\"80\"]",
      "[\"server\",\"--password\",\"#\",\"--port\",\"80\"]"
    ),
    ("[\"server\", \"--token\", \"abc\"]", "[\"server\", \"--token\", \"#\"]"),
    ("tool -p hunter2", "tool -p #"),
    ("mkdir -p /data && tool -p hunter2", "mkdir -p /data && tool -p #"),
    ("mysqladmin ping -uroot -phunter2", "mysqladmin ping -uroot -p#"),
    (
      "mysqladmin ping -h localhost -u root --password=hunter2",
      "mysqladmin ping -h localhost -u root --password=#"
    ),
    ("[\"CMD-SHELL\",\"mysqladmin ping -phunter2\"]", "[\"CMD-SHELL\",\"mysqladmin ping -p#\"]"),
    ("[\"CMD\",\"mysqladmin\",\"ping\",\"-phunter2\"]", "[\"CMD\",\"mysqladmin\",\"ping\",\"-p#\"]"),
    ("[\"CMD-SHELL\", \"redis-cli -a hunter2 ping\"]", "[\"CMD-SHELL\", \"redis-cli -a # ping\"]"),
    ("redis-server --requirepass hunter2 --save 60", "redis-server --requirepass # --save 60"),
    ("curl -u admin:hunter2 http://x", "curl -u admin:# http://x"),
    (
      "curl -H \"Authorization: Bearer abcdef123456\" http://x",
      "curl -H \"Authorization: Bearer #\" http://x"
    ),
    ("Authorization: Basic dXNlcjpwYXNz", "Authorization: Basic #"),
    ("cannot log in: password: wrong", "cannot log in: password: #"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4", "#"),
    ("got ghp_abcdefghijklmnopqrstuvwxyz0123456789 here", "got # here"),
    ("key AKIAIOSFODNN7EXAMPLE ok", "key # ok"),
    ("xoxb-123456789012-abcdef", "#"),
    ("sk-proj-abcdefghijklmnop1234567890", "#"),
    (
      "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----",
      "-----BEGIN RSA PRIVATE KEY-----#-----END RSA PRIVATE KEY-----"
    ),
    (
      "traefik.http.middlewares.a.basicauth.users=admin:$apr1$abc$def",
      "traefik.http.middlewares.a.basicauth.users=admin:#"
    ),
    ("admin:$$2y$$05$$abc", "admin:#"),
    ("docker login -u me -p hunter2 registry", "docker login -u me -p # registry"),
    ("sshpass -p hunter2 ssh host", "sshpass -p # ssh host"),
    ("sshpass -phunter2 ssh host", "sshpass -p# ssh host"),
    (
      "https://x.blob.core.windows.net/c?sv=2020&sig=abc%2Bdef%3D",
      "https://x.blob.core.windows.net/c?sv=2020&sig=#"
    ),
    ("?access_token=abc&x=1", "?access_token=#&x=1"),
    ("PASSWORD=a b c", "PASSWORD=# b c"),
    ("export DB_PASS=hunter2; run", "export DB_PASS=#; run"),
    ("DB_PASS='hunter two' run", "DB_PASS='#' run"),
    ("MYSQL_PWD=x mysqladmin ping", "MYSQL_PWD=# mysqladmin ping"),
    ("password = \"hunter2\"", "password = \"#\""),
    ("url: postgres://app:${DB_PASSWORD:-hunter2}@db/app", "url: postgres://app:#@db/app"),
    ("x: ${DB_PASSWORD:-hunter2} y", "x: ${DB_PASSWORD:-#} y"),
    ("DB_HOST=db DB_PASS=hunter2 run --port 80", "DB_HOST=db DB_PASS=# run --port 80"),
    (
      "OCI runtime create failed: exec: \"--token=abc\": not found",
      "OCI runtime create failed: exec: \"--token=#\": not found"
    ),
    (
      "wget -qO- --header \"X-Api-Key: abc123\" http://localhost",
      "wget -qO- --header \"X-Api-Key: #\" http://localhost"
    ),
    ("ldapwhoami -x -D cn=admin -w hunter2", "ldapwhoami -x -D cn=admin -w #"),
    ("mongosh --username root --password hunter2 --eval x", "mongosh --username root --password # --eval x"),
    ("PGPASSWORD=hunter2 psql -U app -h db", "PGPASSWORD=# psql -U app -h db"),
    ("com.example.token: abc", "com.example.token: #"),
  ])
  func aSecretInATextIsMasked(text: String, shown: String) {
    #expect(SecretRules.standard.masked(text: text).replacing(SecretRules.mask, with: "#") == shown)
  }

  @Test(arguments: [
    "DB_PASSWORD=${DB_PASSWORD}",
    "DB_PASSWORD=$DB_PASSWORD",
    "DB_PASSWORD=${DB_PASSWORD:?missing}",
    "DB_PASSWORD=",
    "PASSWORD=true",
    "MAX_TOKENS=4096",
    "TOKENS=4096",
    "postgres://user@db/app",
    "postgres://user:${PW}@db/app",
    "http://localhost:8080/a@b",
    "http://host:8080?x=a@b",
    "  password: ${DB_PASSWORD}",
    "  password_file: /run/secrets/x",
    "tool -p 8080",
    "tool -p 8080:80/tcp",
    "mkdir -p data",
    "redis-cli -p 6379 ping",
    "basic authentication is required",
    "Bearer token is missing",
    "error: invalid token: unexpected end of input",
    "pg_isready -U postgres -p 5432",
    "psql -p 5432 -U x",
    "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----",
    "image: nginx:1.25",
    "sha256:abcdefabcdefabcdefabcdef",
    "10.0.0.1:8080",
    "user@host",
    "docker run -p 8080:80 nginx",
    "TOKEN == other",
    "if [ \"$PASSWORD\" = \"\" ]",
    "PASSWORD_MIN_LENGTH=8",
    "failed to start: invalid value \"hunter2\" for option --password",
    "dial tcp: lookup db on 127.0.0.11:53: no such host",
    "secret: true",
    "api_key: \"<your key>\"",
    "/srv/shop/token:/run/secrets/token", "volumes /srv/x/token:/run/secrets/token:ro removed",
    "docker compose --project-directory /srv/shop -p shop --ansi never up", "docker-compose -p shop up",
    "token:",
  ])
  func aTextWithoutASecretStaysAsItIs(text: String) {
    #expect(SecretRules.standard.masked(text: text) == text)
  }

  @Test func wordsOfACommandKeepTheirPlaces() {
    let words = [
      "mysqladmin", "ping", "-phunter2", "--password", "two words", "--token=abc", "-h", "db", "$X",
    ]
    let shown = SecretRules.standard.masked(words: words)
    #expect(
      shown == ["mysqladmin", "ping", "-p••••••", "--password", "••••••", "--token=••••••", "-h", "db", "$X"])
  }

  @Test(arguments: [
    "", "true", "no", "${DB_PASSWORD}", "$DB_PASSWORD", "${X:?missing}", "/run/secrets/db", "<yours>",
  ])
  func aValueThatHoldsNothingIsNoSecret(value: String) {
    #expect(SecretRules.standard.masked(name: "DB_PASSWORD", value: value) == value)
  }

  @Test(arguments: ["hunter2", "123456", "${DB_PASSWORD:-hunter2}", "a/b", "/x", "p@ss w0rd"])
  func aValueUnderTheNameOfASecretIsOne(value: String) {
    #expect(SecretRules.standard.masked(name: "DB_PASSWORD", value: value) == SecretRules.mask)
  }

  @Test(arguments: [
    "\"", "'", "--password \"", "password:", "password=\"", "://:@", "-----BEGIN PRIVATE KEY-----",
    "{\"a\":\"",
  ])
  func aTextThatEndsTooEarlyIsRead(text: String) {
    for cut in text.indices { _ = SecretRules.standard.masked(text: String(text[cut...])) }
  }

  /// Of a time that grows with the square this would take many minutes. One after the other: other tests want to go on.
  @Test(.timeLimit(.minutes(2))) func aLongTextIsReadOnce() {
    let pieces = [
      "://a", "jdbc:oracle:", "\\\"a b", "sk-.", "x token: y z ", "}", "password: \"", "--password \"a b\" ",
    ]
    for piece in pieces {
      let text = "password: " + String(repeating: piece, count: 100_000 / piece.utf8.count)
      #expect(SecretRules.standard.masked(text: text).utf8.count <= text.utf8.count * 20)
    }
  }
}
