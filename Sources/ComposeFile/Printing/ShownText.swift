internal import PrintableText

extension String {
  /// The text with what it hides written out, fit for a terminal: messages quote files, and those come from anywhere.
  var shown: String { PrintableText.shown(self) }
}
