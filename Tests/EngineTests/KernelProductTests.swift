// The matrix product against the definition: one ascending chain of fused multiply-adds.

import CKernels
import Testing

extension Kernels {
  @Suite struct Product {
    struct Case {
      var m, n, k: Int
      var transposeA = false
      var transposeB = false
      var accumulate = false
    }

    /// A [m, k] and B [k, n] by rows, whatever the kernel is given.
    static func naive(_ c: Case, _ a: [Float], _ b: [Float], _ start: [Float]) -> [Float] {
      var result = c.accumulate ? start : [Float](repeating: 0, count: c.m * c.n)
      for i in 0..<c.m {
        for j in 0..<c.n {
          var sum = result[i * c.n + j]
          for l in 0..<c.k { sum.addProduct(a[i * c.k + l], b[l * c.n + j]) }
          result[i * c.n + j] = sum
        }
      }
      return result
    }

    static func transposed(_ x: [Float], rows: Int, columns: Int) -> [Float] {
      var y = x
      for i in 0..<rows { for j in 0..<columns { y[j * rows + i] = x[i * columns + j] } }
      return y
    }

    static func kernel(_ c: Case, _ a: [Float], _ b: [Float], _ start: [Float]) -> [Float] {
      var result = start
      nabla_gemm(
        c.transposeA ? 1 : 0, c.transposeB ? 1 : 0, c.m, c.n, c.k,
        c.transposeA ? transposed(a, rows: c.m, columns: c.k) : a, c.transposeA ? c.m : c.k,
        c.transposeB ? transposed(b, rows: c.k, columns: c.n) : b, c.transposeB ? c.k : c.n,
        &result, c.n, c.accumulate ? 1 : 0)
      return result
    }

    /// Every transposition, with and without accumulation, against one reference.
    func check(_ m: Int, _ n: Int, _ k: Int) {
      let a = noise(m * k, seed: 2)
      let b = noise(k * n, seed: 3)
      let start = noise(m * n, seed: 4)
      for accumulate in [false, true] {
        var c = Case(m: m, n: n, k: k, accumulate: accumulate)
        let expected = Kernels.bits(Self.naive(c, a, b, start))
        for transpositions in 0..<4 {
          c.transposeA = transpositions & 1 != 0
          c.transposeB = transpositions & 2 != 0
          let got = Kernels.bits(Self.kernel(c, a, b, start))
          #expect(got == expected, "\(c) at level \(nabla_simd_level())")
        }
      }
    }

    @Test func smallSizesAreExactAtEveryLevel() {
      Kernels.atEveryLevel { _ in
        for m in [0, 1, 3, 7, 17, 33] {
          for n in [0, 1, 3, 7, 17, 31] {
            for k in [0, 1, 7, 17, 31] { check(m, n, k) }
          }
        }
      }
    }

    @Test(arguments: [
      (5, 64, 12), (26, 65, 193), (13, 131, 9), (8, 16, 400), (12, 49, 20), (25, 35, 530),
      (410, 17, 260), (12, 131, 90), (4, 50, 60), (49, 100, 77),
    ])
    func panelsAndBlocksAreExactAtEveryLevel(m: Int, n: Int, k: Int) {
      Kernels.atEveryLevel { _ in check(m, n, k) }
    }

    @Test(arguments: [(61, 130, 200), (200, 33, 65), (150, 129, 530), (97, 380, 31), (380, 97, 31)])
    func threadsDoNotChangeABit(m: Int, n: Int, k: Int) {
      let a = noise(m * k, seed: 5)
      let b = noise(k * n, seed: 6)
      var c = Case(m: m, n: n, k: k)
      let expected = Kernels.bits(Self.naive(c, a, b, []))
      Kernels.atEveryLevel { level in
        Kernels.withEveryThreadCount { threads in
          for transpositions in 0..<4 {
            c.transposeA = transpositions & 1 != 0
            c.transposeB = transpositions & 2 != 0
            let start = [Float](repeating: 9, count: m * n)
            #expect(
              Kernels.bits(Self.kernel(c, a, b, start)) == expected, "\(c) \(level) \(threads)")
          }
        }
      }
    }

