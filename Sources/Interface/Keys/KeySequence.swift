// Keys as people write them: `F1`, `^C`, `Alt-1`, `PgUp`, and several after each other: `^X o`.

public import Screen
import Language

/// One key, or keys to be pressed after each other.
public struct KeySequence: Hashable, Sendable {
  public let keys: [Key]

  public init(_ keys: [Key]) { self.keys = keys }

  /// Reads `F6`, `Alt-o`, `^X o`; nil when a word is no key.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    let keys = words.compactMap { KeySequence.key(named: String($0)) }
    guard !keys.isEmpty, keys.count == words.count else { return nil }
    self.keys = keys
  }

  /// As help shows it.
  public var text: String { keys.map(KeySequence.name(of:)).joined(separator: " ") }

  func starts(with other: [Key]) -> Bool { keys.starts(with: other) }

  /// A key as help shows it.
  public static func name(of key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "^Space"
    case .control(let character): "^" + String(character).uppercased()
    case .alt(" "): "Alt-Space"
    case .alt(let character): "Alt-" + String(character)
    case .function(let number): "F\(number)"
    default: names.first { $0.key == key }?.name ?? "?"
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("Shift-Tab", .backTab), ("Backspace", .backspace),
    ("Esc", .escape), ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PgUp", .pageUp),
    ("PgDn", .pageDown),
  ]
  private static let otherNames: [String: Key] = [
    "return": .enter, "escape": .escape, "delete": .delete, "insert": .insert,
    "pageup": .pageUp, "pagedown": .pageDown, "backtab": .backTab, "s-tab": .backTab,
  ]
  private static let most = 24

  /// The key that a word means; nil when it is none.
  static func key(named word: String) -> Key? {
    if word.count == 1, let character = word.first { return .character(character) }
    let lower = word.lowercased()
    if lower == "space" { return .character(" ") }
    if let key = names.first(where: { $0.name.lowercased() == lower })?.key { return key }
    if let key = otherNames[lower] { return key }
    if lower.hasPrefix("f"), let number = Int(word.dropFirst()), (1...most).contains(number) {
      return .function(number)
    }
    if let character = modified(word, ["^", "Ctrl-", "C-"]) {
      let key = Character(character.lowercased())
      return key == " " || key.isASCII && (key.isLetter || "[\\]^_@".contains(key))
        ? .control(key) : nil
    }
    return modified(word, ["Alt-", "M-", "Meta-"]).map { .alt($0) }
  }

  /// The one character, or `Space`, after a prefix.
  private static func modified(_ word: String, _ prefixes: [String]) -> Character? {
    for prefix in prefixes where word.lowercased().hasPrefix(prefix.lowercased()) {
      let rest = word.dropFirst(prefix.count)
      if rest.count == 1 { return rest.first }
      if rest.lowercased() == "space" { return " " }
    }
    return nil
  }

  /// Words for "did you mean".
  static let allNames: [String] =
    names.map(\.name) + ["Space"] + (1...12).map { "F\($0)" }
    + "abcdefghijklmnopqrstuvwxyz".flatMap { ["Alt-\($0)", "Ctrl-\($0)"] }

  /// Reads keys, or says which word is none.
  static func read(_ text: String) throws(KeyProblem) -> KeySequence {
    let words = text.split(separator: " ").map(String.init)
    var keys: [Key] = []
    for word in words {
      guard let key = key(named: word) else {
        throw KeyProblem(
          "there is no key '\(word)'",
          hint: didYouMean(word, among: allNames).map { "did you mean '\($0)'?" }
            ?? "keys are written a, ^X, Alt-o, F6, PgUp, Space; several as ^X o")
      }
      keys.append(key)
    }
    guard !keys.isEmpty else {
      throw KeyProblem("a key is missing", hint: "bind F9 pane.next")
    }
    guard keys.count <= 4 else {
      throw KeyProblem("\(keys.count) keys after each other are too many", hint: "at most 4")
    }
    return KeySequence(keys)
  }
}

/// Why keys cannot be bound.
public struct KeyProblem: Error, Hashable, Sendable {
  public var message: String
  public var hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }

  /// Both in one line.
  public var text: String { hint.isEmpty ? message : "\(message); \(hint)" }
}
