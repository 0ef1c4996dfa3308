import Engine
import Testing

/// Generated sequences: what every row promises, checked by another rule than the one that made it.
@Suite struct DataSequenceTests {
  private func rows(_ data: Dataset, _ name: String) throws -> [[Int]] {
    let tensor = try #require(data[name])
    let width = tensor.count / tensor.shape[0]
    return (0..<tensor.shape[0]).map { row in
      tensor.values[row * width..<(row + 1) * width].map { Int($0) }
    }
  }

  private func texts(_ data: Dataset, _ name: String) throws -> [String] {
    let column = try #require(data.columns.first { $0.name == name })
    return try (0..<data.rows).map { try #require(column.text(row: $0)) }
  }

  @Test func seedsRepeatAndDiffer() throws {
    let makers: [(UInt64) throws -> Dataset] = [
      { try PlaneData.make(seed: $0) }, { try SineData.make(seed: $0) },
      { try TimeSeriesData.make(n: 20, seed: $0) }, { try ParityData.make(seed: $0) },
      { try SymbolData.make(.copy, seed: $0) }, { try SymbolData.make(.sort, seed: $0) },
      { try BracketData.make(seed: $0) }, { try AdderData.make(seed: $0) },
      { try RecallData.make(seed: $0) }, { try NumberWordsData.make(seed: $0) },
      { try DateData.make(n: 50, seed: $0) }, { try GrammarData.make(n: 50, seed: $0) },
    ]
    for make in makers {
      let first = try make(1)
      #expect(try make(1) == first)
      #expect(try make(2) != first, "\(first.name)")
    }
  }

  @Test func planeAndSine() throws {
    let plane = try PlaneData.make(n: 1000, noise: 0)
    let (x, y) = (try #require(plane["x"]), try #require(plane["y"]))
    #expect(y.shape == [1000, 1])
    for row in 0..<1000 {
      #expect(abs(y[row, 0] - (x[row, 0] + x[row, 1]) / 2) < 1e-6)
      #expect(abs(x[row, 0]) <= 1)
    }
    let noisy = try PlaneData.make(n: 4000, noise: 0.5)
    let (a, b) = (try #require(noisy["x"]), try #require(noisy["y"]))
    let errors = (0..<4000).map { Double(b[$0, 0] - (a[$0, 0] + a[$0, 1]) / 2) }
    let deviation = (errors.reduce(0) { $0 + $1 * $1 } / 4000).squareRoot()
    #expect(abs(deviation - 0.5) < 0.03)
    let sine = try SineData.make(n: 5, noise: 0)
    for (value, expected) in zip(try #require(sine["y"]).values, [0, -1, 0, 1, 0]) {
      #expect(abs(value - Float(expected)) < 1e-6)
    }
    #expect(sine["x"]?.values.last == Float(Double.pi))
    #expect(try PlaneData.make(n: 1).rows == 1)
  }

  @Test func timeSeriesGoOn() throws {
    let data = try TimeSeriesData.make(n: 30, length: 40, noise: 0)
    #expect(data["x"]?.shape == [30, 40, 1])
    #expect(data["y"]?.shape == [30, 1])
    let (x, y) = (try #require(data["x"]), try #require(data["y"]))
    #expect(x.values.allSatisfy { abs($0) <= 0.7 })
    // The next value is near the last two's straight line: the waves are smooth.
    for row in 0..<30 {
      #expect(abs(y[row, 0] - (2 * x[row, 39, 0] - x[row, 38, 0])) < 0.3)
    }
  }

  @Test func parity() throws {
    let data = try ParityData.make(n: 200, length: 7)
    for (bits, label) in zip(try rows(data, "x"), try rows(data, "y")) {
      #expect(bits.allSatisfy { $0 == 0 || $0 == 1 })
      #expect(bits.filter { $0 == 1 }.count.isMultiple(of: 2) == (label[0] == 0))
    }
  }

  @Test(arguments: SymbolData.Task.allCases)
  func symbols(_ task: SymbolData.Task) throws {
    let data = try SymbolData.make(task, n: 60, length: 9, symbols: 5)
    for (x, y) in zip(try texts(data, "x"), try texts(data, "y")) {
      #expect(x.count == 9)
      #expect(x.allSatisfy { ("a"..."e").contains($0) })
      switch task {
      case .copy: #expect(y == x)
      case .reverse: #expect(y == String(x.reversed()))
      case .sort: #expect(y == String(x.sorted()))
      }
    }
  }

  @Test func brackets() throws {
    let data = try BracketData.make(n: 300, length: 14, kinds: 3, depth: 3)
    let closing: [Character: Character] = [")": "(", "]": "[", "}": "{"]
    var deepest = 0
    for (text, label) in zip(try texts(data, "x"), try rows(data, "y")) {
      var open: [Character] = []
      var isBalanced = true
      for bracket in text {
        if let opening = closing[bracket] {
          if open.popLast() != opening { isBalanced = false }
        } else {
          open.append(bracket)
        }
        if isBalanced, label[0] == 1 { deepest = max(deepest, open.count) }
      }
      #expect((isBalanced && open.isEmpty) == (label[0] == 1), "\(text)")
    }
    #expect(deepest == 3)
    #expect(try rows(data, "y").filter { $0 == [1] }.count == 150)
  }

  @Test func sums() throws {
    let data = try AdderData.make(n: 200, digits: 3)
    for (x, y) in zip(try texts(data, "x"), try texts(data, "y")) {
      let parts = x.dropLast().split(separator: "+").compactMap { Int($0) }
      #expect(x.last == "=")
      #expect(parts.count == 2)
      #expect(Int(y) == parts.reduce(0, +))
      #expect(y.count == 4)
    }
  }

  @Test func recall() throws {
    let data = try RecallData.make(n: 100, lag: 30, symbols: 3)
    for (text, label) in zip(try texts(data, "x"), try rows(data, "y")) {
      #expect(text.count == 32)
      #expect(text.last == "?")
      #expect(String(try #require(text.first)) == data.classNames?[label[0]])
      #expect(text.dropFirst().dropLast().allSatisfy { ("a"..."d").contains($0) })
    }
  }

  // MARK: Numbers and dates

  @Test(arguments: [
    (0, "zero", "null", "sıfır"), (1, "one", "eins", "bir"), (7, "seven", "sieben", "yedi"),
    (12, "twelve", "zwölf", "on iki"), (17, "seventeen", "siebzehn", "on yedi"),
    (21, "twenty one", "ein und zwanzig", "yirmi bir"), (30, "thirty", "dreißig", "otuz"),
    (100, "one hundred", "ein hundert", "yüz"),
    (101, "one hundred one", "ein hundert eins", "yüz bir"),
    (342, "three hundred forty two", "drei hundert zwei und vierzig", "üç yüz kırk iki"),
    (1000, "one thousand", "ein tausend", "bin"),
    (
      1999, "one thousand nine hundred ninety nine",
      "ein tausend neun hundert neun und neunzig", "bin dokuz yüz doksan dokuz"
    ),
    (
      101_001, "one hundred one thousand one", "ein hundert ein tausend eins", "yüz bir bin bir"
    ),
    (
      999_999, "nine hundred ninety nine thousand nine hundred ninety nine",
      "neun hundert neun und neunzig tausend neun hundert neun und neunzig",
      "dokuz yüz doksan dokuz bin dokuz yüz doksan dokuz"
    ),
  ])
  func numbersInWords(_ number: Int, _ english: String, _ german: String, _ turkish: String) {
    for (language, expected) in [
      (TextLanguage.english, english), (.german, german), (.turkish, turkish),
    ] {
      #expect(NumberWords.words(number, in: language).joined(separator: " ") == expected)
    }
  }

  @Test(arguments: TextLanguage.allCases)
  func everyNumberHasItsOwnWords(_ language: TextLanguage) {
    let known = Set(NumberWords.vocabulary(of: language))
    var seen = Set<[String]>()
    for number in 0..<3000 {
      let words = NumberWords.words(number, in: language)
      #expect(seen.insert(words).inserted, "\(number)")
      #expect(known.isSuperset(of: words), "\(number)")
    }
  }

  @Test func numberPairs() throws {
    let data = try NumberWordsData.make(target: .words(.german), n: 1000)
    let numbers = try texts(data, "x").compactMap { Int($0) }
    #expect(Set(numbers) == Set(0..<1000))
    for (number, words) in zip(numbers, try texts(data, "y")) {
      #expect(words == NumberWords.words(number, in: .german).joined(separator: " "))
    }
    for row in try rows(data, "y") {
      let end = try #require(row.firstIndex(of: 2))
      #expect(row[0] == 1)
      #expect(row[(end + 1)...].allSatisfy { $0 == 0 })
    }
    let pairs = try NumberWordsData.make(
      source: .words(.turkish), target: .digits, n: 50, limit: 20)
    #expect(pairs.rows == 50)
    let error = #expect(throws: EngineError.self) { try NumberWordsData.Notation("fr") }
    #expect(
      error
        == EngineError(
          "number_words: 'fr' is no way to write numbers",
          hint: "use \"digits\", \"en\", \"de\" or \"tr\""))
  }

  @Test func dates() throws {
    let data = try DateData.make(n: 400)
    var styles = Set<Bool>()
    for (written, iso) in zip(try texts(data, "x"), try texts(data, "y")) {
      let parts = iso.split(separator: "-").compactMap { Int($0) }
      #expect(iso.count == 10 && parts.count == 3)
      #expect((1950..<2050).contains(parts[0]) && (1...12).contains(parts[1]))
      #expect(written.contains(String(parts[0])))
      #expect(written.contains(String(parts[2])))
      if written.hasPrefix("saturday, ") { styles.insert(true) }
    }
    #expect(styles == [true])
    // 21 November 2026 is a Saturday; every weekday of a written date follows from it.
    for (written, iso) in zip(try texts(data, "x"), try texts(data, "y")) {
      guard let comma = written.firstIndex(of: ","), written.contains("day") else { continue }
      let parts = iso.split(separator: "-").compactMap { Int($0) }
      let names = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
      ]
      let difference = days(parts[0], parts[1], parts[2]) - days(2026, 11, 21)
      #expect(String(written[..<comma]) == names[((5 + difference) % 7 + 7) % 7], "\(written)")
    }
  }

  /// Days since some day, by counting years and months one by one.
  private func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    let months = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1900..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
      + months[..<(month - 1)].reduce(0, +) + day
  }

  @Test func sentences() throws {
    let data = try GrammarData.make(n: 400)
    let tags = try #require(data.columns.first { $0.name == "tags" })
    var seen: [String: Set<String>] = [:]
    for row in 0..<400 {
      let words = try #require(data.columns[0].text(row: row)).split(separator: " ")
      let marks = try #require(tags.text(row: row)).split(separator: " ")
      #expect(words.count == marks.count)
      #expect(words.last == ".")
      #expect(words.count >= 5)
      for (word, mark) in zip(words, marks) { seen[String(word), default: []].insert(String(mark)) }
    }
    // Most words have one part of speech, those that have two are what a tagger is for.
    #expect(seen["fish"] == ["NOUN", "VERB"])
    #expect(seen["the"] == ["DET"])
    #expect(seen.values.filter { $0.count > 1 }.count >= 8)
    #expect(data.classNames == ["sea", "kitchen", "school", "garden"])
    #expect(Set(try #require(data["y"]).values) == [0, 1, 2, 3])
  }

  // MARK: Errors

  @Test func sizesThatCannotBe() {
    func message(_ make: () throws -> Dataset) -> String? {
      #expect(throws: EngineError.self) { try make() }?.message
    }
    #expect(message { try PlaneData.make(n: 0) } == "plane with n=0: it has at least 1 point")
    #expect(
      message { try ParityData.make(n: 0) } == "parity with n=0: it has at least 1 row")
    #expect(
      message { try ParityData.make(length: 0) }
        == "parity with length=0: it is between 1 and 1048576")
    #expect(
      message { try SymbolData.make(.copy, symbols: 27) }
        == "copy_task with symbols=27: it is between 2 and 26")
    #expect(
      message { try SymbolData.make(.sort, n: 1 << 20, length: 1 << 20) }
        == "abc_sort with n=1048576 and rows of 1048576 has more than 16777216 numbers")
    #expect(
      message { try BracketData.make(length: 7) }
        == "dyck with length=7: brackets come in pairs, so it is even")
    #expect(
      message { try AdderData.make(digits: 10) } == "adder with digits=10: it is between 1 and 9")
    #expect(
      message { try RecallData.make(lag: -1) } == "recall with lag=-1: it is between 0 and 1048576")
    #expect(
      message { try TimeSeriesData.make(noise: .nan) }
        == "time_series with noise=nan: noise is between 0 and 1000000")
    #expect(
      message { try NumberWordsData.make(limit: 2_000_000) }
        == "number_words with limit=2000000: it is between 1 and 1000000")
    for n in [Int.min, -1, Int.max] {
      #expect(message { try DateData.make(n: n) } != nil)
      #expect(message { try GrammarData.make(n: n) } != nil)
    }
  }
}