    /// A sum of products is the first one with the others accumulated, shared or not.
    @Test(arguments: [(3, 5, [7, 1, 0, 2]), (130, 70, [33, 17, 1]), (31, 200, [64, 32, 9])])
    func sumsOfProducts(m: Int, n: Int, depths: [Int]) {
      let operands = depths.enumerated().map { index, k in
        (noise(m * k, seed: UInt64(20 + index)), noise(k * n, seed: UInt64(40 + index)))
      }
      var expected = [Float](repeating: 0, count: m * n)
      for (k, (a, b)) in zip(depths, operands) {
        expected = Self.naive(Case(m: m, n: n, k: k, accumulate: true), a, b, expected)
      }
      for (ta, tb) in [(false, false), (true, false), (false, true)] {
        let memory = zip(depths, operands).map { k, pair in
          (
            k, Array(ta ? Self.transposed(pair.0, rows: m, columns: k) : pair.0),
            Array(tb ? Self.transposed(pair.1, rows: k, columns: n) : pair.1)
          )
        }
        let buffers = memory.map { k, a, b in
          (k, UnsafeMutablePointer<Float>.copy(a), UnsafeMutablePointer<Float>.copy(b))
        }
        defer { for pointer in buffers.flatMap({ [$0.1, $0.2] }) { pointer.deallocate() } }
        let pairs = buffers.map { k, a, b in
          NablaPair(a: a, b: b, k: k, lda: ta ? m : k, ldb: tb ? k : n)
        }
        Kernels.atEveryLevel { level in
          Kernels.withEveryThreadCount { threads in
            var result = [Float](repeating: 9, count: m * n)
            nabla_gemm_sum(ta ? 1 : 0, tb ? 1 : 0, m, n, pairs.count, pairs, &result, n)
            #expect(
              Kernels.bits(result) == Kernels.bits(expected), "\(ta) \(tb) \(level) \(threads)")
          }
        }
      }
    }

    /// Rows longer than the matrices are wide: what lies between is neither read nor written.
    @Test func leadingDimensionsAreRespected() {
      let (m, n, k, pad) = (7, 19, 5, 3)
      let a = noise(m * (k + pad), seed: 7)
      let b = noise(k * (n + pad), seed: 8)
      var plainA: [Float] = []
      var plainB: [Float] = []
      for i in 0..<m { plainA += a[(i * (k + pad))..<(i * (k + pad) + k)] }
      for i in 0..<k { plainB += b[(i * (n + pad))..<(i * (n + pad) + n)] }
      let expected = Self.naive(Case(m: m, n: n, k: k), plainA, plainB, [])
      Kernels.atEveryLevel { _ in
        var c = [Float](repeating: 9, count: m * (n + pad))
        nabla_gemm(0, 0, m, n, k, a, k + pad, b, n + pad, &c, n + pad, 0)
        for i in 0..<m {
          let row = Array(c[(i * (n + pad))..<((i + 1) * (n + pad))])
          #expect(Array(row[..<n]) == Array(expected[(i * n)..<((i + 1) * n)]))
          #expect(Kernels.all(row[n...], equal: 9))
        }
      }
    }

    /// Heads side by side in the rows of a sequence, read and written where they are.
    @Test(arguments: [(2, 3, 5, 4), (3, 4, 17, 16), (1, 2, 33, 7), (5, 4, 40, 33)])
    func batchesReadStridedMatrices(samples: Int, heads: Int, tokens: Int, depth: Int) {
      let width = heads * depth
      let q = noise(samples * tokens * width, seed: 9)
      let k = noise(samples * tokens * width, seed: 10)
      var expectedScores: [Float] = []
      var expectedMixed = [Float](repeating: 0, count: q.count)
      for sample in 0..<samples {
        for head in 0..<heads {
          func row(_ t: Int) -> Int { (sample * tokens + t) * width + head * depth }
          for i in 0..<tokens {
            var scores: [Float] = []
            for j in 0..<tokens {
              var sum: Float = 0
              for l in 0..<depth { sum.addProduct(q[row(i) + l], k[row(j) + l]) }
              scores.append(sum)
            }
            for l in 0..<depth {
              var sum: Float = 0
              for j in 0..<tokens { sum.addProduct(scores[j], k[row(j) + l]) }
              expectedMixed[row(i) + l] = sum
            }
            expectedScores += scores
          }
        }
      }
      let square = tokens * tokens
      var toScores = NablaBatch()
      (toScores.outer, toScores.inner) = (samples, heads)
      (toScores.a_outer, toScores.a_inner) = (tokens * width, depth)
      (toScores.b_outer, toScores.b_inner) = (tokens * width, depth)
      (toScores.c_outer, toScores.c_inner) = (heads * square, square)
      var back = toScores
      (back.a_outer, back.a_inner) = (heads * square, square)
      (back.c_outer, back.c_inner) = (tokens * width, depth)
      Kernels.atEveryLevel { level in
        Kernels.withEveryThreadCount { threads in
          var scores = [Float](repeating: 9, count: expectedScores.count)
          nabla_gemm_batched(
            0, 1, tokens, tokens, depth, q, width, k, width, &scores, tokens, 0, toScores)
          #expect(
            Kernels.bits(scores) == Kernels.bits(expectedScores), "\(level) \(threads)")
          var mixed = [Float](repeating: 9, count: q.count)
          nabla_gemm_batched(
            0, 0, tokens, depth, tokens, scores, tokens, k, width, &mixed, width, 0, back)
          #expect(Kernels.bits(mixed) == Kernels.bits(expectedMixed), "\(level) \(threads)")
        }
      }
    }

    @Test func emptyBatchesAndEmptySumsAreFine() {
      var c: [Float] = [9, 9, 9, 9]
      var batch = NablaBatch()
      (batch.outer, batch.inner, batch.c_outer, batch.c_inner) = (0, 2, 2, 1)
      nabla_gemm_batched(0, 0, 1, 1, 1, [1], 1, [1], 1, &c, 1, 0, batch)
      #expect(c == [9, 9, 9, 9])
      batch.outer = 2
      nabla_gemm_batched(0, 0, 1, 1, 0, [1], 1, [1], 1, &c, 1, 0, batch)
      #expect(c == [0, 0, 0, 0])
    }

    @Test func notANumberAndInfinityPassThrough() {
      Kernels.atEveryLevel { _ in
        var c: [Float] = [0, 0]
        nabla_gemm(0, 0, 1, 2, 2, [.infinity, 1], 2, [0, 1, 1, 1], 2, &c, 2, 0)
        #expect(c[0].isNaN)
        #expect(c[1] == .infinity)
      }
    }
  }
}

extension UnsafeMutablePointer<Float> {
  /// A buffer of its own with these elements, one at least.
  fileprivate static func copy(_ values: [Float]) -> UnsafeMutablePointer<Float> {
    let pointer = UnsafeMutablePointer.allocate(capacity: Swift.max(values.count, 1))
    pointer.initialize(repeating: 0, count: Swift.max(values.count, 1))
    pointer.update(from: values, count: values.count)
    return pointer
  }
}
