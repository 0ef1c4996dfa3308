// The pointwise kernels against the C library in double precision.

import CKernels
import Foundation
import Testing

extension Kernels {
  @Suite struct Maps {
    struct Function: Sendable, CustomTestStringConvertible {
      var name: String
      var kernel: NablaUnary
      /// The largest error allowed, in units of the last place.
      var bound: Double
      var exact: @Sendable (Double) -> Double
      var derivative: @Sendable (Double) -> Double
      var testDescription: String { name }
    }

    static func normal(_ x: Double) -> Double {
      x == -.infinity ? 0 : 0.5 * erfc(-x / 2.squareRoot())
    }
    static func bell(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }
    static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    /// 0 · ∞ is 0 here: the limit.
    static func times(_ a: Double, _ b: Double) -> Double { a == 0 || b == 0 ? 0 : a * b }

    static let functions: [Function] = [
      Function(
        name: "exp", kernel: NABLA_EXP, bound: 1, exact: { exp($0) }, derivative: { exp($0) }),
      Function(
        name: "log", kernel: NABLA_LOG, bound: 1, exact: { log($0) }, derivative: { 1 / $0 }),
      Function(
        name: "sqrt", kernel: NABLA_SQRT, bound: 0.5, exact: { $0.squareRoot() },
        derivative: { 0.5 / $0.squareRoot() }),
      Function(
        name: "tanh", kernel: NABLA_TANH, bound: 2, exact: { tanh($0) },
        derivative: { 1 - tanh($0) * tanh($0) }),
      Function(
        name: "sigmoid", kernel: NABLA_SIGMOID, bound: 3, exact: sigmoid,
        derivative: { sigmoid($0) * sigmoid(-$0) }),
      Function(
        name: "softplus", kernel: NABLA_SOFTPLUS, bound: 2,
        exact: { max($0, 0) + log1p(exp(-abs($0))) }, derivative: sigmoid),
      Function(
        name: "erf", kernel: NABLA_ERF, bound: 2, exact: { erf($0) },
        derivative: { 2 / Double.pi.squareRoot() * exp(-$0 * $0) }),
      Function(
        name: "gelu", kernel: NABLA_GELU, bound: 5, exact: { times($0, normal($0)) },
        derivative: { normal($0) + times($0, bell($0)) }),
      Function(
        name: "silu", kernel: NABLA_SILU, bound: 3, exact: { times($0, sigmoid($0)) },
        derivative: { sigmoid($0) * (1 + times($0, sigmoid(-$0))) }),
      Function(
        name: "sin", kernel: NABLA_SIN, bound: 2, exact: { sin($0) }, derivative: { cos($0) }),
      Function(
        name: "cos", kernel: NABLA_COS, bound: 2, exact: { cos($0) }, derivative: { -sin($0) }),
      Function(
        name: "elu", kernel: NABLA_ELU, bound: 2, exact: { $0 > 0 ? $0 : expm1($0) },
        derivative: { $0 > 0 ? 1 : exp($0) }),
      Function(
        name: "reciprocal", kernel: NABLA_RECIPROCAL, bound: 0.5, exact: { 1 / $0 },
        derivative: { -1 / ($0 * $0) }),
      Function(
        name: "expm1", kernel: NABLA_EXPM1, bound: 2, exact: { expm1($0) },
        derivative: { exp($0) }),
      Function(
        name: "log1p", kernel: NABLA_LOG1P, bound: 2, exact: { log1p($0) },
        derivative: { 1 / (1 + $0) }),
      Function(
        name: "rsqrt", kernel: NABLA_RSQRT, bound: 2, exact: { 1 / $0.squareRoot() },
        derivative: { -0.5 / ($0 * $0.squareRoot()) }),
    ]

    /// x · σ(u) with u = 2 √(2/π) (x + 0.044715 x³): the tail loses digits with u.
    @Test func geluByTanh() {
      func u(_ x: Double) -> Double {
        2 * (2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)
      }
      let x = (-1000...1000).map { Float($0) * 0.02 + 0.003 }
      atEveryLevel { _ in
        let y = map(NABLA_GELU_TANH, x)
        let slopes = gradient(NABLA_GELU_TANH, at: x, times: x.map { _ in 1 })
        for (index, x) in x.map(Double.init).enumerated() {
          let exact = x * Self.sigmoid(u(x))
          #expect(abs(Double(y[index]) - exact) <= 4e-7 * max(abs(exact), 1e-1), "gelu(\(x))")
          let steep = 2 * (2 / Double.pi).squareRoot() * (1 + 3 * 0.044715 * x * x)
          let slope = Self.sigmoid(u(x)) * (1 + x * steep * Self.sigmoid(-u(x)))
          #expect(abs(Double(slopes[index]) - slope) <= 6e-7, "gelu′(\(x))")
        }
        let inf = Float.infinity
        #expect(map(NABLA_GELU_TANH, [inf, -inf, 0]) == [inf, 0, 0])
        #expect(gradient(NABLA_GELU_TANH, at: [-inf, inf], times: [2, 2]) == [0, 2])
      }
    }

