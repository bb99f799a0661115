import Testing
@testable import ComposeFile
