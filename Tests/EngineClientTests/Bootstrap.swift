// The first file of EngineClientTests.
