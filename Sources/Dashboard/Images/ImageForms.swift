import EngineModel
import TerminalUI

/// What is asked of the user about images, and answered with texts.
enum ImageAction: Sendable, Equatable {
  /// Which images to get.
  case pull(on: EngineID)
  /// One more name for an image, which is known by this one.
  case tag(String, on: EngineID)
  /// The file to write images to.
  case save([String], on: EngineID)
  /// The archive of images to take in.
  case load(on: EngineID)
  /// The archive of files to make an image of.
  case importFiles(on: EngineID)
}

/// The forms of images.
enum ImageForm {
  static func pull(_ reference: String, on engine: EngineID) -> Form<ImageAction> {
    var form = Form(
      "Pull images", ImageAction.pull(on: engine),
      [
        .init("Image", reference, placeholder: "nginx:1.27, several with blanks", history: "image"),
        .init("Platform", placeholder: "the engine's own; or linux/arm64", history: "platform"),
      ])
    form.verb = "pull"
    form.namesImages = true
    form.selectOld()
    return form
  }

  static func tag(_ reference: String, on engine: EngineID) -> Form<ImageAction> {
    Form("Tag \(reference) as", ImageAction.tag(reference, on: engine), text: reference, verb: "tag")
  }

  static func save(_ references: [String], folder: String?, on engine: EngineID) -> Form<ImageAction> {
    let name = references.count == 1 ? fileName(references[0]) : "images"
    var form = Form(
      "Save \(references.count == 1 ? references[0] : Counted.text(references.count, "image"))",
      ImageAction.save(references, on: engine),
      [.init("File", PathText.joined(folder, "\(name).tar"), completion: .files)])
    form.verb = "save"
    return form
  }

  static func load(on engine: EngineID) -> Form<ImageAction> {
    var form = Form(
      "Load images from a file", ImageAction.load(on: engine),
      [.init("File", placeholder: "images.tar, as docker save writes it", completion: .files)])
    form.verb = "load"
    return form
  }

  static func importFiles(on engine: EngineID) -> Form<ImageAction> {
    var form = Form(
      "Import an image from a file", ImageAction.importFiles(on: engine),
      [
        .init("File", placeholder: "rootfs.tar, as docker export writes it", completion: .files),
        .init("Name", placeholder: "app:1, or empty for none", history: "image"),
      ])
    form.verb = "import"
    return form
  }

  /// A name that every disk takes: `nginx-1.27` of `registry:5000/team/nginx:1.27`.
  private static func fileName(_ reference: String) -> String {
    let last = reference.split(separator: "/").last.map(String.init) ?? reference
    return String(last.map { ":@".contains($0) ? "-" : $0 })
  }

  /// The names that were typed, checked as far as it can be without asking anybody.
  static func references(_ text: String) throws(TypedProblem) -> [String] {
    let names = text.split(separator: " ").map(String.init)
    guard !names.isEmpty else { throw TypedProblem("type the name of an image") }
    for name in names { try check(name) }
    return names
  }

  /// The rules are those of the engine (distribution/reference): letters of a name are small, a tag's may be capital.
  static func check(_ text: String) throws(TypedProblem) {
    let name = ImageName(text)
    let path =
      name.registry == ImageName.dockerHub ? name.repository[...] : name.repository.drop { $0 != "/" }
    guard !name.repository.isEmpty, !text.hasPrefix("-"), !text.hasPrefix("/"), !text.hasSuffix("/"),
      !text.hasSuffix(":"), !text.contains("//")
    else { throw TypedProblem("\(text) is no name of an image") }
    guard path.allSatisfy({ !$0.isUppercase }) else {
      throw TypedProblem("names of images have small letters")
    }
    guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-/:@".contains($0)) }) else {
      throw TypedProblem("names of images have letters, digits and . _ - / : @ only")
    }
  }
}
