// Every message about verbs' subjects, word for word, as it is shown under its line.

import Language
import Testing

@Suite struct SubjectMessageTests {
  @Test(arguments: [
    (
      "track",
      """
      error: 'track' needs an expression
      1 │ track
        │ ^^^^^
      hint: track loss every 50
      """
    ),
    (
      "track every 50",
      """
      error: 'track' needs an expression
      1 │ track every 50
        │ ^^^^^
      hint: track loss every 50
      """
    ),
    (
      "set",
      """
      error: 'set' needs a name and a value
      1 │ set
        │ ^^^
      hint: set lr = 3e-4
      """
    ),
    (
      "set lr",
      """
      error: 'set lr' needs a value: = …
      1 │ set lr
        │       ^
      hint: set lr = 3e-4
      """
    ),
    (
      "set lr 3",
      """
      error: unexpected '3'
      1 │ set lr 3
        │        ^
      hint: set lr = 3e-4
      """
    ),
    (
      "set f(x) = 3",
      """
      error: 'set' takes a name, a member or an element
      1 │ set f(x) = 3
        │     ^^^^
      hint: set lr = 3e-4
      """
    ),
    (
      "set lr =",
      """
      error: nothing follows '='
      1 │ set lr =
        │        ^
      hint: set lr = 3e-4
      """
    ),
    (
      "set 3 = 4",
      """
      error: 'set' takes a name, a member or an element
      1 │ set 3 = 4
        │     ^
      hint: set lr = 3e-4
      """
    ),
    (
      "break",
      """
      error: 'break' needs 'at', 'when' or 'nan'
      1 │ break
        │ ^^^^^
      hint: break at net.2
      """
    ),
    (
      "break foo",
      """
      error: 'break' does not know 'foo'
      1 │ break foo
        │       ^^^
      hint: break at net.2
      """
    ),
    (
      "break att net",
      """
      error: 'break' does not know 'att'
      1 │ break att net
        │       ^^^
      hint: did you mean 'at'?
      """
    ),
    (
      "break at",
      """
      error: 'break at' needs an expression
      1 │ break at
        │       ^^
      hint: break at net.2
      """
    ),
    (
      "back stpe",
      """
      error: 'back' does not know 'stpe'
      1 │ back stpe
        │      ^^^^
      hint: did you mean 'step'?
      """
    ),
    (
      "check",
      """
      error: 'check' needs 'gradients'
      1 │ check
        │ ^^^^^
      """
    ),
    (
      "save",
      """
      error: 'save' needs a name
      1 │ save
        │ ^^^^
      hint: save my-run
      """
    ),
    (
      "save a=b",
      """
      error: '=' cannot stand in a name without quotes
      1 │ save a=b
        │       ^
      hint: put the name in quotes
      """
    ),
    (
      "save a(b",
      """
      error: '(' cannot stand in a name without quotes
      1 │ save a(b
        │       ^
      hint: put the name in quotes
      """
    ),
    (
      "save (",
      """
      error: unexpected '('
      1 │ save (
        │      ^
      hint: put a name with other characters in quotes
      """
    ),
    (
      #"open "x"#,
      """
      error: the string is never closed
      1 │ open "x
        │      ^^
      hint: end it with " on the same line
      """
    ),
    (
      "replay speed=4",
      """
      error: 'replay' needs a name
      1 │ replay speed=4
        │ ^^^^^^
      hint: replay xor speed=4
      """
    ),
    (
      "compare A B C",
      """
      error: 'compare' does not know 'C'
      1 │ compare A B C
        │             ^
      hint: compare A B
      """
    ),
    (
      "expect a = b",
      """
      error: unexpected '='
      1 │ expect a = b
        │          ^
      hint: '==' compares
      """
    ),
    (
      "help a b",
      """
      error: 'help' does not know 'b'
      1 │ help a b
        │        ^
      """
    ),
    (
      "print",
      """
      error: 'print' needs an expression
      1 │ print
        │ ^^^^^
      hint: print net.0.weight
      """
    ),
    (
      "seed",
      """
      error: 'seed' needs an expression
      1 │ seed
        │ ^^^^
      """
    ),
    (
      "until a = 3",
      """
      error: unexpected '='
      1 │ until a = 3
        │         ^
      hint: '==' compares
      """
    ),
  ])
  func messages(source: String, expected: String) { #expect(mistake(source) == expected) }
}
