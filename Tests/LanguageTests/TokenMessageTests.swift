// Every message about characters, numbers and strings, word for word, as it is shown under its line.

import Language
import Testing

@Suite struct TokenMessageTests {
  @Test(arguments: [
    (
      #""abc"#,
      """
      error: the string is never closed
      1 │ "abc
        │ ^^^^
      hint: end it with " on the same line
      """
    ),
    (
      "x = 'abc  ",
      """
      error: the string is never closed
      1 │ x = 'abc \(" ")
        │     ^^^^
      hint: end it with ' on the same line
      """
    ),
    (
      #""a\q""#,
      #"""
      error: unknown escape '\q'
      1 │ "a\q"
        │   ^^
      hint: there are \n \t \r \0 \" \' \\ and \u{1F600}
      """#
    ),
    (
      "12abc",
      """
      error: '12abc' is not a number
      1 │ 12abc
        │ ^^^^^
      hint: to multiply, write 12 * abc
      """
    ),
    (
      "2x",
      """
      error: '2x' is not a number
      1 │ 2x
        │ ^^
      hint: to multiply, write 2 * x
      """
    ),
    (
      "1e999",
      """
      error: '1e999' is too large for a number
      1 │ 1e999
        │ ^^^^^
      """
    ),
    (
      "1__0",
      """
      error: '1__0' is not a number
      1 │ 1__0
        │ ^^^^
      """
    ),
    (
      "0x1F",
      """
      error: '0x1F' is not a number
      1 │ 0x1F
        │ ^^^^
      """
    ),
    (
      "1e",
      """
      error: '1e' is not a number
      1 │ 1e
        │ ^^
      """
    ),
    (
      "a $ b",
      """
      error: unknown character '$'
      1 │ a $ b
        │   ^
      """
    ),
    (
      "a − b",
      """
      error: unknown character '−'
      1 │ a − b
        │   ^
      hint: write -
      """
    ),
    (
      "a ^ 2",
      """
      error: unknown character '^'
      1 │ a ^ 2
        │   ^
      hint: write **
      """
    ),
    (
      "a && b",
      """
      error: unknown character '&'
      1 │ a && b
        │   ^
      hint: write and
      """
    ),
    (
      "x\0y",
      """
      error: unknown character U+0000
      1 │ x␀y
        │  ^
      """
    ),
    (
      "!a",
      """
      error: unknown character '!'
      1 │ !a
        │ ^
      hint: write not
      """
    ),
    (
      "a … b",
      """
      error: unknown character '…'
      1 │ a … b
        │   ^
      hint: write ...
      """
    ),
    (
      "x = “a”",
      """
      error: unknown character '“'
      1 │ x = “a”
        │     ^
      hint: write "
      """
    ),
    (
      "\tx = größe ∂ 3",
      """
      error: unknown character '∂'
      1 │     x = größe ∂ 3
        │               ^
      """
    ),
    (
      #"x = "日本語" + ∂"#,
      """
      error: unknown character '∂'
      1 │ x = "日本語" + ∂
        │                ^
      """
    ),
    (
      "x = e\u{301} $",
      """
      error: unknown character '$'
      1 │ x = é $
        │       ^
      """
    ),
    (
      "a\nb\r\nc $ d\ne",
      """
      error: unknown character '$'
      3 │ c $ d
        │   ^
      """
    ),
  ])
  func messages(source: String, expected: String) { #expect(mistake(source) == expected) }
}
