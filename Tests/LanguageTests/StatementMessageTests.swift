// Every message about loops and conditions, word for word, as it is shown under its line.

import Language
import Testing

@Suite struct StatementMessageTests {
  @Test(arguments: [
    (
      "if a > b {\n c",
      """
      error: '{' is never closed
      1 │ if a > b {
        │          ^
      """
    ),
    (
      "f(a = b = c)",
      """
      error: unexpected '='
      1 │ f(a = b = c)
        │         ^
      hint: '==' compares
      """
    ),
    (
      "f(g(x)=1)",
      """
      error: unexpected '='
      1 │ f(g(x)=1)
        │       ^
      hint: '==' compares
      """
    ),
    (
      "| a",
      """
      error: nothing stands before '|'
      1 │ | a
        │ ^
      hint: put it right below the line it goes on with, or end that line with '|'
      """
    ),
    (
      "x = y = 3",
      """
      error: unexpected '='
      1 │ x = y = 3
        │       ^
      hint: '==' compares
      """
    ),
    (
      "if a = b { }",
      """
      error: '=' binds a name
      1 │ if a = b { }
        │      ^
      hint: '==' compares
      """
    ),
    (
      "while a = b { }",
      """
      error: '=' binds a name
      1 │ while a = b { }
        │         ^
      hint: '==' compares
      """
    ),
    (
      "[i for i in x if i = 2]",
      """
      error: unexpected '='
      1 │ [i for i in x if i = 2]
        │                    ^
      hint: '==' compares
      """
    ),
    (
      "if { }",
      """
      error: nothing follows 'if'
      1 │ if { }
        │ ^^
      hint: if a > b { … } else { … }
      """
    ),
    (
      "if a",
      """
      error: expected '{' after the condition of 'if'
      1 │ if a
        │     ^
      hint: if a > b { … } else { … }
      """
    ),
    (
      "if a\n{ }",
      """
      error: expected '{' after the condition of 'if'
      1 │ if a
        │     ^
      hint: if a > b { … } else { … }
      """
    ),
    (
      "for",
      """
      error: a name must follow 'for'
      1 │ for
        │    ^
      hint: for i in 0..4 { … }
      """
    ),
    (
      "for i",
      """
      error: expected 'in' after 'i'
      1 │ for i
        │      ^
      hint: for i in 0..4 { … }
      """
    ),
    (
      "for i in",
      """
      error: nothing follows 'in'
      1 │ for i in
        │       ^^
      hint: for i in 0..4 { … }
      """
    ),
    (
      "for i, i in x { }",
      """
      error: 'i' is bound twice
      1 │ for i, i in x { }
        │        ^
      """
    ),
    (
      "for in x { }",
      """
      error: 'in' cannot be a name
      1 │ for in x { }
        │     ^^
      hint: for i in 0..4 { … }
      """
    ),
    (
      "for i in x",
      """
      error: expected '{' after the sequence of 'for'
      1 │ for i in x
        │           ^
      hint: for i in 0..4 { … }
      """
    ),
    (
      "while",
      """
      error: nothing follows 'while'
      1 │ while
        │ ^^^^^
      hint: while a > b { … }
      """
    ),
    (
      "else { }",
      """
      error: 'else' without 'if'
      1 │ else { }
        │ ^^^^
      hint: write it on the line of the closing brace: if a > b { … } else { … }
      """
    ),
    (
      "if a { }\nelse { }",
      """
      error: 'else' without 'if'
      2 │ else { }
        │ ^^^^
      hint: write it on the line of the closing brace: if a > b { … } else { … }
      """
    ),
    (
      "a else b",
      """
      error: 'else' without 'if'
      1 │ a else b
        │   ^^^^
      hint: if a > b { … } else { … }
      """
    ),
    (
      "if = 3",
      """
      error: 'if' cannot be a name
      1 │ if = 3
        │ ^^
      """
    ),
  ])
  func messages(source: String, expected: String) { #expect(mistake(source) == expected) }
}
