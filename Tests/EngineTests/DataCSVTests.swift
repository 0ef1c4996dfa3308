import Engine
import Foundation
import TestSupport
import Testing

/// Tables from files: what is read, and what is said when it cannot be.
@Suite struct DataCSVTests {
  private func read(
    _ text: String, target: String? = nil, header: CSVFile.Header = .automatic,
    delimiter: String? = nil
  ) throws(EngineError) -> Dataset {
    try CSVFile.dataset(
      bytes: Array(text.utf8), name: "mine.csv", target: target, header: header,
      delimiter: delimiter)
  }

  private func error(
    _ text: String, target: String? = nil, header: CSVFile.Header = .automatic,
    delimiter: String? = nil
  ) -> EngineError? {
    #expect(throws: EngineError.self) {
      try read(text, target: target, header: header, delimiter: delimiter)
    }
  }

  @Test func numbersWithAHeader() throws {
    let data = try read("width,height\n1,2.5\n-3e1,+.5\n")
    #expect(data["x"] == Tensor(shape: [2, 2], values: [1, 2.5, -30, 0.5]))
    #expect(data["y"] == nil)
    #expect(data.featureNames == ["width", "height"])
    #expect(data.name == "mine.csv")
  }

  @Test func textTargetsBecomeClassesInSortedOrder() throws {
    let data = try read(
      "width,species,height\n1,virginica,2\n3,setosa,4\n5,virginica,6\n", target: "species")
    #expect(data["x"] == Tensor(shape: [3, 2], values: [1, 2, 3, 4, 5, 6]))
    #expect(data["y"] == Tensor(shape: [3], values: [1, 0, 1]))
    #expect(data.classNames == ["setosa", "virginica"])
    #expect(data.featureNames == ["width", "height"])
  }

  @Test func numericTargetsStayNumbers() throws {
    let data = try read("a,b\n1,2\n3,0\n", target: "b")
    #expect(data["y"] == Tensor(shape: [2], values: [2, 0]))
    #expect(data.classNames == nil)
  }

  @Test func targetsWithSomeTextAreClasses() throws {
    let data = try read("a,b\n1,2\n3,x\n5,10\n", target: "b")
    #expect(data.classNames == ["10", "2", "x"])
    #expect(data["y"]?.values == [1, 2, 0])
  }

  @Test func quotesFollowTheStandard() throws {
    let text =
      "\"wi,dth\",\"the \"\"best\"\"\r\nname\"\r\n\"1\",a\r\n 2 , \"b \"\"c\"\"\" \r\n3,\"a\"\r\n"
    let data = try read(text, target: "the \"best\"\r\nname")
    #expect(data.featureNames == ["wi,dth"])
    #expect(data["x"]?.values == [1, 2, 3])
    #expect(data.classNames == ["a", "b \"c\""])
    #expect(data["y"]?.values == [0, 1, 0])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEnd(_ end: String) throws {
    let text = ["a,b", "1,2", "", "3,4"].joined(separator: end)
    let expected = Tensor(shape: [2, 2], values: [1, 2, 3, 4])
    #expect(try read(text)["x"] == expected)
    #expect(try read(text + end + end)["x"] == expected)
  }

  @Test func byteOrderMarkIsSkipped() throws {
    let data = try read("\u{FEFF}a,b\n1,2\n")
    #expect(data.featureNames == ["a", "b"])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func delimiterIsFound(_ delimiter: String) throws {
    let text = "a,b\n1,2\n3,4\n".replacing(",", with: delimiter)
    #expect(try read(text)["x"] == Tensor(shape: [2, 2], values: [1, 2, 3, 4]))
    #expect(try read(text, delimiter: delimiter)["x"]?.values == [1, 2, 3, 4])
  }

  @Test func delimiterByNameAndSpace() throws {
    #expect(try read("1\t2\n", delimiter: "tab")["x"]?.values == [1, 2])
    #expect(try read("1 2\n", delimiter: " ")["x"]?.values == [1, 2])
    #expect(
      error("1,2", delimiter: "ab")
        == EngineError(
          "the delimiter 'ab' is not one plain character",
          hint: "use \",\", \";\", \"|\" or \"tab\""))
    #expect(
      error("1,2", delimiter: "\"")?.message == "the delimiter '\"' is not one plain character")
    #expect(error("1,2", delimiter: "")?.message == "the delimiter '' is not one plain character")
  }

  @Test func headerIsFound() throws {
    #expect(try read("1,2\n3,4\n")["x"]?.shape == [2, 2])
    #expect(try read("1,2\n3,4\n").featureNames == ["column 1", "column 2"])
    #expect(try read("1,2\n3,4\n", header: .present).featureNames == ["1", "2"])
    // A text target does not make a header of the first row.
    let iris = try read("5.1,3.5,setosa\n4.9,3,virginica\n", target: "column 3")
    #expect(iris["x"]?.shape == [2, 2])
    // Pixel columns that are named by numbers, and the index column without a name.
    #expect(try read("0,1,label\n5,6,7\n").featureNames == ["0", "1", "label"])
    #expect(try read(",a\n0,1\n").featureNames == ["column 1", "a"])
  }

  @Test func oneColumn() throws {
    #expect(try read("a\n1\n2")["x"] == Tensor(shape: [2, 1], values: [1, 2]))
  }

  @Test func emptyTables() {
    #expect(error("") == EngineError("mine.csv is empty"))
    #expect(error("\n\r\n  \n") == EngineError("mine.csv is empty"))
    #expect(error("a,b\n") == EngineError("mine.csv has a header and no rows"))
  }

  @Test func raggedRows() {
    let six = "a,b,c,d,e\n" + String(repeating: "1,2,3,4,5\n", count: 5)
    #expect(
      error(six + "1,2,3,4\n")
        == EngineError("mine.csv line 7 has 4 fields where the header has 5"))
    #expect(error("1,2\n3\n") == EngineError("mine.csv line 2 has 1 field where line 1 has 2"))
    #expect(error("1,2\n3,4,\n") == EngineError("mine.csv line 2 has 3 fields where line 1 has 2"))
    #expect(error("1,2\n3,4,")?.message == "mine.csv line 2 has 3 fields where line 1 has 2")
  }

  @Test func cellsThatAreNoNumbers() {
    let head = "width,b\n1,2\n"
    let place = "mine.csv line 3, column 'width'"
    let missing = "remove the row or fill the value"
    #expect(
      error(head + "abc,1\n")
        == EngineError(
          "\(place): 'abc' is not a number",
          hint: "name the column that is to be predicted: target=\"…\""))
    #expect(
      error(head + "abc,1\n", target: "b")
        == EngineError(
          "\(place): 'abc' is not a number",
          hint: "features are numbers: remove the column or code it as numbers"))
    #expect(error(head + ",1\n") == EngineError("\(place) is empty", hint: missing))
    #expect(error(head + "\"\",1\n") == EngineError("\(place) is empty", hint: missing))
    for text in ["nan", "NaN", "NA", "n/a", "null", "-nan"] {
      #expect(error(head + text + ",1\n") == EngineError("\(place) is NaN", hint: missing))
    }
    for text in ["inf", "-Infinity", "+INF"] {
      #expect(error(head + text + ",1\n") == EngineError("\(place) is infinite", hint: missing))
    }
    #expect(
      error(head + "1e999,1\n") == EngineError("\(place): '1e999' is too large a number"))
    for text in ["0x10", "1e", "--1", "1.2.3", ".", "+", "1_000", "１"] {
      #expect(error(head + text + ",1\n")?.message == "\(place): '\(text)' is not a number")
    }
    let long = String(repeating: "9", count: 500)
    #expect(
      error(head + long + ",1\n")?.message
        == "\(place): '\(String(repeating: "9", count: 40))…' is not a number")
    #expect(
      error("a;b\n1;2\n1,5;2\n")
        == EngineError(
          "mine.csv line 3, column 'a': '1,5' is not a number",
          hint: "decimals are written with a point: 1.5"))
  }

  @Test func numbersAreRoundedCorrectly() throws {
    var random = SplitMix(seed: 11)
    var texts = ["0", "-0", "-0.0", "5.", ".5", "-.25", "9999999", "0.000001", "16777217"]
    for _ in 0..<2000 {
      let digits = Int.random(in: 0...99_999_999, using: &random)
      let text = String(digits)
      let place = Int.random(in: 0...text.count, using: &random)
      texts.append((digits % 2 == 0 ? "-" : "") + text.prefix(place) + "." + text.dropFirst(place))
    }
    let values = try #require(try read(texts.joined(separator: "\n"))["x"]).values
    for (text, value) in zip(texts, values) {
      // By the C library.
      #expect(value.bitPattern == strtof(text, nil).bitPattern, "\(text)")
    }
  }

  @Test func tinyNumbersBecomeZero() throws {
    #expect(try read("1e-999,1e-45\n")["x"]?.values == [0, Float.leastNonzeroMagnitude])
  }

  @Test func missingTargetsAreErrorsInEitherOrder() {
    let missing = "remove the row or fill the value"
    #expect(
      error("a,b\n1,\n2,x\n", target: "b")
        == EngineError("mine.csv line 2, column 'b' is empty", hint: missing))
    #expect(
      error("a,b\n1,x\n2,\n", target: "b")
        == EngineError("mine.csv line 3, column 'b' is empty", hint: missing))
    #expect(
      error("a,b\n1,x\n2,nan\n", target: "b")
        == EngineError("mine.csv line 3, column 'b' is NaN", hint: missing))
  }

  @Test func unknownTargets() {
    #expect(
      error("a,b,c\n1,2,3\n", target: "d")
        == EngineError("mine.csv has no column 'd'", hint: "its columns are: a, b, c"))
    let many = (1...25).map(String.init).joined(separator: ",")
    #expect(
      error(many + "\n", target: "d")?.hint
        == "its columns are: " + (1...20).map { "column \($0)" }.joined(separator: ", ")
        + ", … (25 in all)")
    #expect(
      error("a,b,b\n1,2,3\n", target: "b")
        == EngineError("mine.csv has 2 columns named 'b'", hint: "rename all but one"))
    #expect(
      error("a\n1\n", target: "a")
        == EngineError("mine.csv has no column besides the target 'a'"))
  }

  @Test func tooManyClasses() {
    var text = "a,b\n"
    for row in 0...65_536 { text += "1,t\(row)\n" }
    #expect(
      error(text, target: "b")
        == EngineError(
          "mine.csv column 'b' has more than 65536 different texts",
          hint: "a target is a number or the name of a class"))
  }

  @Test func brokenQuotes() {
    #expect(
      error("a,b\n1,2\n\"3,4\n5,6\n")
        == EngineError("mine.csv line 3: a quote is opened and never closed"))
    #expect(
      error("a,b\n\"1\"x,2\n")
        == EngineError(
          "mine.csv line 2: there is text after a closing quote",
          hint: "a quote inside a quoted field is written twice"))
  }

  @Test func filesThatAreNoText() {
    func error(_ bytes: [UInt8], target: String? = nil) -> EngineError? {
      #expect(throws: EngineError.self) {
        try CSVFile.dataset(bytes: bytes, name: "mine.csv", target: target)
      }
    }
    let hint = "save it as CSV in UTF-8"
    let zero = EngineError(
      "mine.csv line 2 holds a zero byte: this is not a text file", hint: hint)
    #expect(error(Array("1,2\n3,\0\n".utf8)) == zero)
    #expect(error(Array("1,2\n\"\0\n".utf8)) == zero)
    #expect(
      error([0xFF, 0xFE, 0x31, 0]) == EngineError("mine.csv is written in UTF-16", hint: hint))
    #expect(
      error(Array("a,".utf8) + [0xE9] + Array("\n1,2\n".utf8))
        == EngineError("mine.csv line 1 is not UTF-8 text", hint: hint))
    #expect(
      error(Array("a,b\n1,".utf8) + [0xE9], target: "b")
        == EngineError("mine.csv column 'b' is not UTF-8 text", hint: hint))
  }

  @Test func filesThatCannotBeRead() throws {
    func error(_ path: String) -> EngineError? {
      #expect(throws: EngineError.self) { try CSVFile.dataset(path: path) }
    }
    #expect(error("") == EngineError("the path of the file is empty"))
    #expect(error("/no/such.csv") == EngineError("'/no/such.csv' does not exist"))
    #expect(error("/dev/null/x") == EngineError("'/dev/null/x' does not exist"))
    #expect(error("/etc\0.csv") == EngineError("'/etc\0.csv' does not exist"))
    #expect(error("/") == EngineError("'/' is a folder, not a file"))
    #expect(
      error("/dev/null") == EngineError("'/dev/null' is a device or a pipe, not a file"))
    let long = String(repeating: "x", count: 300)
    #expect(error(long) == EngineError("'\(long)' cannot be read: File name too long"))
  }

  @Test func filesOnDisk() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nabla-csv-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "mine.csv")
    try Data("a,b\n1,x\n2,y\n".utf8).write(to: file)
    let data = try CSVFile.dataset(path: file.path(), target: "b")
    #expect(data["x"]?.values == [1, 2])
    #expect(data.name == file.path())

    // A hole: large without taking space.
    let large = folder.appending(path: "large.csv")
    #expect(FileManager.default.createFile(atPath: large.path(), contents: nil))
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: UInt64(CSVFile.largestFile) + 1)
    try handle.close()
    let tooLarge = #expect(throws: EngineError.self) {
      try CSVFile.dataset(path: large.path())
    }
    #expect(
      tooLarge
        == EngineError("'\(large.path())' is larger than 1024 MiB", hint: "use a part of it"))

    // Whoever may read everything reads this too.
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path())
    if !FileManager.default.isReadableFile(atPath: file.path()) {
      let refused = #expect(throws: EngineError.self) {
        try CSVFile.dataset(path: file.path())
      }
      #expect(refused == EngineError("no permission to read '\(file.path())'"))
    }
  }

  @Test func randomBytesNeverTrap() {
    var random = SplitMix(seed: 5)
    let likely = Array("1234567890.,;\t\n\r\"\"-e ab|\u{FEFF}ğ".utf8)
    for round in 0..<3000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in
        round % 3 == 0
          ? UInt8.random(in: 0...255, using: &random)
          : likely[Int.random(in: 0..<likely.count, using: &random)]
      }
      let header: [CSVFile.Header] = [.automatic, .present, .absent]
      if let data = try? CSVFile.dataset(
        bytes: bytes, name: "mine.csv", target: round % 2 == 0 ? "column 1" : nil,
        header: header[round % 3])
      {
        #expect(data["x"]?.values.allSatisfy(\.isFinite) == true)
      }
    }
  }
}
