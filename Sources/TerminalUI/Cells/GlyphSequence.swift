/// Text as the glyphs that it is drawn with. Layout and drawing both count by it, so they cannot disagree.
///
/// A base keeps its first four combining marks. Variation selectors, joiners and what they join, skin tones
/// and invisible format characters are dropped; flags are the letters that they are made of. Control
/// characters and the ones that turn the writing direction become visible one-column glyphs, so that no
/// text can reach the terminal as a command.
public struct GlyphSequence: Sequence, Sendable {
  private let text: String

  /// The glyphs of `text`.
  public init(_ text: String) { self.text = text }

  /// An iterator at the first glyph.
  public func makeIterator() -> Iterator { Iterator(text.unicodeScalars.makeIterator()) }

  /// Walks the scalars, one glyph at a time.
  public struct Iterator: IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var pending: UInt32?

    init(_ scalars: String.UnicodeScalarView.Iterator) { self.scalars = scalars }

    /// The next glyph, `nil` at the end.
    public mutating func next() -> Glyph? {
      while let value = take() {
        guard var glyph = Self.glyph(startingWith: value) else { continue }
        collectMarks(into: &glyph)
        return glyph
      }
      return nil
    }

    private mutating func take() -> UInt32? {
      if let value = pending {
        pending = nil
        return value
      }
      return scalars.next()?.value
    }

    /// Consumes everything that belongs to the base already read.
    private mutating func collectMarks(into glyph: inout Glyph) {
      while let value = take() {
        if value < 0x300 {
          pending = value
          return
        }
        switch ScalarClass(value) {
        case .dropped: continue
        case .joiner: dropJoined()
        case .skinTone where glyph.base >= 0x261D: continue
        case .mark: glyph.add(mark: value)
        default:
          pending = value
          return
        }
      }
    }

    /// After a joiner, a pictograph is part of the one before; a letter (of an Indic script, say) is not.
    private mutating func dropJoined() {
      guard let value = take() else { return }
      let isPictograph = (0x2190..<0x2E80).contains(value) || value >= 0x1F000
      if !isPictograph { pending = value }
    }

    private static func glyph(startingWith value: UInt32) -> Glyph? {
      if value >= 0x20 && value < 0x7F { return Glyph(base: value) }
      switch ScalarClass(value) {
      case .dropped, .joiner: return nil
      case .replaced(let other): return Glyph(base: other)
      case .narrow: return Glyph(base: value)
      case .wide, .skinTone: return Glyph(base: value, columns: 2)
      case .mark:
        var glyph = Glyph.space
        glyph.add(mark: value)
        return glyph
      }
    }
  }
}
