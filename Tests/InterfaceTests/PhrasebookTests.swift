// How phrases are matched: holes, plurals, messages in messages, and which entry wins.

import Testing
import Translation

@Suite struct PhrasebookTests {
  let book = Phrasebook([
    """
    a text
    bir metin

    unknown name '{}'
    '{}' diye bir ad yok

    '{}' needs a tensor, not {*}
    '{}' bir tensör ister, {} değil

    index {} is outside axis {} of shape {}
    {3} biçiminin {2}. ekseninde {1} yok

    {} row{s} of {}
    {} satır, {}

    in {}: {*}
    {} içinde: {}

    a long line
      that goes on
    uzun bir satır,
      sürüyor

    braces { … } and {x} stay {}
    { … } ve {x} kalır: {}

    {}: {*}
    {} — {}
    """
  ])

  @Test(arguments: [
    ("a text", "bir metin"), ("unknown name 'w'", "'w' diye bir ad yok"),
    ("unknown name 'a' 'b'", "'a' 'b' diye bir ad yok"),
    ("'@' needs a tensor, not a text", "'@' bir tensör ister, bir metin değil"),
    ("'@' needs a tensor, not 'a text'", "'@' bir tensör ister, 'a text' değil"),
    ("index 3 is outside axis 0 of shape [2, 3]", "[2, 3] biçiminin 0. ekseninde 3 yok"),
    ("1 row of x", "1 satır, x"), ("2 rows of x", "2 satır, x"),
    ("in f: in g: unknown name 'ş'", "f içinde: g içinde: 'ş' diye bir ad yok"),
    ("a long line that goes on", "uzun bir satır, sürüyor"),
    ("braces { … } and {x} stay 3", "{ … } ve {x} kalır: 3"), ("a: a text", "a — bir metin"),
  ])
  func phrasesWithHoles(_ english: String, _ turkish: String) {
    #expect(book.translation(of: english) == turkish)
  }

  @Test(arguments: [
    "", " ", "A text", "a text ", "unknown name ''", "unknown name 'w", "unknown name w",
    "rows of x",
    "2 rowss of x", "index 3 is outside axis 0 of shape ", "in f", "a long line",
  ])
  func otherTextsHaveNoTranslation(_ text: String) {
    #expect(book.translation(of: text) == nil)
  }

  /// The comma is a decimal sign in Turkish, and the sign of a percentage stands before it.
  @Test func numbersInHolesAreTheLanguages() {
    let turkish = DisplayLanguage.turkish
    #expect(turkish.line("net: 2 → 3, 168,192 parameters") == "net: 2 → 3, 168 192 parametre")
    #expect(turkish.words("… 1,234,567 more lines") == "… 1 234 567 satır daha")
    #expect(
      turkish.chart("1,797 examples, 344 right (95.8 %)") == "1 797 örnek, 344 doğru (% 95.8)")
    // Code and lists are none.
    #expect(turkish.line("undone: x[1,234]") == "geri alındı: x[1,234]")
    #expect(turkish.line("undone: 12,34") == "geri alındı: 12,34")
  }

  @Test func depthAndLengthAreBounded() {
    let deep = String(repeating: "in f: ", count: 300) + "a text"
    #expect(book.translation(of: deep)?.contains("bir metin") == false)
    #expect(book.translation(of: "unknown name '\(String(repeating: "w", count: 5000))'") == nil)
    let spaces = String(repeating: "of ", count: 600)
    #expect(book.translation(of: spaces) == nil)
  }

  @Test func malformedBooksAreRead() {
    for text in ["", "\n\n\n", "alone", "a\nb\nc\nd", "  a\n  b", "{}\n{9}", "{\n}", "{*}\n{*}"] {
      let book = Phrasebook([text])
      #expect(book.translation(of: "zzz")?.contains("{") != true)
    }
    #expect(Phrasebook(["x {}\ny {0} {99999999999999999999} {}"]).translation(of: "x 1") != nil)
  }
}
