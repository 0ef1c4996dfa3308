import Language

/// A few verbs, as the catalogue would give them.
let testVerbs: [String: VerbGrammar] = [
  "train": VerbGrammar("train", .expression, clauses: ["with"], hasOptions: true, hasBlock: true),
  "print": VerbGrammar("print", .expression),
  "step": VerbGrammar("step", .optionalExpression),
]
