// What is wrong with a book: checked by the tests, for every language.

extension Phrasebook {
  /// What is wrong with the entries of some texts: a line too many or too few, holes that the
  /// translation lacks or has twice, a phrase that stands there twice.
  public static func flaws(_ texts: [String]) -> [String] {
    var flaws: [String] = []
    var known: Set<String> = []
    for text in texts {
      let paragraphs = text.split(separator: "\n\n")
      let entries = entries(text)
      if paragraphs.count != entries.count {
        flaws.append("\(paragraphs.count) paragraphs are \(entries.count) entries")
      }
      for paragraph in paragraphs {
        let lines = paragraph.split(separator: "\n").filter { !$0.hasPrefix("  ") }
        if lines.count != 2 { flaws.append("\(lines.count) lines: \(lines.first ?? "")") }
      }
      for (english, translated) in entries {
        let plain = english.replacing("{s}", with: "")
        let holes = parts(plain).holes.count
        if !known.insert(parts(plain).fixed.joined(separator: "{}")).inserted {
          flaws.append("twice: \(english)")
        }
        let names = parts(translated).holes
        let numbers = names.enumerated().map { place, name in Int(name) ?? place + 1 }
        if numbers.sorted() != Array(1..<(holes + 1)) {
          flaws.append("\(holes) holes: \(english) | \(translated)")
        }
      }
    }
    return flaws
  }

  /// The phrases of which none fits a text better than the others, although they say different
  /// things; empty where the translation is certain.
  public func rivals(of text: String) -> [String] {
    guard exact[text] == nil else { return [] }
    let found = fitting(text)
    guard let best = found.first else { return [] }
    let weight = { (number: Int) in
      (templates[number].weight, templates[number].fixed.count)
    }
    let rivals = found.filter { weight($0.template) == weight(best.template) }
    return rivals.count < 2 ? [] : rivals.map { templates[$0.template].english }
  }
}
