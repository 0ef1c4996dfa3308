// English words and what they are in another language. Messages are templates with holes; what fills
// a hole is taken over as it is, or translated too. Nothing here knows what the words are about.

/// Translations of phrases, with and without holes.
///
///     let book = Phrasebook(["unknown name '{}'\n'{}' diye bir ad yok"])
///     book.translation(of: "unknown name 'w'")  // "'w' diye bir ad yok"
///
/// A text is a list of entries that blank lines part: the English line, then the translation; a line
/// that begins with two blanks continues the one before. `{}` is a hole; `{*}` is one whose content
/// is translated too, where it is known; `{s}` is the s of a plural, or nothing, and no hole. In the
/// translation `{2}` is the second hole wherever it stands, `{}` the next one.
///
/// A lookup costs one comparison with each entry whose rarest word occurs in the text, so it does not
/// grow with the book. Of several entries that fit the one with the most fixed letters is taken.
public struct Phrasebook: Sendable {
  /// A text with holes. Both sides are bytes of UTF-8.
  struct Template: Sendable {
    var english: String
    /// What stands before, between and after the holes; the first and last may be empty.
    var fixed: [[UInt8]]
    /// Which holes are translated.
    var isNested: [Bool]
    /// The translation: fixed text, or the number of a hole.
    var pieces: [Piece]
    var weight: Int { fixed.reduce(0) { $0 + $1.count } }
  }

  enum Piece: Sendable, Equatable {
    case text(String)
    case hole(Int)
  }

  /// Longer texts are looked up as they stand alone.
  public static let longest = 2000
  /// Words of a text that are looked at.
  static let mostWords = 200
  /// How deep messages lie in messages.
  static let deepest = 5

  private(set) var exact: [String: String] = [:]
  private(set) var templates: [Template] = []
  /// The templates by their rarest whole word.
  private var byWord: [Substring: [Int]] = [:]
  /// Templates that have no whole word.
  private(set) var wordless: [Int] = []

  public init(_ texts: [String]) {
    for text in texts {
      for (english, translated) in Self.entries(text) {
        guard english.contains("{s}") else {
          add(english, translated)
          continue
        }
        for ending in ["", "s"] { add(english.replacing("{s}", with: ending), translated) }
      }
    }
    index()
  }

  /// The translation, nil for what the book does not have.
  public func translation(of text: String) -> String? { translation(of: text, depth: 0) }

  /// The translation of a phrase without holes.
  func exactly(_ text: String) -> String? { exact[text] }

  /// Every English phrase, with holes as `{}` or `{*}`.
  public var phrases: [String] { exact.keys.sorted() + templates.map(\.english) }

  // MARK: Reading

