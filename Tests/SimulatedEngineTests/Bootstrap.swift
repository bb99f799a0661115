// The first file of SimulatedEngineTests.
