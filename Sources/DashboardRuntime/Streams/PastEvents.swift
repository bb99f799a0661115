import EngineClient
import EngineModel

extension EngineClient {
  /// What the engine remembers of a container since a time: one kind of event, or all. Empty where it does not tell in
  /// time: an engine has it in memory, or not at all.
  func rememberedEvents(
    of id: ContainerID, _ action: String? = nil, since: Timestamp
  ) async -> [EngineEvent] {
    await Patience.seconds(10, otherwise: []) {
      (try? await self.pastEvents(of: id, action, since: since, until: HostClock.now)) ?? []
    }
  }
}
