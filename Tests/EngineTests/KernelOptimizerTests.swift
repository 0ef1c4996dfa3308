// The optimizer's kernels against their definitions, and the whole update against its pieces.

import CKernels
import Testing

extension Kernels {
  @Suite struct Optimizer {
    @Test func pieces() {
      let n = 37
      let x = noise(n, seed: 27)
      let y = noise(n, seed: 28)
      let v = y.map { $0 * $0 }
      atEveryLevel { _ in
        var out = [Float](repeating: 9, count: n)
        nabla_scaled_add(n, -0.1, x, y, &out)
        #expect(out == (0..<n).map { y[$0].addingProduct(-0.1, x[$0]) })
        nabla_moving_average(n, 0.9, x, y, &out)
        let rest: Float = 1 - 0.9
        #expect(out == (0..<n).map { (rest * y[$0]).addingProduct(0.9, x[$0]) })
        nabla_moving_square(n, 0.9, x, y, &out)
        #expect(out == (0..<n).map { (rest * y[$0] * y[$0]).addingProduct(0.9, x[$0]) })
        nabla_adam_delta(n, 0.01, 1e-8, x, v, &out)
        #expect(out == (0..<n).map { -0.01 * x[$0] / (v[$0].squareRoot() + 1e-8) })
      }
    }

    @Test func momentsBelowTheNormalNumbersAreZero() {
      let least = Float.leastNormalMagnitude
      let state: [Float] = [least, -least, 2 * least, least / 2, 0, -0.0, .nan]
      let g = [Float](repeating: 0, count: state.count)
      atEveryLevel { _ in
        for kernel in [nabla_moving_average, nabla_moving_square] {
          var out = [Float](repeating: 9, count: state.count)
          kernel(state.count, 0.9, state, g, &out)
          #expect(bits(Array(out[..<6])) == bits([0, 0, 0.9 * (2 * least), 0, 0, 0]))
          #expect(out[6].isNaN)
        }
      }
    }

    static let updates = [
      NablaAdam(
        gradient_scale: 1, l2: 0, decoupled: 0, beta1: 0.9, beta2: 0.999, correction1: 10,
        correction2: 1000.0129, rate: 1e-3, epsilon: 1e-8),
      NablaAdam(
        gradient_scale: 0.37, l2: 0, decoupled: 1e-4, beta1: 0.9, beta2: 0.99,
        correction1: 1.234, correction2: 3.21, rate: 1e-3, epsilon: 1e-8),
      NablaAdam(
        gradient_scale: 1, l2: 0.01, decoupled: 0, beta1: 0.5, beta2: 0.9, correction1: 2,
        correction2: 10, rate: 0.3, epsilon: 1e-3),
    ]

    /// The pieces one after the other, as the program's instructions run them.
    static func inPieces(
      _ adam: NablaAdam, _ w: inout [Float], _ g: [Float], _ m: inout [Float], _ v: inout [Float]
    ) {
      let n = w.count
      func times(_ x: [Float], _ factor: Float) -> [Float] {
        var out = x
        nabla_zip(NABLA_MULTIPLY, 1, n, x, 0, 1, [factor], 0, 0, &out)
        return out
      }
      func plus(_ scale: Float, _ x: [Float], _ y: [Float]) -> [Float] {
        var out = x
        nabla_scaled_add(n, scale, x, y, &out)
        return out
      }
      var g = adam.gradient_scale == 1 ? g : times(g, adam.gradient_scale)
      if adam.decoupled != 0 { w = plus(-adam.decoupled, w, w) }
      if adam.l2 != 0 { g = plus(adam.l2, w, g) }
      let (oldM, oldV) = (m, v)
      nabla_moving_average(n, adam.beta1, oldM, g, &m)
      nabla_moving_square(n, adam.beta2, oldV, g, &v)
      var delta = w
      nabla_adam_delta(
        n, adam.rate, adam.epsilon, times(m, adam.correction1), times(v, adam.correction2), &delta)
      let oldW = w
      nabla_zip(NABLA_ADD, 1, n, oldW, 0, 1, delta, 0, 1, &w)
    }

    @Test(arguments: [0, 1, 3, 17, 33, 40_001]) func wholeUpdateHasTheBitsOfItsPieces(n: Int) {
      let w = noise(n, seed: 31)
      var g = noise(n, seed: 32)
      let m = noise(n, seed: 33)
      let v = noise(n, seed: 34).map { $0 * $0 }
      // Dead and dying units, and what no square root or division may trip over.
      let edges: [Float] = [0, -0.0, 1e-30, .infinity, .nan, 1e38]
      for (place, value) in edges.enumerated()
      where place * 3 < n { g[place * 3] = value }
      for adam in Self.updates {
        var expected = (w, m, v)
        Self.inPieces(adam, &expected.0, g, &expected.1, &expected.2)
        atEveryLevel { level in
          withEveryThreadCount { threads in
            var got = (w, m, v)
            withUnsafePointer(to: adam) { nabla_adam_update($0, n, &got.0, g, &got.1, &got.2) }
            #expect(bits(got.0) == bits(expected.0), "\(level) \(threads)")
            #expect(bits(got.1) == bits(expected.1), "\(level) \(threads)")
            #expect(bits(got.2) == bits(expected.2), "\(level) \(threads)")
          }
        }
      }
    }
  }
}
