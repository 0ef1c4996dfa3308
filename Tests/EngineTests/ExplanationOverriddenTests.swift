// Explanations of values that no operation gives: somebody has set them.

import Engine
import Testing

/// Values that were changed by hand need not be what an operation can give.
@Suite struct OverriddenExplanationTests {
  @Test(arguments: [Float.nan, .infinity, -1, 1e30, 0.5, 99])
  func placesThatAreNone(_ value: Float) throws {
    let x = Tensor(shape: [2, 3], values: [3, 1, 2, 6, 5, 4])
    let operations: [any Operation] = [
      ArgMax(axis: 1), ArgSort(axis: 1), Extremum(maximum: true, axis: 1), Product(axis: 1),
      Softmax(), LogSoftmax(), RunningProduct(axis: 1), RunningSum(axis: 1),
    ]
    for operation in operations {
      let shape = try operation.shape(of: [x.shape])
      let output = Tensor(shape: shape, repeating: value)
      for element in 0..<shape.count {
        let explanation = operation.terms(at: element, inputs: [x], output: output)
        #expect(!explanation.terms.isEmpty)
      }
    }
  }
}
