// Functions of texts: tokenizers, vocabularies, counts.

import Engine
import Language

extension Builtins {
  static let texts: [Builtin] = []
}
