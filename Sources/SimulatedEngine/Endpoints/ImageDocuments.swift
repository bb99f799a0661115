extension SimulatedState {
  /// The entries of the image list. Since API 1.44 they lack `VirtualSize`; since 1.51 `Containers` counts.
  func imageList(_ images: [ImageRecord], version: ServedVersion) -> [JSON] {
    var users: [String: Int] = [:]
    for record in containers.values { users[record.imageID, default: 0] += 1 }
    return images.sorted { $0.created > $1.created }.map { image in
      let count = version < ServedVersion(1, 51) ? -1 : users[image.id, default: 0]
      let size: JSON = .integer(image.spec.size)
      return .object(
        [
          ("Containers", .int(count)), ("Created", .integer(image.created.seconds)),
          ("Id", .string(image.id)),
          ("Labels", image.spec.labels.isEmpty ? nil : .strings(image.spec.labels)), ("ParentId", ""),
          ("RepoDigests", .strings(image.digests)), ("RepoTags", .strings(image.tags)), ("SharedSize", -1),
          ("Size", size),
        ] + (version < ServedVersion(1, 44) ? [("VirtualSize", size)] : []))
    }
  }

  /// Takes a tag off an image; returns the entry of the answer.
  mutating func untag(_ tag: String, at index: Int) -> JSON {
    images[index].tags.removeAll { $0 == tag }
    emitImage("untag", images[index])
    return ["Untagged": .string(tag)]
  }

  /// Removes an image with all its tags; returns the entries of the answer.
  mutating func deleteImage(at index: Int) -> [JSON] {
    let image = images[index]
    let untagged = image.tags.map { untag($0, at: index) }
    images.remove(at: index)
    emitImage("delete", image)
    return untagged + [["Deleted": .string(image.id)]]
  }

  private mutating func emitImage(_ action: String, _ image: ImageRecord) {
    emit("image", action, image.id, image.spec.labels.merging(["name": image.id]) { $1 })
  }
}

extension ImageRecord {
  /// The digests of its repositories.
  var digests: [String] {
    Set(tags.map(Self.repository(of:))).sorted().map {
      $0 + "@sha256:" + hexadecimal("digest \(id) \($0)")
    }
  }

  /// Its steps, newest first.
  var layers: [SimulatedImage.Layer] {
    if !spec.history.isEmpty { return spec.history }
    return [
      SimulatedImage.Layer("CMD [\"/entrypoint.sh\"]"),
      SimulatedImage.Layer("ENV LANG=C.UTF-8"),
      SimulatedImage.Layer("COPY . /app # buildkit", size: spec.size / 5),
      SimulatedImage.Layer(
        "RUN /bin/sh -c apk add --no-cache ca-certificates # buildkit", size: spec.size / 4),
      SimulatedImage.Layer("ADD rootfs.tar.gz / # buildkit", size: spec.size - spec.size / 5 - spec.size / 4),
    ]
  }

  /// The document of `GET /images/{name}/json`.
  func inspection(version: ServedVersion) -> JSON {
    let real = layers.filter { $0.size > 0 }.reversed()
    let digests = real.enumerated().map { "sha256:" + hexadecimal("\(id) \($0.offset)") }
    let configuration: JSON = [
      "Hostname": "", "Domainname": "", "User": "", "AttachStdin": false, "AttachStdout": false,
      "AttachStderr": false, "Tty": false, "OpenStdin": false,
      "StdinOnce": false, "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
      "Cmd": ["/entrypoint.sh"], "Image": "", "Volumes": nil, "WorkingDir": "/app", "Entrypoint": nil,
      "OnBuild": nil, "Labels": .strings(spec.labels),
    ]
    let size: JSON = .integer(spec.size)
    let layer = "\(Host.root)/overlay2/\(hexadecimal("layer " + id))"
    return .object(
      [
        ("Id", .string(id)), ("RepoTags", .strings(tags)), ("RepoDigests", .strings(self.digests)),
        ("Parent", ""), ("Comment", "buildkit.dockerfile.v0"), ("Created", .string(created.text)),
        ("DockerVersion", ""), ("Author", ""), ("Config", configuration), ("Architecture", "amd64"),
        ("Os", "linux"), ("Size", size),
      ] + (version < ServedVersion(1, 44) ? [("VirtualSize", size)] : []) + [
        (
          "GraphDriver",
          [
            "Data": ["MergedDir": .string(layer + "/merged"), "UpperDir": .string(layer + "/diff")],
            "Name": "overlay2",
          ]
        ),
        ("RootFS", ["Type": "layers", "Layers": .strings(digests)]),
        ("Metadata", ["LastTagTime": .string(created.text)]),
      ])
  }
}
