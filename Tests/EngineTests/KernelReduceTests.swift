// Reductions, softmax and the optimizer's pieces against their definitions, written out plainly.

import CKernels
import Foundation
import Testing

extension Kernels {
  @Suite struct Reductions {
    /// Sixteen lanes, then lane l with l + 8, + 4, + 2, + 1.
    static func laneSum(_ x: ArraySlice<Float>) -> Float {
      var lanes = [Float](repeating: 0, count: 16)
      for (i, value) in x.enumerated() { lanes[i % 16] += value }
      for half in [8, 4, 2, 1] { for l in 0..<half { lanes[l] += lanes[l + half] } }
      return lanes[0]
    }

    /// Blocks of 4096 in 64 lanes, lane l with l + 32, + 16 …; the blocks one after the other.
    static func blockSum(_ x: [Float]) -> Float {
      stride(from: 0, to: x.count, by: 4096).reduce(0) { total, start in
        var lanes = [Float](repeating: 0, count: 64)
        for (i, value) in x[start..<min(start + 4096, x.count)].enumerated() {
          lanes[i % 64] += value
        }
        for half in [32, 16, 8, 4, 2, 1] { for l in 0..<half { lanes[l] += lanes[l + half] } }
        return total + lanes[0]
      }
    }

    static func reduce(
      _ f: NablaReduction, _ outer: Int, _ n: Int, _ inner: Int, _ x: [Float]
    ) -> [Float] {
      var out = [Float](repeating: 9, count: outer * inner)
      nabla_reduce(f, outer, n, inner, x, &out)
      return out
    }

    @Test(arguments: [0, 1, 5, 15, 16, 17, 31, 33, 64, 100, 1000, 1366, 3001])
    func sumsAlongTheInnermostAxis(n: Int) {
      let x = noise(3 * n, seed: 21)
      let expected = (0..<3).map { Self.laneSum(x[($0 * n)..<(($0 + 1) * n)]) }
      let squares = x.map { $0 * $0 }
      atEveryLevel { _ in
        #expect(Self.reduce(NABLA_SUM, 3, n, 1, x) == expected)
        #expect(
          bits(Self.reduce(NABLA_MEAN, 3, n, 1, x)) == bits(expected.map { $0 / Float(n) }))
        #expect(nabla_sum_squares(x.count, x) == Self.blockSum(squares))
      }
    }

    @Test(arguments: [(2, 3, 5), (1, 7, 16), (3, 4, 70), (1, 50, 130), (2, 0, 3), (0, 3, 4)])
    func sumsAlongAnotherAxis(outer: Int, n: Int, inner: Int) {
      let x = noise(outer * n * inner, seed: 22)
      var sums: [Float] = []
      var most: [Float] = []
      var least: [Float] = []
      var products: [Float] = []
      for o in 0..<outer {
        for i in 0..<inner {
          var (sum, high, low) = (Float(0), -Float.infinity, Float.infinity)
          var product = Float(1)
          for r in 0..<n {
            let value = x[(o * n + r) * inner + i]
            sum += value
            product *= value
            high = max(high, value)
            low = min(low, value)
          }
          sums.append(sum)
          products.append(product)
          most.append(high)
          least.append(low)
        }
      }
      atEveryLevel { _ in
        #expect(Self.reduce(NABLA_SUM, outer, n, inner, x) == sums)
        let means = sums.map { $0 / Float(n) }
        #expect(bits(Self.reduce(NABLA_MEAN, outer, n, inner, x)) == bits(means))
        #expect(Self.reduce(NABLA_MAX, outer, n, inner, x) == most)
        #expect(Self.reduce(NABLA_MIN, outer, n, inner, x) == least)
        #expect(Self.reduce(NABLA_PRODUCT, outer, n, inner, x) == products)
      }
    }

