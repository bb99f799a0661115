/// What a container can be written as, so that it can be made again.
package enum DescriptionForm: String, Sendable, Hashable, CaseIterable {
  /// The commands of the docker CLI.
  case dockerRun = "docker-run"
  /// A Compose file with one service.
  case compose

  /// What it is called on the screen.
  package var title: String {
    switch self {
    case .dockerRun: "docker run command"
    case .compose: "Compose service"
    }
  }
}

/// A container, written in one of the forms.
package struct ContainerDescription: Sendable, Equatable {
  /// The container's name.
  package var name: String
  /// What it is written as.
  package var form: DescriptionForm
  /// The text, with its secrets.
  package var text: String
  /// How many things the form cannot say; the text names each.
  package var leftOut: Int

  /// A description from its parts.
  package init(name: String, form: DescriptionForm, text: String, leftOut: Int) {
    self.name = name
    self.form = form
    self.text = text
    self.leftOut = leftOut
  }

  /// What the user is told when it has been copied.
  var notice: String {
    let rest = leftOut == 0 ? "" : " · \(leftOut) left out, named at its top"
    return "copied \(name) as a \(form.title)\(rest)"
  }
}
