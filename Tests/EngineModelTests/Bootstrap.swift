// The first file of EngineModelTests.
