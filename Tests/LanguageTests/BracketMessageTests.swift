// Every message about brackets and what stands in them, word for word, as it is shown under its line.

import Language
import Testing

@Suite struct BracketMessageTests {
  @Test(arguments: [
    (
      "x = f(1, 2",
      """
      error: '(' is never closed
      1 │ x = f(1, 2
        │      ^
      """
    ),
    (
      "x = [1, [2, 3]",
      """
      error: '[' is never closed
      1 │ x = [1, [2, 3]
        │     ^
      """
    ),
    (
      "f(1]",
      """
      error: ']' does not close '('
      1 │ f(1]
        │    ^
      hint: expected ')'
      """
    ),
    (
      "f(1 2)",
      """
      error: unexpected '2'
      1 │ f(1 2)
        │     ^
      hint: expected ',' or ')'
      """
    ),
    (
      "f(1, 2\ny = 3",
      """
      error: '(' is never closed
      1 │ f(1, 2
        │  ^
      hint: expected ',' or ')'
      """
    ),
    (
      "f(x))",
      """
      error: ')' closes nothing
      1 │ f(x))
        │     ^
      """
    ),
    (
      "]",
      """
      error: ']' closes nothing
      1 │ ]
        │ ^
      """
    ),
    (
      "}",
      """
      error: '}' closes nothing
      1 │ }
        │ ^
      """
    ),
    (
      "x[",
      """
      error: '[' is never closed
      1 │ x[
        │  ^
      """
    ),
    (
      "x[]",
      """
      error: an index is missing
      1 │ x[]
        │  ^^
      """
    ),
    (
      "x[1, ,2]",
      """
      error: nothing stands before ','
      1 │ x[1, ,2]
        │      ^
      """
    ),
    (
      "f(,)",
      """
      error: nothing stands before ','
      1 │ f(,)
        │   ^
      """
    ),
    (
      "f(a, , b)",
      """
      error: nothing stands before ','
      1 │ f(a, , b)
        │      ^
      """
    ),
    (
      "f(n=1, 2)",
      """
      error: an argument without a name follows 'n='
      1 │ f(n=1, 2)
        │        ^
      hint: put it first or name it
      """
    ),
    (
      "f(n=1, n=2)",
      """
      error: argument 'n' is given twice
      1 │ f(n=1, n=2)
        │        ^
      """
    ),
    (
      "sum(i for i in x)",
      """
      error: unexpected 'for'
      1 │ sum(i for i in x)
        │       ^^^
      hint: a list is written [… for i in 0..4]
      """
    ),
    (
      "[1 2]",
      """
      error: unexpected '2'
      1 │ [1 2]
        │    ^
      hint: expected ',' or ']'
      """
    ),
    (
      "[1,, 2]",
      """
      error: nothing stands before ','
      1 │ [1,, 2]
        │    ^
      """
    ),
    (
      "(1 2)",
      """
      error: unexpected '2'
      1 │ (1 2)
        │    ^
      hint: expected ',' or ')'
      """
    ),
    (
      "[i for i x]",
      """
      error: unexpected 'x'
      1 │ [i for i x]
        │          ^
      hint: expected 'in': [f(i) for i in 0..4]
      """
    ),
    (
      "[i for i in x",
      """
      error: '[' is never closed
      1 │ [i for i in x
        │ ^
      """
    ),
    (
      "{ a }",
      """
      error: unexpected '{'
      1 │ { a }
        │ ^
      """
    ),
    (
      "f({ a })",
      """
      error: unexpected '{'
      1 │ f({ a })
        │   ^
      """
    ),
    (
      "x = {1}",
      """
      error: unexpected '{'
      1 │ x = {1}
        │     ^
      """
    ),
    (
      "a ;;; b )",
      """
      error: ')' closes nothing
      1 │ a ;;; b )
        │         ^
      """
    ),
  ])
  func messages(source: String, expected: String) { #expect(mistake(source) == expected) }
}
