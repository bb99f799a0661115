// The first file of EngineTransport.