    @Test func roundingIsExact() {
      let x =
        everyKind + [0.5, -0.5, 1.5, 2.5, -2.5, 0x1p23 - 0.5, 0x1p23, -0x1p22 - 0.5, 0.49999997]
      for (kernel, rule) in [
        (NABLA_FLOOR, .down), (NABLA_CEIL, .up), (NABLA_ROUND, .toNearestOrEven),
        (NABLA_TRUNC, .towardZero),
      ] as [(NablaUnary, FloatingPointRoundingRule)] {
        atEveryLevel { _ in
          let y = map(kernel, x)
          for (x, y) in zip(x, y) {
            #expect(y == x.rounded(rule) || (y.isNaN && x.isNaN), "\(rule) of \(x)")
            #expect(x.isNaN || y.sign == x.sign, "\(rule) of \(x)")
          }
          #expect(Kernels.all(gradient(kernel, at: x, times: x)[...], equal: 0))
        }
      }
    }

    @Test func bounds() {
      let x: [Float] = [-2, 0.5, 3, .infinity, -.infinity]
      let ones = x.map { _ in Float(1) }
      #expect(map(NABLA_CLAMP_MIN, x, parameter: 0.5) == [0.5, 0.5, 3, .infinity, 0.5])
      #expect(map(NABLA_CLAMP_MAX, x, parameter: 0.5) == [-2, 0.5, 0.5, 0.5, -.infinity])
      #expect(allNaN(map(NABLA_CLAMP_MIN, [.nan]) + map(NABLA_CLAMP_MAX, [.nan])))
      #expect(gradient(NABLA_CLAMP_MIN, at: x, times: ones, parameter: 0.5) == [0, 0, 1, 1, 0])
      #expect(gradient(NABLA_CLAMP_MAX, at: x, times: ones, parameter: 0.5) == [1, 0, 0, 0, 1])
    }

    @Test(arguments: functions) func valuesAreWithinTheirBound(_ f: Function) {
      let x = everyKind
      let (units, at) = worst(map(f.kernel, x, parameter: 1), x, f.exact)
      #expect(units <= f.bound, "\(f.name)(\(at))")
    }

    @Test(arguments: functions) func derivativesAreWithinAHairOfTheirs(_ f: Function) {
      // Where y is large or rounded to its limit the derivative made from y is, too.
      let x = (-800...800).map { Float($0) * 0.01 + 0.003 }
      let g = [Float](repeating: 1, count: x.count)
      let got = gradient(f.kernel, at: x, times: g, parameter: 1)
      for (x, got) in zip(x, got) where f.exact(Double(x)).isFinite {
        let exact = f.derivative(Double(x))
        #expect(abs(Double(got) - exact) <= 3e-7 * max(abs(exact), 0.5), "\(f.name)′(\(x))")
      }
    }

    @Test func everyLevelAndThreadCountGivesTheSameBits() {
      let x = everyKind + noise(20_000)
      let g = noise(x.count, seed: 9)
      for raw in NABLA_NEGATE.rawValue...NABLA_CLAMP_MAX.rawValue {
        let f = NablaUnary(rawValue: raw)
        var first: ([UInt32], [UInt32])?
        atEveryLevel { level in
          withEveryThreadCount { threads in
            let got = (
              bits(map(f, x, parameter: 0.25)), bits(gradient(f, at: x, times: g, parameter: 0.25))
            )
            if let first {
              #expect(got.0 == first.0, "\(f) at level \(level), \(threads) threads")
              #expect(got.1 == first.1, "\(f)′ at level \(level), \(threads) threads")
            } else {
              first = got
            }
          }
        }
      }
    }

    @Test func tailsAreTheSameAsTheWholeAndNothingBeyondIsWritten() {
      let x = noise(40)
      atEveryLevel { _ in
        let whole = map(NABLA_TANH, x)
        for n in 0...40 {
          var y = [Float](repeating: 5, count: 41)
          nabla_map(NABLA_TANH, n, x, &y, 0)
          #expect(Array(y[..<n]) == Array(whole[..<n]))
          #expect(Kernels.all(y[n...], equal: 5))
        }
      }
    }

