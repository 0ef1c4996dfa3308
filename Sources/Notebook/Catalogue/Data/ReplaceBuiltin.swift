// One text in another replaced: names of files and weights are made of parts.

import Engine
import Language

extension Builtins {
  static let replace = Builtin(
    descriptor: Descriptor(
      "replace", .data, signature: "replace(text, old, new)",
      summary: "A text with every place of another text in it replaced, first to last.",
      source: "Python's str.replace",
      example: "replace(\"encoder.0.weight\", \"encoder\", \"layer\")")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    let text = try call.text("text", at: 0)
    let old = try call.text("old", at: 1)
    guard !old.isEmpty else {
      throw Diagnostic("replace: 'old' is empty", at: call.range, hint: call.descriptor.signature)
    }
    guard let replaced = replacing(old, in: text, with: try call.text("new", at: 2)) else {
      throw Diagnostic("a text of more than 16 MiB is refused", at: call.range)
    }
    return .text(replaced)
  }

  /// Byte by byte, as texts are compared; nil when the result is too long.
  private static func replacing(_ old: String, in text: String, with new: String) -> String? {
    let (bytes, pattern, other) = (Array(text.utf8), Array(old.utf8), Array(new.utf8))
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == pattern[0], bytes[place...].starts(with: pattern) {
        result += other
        place += pattern.count
      } else {
        result.append(bytes[place])
        place += 1
      }
      guard result.count <= Notebook.maximumText else { return nil }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
