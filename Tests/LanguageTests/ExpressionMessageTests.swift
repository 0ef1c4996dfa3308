// Every message about operators and operands, word for word, as it is shown under its line.

import Language
import Testing

@Suite struct ExpressionMessageTests {
  @Test(arguments: [
    (
      "1.2.3",
      """
      error: unexpected '.3'
      1 │ 1.2.3
        │    ^^
      """
    ),
    (
      "a +",
      """
      error: nothing follows '+'
      1 │ a +
        │   ^
      """
    ),
    (
      "a + )",
      """
      error: nothing follows '+'
      1 │ a + )
        │   ^
      """
    ),
    (
      "(a + )",
      """
      error: nothing follows '+'
      1 │ (a + )
        │    ^
      """
    ),
    (
      "* 3",
      """
      error: nothing stands before '*'
      1 │ * 3
        │ ^
      """
    ),
    (
      "a * / b",
      """
      error: nothing stands before '/'
      1 │ a * / b
        │     ^
      """
    ),
    (
      "a |",
      """
      error: nothing follows '|'
      1 │ a |
        │   ^
      """
    ),
    (
      "a and",
      """
      error: nothing follows 'and'
      1 │ a and
        │   ^^^
      """
    ),
    (
      "and b",
      """
      error: nothing stands before 'and'
      1 │ and b
        │ ^^^
      """
    ),
    (
      "x = if a { }",
      """
      error: unexpected 'if'
      1 │ x = if a { }
        │     ^^
      hint: 'if' starts a statement
      """
    ),
    (
      "x = 1 if a else 2",
      """
      error: unexpected 'if'
      1 │ x = 1 if a else 2
        │       ^^
      hint: if stands before: if c { x = a } else { x = b }; where(c, a, b) chooses numbers
      """
    ),
    (
      "f(1 if a else 2)",
      """
      error: unexpected 'if'
      1 │ f(1 if a else 2)
        │     ^^
      hint: if stands before: if c { x = a } else { x = b }; where(c, a, b) chooses numbers
      """
    ),
    (
      "a < b < c",
      """
      error: comparisons cannot be chained
      1 │ a < b < c
        │       ^
      hint: write a < b and b < …
      """
    ),
    (
      "a == b == c",
      """
      error: comparisons cannot be chained
      1 │ a == b == c
        │        ^^
      hint: write a == b and b == …
      """
    ),
    (
      "0..1..2",
      """
      error: a range has two ends
      1 │ 0..1..2
        │     ^^
      hint: write a..b
      """
    ),
    (
      "a + not b",
      """
      error: unexpected 'not'
      1 │ a + not b
        │     ^^^
      hint: put brackets around it: (not …)
      """
    ),
    (
      "x.",
      """
      error: a name must follow '.'
      1 │ x.
        │  ^
      """
    ),
    (
      "x.(1)",
      """
      error: a name must follow '.'
      1 │ x.(1)
        │  ^
      """
    ),
    (
      "a b",
      """
      error: unexpected 'b'
      1 │ a b
        │   ^
      """
    ),
    (
      "f(x) y",
      """
      error: unexpected 'y'
      1 │ f(x) y
        │      ^
      """
    ),
    (
      "x 3",
      """
      error: unexpected '3'
      1 │ x 3
        │   ^
      """
    ),
    (
      "a, , b",
      """
      error: an expression is missing
      1 │ a, , b
        │    ^
      """
    ),
    (
      "[i for 3 in x]",
      """
      error: a name must follow 'for'
      1 │ [i for 3 in x]
        │        ^
      hint: [f(i) for i in 0..4]
      """
    ),
    (
      "a.. ",
      """
      error: nothing follows '..'
      1 │ a..\(" ")
        │  ^^
      """
    ),
    (
      "a over",
      """
      error: nothing follows 'over'
      1 │ a over
        │   ^^^^
      """
    ),
  ])
  func messages(source: String, expected: String) { #expect(mistake(source) == expected) }
}
