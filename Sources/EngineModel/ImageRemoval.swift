/// What DELETE /images/{name} did, one entry a name or layer.
public enum ImageRemoval: Hashable, Sendable {
  /// A name was taken away; the image itself may stay under another.
  case untagged(String)
  /// An image or layer was deleted.
  case deleted(ImageID)
}
