extension KnownValues {
  /// Values by their place: what the Compose specification names, and what engines know.
  static let fixed: [String: [String]] = [
    "services.*.restart": ["unless-stopped", "always", "on-failure", "no"],
    "services.*.pull_policy": ["missing", "always", "never", "build", "daily", "weekly"],
    "services.*.network_mode": ["bridge", "host", "none", "container:"],
    "services.*.pid": ["host", "container:"],
    "services.*.ipc": ["private", "shareable", "host", "none", "container:"],
    "services.*.uts": ["host"],
    "services.*.userns_mode": ["host"],
    "services.*.isolation": ["default", "process", "hyperv"],
    "services.*.runtime": ["runc", "nvidia"],
    "services.*.platform": platforms,
    "services.*.build.platforms[]": platforms,
    "services.*.cap_add[]": capabilities,
    "services.*.cap_drop[]": capabilities,
    "services.*.security_opt[]": [
      "no-new-privileges:true", "apparmor:unconfined", "seccomp:unconfined", "label:disable",
    ],
    "services.*.stop_signal": signals,
    "services.*.logging.driver": [
      "json-file", "local", "none", "journald", "syslog", "fluentd", "gelf", "splunk", "awslogs", "gcplogs",
      "etwlogs",
    ],
    "services.*.healthcheck.test[]": ["CMD", "CMD-SHELL", "NONE"],
    "services.*.ports[].protocol": ["tcp", "udp", "sctp"],
    "services.*.ports[].mode": ["ingress", "host"],
    "services.*.volumes[].type": ["volume", "bind", "tmpfs", "image", "npipe", "cluster"],
    "services.*.volumes[].bind.propagation": [
      "rprivate", "private", "rshared", "shared", "rslave", "slave",
    ],
    "services.*.deploy.mode": ["replicated", "global", "replicated-job", "global-job"],
    "services.*.deploy.endpoint_mode": ["vip", "dnsrr"],
    "services.*.deploy.restart_policy.condition": ["any", "on-failure", "none"],
    "services.*.deploy.update_config.failure_action": ["pause", "continue", "rollback"],
    "services.*.deploy.rollback_config.failure_action": ["pause", "continue"],
    "services.*.deploy.resources.reservations.devices[].capabilities[]": [
      "gpu", "tpu", "nvidia", "compute", "utility",
    ],
    "services.*.deploy.resources.reservations.devices[].driver": ["nvidia"],
    "services.*.env_file[].format": ["raw"],
    "networks.*.driver": ["bridge", "overlay", "macvlan", "ipvlan", "host", "none"],
    "networks.*.ipam.driver": ["default"],
    "volumes.*.driver": ["local"],
  ]

  private static let platforms = ["linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386", "windows/amd64"]

  private static let signals = [
    "SIGTERM", "SIGINT", "SIGQUIT", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGWINCH",
  ]

  /// The capabilities of Linux, as capabilities(7) lists them, and `ALL`.
  private static let capabilities = [
    "ALL", "NET_ADMIN", "NET_BIND_SERVICE", "NET_RAW", "SYS_ADMIN", "SYS_PTRACE", "SYS_TIME", "SYS_NICE",
    "CHOWN",
    "SETUID", "SETGID", "DAC_OVERRIDE", "FOWNER", "KILL", "MKNOD", "AUDIT_CONTROL", "AUDIT_READ",
    "AUDIT_WRITE",
    "BLOCK_SUSPEND", "BPF", "CHECKPOINT_RESTORE", "DAC_READ_SEARCH", "FSETID", "IPC_LOCK", "IPC_OWNER",
    "LEASE",
    "LINUX_IMMUTABLE", "MAC_ADMIN", "MAC_OVERRIDE", "NET_BROADCAST", "PERFMON", "SETFCAP", "SETPCAP",
    "SYS_BOOT",
    "SYS_CHROOT", "SYS_MODULE", "SYS_PACCT", "SYS_RAWIO", "SYS_RESOURCE", "SYS_TTY_CONFIG", "SYSLOG",
    "WAKE_ALARM",
  ]
}
