import Engine
import TestSupport
import Testing

/// The reader of reference values and the tolerance that all comparisons go through.
@Suite struct DataGoldenTests {
  @Test func aCaseHasItsTensorsAndSettings() throws {
    let golden = try GoldenCase.load(named: "operation/matmul-2d")
    #expect(golden.name == "matmul")
    #expect(golden.outputError == 2.7e-08)
    #expect(golden.gradientError == 4.8e-08)
    #expect(golden["shapes"]?.list?.map(\.ints) == [[3, 4], [4, 5]])
    let inputs = try golden.inputs
    #expect(inputs.map(\.shape) == [[3, 4], [4, 5]])
    #expect(try golden.tolerance("grad_input.0") == .tensor(error: 4.8e-08))
    // The product itself, in double precision from the inputs.
    let product = (0..<15).map { place in
      (0..<4).reduce(0.0) {
        $0 + Double(inputs[0][place / 5, $1]) * Double(inputs[1][$1, place % 5])
      }
    }
    for (value, expected) in zip(product, try golden.expected("output.0")) {
      #expect(abs(value - expected) < 1e-12)
    }
    try expectClose(
      Tensor(shape: [3, 5], values: product.map { Float($0) }), golden, "output.0")
  }

  @Test func integersAndSettingsOfOtherKinds() throws {
    let loss = try GoldenCase.load(named: "loss/cross_entropy-mean")
    #expect(try loss.ints("input.1").count == 5)
    #expect(loss["reduction"]?.string == "mean")
    #expect(loss["ignore_index"]?.int == -100)
    #expect(loss["weight"]?.bool == false)
    let slice = try GoldenCase.load(named: "operation/slice-steps")
    #expect(slice["slices"]?.list?.first?.list == [.none, .none, .number(2)])
    #expect(try GoldenCase.load(named: "operation/argmax-rows").tolerance("output.0") == .exact)
    #expect(GoldenCase.paths("operation", "matmul").count == 8)
  }

  @Test(arguments: [
    "activation", "clipping", "initializer", "layer", "loss", "operation", "optimizer", "schedule",
    "text",
  ])
  func everyFileReads(_ kind: String) throws {
    let paths = GoldenCase.paths(kind)
    #expect(!paths.isEmpty)
    for path in paths {
      let golden = try GoldenCase.load(named: path)
      #expect(!golden.names("output").isEmpty, "\(path)")
    }
  }

  @Test func differencesAreFound() {
    withKnownIssue { expectClose([1], [1, 1], .exact) }
    withKnownIssue { expectClose([1.001], [1], .elementwise) }
    withKnownIssue { expectClose([.nan], [1], .relative(1)) }
    withKnownIssue { expectClose([.infinity], [-.infinity], .relative(1)) }
    withKnownIssue { expectClose([0, 1], [0, 2], .tensor(error: 0)) }
    expectClose([1 + 1e-6, .infinity, .nan], [1, .infinity, .nan], .elementwise)
    expectClose([100, 1e-4], [100, 0], .tensor(error: 0))
    expectClose([], [], .exact)
  }

  @Test func shapesAreCompared() throws {
    let golden = try GoldenCase.load(named: "operation/matmul-2d")
    withKnownIssue {
      try expectClose(Tensor(shape: [15], repeating: 0), golden, "output.0")
    }
    #expect(throws: ReferenceFileError.self) { try golden.tensor("output.7") }
  }

  @Test func tornFilesAreRefused() {
    #expect(throws: ReferenceFileError.self) { try SafetensorsFile([1, 2], name: "torn") }
    #expect(throws: ReferenceFileError.self) {
      try SafetensorsFile([255, 255, 255, 255, 255, 255, 255, 127], name: "torn")
    }
    let header = Array(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#.utf8)
    let start = [UInt8(header.count), 0, 0, 0, 0, 0, 0, 0]
    #expect(throws: ReferenceFileError.self) {
      try SafetensorsFile(start + header + [0, 0, 0, 0], name: "torn")
    }
    #expect(throws: Never.self) {
      try SafetensorsFile(start + header + [0, 0, 0, 0, 0, 0, 0x80, 0x3F], name: "whole")
    }
  }
}
