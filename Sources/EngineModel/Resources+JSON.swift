extension ImageSummary {
  /// Reads one element of GET /images/json; nil where it is no object with an id.
  public init?(_ document: JSONValue) {
    guard let id = document["Id"].string, !id.isEmpty else { return nil }
    self.init(
      id: ImageID(id),
      parentID: document["ParentId"].string.flatMap { $0.isEmpty ? nil : ImageID($0) },
      repoTags: document["RepoTags"].strings.filter { $0 != "<none>:<none>" },
      repoDigests: document["RepoDigests"].strings.filter { $0 != "<none>@<none>" },
      created: Timestamp(seconds: Int64(document["Created"].int ?? 0)), size: document["Size"].uint64 ?? 0,
      sharedSize: document["SharedSize"].uint64,
      containers: document["Containers"].int.flatMap { $0 < 0 ? nil : $0 },
      labels: document["Labels"].dictionary)
  }
}

extension ImageHistoryEntry {
  /// Reads one element of GET /images/{name}/history.
  public init(_ document: JSONValue) {
    self.init(
      id: document["Id"].string.flatMap { $0.isEmpty || $0 == "<missing>" ? nil : ImageID($0) },
      created: Timestamp(seconds: Int64(document["Created"].int ?? 0)),
      createdBy: document["CreatedBy"].string ?? "", size: document["Size"].uint64 ?? 0,
      tags: document["Tags"].strings, comment: document["Comment"].string ?? "")
  }
}

extension ImageRemoval {
  /// Reads one element of the answer of DELETE /images/{name}; nil where it says neither.
  public init?(_ document: JSONValue) {
    if let id = document["Deleted"].string {
      self = .deleted(ImageID(id))
    } else if let name = document["Untagged"].string {
      self = .untagged(name)
    } else {
      return nil
    }
  }
}

extension VolumeSummary {
  /// Reads one element of `Volumes` of GET /volumes; nil where it is no object with a name.
  public init?(_ document: JSONValue) {
    guard let name = document["Name"].string, !name.isEmpty else { return nil }
    let usage = document["UsageData"]
    self.init(
      name: VolumeName(name), driver: document["Driver"].string ?? "",
      mountpoint: document["Mountpoint"].string ?? "", scope: document["Scope"].string ?? "",
      createdAt: document["CreatedAt"].string.flatMap { Timestamp($0) },
      labels: document["Labels"].dictionary, options: document["Options"].dictionary,
      size: usage["Size"].uint64, useCount: usage["RefCount"].int.flatMap { $0 < 0 ? nil : $0 })
  }
}

extension AddressPool {
  /// Reads one element of `IPAM.Config`; nil where it names no subnet.
  public init?(_ document: JSONValue) {
    guard let subnet = document["Subnet"].string, !subnet.isEmpty else { return nil }
    func text(_ key: String) -> String? { document[key].string.flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      subnet: subnet, range: text("IPRange"), gateway: text("Gateway"),
      reserved: document["AuxiliaryAddresses"].dictionary.values.sorted())
  }
}

extension NetworkSummary {
  /// Reads one element of GET /networks, or the answer of GET /networks/{id}; nil where it is no object with an id.
  /// Engines write an empty `Containers` into lists: empty reads as "not known" there and here.
  public init?(_ document: JSONValue) {
    guard let id = document["Id"].string, !id.isEmpty else { return nil }
    let pools = document["IPAM"]["Config"].elements.compactMap(AddressPool.init(_:))
    let containers = document["Containers"].members.map { ContainerID($0.key) }
    self.init(
      id: NetworkID(id), name: document["Name"].string ?? "", driver: document["Driver"].string ?? "",
      scope: document["Scope"].string ?? "", isInternal: document["Internal"].bool ?? false,
      isAttachable: document["Attachable"].bool ?? false, isIngress: document["Ingress"].bool ?? false,
      enableIPv6: document["EnableIPv6"].bool ?? false, pools: pools,
      labels: document["Labels"].dictionary,
      created: document["Created"].string.flatMap { Timestamp($0) },
      containers: containers.isEmpty ? nil : containers)
  }
}
