extension ProjectTexts {
  /// Calls a service otherwise, in all files of the project and wherever they name it; or not at all, with the list of
  /// what cannot be changed.
  ///
  /// The project is read before and after, with all its profiles: both have to differ by exactly the new name.
  mutating func rename(_ service: String, to name: String, for edit: ComposeEdit) throws {
    var reading = readingOfAll
    let project: ComposeProject
    do throws(MarkedProblem) {
      project = try reading.read()
    } catch {
      return try renameInOneFile(edit, since: error.placed(in: reading.sources))
    }
    guard project.model["services"]?[name] == nil else {
      throw EditRefusal(edit, "there is a \(name) already")
    }
    let before = self
    do {
      try renameInTexts(service, to: name, for: edit, reading, below: project.directory)
      try checkRenaming(of: service, to: name, for: edit, since: project)
    } catch {
      self = before
      throw error
    }
  }

  /// A reading of the project as the texts are now, that goes on where something does not fit, with all services.
  private var readingOfAll: ProjectReading {
    var all = request
    all.profiles = ["*"]
    return ProjectReading(request: all, files: filesNow, limits: limits, isLenient: true)
  }

  /// A project that cannot be read may still be one file, which needs no other one to be renamed in.
  private mutating func renameInOneFile(_ edit: ComposeEdit, since problem: ComposeProblem) throws {
    let text = try text(of: files[0])
    let leadsElsewhere =
      text.meaning["include"] != nil
      || (text.meaning["services"]?.map?.entries ?? []).contains { $0.value["extends"]?["file"] != nil }
    guard request.files.count <= 1, files.count == 1, !leadsElsewhere else {
      throw EditRefusal(
        edit, "what names it is not known as the project cannot be read (\(problem))",
        advice: "mend that first")
    }
    put(try text.applying(edit), in: files[0])
  }

  private mutating func renameInTexts(
    _ service: String, to name: String, for edit: ComposeEdit, _ reading: ProjectReading,
    below directory: String
  ) throws {
    let parts = reading.loader.parts
    let paths = reading.sources.files.map(\.path)
    var texts: [String: ComposeText] = [:]
    for path in paths { texts[path] = try text(of: path) }
    let definers = parts.laid.filter { texts[$0]?.defines(service) == true }
    guard !definers.isEmpty else { throw EditRefusal(edit, "there is no \(service)") }
    var refused: [String] = []
    for (number, path) in paths.enumerated() {
      guard let text = texts[path] else { continue }
      var references = ServiceReferences(name: service)
      let isLaid = parts.laid.contains(path)
      if !isLaid { (references.services, references.extendsOwn) = (parts.extended[path] ?? [], false) }
      references.extendsFrom = Set(
        parts.extensions.filter { definers.contains($0.file) && $0.mark?.file == Int32(number) }
          .compactMap { $0.mark?.offset })
      let named = text.places(of: references, to: name).flatMap { $0 }.map(\.path.description)
      let isDefinedHere = isLaid && text.defines(service)
      guard isDefinedHere || !named.isEmpty else { continue }
      let list = (isDefinedHere ? [edit.path.description] : []) + named
      if let reason = reasonToKeep(path, isLaid ? nil : text, service, below: directory) {
        refused.append("\(list.joined(separator: ", ")) of \(path), \(reason)")
        continue
      }
      do throws(EditRefusal) {
        put(try text.renaming(references, to: name, for: edit, isDefinedHere: isDefinedHere), in: path)
      } catch {
        refused.append("\(list.joined(separator: ", ")) of \(path): \(error.reason)")
      }
    }
    guard refused.isEmpty else { throw Self.refusal(edit, refused) }
  }

  private static func refusal(_ edit: ComposeEdit, _ places: [String]) -> EditRefusal {
    EditRefusal(
      edit, "not all that names it can be changed (\(places.joined(separator: "; ")))",
      advice: "change it by hand")
  }

  /// Why a file that names the service is none to change; nil where it is one. A text is handed over for what is only
  /// extended.
  private func reasonToKeep(
    _ path: String, _ extended: ComposeText?, _ service: String, below directory: String
  ) -> String? {
    if extended?.defines(service) == true { return "which has a service \(service) of its own" }
    let folder = disk.resolved(directory)
    guard !files.contains(path), !disk.resolved(path).hasPrefix(folder == "/" ? folder : folder + "/") else {
      return nil
    }
    return "which is outside of the project's folder, where others may share it"
  }

  private func checkRenaming(
    of service: String, to name: String, for edit: ComposeEdit, since project: ComposeProject
  ) throws(EditRefusal) {
    var reading = readingOfAll
    let renamed: ComposeProject
    do throws(MarkedProblem) {
      renamed = try reading.read()
    } catch {
      throw EditRefusal(
        edit, "the project could not be read then (\(error.placed(in: reading.sources)))",
        advice: "change it by hand")
    }
    var expected = ComposeNode(.map(project.model))
    let references = ServiceReferences(name: service)
    do throws(Meaning.Failure) {
      for other in references.edits(in: expected, to: name) + [edit] {
        expected = try Meaning.apply(other, to: expected)
      }
    } catch {
      throw EditRefusal(edit, error.reason, advice: error.advice)
    }
    let model = ComposeNode(.map(renamed.model))
    guard model != expected else { return }
    let left = references.edits(in: model, to: name).map { other in
      let place = renamed.sources.place(of: Self.mark(of: other.path, in: model))
      return other.path.description + (place.map { " at \($0.text)" } ?? "")
    }
    guard left.isEmpty else { throw Self.refusal(edit, left) }
    throw EditRefusal(edit, "the project would differ by more than the name", advice: "change it by hand")
  }

  private static func mark(of path: ComposePath, in model: ComposeNode) -> ComposeMark? {
    var (node, mark): (ComposeNode?, ComposeMark?) = (model, nil)
    for step in path.steps {
      if case .key(let key) = step { mark = node?.map?.entry(key)?.keyMark ?? mark }
      node = node.flatMap { Surgery.meaning(of: step, in: $0) }
      mark = node?.mark ?? mark
    }
    return mark
  }
}

extension ComposeText {
  /// Whether a document of the text defines a service.
  fileprivate func defines(_ service: String) -> Bool {
    documents.contains { document in
      document.root["services"]?[service] != nil
        || document.resets.contains { $0.starts(with: ["services", service]) }
    }
  }
}
