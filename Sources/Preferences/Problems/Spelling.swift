import WordMatching

/// The matching of words, for those that know only the preferences.
package typealias Spelling = WordMatching.Spelling
