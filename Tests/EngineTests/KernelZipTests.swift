// Two-operand kernels: every operation against Swift's own, every broadcast, and pow's special cases.

import CKernels
import Foundation
import Testing

extension Kernels {
  @Suite struct Zips {
    static func zip(_ f: NablaBinary, _ a: [Float], _ b: [Float]) -> [Float] {
      var out = [Float](repeating: 77, count: a.count)
      nabla_zip(f, 1, a.count, a, a.count, 1, b, b.count, 1, &out)
      return out
    }

    static func truth(_ condition: Bool) -> Float { condition ? 1 : 0 }

    static func remainder(_ a: Float, _ b: Float) -> Float {
      let r = fmodf(a, b)
      return r != 0 && (b < 0) != (r < 0) ? r + b : r
    }

    static func larger(_ a: Float, _ b: Float) -> Float {
      a.isNaN || b.isNaN ? .nan : b > a ? b : a
    }

    static let exact: [(NablaBinary, @Sendable (Float, Float) -> Float)] = [
      (NABLA_ADD, { $0 + $1 }), (NABLA_SUBTRACT, { $0 - $1 }), (NABLA_MULTIPLY, { $0 * $1 }),
      (NABLA_DIVIDE, { $0 / $1 }), (NABLA_MAXIMUM, larger),
      (NABLA_MINIMUM, { -larger(-$0, -$1) }), (NABLA_EQUAL, { truth($0 == $1) }),
      (NABLA_NOT_EQUAL, { truth($0 != $1) }), (NABLA_LESS, { truth($0 < $1) }),
      (NABLA_LESS_OR_EQUAL, { truth($0 <= $1) }), (NABLA_GREATER, { truth($0 > $1) }),
      (NABLA_GREATER_OR_EQUAL, { truth($0 >= $1) }), (NABLA_REMAINDER, remainder),
    ]

    /// Every pair of a few numbers of every kind.
    static let pairs: (a: [Float], b: [Float]) = {
      let few: [Float] = [
        0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 2.5, -7.25, 0x1p-140, -0x1p-140, 1e30, -1e30,
        16_777_215,
        .infinity, -.infinity, .nan, 1.0000001, 0.9999999, 33, -33, 128, -149, -150, 1e10, 0x1p24,
      ]
      var a: [Float] = []
      var b: [Float] = []
      for x in few {
        for y in few {
          a.append(x)
          b.append(y)
        }
      }
      return (a, b)
    }()

    @Test func everyOperationOnEveryKindOfNumber() {
      let (a, b) = Self.pairs
      atEveryLevel { level in
        for (f, exact) in Self.exact {
          var expected: [Float] = []
          for i in a.indices { expected.append(exact(a[i], b[i])) }
          #expect(bits(Self.zip(f, a, b)) == bits(expected), "\(f) at level \(level)")
        }
      }
    }

    @Test func powerAgreesWithTheCLibrary() {
      var (a, b) = Self.pairs
      let bases = noise(4000, seed: 11)
      let exponents = noise(4000, seed: 12)
      for i in bases.indices {
        a.append(exp(bases[i] * 20))
        b.append(exponents[i] * 5)
      }
      atEveryLevel { level in
        let got = Self.zip(NABLA_POWER, a, b)
        for i in a.indices {
          let exact = pow(Double(a[i]), Double(b[i]))
          let error = units(got[i], from: exact)
          #expect(error <= 0.51, "pow(\(a[i]), \(b[i])) = \(got[i]) at level \(level)")
          if exact == 0 { #expect(got[i].sign == exact.sign, "pow(\(a[i]), \(b[i]))") }
        }
      }
    }

    @Test(arguments: [(1, 1), (3, 1), (1, 5), (4, 7), (3, 16), (2, 50), (70, 1)])
    func broadcasts(rows: Int, columns: Int) {
      let a = noise(rows * columns, seed: 13)
      let b = noise(rows * columns, seed: 14)
      let strides = [(columns, 1), (0, 1), (1, 0), (0, 0)]
      atEveryLevel { _ in
        for (aRow, aColumn) in strides {
          for (bRow, bColumn) in strides {
            var out = [Float](repeating: 9, count: rows * columns + 1)
            nabla_zip(NABLA_SUBTRACT, rows, columns, a, aRow, aColumn, b, bRow, bColumn, &out)
            var expected: [Float] = []
            for i in 0..<rows {
              for j in 0..<columns {
                expected.append(a[i * aRow + j * aColumn] - b[i * bRow + j * bColumn])
              }
            }
            #expect(out == expected + [9], "\(aRow) \(aColumn) \(bRow) \(bColumn)")
          }
        }
      }
    }
  }
}
