// A tokenizer as a value: `tok.encode("…")`, `tok.decode(ids)`, `tok.vocabulary`.

import Engine
import Language

struct TokenizerObject: DataObject {
  let tokenizer: any Tokenizer

  var kind: String { "a tokenizer" }
  var summary: String { "\(tokenizer.name), vocabulary of \(tokenizer.vocabulary.count)" }
  var count: Int? { tokenizer.vocabulary.count }

  var memberNames: [String] {
    var names = ["decode", "encode", "id", "vocabulary"]
    if tokenizer is BytePairEncoding { names.append("merges") }
    if tokenizer is WordPiece { names.append("encode_pair") }
    return names.sorted()
  }

  func member(
    _ name: String, in notebook: Notebook, at range: SourceRange
  ) throws(Diagnostic) -> Value? {
    let tokenizer = tokenizer
    switch name {
    case "vocabulary": return .list(tokenizer.vocabulary.tokens.map { .text($0) })
    case "encode":
      return method(
        Descriptor(
          "encode", .data, signature: "encode(text)", summary: "The tokens of a text.", example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        try Builtins.encode(try call.text("text", at: 0), by: tokenizer, notebook, call.range)
      }
    case "decode":
      return method(
        Descriptor(
          "decode", .data, signature: "decode(ids)", summary: "The text of tokens.", example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        let indices = try call.indices("ids", at: 0, notebook)
        return .text(
          try notebook.located(call.range) { () throws(EngineError) in
            try tokenizer.decode(indices)
          })
      }
    case "id":
      return method(
        Descriptor(
          "id", .data, signature: "id(token)", summary: "The number of a token.", example: "")
      ) { notebook, call, arguments throws(Diagnostic) in
        let token = try call.text("token", at: 0)
        return .number(
          Double(
            try notebook.located(call.range) { () throws(EngineError) in
              try tokenizer.vocabulary.indexOrUnknown(of: token)
            }))
      }
    case "merges":
      guard let bpe = tokenizer as? BytePairEncoding else { return nil }
      return .list(bpe.merges.map { .text("\($0.left) \($0.right)") })
    case "encode_pair":
      guard let wordPiece = tokenizer as? WordPiece else { return nil }
      return encodePair(wordPiece)
    default: return nil
    }
  }

  /// BERT's frame around one text or two: the tokens, and which text each is of.
  private func encodePair(_ wordPiece: WordPiece) -> Value {
    method(
      Descriptor(
        "encode_pair", .data, signature: "encode_pair(a, b=none, max_length=none)",
        summary: "The tokens of one or two texts between [CLS] and [SEP], and their segments.",
        example: "")
    ) { notebook, call, arguments throws(Diagnostic) in
      let (tokens, segments) = try notebook.located(call.range) { () throws(EngineError) in
        let framed = try wordPiece.encodeFramed(
          try arguments.text("a"), try arguments.optionalText("b"),
          maxLength: try arguments.optionalInteger("max_length"))
        return (
          try TokenSequence(indices: framed.indices, vocabulary: wordPiece.vocabulary),
          framed.segments
        )
      }
      notebook.remember(tokens)
      return .tuple([
        .tokens(tokens),
        .tensor(
          notebook.graph.constant(
            Tensor(shape: [segments.count], values: segments.map { Float($0) }))),
      ])
    }
  }
}
