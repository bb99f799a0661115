// The first file of EngineModel.