    @Test func limits() {
      let inf = Float.infinity
      #expect(map(NABLA_EXP, [-inf, inf, 0, -0.0, 89, -104]) == [0, inf, 1, 1, inf, 0])
      #expect(map(NABLA_LOG, [0, -0.0, inf, 1]) == [-inf, -inf, inf, 0])
      #expect(allNaN(map(NABLA_LOG, [-1, -inf, .nan])))
      #expect(map(NABLA_TANH, [inf, -inf, 20]) == [1, -1, 1])
      #expect(map(NABLA_TANH, [-0.0])[0].sign == .minus)
      #expect(map(NABLA_SIGMOID, [inf, -inf, 0]) == [1, 0, 0.5])
      #expect(map(NABLA_SOFTPLUS, [inf, -inf]) == [inf, 0])
      #expect(map(NABLA_GELU, [inf, -inf, 0]) == [inf, 0, 0])
      #expect(map(NABLA_SILU, [inf, -inf, 0]) == [inf, 0, 0])
      #expect(map(NABLA_RELU, [inf, -inf, -0.0, 2, -2]) == [inf, 0, 0, 2, 0])
      #expect(map(NABLA_RELU, [.nan])[0].isNaN)
      #expect(map(NABLA_SIGN, [3, -3, 0, -0.0]) == [1, -1, 0, 0])
      #expect(map(NABLA_SIGN, [.nan])[0].isNaN)
      #expect(map(NABLA_ABS, [-0.0])[0].sign == .plus)
      #expect(map(NABLA_LEAKY_RELU, [-2, 2], parameter: 0.5) == [-1, 2])
      #expect(map(NABLA_ELU, [-inf, inf], parameter: 2) == [-2, inf])
      #expect(allNaN(map(NABLA_SIN, [inf, -inf, .nan])))
      #expect(map(NABLA_EXPM1, [inf, -inf, 89]) == [inf, -1, inf])
      #expect(map(NABLA_EXPM1, [-0.0])[0].sign == .minus)
      #expect(map(NABLA_LOG1P, [inf, -1, 0]) == [inf, -inf, 0])
      #expect(map(NABLA_LOG1P, [-0.0])[0].sign == .minus)
      #expect(allNaN(map(NABLA_LOG1P, [-1.5, -inf, .nan])))
      #expect(map(NABLA_RSQRT, [0, 4, inf]) == [inf, 0.5, 0])
    }

    @Test func derivativesAtKinksArePyTorchs() {
      #expect(gradient(NABLA_RELU, at: [0, 1, -1], times: [3, 3, 3]) == [0, 3, 0])
      #expect(gradient(NABLA_ABS, at: [0, 1, -1], times: [3, 3, 3]) == [0, 3, -3])
      #expect(
        gradient(NABLA_LEAKY_RELU, at: [0, 1, -1], times: [3, 3, 3], parameter: 0.5) == [
          1.5, 3, 1.5,
        ])
      #expect(gradient(NABLA_SIGN, at: [0, 1], times: [3, 3]) == [0, 0])
      let inf = Float.infinity
      #expect(gradient(NABLA_GELU, at: [-inf, inf], times: [2, 2]) == [0, 2])
      #expect(gradient(NABLA_SILU, at: [-inf, inf], times: [2, 2]) == [0, 2])
    }

    @Test func scalarsInDoublePrecision() {
      func check(
        _ name: String, _ got: Double, _ exact: Double, units: Double,
        at x: Double
      ) {
        if exact.isNaN || exact.isInfinite || exact == 0 {
          #expect(got == exact || (got.isNaN && exact.isNaN), "\(name)(\(x))")
        } else {
          #expect(abs(got - exact) <= units * exact.ulp, "\(name)(\(x)) = \(got), not \(exact)")
        }
      }
      var values: [Double] = [
        0, -0.0, 1, -1, .infinity, -.infinity, .nan, 709.7, 709.8, -745, -746,
        .leastNormalMagnitude / 3, 1e22, 1e300,
        -1e17, 123_456.789, 3.141592653589793, 1.5707963267948966, 0x1p1023,
      ]
      for i in -1500...1500 { values.append(Double(i) * 0.473_1 + 1e-5) }
      for i in 0..<600 { values.append(Double(sign: .plus, exponent: i - 300, significand: 1.37)) }
      atEveryLevel { _ in
        for x in values {
          check("exp", nabla_exp_double(x), exp(x), units: 2, at: x)
          check("log", nabla_log_double(x), log(x), units: 2, at: x)
          check("sin", nabla_sin_double(x), sin(x), units: 3, at: x)
          check("cos", nabla_cos_double(x), cos(x), units: 3, at: x)
        }
      }
    }
  }
}