  /// The entries of a text in order.
  static func entries(_ text: String) -> [(english: String, translated: String)] {
    var entries: [(String, String)] = []
    var lines: [String] = []
    func close() {
      if lines.count >= 2 { entries.append((lines[0], lines[1])) }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        close()
      } else if line.hasPrefix("  "), let last = lines.indices.last {
        lines[last] += " " + line.drop { $0 == " " }
      } else {
        lines.append(String(line))
      }
    }
    close()
    return entries
  }

  private mutating func add(_ english: String, _ translated: String) {
    let (fixed, holes) = Self.parts(english)
    guard !holes.isEmpty else {
      exact[english] = translated
      return
    }
    var next = 0
    var pieces: [Piece] = []
    let (texts, numbers) = Self.parts(translated)
    for (place, text) in texts.enumerated() {
      if !text.isEmpty { pieces.append(.text(text)) }
      guard place < numbers.count else { continue }
      pieces.append(.hole(Int(numbers[place]).map { $0 - 1 } ?? next))
      next += 1
    }
    templates.append(
      Template(
        english: english, fixed: fixed.map { Array($0.utf8) }, isNested: holes.map { $0 == "*" },
        pieces: pieces))
  }

  /// A phrase cut at its holes, and what stands in their braces: nothing, `*` or digits.
  static func parts(_ phrase: String) -> (fixed: [String], holes: [String]) {
    var fixed = [""]
    var holes: [String] = []
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      let name = inside.prefix { $0 != "}" && $0 != "{" }
      let isHole =
        name.endIndex < inside.endIndex && inside[name.endIndex] == "}"
        && (name.isEmpty || name == "*" || name.allSatisfy { $0.isASCII && $0.isNumber })
      fixed[fixed.count - 1] += rest[..<open]
      guard isHole else {
        fixed[fixed.count - 1] += "{"
        rest = inside
        continue
      }
      holes.append(String(name))
      fixed.append("")
      rest = inside[inside.index(after: name.endIndex)...]
    }
    fixed[fixed.count - 1] += rest
    return (fixed, holes)
  }

  private mutating func index() {
    var count: [Substring: Int] = [:]
    let words = templates.map { Self.words($0.fixed) }
    for list in words { for word in Set(list) { count[word, default: 0] += 1 } }
    for (number, list) in words.enumerated() {
      let rarest = list.min { a, b in
        (count[a] ?? 0, -a.utf8.count) < (count[b] ?? 0, -b.utf8.count)
      }
      if let rarest { byWord[rarest, default: []].append(number) } else { wordless.append(number) }
    }
  }

  /// The words that stand whole in the fixed parts: no hole touches them.
  private static func words(_ fixed: [[UInt8]]) -> [Substring] {
    fixed.enumerated().flatMap { place, bytes -> [Substring] in
      var words = String(decoding: bytes, as: UTF8.self).split(
        separator: " ", omittingEmptySubsequences: false)
      if place > 0, !words.isEmpty { words.removeFirst() }
      if place < fixed.count - 1, !words.isEmpty { words.removeLast() }
      return words.filter { !$0.isEmpty }
    }
  }

  // MARK: Looking up

  private func translation(of text: String, depth: Int) -> String? {
    if let known = exact[text] { return known }
    guard depth < Self.deepest, text.utf8.count <= Self.longest else { return nil }
    guard let best = fitting(text).first else { return nil }
    let template = templates[best.template]
    return template.pieces.reduce(into: "") { result, piece in
      switch piece {
      case .text(let fixed): result += fixed
      case .hole(let number):
        guard best.contents.indices.contains(number) else { return }
        let content = best.contents[number]
        result +=
          template.isNested[number]
          ? translation(of: content, depth: depth + 1) ?? content : Self.number(content)
      }
    }
  }

  /// The templates that fit a text, the one with the most fixed letters first.
  func fitting(_ text: String) -> [(template: Int, contents: [String])] {
    let bytes = Array(text.utf8)
    var candidates = Set(wordless)
    for word in text.split(separator: " ").prefix(Self.mostWords) {
      if let found = byWord[word] { candidates.formUnion(found) }
    }
    return candidates.compactMap { number in
      Self.contents(bytes, templates[number].fixed).map { (number, $0) }
    }.sorted {
      let (a, b) = (templates[$0.0], templates[$1.0])
      return (a.weight, -a.fixed.count, $1.0) > (b.weight, -b.fixed.count, $0.0)
    }
  }

  /// What fills the holes between fixed parts, nil where the text is another one. Each hole takes as
  /// little as it can, the last one the rest; none is empty.
  private static func contents(_ text: [UInt8], _ fixed: [[UInt8]]) -> [String]? {
    guard let first = fixed.first, let last = fixed.last, text.starts(with: first),
      text.count >= first.count + last.count, text.suffix(last.count).elementsEqual(last)
    else { return nil }
    let end = text.count - last.count
    var place = first.count
    var contents: [String] = []
    for part in fixed.dropFirst().dropLast() {
      var start = place + 1
      while start + part.count <= end, !text[start..<(start + part.count)].elementsEqual(part) {
        start += 1
      }
      guard start + part.count <= end else { return nil }
      contents.append(String(decoding: text[place..<start], as: UTF8.self))
      place = start + part.count
    }
    guard place < end else { return nil }
    contents.append(String(decoding: text[place..<end], as: UTF8.self))
    return contents
  }
}
