// The first file of YAMLDocumentTests.
