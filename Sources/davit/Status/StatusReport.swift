import EngineClient
import EngineModel

/// Everything `davit status` tells, in the form of its JSON (docs/status.md): fields are added, never renamed or
/// removed.
struct StatusReport: Codable {
  struct Engine: Codable {
    var address: String
    var product: String
    var version: String
    var apiVersion: String?
    var os: String
    var cpus: Int?
    var memoryBytes: UInt64?
  }

  struct Container: Codable {
    var id: String
    var name: String
    var image: String
    var state: String
    var health: String?
    var exitCode: Int?
    var status: String
    var created: String
    var project: String?
    var service: String?
    var ports: [String]
  }

  struct Image: Codable {
    var id: String
    var tags: [String]
    var sizeBytes: UInt64
    var created: String
    var usedBy: Int
  }

  struct Volume: Codable {
    var name: String
    var driver: String
    var mountpoint: String
    var usedBy: [String]
  }

  struct Network: Codable {
    var id: String
    var name: String
    var driver: String
    var subnets: [String]
    var usedBy: [String]
  }

  struct Stack: Codable {
    var name: String
    var folder: String
    var files: [String]
    var services: [Service]
  }

  struct Service: Codable {
    var name: String
    var running: Int
    var containers: Int
  }

  var engine: Engine
  var containers: [Container]
  var images: [Image]
  var volumes: [Volume]
  var networks: [Network]
  var stacks: [Stack]
}
