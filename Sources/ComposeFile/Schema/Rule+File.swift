// The keys of a Compose file: the Compose specification, with what its newest edition adds.

extension Rule {
  /// A whole file.
  static let file = Rule.keys([
    "version": .text,
    "name": .text,
    "include": .list(include, unique: false),
    "services": .mapping(service, names: .resource),
    "networks": .mapping(network),
    "volumes": .mapping(volume, names: .resource),
    "secrets": .mapping(secret, names: .resource),
    "configs": .mapping(config, names: .resource),
    "models": .mapping(model),
  ])

  /// `KEY: value` pairs, as a mapping or as a list of `KEY=value`.
  static let pairs = Rule.either([
    .mapping(.scalar([.text, .number, .truth, .null]), names: .filled), .uniqueTexts,
  ])

  /// A command line, as a text or as its words.
  static let command = Rule.either([.scalar([.null, .text]), .texts])

  /// Names of drivers' options.
  static let driverOptions = Rule.mapping(.numberOrText)

  private static let include = Rule.either([
    .text,
    .keys(["path": .textOrList, "env_file": .textOrList, "project_directory": .text], extensible: false),
  ])

  private static let external = Rule.either([.flag, .keys(["name": .text])])

  /// That of secrets and configs, which may have more keys.
  private static let looseExternal = Rule.either([
    .flag, .object(ObjectRule(keys: ["name": .text], others: .anything)),
  ])

  private static let network = Rule.either([
    .scalar([.null]),
    .keys([
      "name": .text, "driver": .text, "driver_opts": driverOptions, "external": external,
      "internal": .flag, "enable_ipv4": .flag, "enable_ipv6": .flag, "attachable": .flag, "labels": pairs,
      "ipam": .keys([
        "driver": .text, "options": .mapping(.text),
        "config": .list(
          .keys(["subnet": .text, "ip_range": .text, "gateway": .text, "aux_addresses": .mapping(.text)]),
          unique: false),
      ]),
    ]),
  ])

  private static let volume = Rule.either([
    .scalar([.null]),
    .keys([
      "name": .text, "driver": .text, "driver_opts": driverOptions, "external": external, "labels": pairs,
    ]),
  ])

  private static let secret = Rule.keys([
    "name": .text, "environment": .text, "file": .text, "external": looseExternal, "labels": pairs,
    "driver": .text, "driver_opts": driverOptions, "template_driver": .text,
  ])

  private static let config = Rule.keys([
    "name": .text, "content": .text, "environment": .text, "file": .text, "external": looseExternal,
    "labels": pairs, "template_driver": .text,
  ])

  private static let model = Rule.keys(
    ["name": .text, "model": .text, "context_size": .scalar([.integer]), "runtime_flags": .texts],
    required: ["model"])
}
