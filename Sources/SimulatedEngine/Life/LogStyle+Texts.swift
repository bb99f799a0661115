extension LogPattern.Style {
  static let paths = [
    "/", "/cart", "/cart/items", "/api/products?page=2", "/api/products/4711", "/healthz", "/static/app.css",
    "/login", "/checkout", "/api/search?q=caf%C3%A9", "/favicon.ico", "/metrics",
  ]

  static let messages = [
    "order accepted", "payment authorised", "stock reserved", "cache miss for product 4711",
    "session refreshed", "mail queued", "slow query on table orders", "retrying webhook delivery",
    "job picked up from queue default", "batch of 250 rows committed", "token renewed",
    "rate limit near for tenant 12",
  ]

  static let loggers = ["shop.Cart", "shop.Checkout", "shop.Stock", "http.Server", "queue.Worker", "db.Pool"]

  static let databaseLines = [
    "checkpoint starting: time", "checkpoint complete: wrote 43 buffers (0.3%); 0 WAL file(s) added",
    "connection received: host=172.18.0.5 port=51234", "connection authorized: user=shop database=shop",
    "duration: 1204.331 ms  statement: SELECT * FROM orders WHERE customer_id = $1 ORDER BY created_at",
    "automatic vacuum of table \"shop.public.sessions\": index scans: 1",
    "could not receive data from client: Connection reset by peer",
  ]

  static let stackTrace = [
    "",
    "java.lang.IllegalStateException: no stock for SKU 4711-ü",
    "\tat shop.Stock.reserve(Stock.java:118)",
    "\tat shop.Checkout.place(Checkout.java:64)",
    "\tat http.Server.lambda$serve$3(Server.java:201)",
    "\tat java.base/java.lang.Thread.run(Thread.java:1583)",
    "Caused by: java.sql.SQLTimeoutException: statement cancelled after 5000 ms",
    "\t... 12 more",
  ]

  static let greetings = [
    "注文を受け付けました 🛒", "Bestellung angenommen – größer als üblich", "заказ принят", "주문이 접수되었습니다",
    "η παραγγελία έγινε δεκτή", "订单已接受 ✅", "café crème prêt ☕", "commande reçue 👩‍👩‍👧 🇫🇷",
    "naïve façade, jalapeño",
    "التحقق من الطلب",
  ]
}
