import Glibc
import TerminalHarness
import Testing

/// Everyday questions, on a real engine, at 80x24: each is answered with twelve keys at most.
@Suite(.serialized, .onRealEngine) struct LookingTaskTests {
  private static let text = """
    version: "2.4"
    services:
      api:
        image: busybox:test
        scale: 2
        stop_signal: SIGKILL
        command: >
          sh -c 'i=0; while true; do i=$$((i+1)); echo request $$i; [ $$((i%5)) = 0 ] && echo error: request $$i failed;
          sleep 0.2; done'
      hog:
        image: busybox:test
        cpus: 0.3
        mem_limit: 32m
        stop_signal: SIGKILL
        command: sh -c 'while :; do :; done'
      sick:
        image: busybox:test
        command: sleep 100000
        stop_signal: SIGKILL
        healthcheck:
          {test: [CMD-SHELL, "echo the disk is full; exit 7"], interval: 1s, retries: 1, start_period: 0s}
      crash:
        image: busybox:test
        restart: always
        command: sh -c 'echo starting; sleep 0.3; echo boom; exit 3'
      giver:
        image: busybox:test
        command: sh -c 'echo I give up; exit 4'
      eater:
        image: busybox:test
        mem_limit: 8m
        memswap_limit: 8m
        # The engine hears of what the kernel did a moment later: a process that is gone by then was never short of memory.
        command: sh -c 'dd if=/dev/zero of=/dev/null bs=64M count=1; code=$$?; sleep 1; exit $$code'
      web:
        image: busybox:test
        command: sleep 100000
        stop_signal: SIGKILL
        ports: ["18123:80"]
        volumes: ["data:/data"]
        environment: {DB_PASSWORD: hunter2, MODE: production}
    volumes:
      data:

    """

  private static let tasks: [EverydayTask] = [
    EverydayTask("which container eats most processor", .press("o", "c"), .seeFirst("hog")),
    EverydayTask(
      "which one is unhealthy, and why", .press("/"), .type("unhealthy"), .press("<enter>", "<enter>"),
      .see("in a row, exit 7"), .see("the disk is full")),
    EverydayTask(
      "why did one end", .press("/"), .type("exit 4"), .press("<enter>", "<enter>"), .see("exited 4"),
      .see("I give up")),
    EverydayTask(
      "which one had no memory left", .press("/"), .type("oom"), .press("<enter>"), .see("eater"),
      .press("<enter>"), .see("exited 137, out of memory"), .see("8.0M allowed")),
    EverydayTask(
      "the logs of two replicas, and the next match", .press("1", "/"), .type("api"),
      .press("<enter>", "m"),
      .see("request"), .press("/"), .type("error"), .press("<enter>", "n"), .see("api_1"), .see("api_2"),
      .see("failed")),
    EverydayTask(
      "copy a line of a log", .press("/"), .type("api_1"), .press("<enter>", "m", "/"), .type("error"),
      .press("<enter>", "n", "y", "<enter>"), .copied("error: request")),
    EverydayTask("who has a port", .press("/"), .type("18123"), .press("<enter>"), .seeFirst("web")),
    EverydayTask(
      "who uses a volume", .press("4", "/"), .type("tasks_data"), .press("<enter>", "<enter>", "]"),
      .see("/data"), .press("<enter>"), .see("Containers"), .see("tasks_web_1")),
    EverydayTask(
      "who is on a network", .press("5", "/"), .type("tasks_default"), .press("<enter>", "<enter>"),
      .see("tasks_hog_1")),
    EverydayTask(
      "who uses an image", .press("3", "/"), .type("busybox:test"), .press("<enter>", "<enter>", "["),
      .see("tasks_sick_1")),
    EverydayTask(
      "what a prune would take", .press("X"), .see("Prune: remove"), .see("giver"), .press("n")),
    EverydayTask(
      "environment and mounts, and a secret", .press("/"), .type("tasks_web"),
      .press("<enter>", "<enter>", "]", "]"),
      .see("→ /data"), .press("]"), .see("DB_PASSWORD=••••••"), .press("v"), .see("DB_PASSWORD=hunter2")),
    EverydayTask(
      "limits against use", .press("/"), .type("hog"), .press("<enter>", "<enter>", "]"),
      .see("0.3 CPUs allowed"),
      .see("of 32.0M allowed")),
    EverydayTask(
      "the most memory in one stack", .press("/"), .type("tasks"), .press("<enter>", "o", "m"), .see("MEM↓")),
    EverydayTask(
      "open a port", .press("/"), .type("tasks_web"), .press("<enter>", "W"),
      .copied("http://localhost:18123/")),
    EverydayTask(
      "the last run of one that crashes again and again", .press("/"), .type("crash"),
      .press("<enter>", "<enter>"),
      .see("boom"), .see("exited 3")),
    EverydayTask("how much the volumes hold", .press("4", "M"), .see("0B")),
    EverydayTask("what is newest", .press("o", "a"), .see("AGE↑")),
    EverydayTask(
      "the keys, and one of them", .press("?"), .see("Help"), .press("/"), .type("restart"),
      .press("<enter>"),
      .see("Stops the containers and starts them again."), .press("<esc>", "<esc>")),
    EverydayTask("a menu of all that can be done", .press("x"), .see("Rename"), .press("<esc>")),
    EverydayTask(
      "a shell inside", .press("/"), .type("tasks_web"), .press("<enter>", "E"),
      .see("docker exec -it tasks_web_1 sh")),
    EverydayTask("a command by another tool's word", .press(":"), .type("browser"), .see("Copy port URL")),
  ]

  /// The stack, while there are tasks left.
  private nonisolated(unsafe) static var stack: StackFolder?

  private func stack() throws -> StackFolder {
    if let stack = Self.stack { return stack }
    let stack = try StackFolder("tasks", Self.text, InstalledCompose.found[0])
    try stack.up()
    #expect(try stack.engine.wait("tasks_sick_1", ".State.Health.Status", is: "unhealthy"))
    #expect(try stack.engine.wait("tasks_eater_1", ".State.Status", is: "exited"))
    // A machine that is busy may not hear of the want of memory in time: then it is tried once more.
    for _ in 0..<5 where try stack.engine.inspect("tasks_eater_1", ".State.OOMKilled") != "true" {
      try stack.engine.docker("start", "tasks_eater_1")
      #expect(try stack.engine.wait("tasks_eater_1", ".State.Status", is: "exited"))
    }
    Self.stack = stack
    return stack
  }

  private func davit(_ stack: StackFolder, columns: Int = 80, rows: Int = 24) throws -> TerminalProgram {
    var environment = stack.compose.environment
    environment["XDG_STATE_HOME"] = stack.path + "/../state"
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", stack.engine.address], columns: columns, rows: rows,
      environment: environment)
    try #require(program.waitFor("live"), "\(program.screen.text)")
    return program
  }

  /// Those that a small window must not stand in the way of.
  @Test(arguments: [0, 1, 2, 5, 9])
  func isDoneAt60x20(index: Int) throws {
    Self.tasks[index].run(on: try davit(try stack(), columns: 60, rows: 20))
  }

  @Test(arguments: tasks.indices)
  func isDone(index: Int) throws {
    let task = Self.tasks[index]
    let program = try davit(try stack())
    task.run(on: program)
    #expect(task.keys <= EverydayTask.mostKeys, "\(task.name) takes \(task.keys) keys")
    if index == Self.tasks.indices.last { Self.stack = nil }
  }
}
