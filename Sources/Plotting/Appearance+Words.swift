// What charts say, in the language in use: their own words through here, the words of whoever made the
// data (names of series, classes, tokens) as they are.

import Screen
import Translation

extension Appearance {
  /// A word or a sentence of a chart's own.
  func said(_ english: String) -> String { language.chart(english) }

  /// A title. What the plot is called stays; what is said behind it, set apart by two blanks or a
  /// colon, is translated.
  func title(_ english: String) -> String { language.title(english) }
}
