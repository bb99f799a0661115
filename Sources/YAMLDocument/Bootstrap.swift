// The first file of YAMLDocument.
