// Every message about verbs' clauses, options and blocks, word for word, as it is shown under its line.

import Language
import Testing

@Suite struct VerbMessageTests {
  @Test(arguments: [
    (
      "x = train L",
      """
      error: unexpected 'L'
      1 │ x = train L
        │           ^
      hint: 'train' is a verb: it starts a line
      """
    ),
    (
      "trian L with adam",
      """
      error: 'trian' is not a verb
      1 │ trian L with adam
        │ ^^^^^
      hint: did you mean 'train'?
      """
    ),
    (
      "train L wth adam",
      """
      error: 'train' does not know 'wth'
      1 │ train L wth adam
        │         ^^^
      hint: did you mean 'with'?
      """
    ),
    (
      "train L with",
      """
      error: nothing follows 'with'
      1 │ train L with
        │         ^^^^
      hint: train L with adam(lr=1e-3) steps=500
      """
    ),
    (
      "train L with adam with sgd",
      """
      error: 'with' is given twice
      1 │ train L with adam with sgd
        │                   ^^^^
      """
    ),
    (
      "train L steps=",
      """
      error: nothing follows '='
      1 │ train L steps=
        │              ^
      hint: train L with adam(lr=1e-3) steps=500
      """
    ),
    (
      "train L step=500",
      """
      error: 'train' has no option 'step'
      1 │ train L step=500
        │         ^^^^
      hint: did you mean 'steps'?
      """
    ),
    (
      "train L steps=1 steps=2",
      """
      error: option 'steps' is given twice
      1 │ train L steps=1 steps=2
        │                 ^^^^^
      """
    ),
    (
      "train L, steps=5",
      """
      error: unexpected ','
      1 │ train L, steps=5
        │        ^
      hint: options stand apart by blanks
      """
    ),
    (
      "train L with adam(lr=1",
      """
      error: '(' is never closed
      1 │ train L with adam(lr=1
        │                  ^
      """
    ),
    (
      "print x steps=3",
      """
      error: 'print' takes no options
      1 │ print x steps=3
        │         ^^^^^
      hint: print net.0.weight
      """
    ),
    (
      "print x { a }",
      """
      error: 'print' takes no { … }
      1 │ print x { a }
        │         ^
      hint: print net.0.weight
      """
    ),
    (
      "list x",
      """
      error: 'list' does not know 'x'
      1 │ list x
        │      ^
      """
    ),
    (
      "update + 1",
      """
      error: unexpected '+'
      1 │ update + 1
        │        ^
      hint: 'update' starts a verb's line; the name is written (update)
      """
    ),
    (
      "train L foo",
      """
      error: 'train' does not know 'foo'
      1 │ train L foo
        │         ^^^
      hint: did you mean 'for'?
      """
    ),
    (
      "at 3 { print x",
      """
      error: '{' is never closed
      1 │ at 3 { print x
        │      ^
      """
    ),
    (
      "at 3 { prnt x }",
      """
      error: 'prnt' is not a verb
      1 │ at 3 { prnt x }
        │        ^^^^
      hint: did you mean 'print'?
      """
    ),
  ])
  func messages(source: String, expected: String) { #expect(mistake(source) == expected) }
}