    @Test func extremesAlongRows() {
      atEveryLevel { _ in
        for n in [1, 2, 15, 16, 17, 40] {
          let x = noise(n, seed: 23)
          #expect(Self.reduce(NABLA_MAX, 1, n, 1, x) == [x.max() ?? 0])
          #expect(Self.reduce(NABLA_MIN, 1, n, 1, x) == [x.min() ?? 0])
          // Powers of two multiply without rounding, in whatever order.
          let powers = x.map { Float(sign: .plus, exponent: $0 > 0 ? 1 : -1, significand: 1) }
          #expect(Self.reduce(NABLA_PRODUCT, 1, n, 1, powers) == [powers.reduce(1, *)])
          for place in 0..<n {
            var spoilt = x
            spoilt[place] = .nan
            #expect(allNaN(Self.reduce(NABLA_MAX, 1, n, 1, spoilt)))
            #expect(allNaN(Self.reduce(NABLA_MIN, 1, n, 1, spoilt)))
            // As n rows of two: the NaNs meet in one column when n is even.
            #expect(allNaN(Self.reduce(NABLA_MAX, 1, n, 2, spoilt + spoilt)) == (n % 2 == 1))
          }
        }
      }
    }

    @Test func reductionsOfNothing() {
      #expect(Self.reduce(NABLA_SUM, 1, 0, 1, []) == [0])
      #expect(allNaN(Self.reduce(NABLA_MEAN, 1, 0, 1, [])))
      #expect(Self.reduce(NABLA_MAX, 1, 0, 1, []) == [-.infinity])
      #expect(Self.reduce(NABLA_MIN, 1, 0, 1, []) == [.infinity])
      #expect(Self.reduce(NABLA_PRODUCT, 1, 0, 1, []) == [1])
    }

    @Test(arguments: [1, 2, 10, 16, 33]) func softmaxAndItsLogarithm(columns: Int) {
      let rows = 5
      let x = noise(rows * columns, seed: 24).map { $0 * 30 }
      let g = noise(rows * columns, seed: 25)
      atEveryLevel { _ in
        var y = [Float](repeating: 9, count: x.count)
        var z = y
        var dy = y
        var dz = y
        nabla_softmax(rows, columns, x, &y)
        nabla_log_softmax(rows, columns, x, &z)
        nabla_softmax_gradient(rows, columns, g, y, &dy)
        nabla_log_softmax_gradient(rows, columns, g, z, &dz)
        for row in 0..<rows {
          let places = (row * columns)..<((row + 1) * columns)
          let most = Double(x[places].max() ?? 0)
          let sum = places.reduce(0) { $0 + exp(Double(x[$1]) - most) }
          let dot = places.reduce(0) { $0 + Double(g[$1]) * Double(y[$1]) }
          let total = places.reduce(0) { $0 + Double(g[$1]) }
          for i in places {
            let p = exp(Double(x[i]) - most) / sum
            // The difference of up to 60 is rounded before it is raised: 2 · 10⁻⁶.
            #expect(abs(Double(y[i]) - p) <= 3.5e-6 * p)
            #expect(abs(Double(z[i]) - (Double(x[i]) - most - log(sum))) <= 4e-6)
            #expect(abs(Double(dy[i]) - Double(y[i]) * (Double(g[i]) - dot)) <= 5e-7)
            #expect(abs(Double(dz[i]) - (Double(g[i]) - exp(Double(z[i])) * total)) <= 5e-6)
          }
        }
      }
    }

    @Test func softmaxIsTheSameAtEveryLevelAndThreadCount() {
      let (rows, columns) = (900, 65)
      let x = noise(rows * columns, seed: 26)
      var first: [[UInt32]] = []
      atEveryLevel { _ in
        withEveryThreadCount { _ in
          var outs = [[Float]](repeating: [Float](repeating: 9, count: x.count), count: 4)
          nabla_softmax(rows, columns, x, &outs[0])
          nabla_log_softmax(rows, columns, x, &outs[1])
          nabla_softmax_gradient(rows, columns, x, outs[0], &outs[2])
          nabla_log_softmax_gradient(rows, columns, x, outs[1], &outs[3])
          let got = outs.map(bits)
          if first.isEmpty { first = got }
          #expect(got == first)
        }
      }
    }

    @Test func softmaxAtTheEdges() {
      func softmax(_ x: [Float]) -> [Float] {
        var y = x
        nabla_softmax(1, x.count, x, &y)
        return y
      }
      let inf = Float.infinity
      #expect(softmax([1000, 1000]) == [0.5, 0.5])
      #expect(softmax([-inf, 0, -inf]) == [0, 1, 0])
      #expect(allNaN(softmax([-inf, -inf])))
      #expect(allNaN(softmax([1, .nan])))
    }
  }
}
