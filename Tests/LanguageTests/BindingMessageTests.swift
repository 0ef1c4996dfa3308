// Every message about bindings and definitions, word for word, as it is shown under its line.

import Language
import Testing

@Suite struct BindingMessageTests {
  @Test(arguments: [
    (
      "f(n=)",
      """
      error: nothing follows '='
      1 │ f(n=)
        │    ^
      """
    ),
    (
      "x =",
      """
      error: nothing follows '='
      1 │ x =
        │   ^
      """
    ),
    (
      "x = \ny",
      """
      error: nothing follows '='
      1 │ x =\(" ")
        │   ^
      """
    ),
    (
      "= 3",
      """
      error: a name is missing before '='
      1 │ = 3
        │ ^
      """
    ),
    (
      "3 = x",
      """
      error: only a name can be bound
      1 │ 3 = x
        │ ^
      """
    ),
    (
      "x[0] = 3",
      """
      error: only a name can be bound
      1 │ x[0] = 3
        │ ^^^^
      hint: set x[0] = … changes an element or a parameter
      """
    ),
    (
      "net.0.weight = w",
      """
      error: only a name can be bound
      1 │ net.0.weight = w
        │ ^^^^^^^^^^^^
      hint: set net.0.weight = … changes an element or a parameter
      """
    ),
    (
      "f(x) = 3",
      """
      error: only a name can be bound
      1 │ f(x) = 3
        │ ^^^^
      hint: def f(…) = … defines a function
      """
    ),
    (
      "a + b = c",
      """
      error: only a name can be bound
      1 │ a + b = c
        │ ^^^^^
      hint: '==' compares
      """
    ),
    (
      "x, x = f()",
      """
      error: 'x' is bound twice
      1 │ x, x = f()
        │    ^
      """
    ),
    (
      "[a for a, a in pairs]",
      """
      error: 'a' is bound twice
      1 │ [a for a, a in pairs]
        │           ^
      """
    ),
    (
      "x += 1",
      """
      error: unexpected '+='
      1 │ x += 1
        │   ^^
      hint: write x = x + …
      """
    ),
    (
      "def",
      """
      error: a name must follow 'def'
      1 │ def
        │    ^
      hint: def f(x, n=2) = … or def f(x) { … }
      """
    ),
    (
      "def f",
      """
      error: expected '(' after 'f'
      1 │ def f
        │      ^
      hint: def f(x, n=2) = … or def f(x) { … }
      """
    ),
    (
      "def f(",
      """
      error: '(' is never closed
      1 │ def f(
        │      ^
      """
    ),
    (
      "def f(x",
      """
      error: '(' is never closed
      1 │ def f(x
        │      ^
      """
    ),
    (
      "def f(1) = 2",
      """
      error: unexpected '1'
      1 │ def f(1) = 2
        │       ^
      hint: a parameter is a name: def f(x, n=2) = …
      """
    ),
    (
      "def f(x, x) = x",
      """
      error: parameter 'x' is given twice
      1 │ def f(x, x) = x
        │          ^
      """
    ),
    (
      "def f(x=1, y) = x",
      """
      error: parameter 'y' has no default, but 'x' before it has one
      1 │ def f(x=1, y) = x
        │            ^
      """
    ),
    (
      "def f(x=) = x",
      """
      error: nothing follows '='
      1 │ def f(x=) = x
        │        ^
      """
    ),
    (
      "def f(x)",
      """
      error: expected '{' after the parameters of 'f'
      1 │ def f(x)
        │         ^
      hint: def f(x, n=2) = … or def f(x) { … }
      """
    ),
    (
      "def f(x) =",
      """
      error: nothing follows '='
      1 │ def f(x) =
        │          ^
      """
    ),
    (
      "def if(x) = x",
      """
      error: 'if' cannot be a name
      1 │ def if(x) = x
        │     ^^
      hint: def f(x, n=2) = … or def f(x) { … }
      """
    ),
    (
      "def f(x y) = x",
      """
      error: unexpected 'y'
      1 │ def f(x y) = x
        │         ^
      hint: expected ',' or ')'
      """
    ),
  ])
  func messages(source: String, expected: String) { #expect(mistake(source) == expected) }
}
