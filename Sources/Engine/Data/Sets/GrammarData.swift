// `grammar(…)`: sentences from templates, each with its topic and the part of speech of each word.

/// Sentences on one of four topics. Some words are a noun in one sentence and a verb in another, so
/// that a tagger has to look around.
public enum GrammarData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "grammar", .dataset, signature: "grammar(n=500, seed=1)",
    summary: "Sentences from templates (x), their topic (y) and the part of speech of each word.",
    shapes: "x [n, 12], y [n], tags [n, 12]",
    source: "Universal POS tags (Petrov, Das, McDonald 2012)", example: "data = grammar(n=100)")

  /// The parts of speech; 0 is none.
  static let tags = [
    SequenceSets.pad, "DET", "NOUN", "ADJ", "VERB", "ADV", "ADP", "PRON", "CCONJ", "PUNCT",
  ]
  /// The longest template.
  static let longest = 12

  /// x and tags `[n, 12]`, filled up with 0; y `[n]`, the topic.
  public static func make(n: Int = 500, seed: UInt64 = 1) throws(EngineError) -> Dataset {
    try SequenceSets.check("grammar", n: n, width: longest)
    var draws = Draws("grammar", seed: seed)
    let tokens = vocabulary.tokens
    var x: [[Int]] = []
    var marks: [[Int]] = []
    var y: [Float] = []
    for _ in 0..<n {
      let topic = draws.integer(below: GrammarTopic.all.count)
      let template = draws.element(of: templates)
      var sentence: [Int] = []
      var tagged: [Int] = []
      for slot in template.split(separator: " ") {
        let (word, tag) = word(String(slot), GrammarTopic.all[topic], &draws)
        sentence.append(vocabulary.index(of: word) ?? 0)
        tagged.append(tags.firstIndex(of: tag) ?? 0)
      }
      x.append(sentence)
      marks.append(tagged)
      y.append(Float(topic))
    }
    return Dataset(
      name: "grammar",
      columns: [
        SequenceSets.column("x", x, width: longest, tokens: tokens),
        DataColumn("y", Tensor(shape: [n], values: y)),
        SequenceSets.column("tags", marks, width: longest, tokens: tags),
      ],
      classNames: GrammarTopic.all.map(\.name))
  }

  /// Capitals are slots: a person, a Thing, an Adjective, a place; V a verb with an object, VV the
  /// same in the plural, I a verb without one, XN and XV a word that is noun and verb, as either.
  private static let templates = [
    "the P V the T .", "the A P V the T .", "the P V a A T .", "the P V the T in the L .",
    "a P I R in the L .", "the A P I in the A L .", "the Ps VV the T near the L .",
    "the Ps VV it R .", "she V the A T .", "he I in the L .", "they VV the T .",
    "they XV in the L .", "the Ps XV R .", "the XN is A .", "the P V the XN .",
    "the A P V the A T in the A L .", "she V it and he I .", "we VV the A T R .",
  ]

  private static let determiners: Set<String> = ["the", "a"]
  private static let pronouns: Set<String> = ["she", "he", "they", "we", "it"]
  private static let prepositions: Set<String> = ["in", "near"]
  private static let adverbs = ["today", "slowly", "often", "again"]

  private static func word(
    _ slot: String, _ topic: GrammarTopic, _ draws: inout Draws
  ) -> (String, String) {
    switch slot {
    case "P": return (draws.element(of: topic.persons), "NOUN")
    case "Ps": return (draws.element(of: topic.persons) + "s", "NOUN")
    case "T": return (draws.element(of: topic.things), "NOUN")
    case "L": return (draws.element(of: topic.places), "NOUN")
    case "A": return (draws.element(of: topic.adjectives), "ADJ")
    case "V": return (draws.element(of: topic.actions) + "s", "VERB")
    case "VV": return (draws.element(of: topic.actions), "VERB")
    case "I": return (draws.element(of: topic.doings) + "s", "VERB")
    case "R": return (draws.element(of: adverbs), "ADV")
    case ".": return (slot, "PUNCT")
    case "is": return (slot, "VERB")
    case "and": return (slot, "CCONJ")
    case "XN": return (draws.element(of: topic.both), "NOUN")
    case "XV": return (draws.element(of: topic.both), "VERB")
    default:
      if determiners.contains(slot) { return (slot, "DET") }
      if pronouns.contains(slot) { return (slot, "PRON") }
      return (slot, prepositions.contains(slot) ? "ADP" : "ADV")
    }
  }

  static let vocabulary: Vocabulary = {
    var vocabulary = Vocabulary([SequenceSets.pad])
    for template in templates {
      for slot in template.split(separator: " ") where slot.first?.isUppercase != true {
        vocabulary.add(String(slot))
      }
    }
    for topic in GrammarTopic.all {
      for person in topic.persons {
        vocabulary.add(person)
        vocabulary.add(person + "s")
      }
      for word in topic.things + topic.places + topic.adjectives + topic.both {
        vocabulary.add(word)
      }
      for verb in topic.actions + topic.doings {
        vocabulary.add(verb)
        vocabulary.add(verb + "s")
      }
    }
    for adverb in adverbs { vocabulary.add(adverb) }
    return vocabulary
  }()
}
