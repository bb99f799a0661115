/// What the keys of a Compose file are for, in a line each.
enum KeyDetails {
  /// What a key is for; nil where its form says enough.
  static func detail(of key: String, at path: [CompletionPlace.Step]) -> String? {
    switch path.count {
    case 0: file[key]
    case 2 where path[0] == .key("services"): service[key]
    default: nil
    }
  }

  /// Whether a key is offered before another: those that are used most come first, then by name.
  static func comesBefore(_ left: String, _ right: String) -> Bool {
    let places = (common.firstIndex(of: left) ?? common.count, common.firstIndex(of: right) ?? common.count)
    return places.0 != places.1 ? places.0 < places.1 : left < right
  }

  private static let common = [
    "services", "image", "build", "command", "ports", "volumes", "environment", "env_file", "depends_on",
    "networks", "restart", "healthcheck", "deploy", "labels", "secrets", "configs",
  ]

  private static let file = [
    "services": "the containers of the project, by name",
    "networks": "networks that services join",
    "volumes": "volumes that services mount",
    "secrets": "files that only services see which ask for them",
    "configs": "files that are put into services",
    "models": "models that services use",
    "include": "other Compose files that belong to this one",
    "name": "the project's name, where nothing else says it",
    "version": "obsolete: Compose takes no notice of it",
  ]

  private static let service = [
    "image": "the image that containers are made from",
    "build": "how the image is built",
    "command": "what runs, in the place of the image's command",
    "entrypoint": "the program that gets the command, in the place of the image's",
    "ports": "ports that are reachable from outside: HOST:CONTAINER",
    "expose": "ports that other services may reach",
    "volumes": "what is mounted: SOURCE:TARGET:OPTIONS",
    "environment": "variables of the processes inside",
    "env_file": "files that hold variables",
    "depends_on": "services that start before this one",
    "networks": "networks that it joins; default where none is named",
    "network_mode": "bridge, host, none, or the network of another container",
    "restart": "what happens when it ends: no, always, on-failure, unless-stopped",
    "healthcheck": "how the engine tests whether it works",
    "deploy": "replicas, limits and how it is updated",
    "scale": "the number of replicas; deploy.replicas is newer",
    "labels": "notes on the containers, for other programs",
    "secrets": "secrets that it sees in /run/secrets",
    "configs": "configs that are put into it",
    "profiles": "started only where one of these profiles is asked for",
    "container_name": "a name of your own; then there can be only one replica",
    "hostname": "the name that it has inside",
    "user": "who runs the processes: USER or UID:GID",
    "working_dir": "the folder that the command starts in",
    "extends": "takes over what another service defines",
    "logging": "where its output goes, and how much is kept",
    "cap_add": "capabilities that it gets beyond the usual ones",
    "cap_drop": "capabilities that are taken away",
    "privileged": "may do nearly all that the host may",
    "read_only": "its own file system cannot be written",
    "init": "a small init program reaps its children and passes signals on",
    "tty": "has a terminal",
    "stdin_open": "its input stays open",
    "tmpfs": "folders that are kept in memory",
    "shm_size": "the size of /dev/shm",
    "devices": "devices of the host: HOST:CONTAINER:RIGHTS",
    "gpus": "graphics processors that it may use",
    "dns": "name servers that it asks",
    "extra_hosts": "more names for its hosts file: NAME:ADDRESS",
    "ulimits": "limits of its processes, such as nofile",
    "sysctls": "kernel parameters of its own",
    "security_opt": "options for AppArmor, seccomp and SELinux",
    "stop_grace_period": "how long it may take to stop before it is killed: 10s",
    "stop_signal": "what asks it to stop: SIGTERM where nothing is said",
    "pull_policy": "when the image is pulled",
    "platform": "the system that the image is for: linux/arm64",
    "cpus": "how many processors it may use: 0.5",
    "mem_limit": "how much memory it may use: 512m",
    "mem_reservation": "memory that is kept for it when memory is short",
    "pids_limit": "how many processes it may have",
    "links": "services under other names; networks do it too",
    "develop": "what happens when files change while you work on them",
    "post_start": "commands that run after it has started",
    "pre_stop": "commands that run before it is stopped",
    "annotations": "notes for the runtime",
    "attach": "whether up shows its output",
    "oom_kill_disable": "not killed when memory runs out",
    "pid": "whose processes it sees: host or those of another container",
    "ipc": "whose shared memory it uses",
    "userns_mode": "host: its users are the host's",
    "runtime": "what runs the containers, such as runc",
    "volumes_from": "mounts all that another service mounts",
    "provider": "a program outside of the engine provides the service",
  ]
}
