import CPCRE2

/// PCRE2's compiled form of a pattern.
///
/// The compiled code and the match context are never written after they are made, and PCRE2 allows any number of
/// threads to match with them (pcre2api, "Multithreading"); each match brings its own match data. Their addresses
/// are kept as integers, since a pointer cannot say that.
final class CompiledCode: Sendable {
  private let code: UInt
  private let context: UInt

  /// How many steps one match may take before it is cut off, and how deep it may go.
  private static let matchLimit: UInt32 = 10_000
  /// The most memory one match may take for backtracking, in KiB.
  private static let heapLimit: UInt32 = 4_096

  init(_ pattern: String, ignoresCase: Bool) throws(PatternProblem) {
    var error: Int32 = 0
    var offset = 0
    var options = PCRE2_UTF | PCRE2_USE_OFFSET_LIMIT
    if ignoresCase { options |= PCRE2_CASELESS }
    let bytes = Array(pattern.utf8)
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil),
      let context = pcre2_match_context_create_8(nil)
    else { throw PatternProblem(message: Self.message(error), offset: offset) }
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_depth_limit_8(context, Self.matchLimit)
    pcre2_set_heap_limit_8(context, Self.heapLimit)
    // Without a just-in-time compiler for this machine the interpreter does the same, only slower.
    _ = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    self.code = UInt(bitPattern: code)
    self.context = UInt(bitPattern: context)
  }

  deinit {
    pcre2_code_free_8(OpaquePointer(bitPattern: code))
    pcre2_match_context_free_8(OpaquePointer(bitPattern: context))
  }

  /// The first match that begins at or after the byte `start`, and at or before `end` where that is not nil. The text is
  /// well-formed UTF-8.
  func next(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int? = nil
  ) -> (outcome: TextPattern.Outcome, range: Range<Int>?) {
    let code = OpaquePointer(bitPattern: code)
    var context = OpaquePointer(bitPattern: context)
    var own: OpaquePointer?
    if let end {
      // Others may match with the shared one at the same time.
      own = context.flatMap { pcre2_match_context_copy_8($0) }
      guard let own else { return (.cutOff, nil) }
      pcre2_set_offset_limit_8(own, end)
      context = own
    }
    defer { if let own { pcre2_match_context_free_8(own) } }
    guard let data = pcre2_match_data_create_8(1, nil) else { return (.cutOff, nil) }
    defer { pcre2_match_data_free_8(data) }
    let result = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { empty in
      // PCRE2 wants an address even for a text of no length.
      let subject = text.baseAddress ?? UnsafePointer(empty.baseAddress)
      return pcre2_match_8(code, subject, text.count, start, PCRE2_NO_UTF_CHECK, data, context)
    }
    // 0 says that there were more groups than the one pair asked for; the match itself is in it.
    guard result >= 0, let pair = pcre2_get_ovector_pointer_8(data), pair[0] <= pair[1] else {
      return (result == PCRE2_ERROR_NOMATCH ? .absent : .cutOff, nil)
    }
    return (.found, Int(pair[0])..<Int(pair[1]))
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer[..<Int(length)], as: UTF8.self) : "not a regular expression"
  }
}
