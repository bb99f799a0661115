extension CommandRegistry {
  /// What can be done with images.
  static let imageCommands: [Command] = [
    Command(
      "image.remove", "Remove image",
      doc: "Removes the tag, and the image with its last tag; asks whether by force.",
      in: .panes([.images]), danger: .destroys, hint: "remove",
      unavailable: { $0.panes[.images].targets.isEmpty ? "nothing is selected" : nil },
      run: { state in
        state.overlays.append(
          .confirmation(.removeImages(state.imageReferences(), inUse: state.targetImagesInUse)))
        return []
      })
  ]
}

extension DashboardState {
  /// The marked or selected images, by tag where they have one.
  func imageReferences() -> [String] {
    panes[.images].targets.compactMap { row in
      guard case .image(let id, let tag) = row else { return nil }
      return tag ?? id.short
    }
  }

  /// How many of the target images are used by containers.
  var targetImagesInUse: Int {
    let used = facts.usedImages
    return panes[.images].targets.count { row in
      if case .image(let id, _) = row { used.contains(id) } else { false }
    }
  }
}
