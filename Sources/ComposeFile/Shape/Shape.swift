/// What a value becomes in the resolved model, and when it is left out.
indirect enum Shape: Sendable {
  /// A text; left out when empty.
  case text
  /// A truth value; left out when false.
  case flag
  /// A truth value that is kept even when false.
  case keptFlag
  /// A whole number; left out when 0.
  case integer
  /// A whole number that is kept even when 0.
  case keptInteger
  /// A whole number from 0 on that no text stands for and of which 32 bits count; left out when 0.
  case word
  /// A whole number from 0 on that is kept even when 0.
  case count
  /// The same; left out when 0.
  case countUnlessZero
  /// A text that is printed even where the file has none.
  case constantText
  /// A whole number that is printed even where the file has none.
  case constantInteger
  /// A weight, a whole number from 0 on that no text stands for and of which 16 bits count; left out when 0.
  case weight
  /// The same, printed even where the file has none.
  case constantWeight
  /// A size that is printed even where the file has none.
  case constantBytes
  /// Texts by any scalar or a list of scalars.
  case oneOrMoreTexts
  /// A number of single precision; left out when 0.
  case single
  /// A number of processors, of single precision; left out when 0.
  case cores
  /// The permissions of a file, as a text of octal digits; a text is read as such.
  case fileMode
  /// A size in bytes, as a text of digits; left out when 0.
  case bytes
  /// A span of time; left out when 0.
  case duration
  /// A span of time that is kept even when 0.
  case keptDuration
  /// A list of texts, numbers becoming texts; left out when empty.
  case texts
  /// Names and texts, from a mapping or a list of `name=text`; left out when empty.
  case pairs
  /// The same, where a name may have no value.
  case openPairs
  /// The words of a command; null when there is none.
  case command
  /// What a health check runs.
  case healthTest
  /// `host=address` lines, sorted.
  case hosts
  /// The number of devices, -1 for all.
  case deviceCount
  /// Any scalar, as it is spelled.
  case spelled
  /// Keys of a build's SSH agents.
  case sshKeys
  /// One limit, or its two halves.
  case ulimit
  case list(Shape)
  /// Names of one's own; left out when empty.
  case map(Shape)
  /// A record that is left out when the file has none.
  case record(Record)
  /// A record that JSON always has and YAML leaves out when empty.
  case constant(Record)
  /// Something that may be null under a name of one's own.
  case nullable(Shape)
}

/// The fields of a record in the order in which they are printed.
struct Record: Sendable {
  /// One field.
  struct Field: Sendable {
    /// The key in a file.
    var key: String
    var shape: Shape
    /// The key as JSON has it, where it is another one.
    var printed: String
  }

  let fields: [Field]
  /// Where each key of a file stands among the fields.
  private let places: [String: Int]
  /// The fields that are printed even where a file says nothing.
  let constant: [Int]

  init(_ fields: [(String, Shape)], printed: [String: String] = [:]) {
    self.fields = fields.map { Field(key: $0.0, shape: $0.1, printed: printed[$0.0] ?? $0.0) }
    places = Dictionary(fields.enumerated().map { ($0.element.0, $0.offset) }) { first, _ in first }
    constant = fields.indices.filter { at in
      switch fields[at].1 {
      case .command, .constant, .constantText, .constantInteger, .constantWeight, .constantBytes: true
      default: false
      }
    }
  }

  /// The number of a field; nil for a key that is none.
  func place(of key: String) -> Int? { places[key] }
}

/// For which reader a model is made: the reference's two printers differ in what they leave out.
enum ModelFlavour: Sendable {
  /// `command` and `entrypoint` always, empty `ipam`, `resources` and `placement`, no `x-` keys but those of the file.
  case json
  /// Nothing that is empty, and all `x-` keys.
  case yaml
}
