// The first file of EngineClient.
