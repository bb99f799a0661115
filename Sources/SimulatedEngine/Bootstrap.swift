// The first file of SimulatedEngine.
