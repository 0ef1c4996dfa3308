// Whole numbers in words, in English, German and Turkish.

/// How numbers are said.
public enum NumberWords {
  /// 999999
  public static let largest = 999_999

  /// The words of a number, spoken one after another: `zwei hundert vier und dreißig`, though German
  /// writes them as one.
  ///
  /// - Precondition: `number` is in `0...largest`.
  public static func words(_ number: Int, in language: TextLanguage) -> [String] {
    precondition((0...largest).contains(number), "numbers up to \(largest) are said")
    let (thousands, rest) = (number / 1000, number % 1000)
    var words: [String] = []
    if thousands > 0 {
      switch language {
      case .english: words = hundreds(thousands, language) + ["thousand"]
      case .german: words = hundreds(thousands, language, beforeNoun: true) + ["tausend"]
      // "bin", not "bir bin".
      case .turkish: words = (thousands > 1 ? hundreds(thousands, language) : []) + ["bin"]
      }
      if rest == 0 { return words }
    }
    return words + hundreds(rest, language)
  }

  /// All words that occur, smaller numbers first.
  public static func vocabulary(of language: TextLanguage) -> [String] {
    switch language {
    case .english: small(language) + tens(language) + ["hundred", "thousand"]
    case .german: small(language) + ["ein", "und"] + tens(language) + ["hundert", "tausend"]
    case .turkish: small(language) + tens(language) + ["yüz", "bin"]
    }
  }

  private static func hundreds(
    _ number: Int, _ language: TextLanguage, beforeNoun: Bool = false
  ) -> [String] {
    let (hundred, rest) = (number / 100, number % 100)
    var words: [String] = []
    if hundred > 0 {
      switch language {
      case .english: words = [small(language)[hundred], "hundred"]
      case .german: words = [hundred == 1 ? "ein" : small(language)[hundred], "hundert"]
      case .turkish: words = (hundred > 1 ? [small(language)[hundred]] : []) + ["yüz"]
      }
      if rest == 0 { return words }
    }
    return words + below100(rest, language, beforeNoun: beforeNoun)
  }

  private static func below100(
    _ number: Int, _ language: TextLanguage, beforeNoun: Bool
  ) -> [String] {
    let small = small(language)
    // German has "eins" at the end and "ein" before another word.
    if number == 1, beforeNoun, language == .german { return ["ein"] }
    if number < small.count { return [small[number]] }
    let ten = tens(language)[number / 10 - (language == .turkish ? 1 : 2)]
    let one = number % 10
    if one == 0 { return [ten] }
    if language == .german { return [one == 1 ? "ein" : small[one], "und", ten] }
    return [ten, small[one]]
  }

  /// The numbers that have a word of their own, from 0.
  private static func small(_ language: TextLanguage) -> [String] {
    switch language {
    case .english:
      [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
      ]
    case .german:
      [
        "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
        "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
        "neunzehn",
      ]
    case .turkish:
      ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
    }
  }

  /// 20, 30, … 90; Turkish from 10 on.
  private static func tens(_ language: TextLanguage) -> [String] {
    switch language {
    case .english:
      ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    case .german:
      ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    case .turkish:
      ["on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
    }
  }
}
