import CLibYAML

/// libyaml's parser over a text: hands out its events as values.
struct EventReader: ~Copyable {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)

  /// A reader of `bytes`, which must outlive it; nil where there is no memory for it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event.
  func next() throws(EventFailure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure }
    defer { yaml_event_delete(&event) }
    return Event(event)
  }

  private var failure: EventFailure {
    let parser = parser.pointee
    var message = parser.problem.map { String(cString: $0) } ?? "this cannot be read"
    if let context = parser.context { message = String(cString: context) + ": " + message }
    let isReader = parser.error == YAML_READER_ERROR
    return EventFailure(
      message: message,
      place: isReader ? .byte(Int(parser.problem_offset)) : .codePoint(Int(parser.problem_mark.index)))
  }
}

/// Why libyaml stopped.
struct EventFailure: Error {
  enum Place {
    case byte(Int)
    case codePoint(Int)
  }

  var message: String
  var place: Place
}

/// One of libyaml's events, with its marks as code points from the start.
struct Event {
  enum Body {
    case streamEnd
    case documentStart
    case alias(String)
    case scalar(YAMLScalar)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
    case other
  }

  var body = Body.other
  var anchor: String?
  var tag: String?
  var start: Int
  var end: Int

  init(_ event: yaml_event_t) {
    start = Int(event.start_mark.index)
    end = Int(event.end_mark.index)
    switch event.type {
    case YAML_STREAM_END_EVENT: body = .streamEnd
    case YAML_DOCUMENT_START_EVENT: body = .documentStart
    case YAML_ALIAS_EVENT: body = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: read(event.data.scalar)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      (anchor, tag) = (text(data.anchor), text(data.tag))
      body = .sequenceStart(isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      (anchor, tag) = (text(data.anchor), text(data.tag))
      body = .mappingStart(isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: body = .collectionEnd
    default: break
    }
  }

  private mutating func read(_ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) {
    (anchor, tag) = (text(scalar.anchor), text(scalar.tag))
    let value = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), as: UTF8.self)
    body = .scalar(YAMLScalar(text: value, style: YAMLScalar.Style(scalar.style), tag: tag))
  }
}

private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  pointer.map { String(cString: $0) }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
