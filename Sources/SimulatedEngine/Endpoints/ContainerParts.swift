extension ContainerRecord {
  /// `Ports` of the list: none where the container does not run, addresses only where they are published.
  var portList: JSON {
    guard isLive else { return [] }
    return .array(
      spec.ports.flatMap { port -> [JSON] in
        let inside: [(String, JSON)] = [("PrivatePort", .int(port.inside))]
        guard let published = port.published else {
          return [.object(inside + [("Type", .string(port.transport))])]
        }
        return ["0.0.0.0", "::"].map { address in
          .object(
            [("IP", .string(address))] + inside + [
              ("PublicPort", .int(published)), ("Type", .string(port.transport)),
            ])
        }
      })
  }

  /// `Ports` of inspect: null where a port is only exposed.
  var portMap: JSON {
    guard isLive else { return [:] }
    return .object(
      spec.ports.map { port in
        let bindings: JSON =
          port.published.map { published in
            .array(
              ["0.0.0.0", "::"].map {
                ["HostIp": .string($0), "HostPort": .string(String(published))]
              })
          } ?? nil
        return ("\(port.inside)/\(port.transport)", bindings)
      })
  }

  /// `Networks`: addresses only while the container runs.
  var networkMap: JSON {
    .object(
      endpoints.map { endpoint in
        let settings: JSON = [
          "IPAMConfig": nil, "Links": nil, "Aliases": aliases(endpoint),
          "MacAddress": .string(isLive ? endpoint.mac : ""), "DriverOpts": nil, "GwPriority": 0,
          "NetworkID": .string(endpoint.networkID),
          "EndpointID": .string(isLive ? endpoint.endpointID : ""),
          "Gateway": .string(isLive ? endpoint.gateway : ""),
          "IPAddress": .string(isLive ? endpoint.address : ""),
          "IPPrefixLen": .int(isLive ? endpoint.prefixLength : 0), "IPv6Gateway": "", "GlobalIPv6Address": "",
          "GlobalIPv6PrefixLen": 0, "DNSNames": nil,
        ]
        return (endpoint.network, settings)
      })
  }

  private func aliases(_ endpoint: Endpoint) -> JSON {
    let service = spec.labels["com.docker.compose.service"].map { [spec.name, $0] } ?? []
    let all = service + endpoint.aliases
    return all.isEmpty ? nil : .strings(all)
  }

  var mountList: JSON {
    .array(
      spec.mounts.map { mount in
        let place: [(String, JSON)] =
          mount.isBind
          ? [("Type", "bind"), ("Source", .string(mount.source))]
          : [
            ("Type", "volume"), ("Name", .string(mount.source)),
            ("Source", .string("\(Host.root)/volumes/\(mount.source)/_data")),
          ]
        let driver: [(String, JSON)] = mount.isBind ? [] : [("Driver", "local")]
        return .object(
          place + [("Destination", .string(mount.destination))] + driver + [
            ("Mode", mount.isReadOnly ? "ro" : mount.isBind ? "rw" : "z"), ("RW", .bool(!mount.isReadOnly)),
            ("Propagation", mount.isBind ? "rprivate" : ""),
          ])
      })
  }

  /// Bytes of the container's own layer.
  var writableSize: Int64 { Int64(seed % 9_000) * 1024 }
}
