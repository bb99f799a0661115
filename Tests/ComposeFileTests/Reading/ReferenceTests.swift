import ComposeFile
import TestSupport
import Testing

/// `davit compose config` is `docker compose config`: the same model, and the same projects rejected.
@Suite struct ReferenceTests {
  @Test(arguments: ReferenceCase.sections)
  func modelsAreThoseOfDockerCompose(section: String) throws {
    for reference in try ReferenceCase.cases(of: section) where reference.differs == nil {
      try compare(reference)
    }
  }

  @Test(arguments: ReferenceCase.sections)
  func differencesOnPurposeAreStillThere(section: String) throws {
    for reference in try ReferenceCase.cases(of: section) {
      guard let reason = reference.differs else { continue }
      var isEqual = reference.expected == nil
      switch reference.load() {
      case .success(let project): isEqual = try ReferenceJSON(project.model.json) == reference.expected
      case .failure: isEqual = reference.expected == nil
      }
      #expect(!isEqual, "\(reference.name) differs no more: \(reason)")
    }
  }

  @Test func thereAreCasesOfEverySection() throws {
    let counts = try ReferenceCase.sections.map { try ReferenceCase.cases(of: $0).count }
    #expect(counts.allSatisfy { $0 >= 20 })
  }

  private func compare(_ reference: ReferenceCase) throws {
    switch (reference.load(), reference.expected) {
    case (.success(let project), let expected?):
      let found = try ReferenceJSON(project.model.json)
      #expect(ReferenceJSON.differences(expected, found).isEmpty, "\(reference.name): \(reference.files)")
    case (.success(let project), nil) where project.model.numberBeyondJSON != nil:
      // Both read it, and neither can print it as JSON.
      #expect(reference.rejected?.hasPrefix("json: unsupported value") == true, "\(reference.name)")
    case (.success, nil):
      Issue.record("\(reference.name) is read, but Compose says: \(reference.rejected ?? "")")
    case (.failure(let problem), _?):
      Issue.record("\(reference.name) is rejected: \(problem)")
    case (.failure, nil): break
    }
  }
}
