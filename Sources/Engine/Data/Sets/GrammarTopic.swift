// The words of `grammar(…)`.

/// The words of a topic.
struct GrammarTopic {
  let name: String
  let persons: [String]
  let things: [String]
  let places: [String]
  let adjectives: [String]
  /// Verbs with an object, without the s of the third person.
  let actions: [String]
  /// Verbs without an object.
  let doings: [String]
  /// Nouns that are verbs as well.
  let both: [String]

  static let all = [
    GrammarTopic(
      name: "sea", persons: ["sailor", "fisher", "captain", "diver"],
      things: ["net", "rope", "sail", "anchor", "boat"], places: ["harbour", "sea", "bay"],
      adjectives: ["deep", "blue", "salty", "stormy"], actions: ["pull", "mend", "lower"],
      doings: ["swim", "float", "steer"], both: ["fish", "ship", "row"]),
    GrammarTopic(
      name: "kitchen", persons: ["cook", "baker", "guest", "waiter"],
      things: ["bread", "pan", "soup", "knife", "spoon"], places: ["kitchen", "cellar", "bakery"],
      adjectives: ["hot", "sweet", "fresh", "spicy"], actions: ["bake", "taste", "stir"],
      doings: ["eat", "chew", "dine"], both: ["butter", "salt", "oil"]),
    GrammarTopic(
      name: "school", persons: ["teacher", "pupil", "student", "reader"],
      things: ["book", "pencil", "map", "lesson", "letter"],
      places: ["classroom", "library", "school"],
      adjectives: ["clever", "difficult", "long", "new"],
      actions: ["read", "learn", "explain"], doings: ["think", "listen", "count"],
      both: ["answer", "question", "paper"]),
    GrammarTopic(
      name: "garden", persons: ["gardener", "farmer", "neighbour", "visitor"],
      things: ["apple", "tree", "rose", "seed", "fence"], places: ["garden", "field", "orchard"],
      adjectives: ["green", "ripe", "sunny", "wild"], actions: ["pick", "cut", "grow"],
      doings: ["dig", "rest", "kneel"], both: ["plant", "water", "flower"]),
  ]
}
