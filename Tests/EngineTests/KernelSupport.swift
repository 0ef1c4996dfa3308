// What the kernels' tests share: every instruction set of this machine, and errors counted in units
// of the last place.

import CKernels
import Foundation
import Testing

@testable import Engine

/// The tests that change the level and the number of threads, which are the process's: one by one.
@Suite(.serialized) enum Kernels {
  static let levels: [Int32] = {
    let before = nabla_simd_level()
    nabla_set_simd_level(2)
    let most = nabla_simd_level()
    nabla_set_simd_level(before)
    return Array(0...most)
  }()

  /// Runs the body at every instruction set the hardware has, and puts the former back.
  static func atEveryLevel(_ body: (Int32) throws -> Void) rethrows {
    let before = nabla_simd_level()
    defer { nabla_set_simd_level(before) }
    for level in levels {
      nabla_set_simd_level(level)
      try body(level)
    }
  }

  /// Runs the body with one thread and with two.
  static func withEveryThreadCount(_ body: (Int32) throws -> Void) rethrows {
    let before = nabla_threads()
    defer { nabla_set_threads(before) }
    for threads: Int32 in [1, 2] {
      nabla_set_threads(threads)
      try body(threads)
    }
  }

  /// Numbers in −1 ..< 1 that look random.
  static func noise(_ count: Int, seed: UInt64 = 1) -> [Float] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: state >> 40) - (1 << 23)) * 0x1p-23
    }
  }

  /// Floats of every size and kind: each 65,521st bit pattern, the extremes, and a dense stretch of
  /// −20 ... 20.
  static let everyKind: [Float] = {
    var values: [Float] = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
      -.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
      -.greatestFiniteMagnitude, 88.7, 88.8, -87.3, -87.4, -103.9, -104.1, 9.01, -9.02,
    ]
    for pattern in stride(from: UInt64(0), to: 1 << 32, by: 262_139) {
      values.append(Float(bitPattern: UInt32(pattern)))
    }
    for i in -4000..<4000 { values.append(Float(i) * 0.005 + 0.0001) }
    return values
  }()

  static func bits(_ values: [Float]) -> [UInt32] {
    values.map { $0.isNaN ? 0x7fc0_0000 : $0.bitPattern }
  }

  static func allNaN(_ values: [Float]) -> Bool { values.allSatisfy(\.isNaN) }

  static func all(_ values: ArraySlice<Float>, equal value: Float) -> Bool {
    values.allSatisfy { $0 == value }
  }

  static func map(_ f: NablaUnary, _ x: [Float], parameter: Float = 0) -> [Float] {
    var y = [Float](repeating: 77, count: x.count)
    nabla_map(f, x.count, x, &y, parameter)
    return y
  }

  static func gradient(
    _ f: NablaUnary, at x: [Float], times g: [Float], parameter: Float = 0
  ) -> [Float] {
    let y = map(f, x, parameter: parameter)
    var out = [Float](repeating: 77, count: x.count)
    nabla_map_gradient(f, x.count, g, x, y, &out, parameter)
    return out
  }

  /// The distance of a float from the exact value, in units of the last place of the float nearest
  /// to it; 0 when both are NaN or the same infinity.
  static func units(_ y: Float, from exact: Double) -> Double {
    if exact.isNaN { return y.isNaN ? 0 : .infinity }
    let nearest = Float(exact)
    if nearest.isInfinite || y.isInfinite || y.isNaN {
      if y == nearest { return 0 }
      // On the threshold of overflow the largest number is as good.
      return y.magnitude == .greatestFiniteMagnitude && y.sign == nearest.sign ? 1 : .infinity
    }
    return abs(Double(y) - exact) / Double(nearest.ulp)
  }

  /// The largest error over the values, and where.
  static func worst(
    _ y: [Float], _ x: [Float], _ exact: (Double) -> Double
  ) -> (units: Double, at: Float) {
    var worst = (units: 0.0, at: Float(0))
    for (y, x) in zip(y, x) {
      let error = units(y, from: exact(Double(x)))
      if error > worst.units { worst = (error, x) }
    }
    return worst
  }
}
