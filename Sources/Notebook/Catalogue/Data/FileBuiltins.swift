// Functions that read and write files.

import Engine
import Language

extension Builtins {
  static let files: [Builtin] = []
}
