// Pooling against plain loops: the same bits.

import CKernels
import Testing

extension Kernels {
  @Suite struct Pooling {
    struct Case {
      var planes = 3
      var input: (Int, Int)
      var kernel: (Int, Int)
      var stride: (Int, Int)
      var padding = (0, 0)
      var dilation = (1, 1)

      var shape: NablaPooling {
        func extent(_ n: Int, _ k: Int, _ s: Int, _ p: Int, _ d: Int) -> Int {
          (n + 2 * p - d * (k - 1) - 1) / s + 1
        }
        return NablaPooling(
          planes: planes, in_height: input.0, in_width: input.1,
          out_height: extent(input.0, kernel.0, stride.0, padding.0, dilation.0),
          out_width: extent(input.1, kernel.1, stride.1, padding.1, dilation.1),
          kernel_height: kernel.0, kernel_width: kernel.1, stride_y: stride.0,
          stride_x: stride.1, padding_y: padding.0, padding_x: padding.1,
          dilation_y: dilation.0, dilation_x: dilation.1)
      }
    }

    static let cases =
      [2, 3, 16, 17, 31, 34, 66].map {
        Case(input: (5, $0), kernel: (2, 2), stride: (2, 2))
      } + [
        Case(planes: 20, input: (64, 64), kernel: (2, 2), stride: (2, 2)),
        Case(input: (7, 9), kernel: (3, 3), stride: (2, 2), padding: (1, 1)),
        Case(input: (7, 9), kernel: (3, 2), stride: (1, 1), dilation: (2, 3)),
        Case(input: (1, 19), kernel: (1, 4), stride: (1, 3), padding: (0, 2)),
        Case(planes: 0, input: (4, 4), kernel: (2, 2), stride: (2, 2)),
      ]

    /// For each window its places, −1 in the padding.
    static func windows(_ s: NablaPooling, _ body: (_ output: Int, _ places: [Int]) -> Void) {
      for plane in 0..<s.planes {
        for row in 0..<s.out_height {
          for column in 0..<s.out_width {
            var places: [Int] = []
            for ky in 0..<s.kernel_height {
              for kx in 0..<s.kernel_width {
                let y = row * s.stride_y + ky * s.dilation_y - s.padding_y
                let x = column * s.stride_x + kx * s.dilation_x - s.padding_x
                let isInside = y >= 0 && y < s.in_height && x >= 0 && x < s.in_width
                places.append(isInside ? (plane * s.in_height + y) * s.in_width + x : -1)
              }
            }
            body((plane * s.out_height + row) * s.out_width + column, places)
          }
        }
      }
    }

    @Test func largestElements() {
      for c in Self.cases {
        let s = c.shape
        var x = noise(s.planes * s.in_height * s.in_width, seed: 51)
        // Equal neighbours and NaN.
        for place in x.indices where place % 5 == 0 { x[place] = 0.5 }
        for place in x.indices where place % 23 == 7 { x[place] = .nan }
        let g = noise(s.planes * s.out_height * s.out_width, seed: 52)
        var y = g
        var dx = [Float](repeating: 0, count: x.count)
        Self.windows(s) { output, places in
          var best = -1
          for place in places where place >= 0 {
            if best < 0 || x[place] > x[best] || (x[place].isNaN && !x[best].isNaN) {
              best = place
            }
          }
          y[output] = best < 0 ? -.infinity : x[best]
          if best >= 0 { dx[best] += g[output] }
        }
        atEveryLevel { level in
          withEveryThreadCount { threads in
            var gotY = [Float](repeating: 9, count: y.count)
            var gotDX = [Float](repeating: 9, count: x.count)
            withUnsafePointer(to: s) {
              nabla_max_pool($0, x, &gotY)
              nabla_max_pool_gradient($0, x, g, &gotDX)
            }
            #expect(gotY.map(\.isNaN) == y.map(\.isNaN))
            #expect(bits(gotY.filter { !$0.isNaN }) == bits(y.filter { !$0.isNaN }), "\(c)")
            #expect(gotDX == dx, "\(c) \(level) \(threads)")
          }
        }
      }
    }

    @Test(arguments: [(1, 0), (0, 0), (1, 7)]) func means(countsPadding: Int32, divisor: Int) {
      for c in Self.cases where c.dilation == (1, 1) {
        let s = c.shape
        let x = noise(s.planes * s.in_height * s.in_width, seed: 53)
        let g = noise(s.planes * s.out_height * s.out_width, seed: 54)
        var y = g
        var dx = [Float](repeating: 0, count: x.count)
        Self.windows(s) { output, places in
          let inside = places.filter { $0 >= 0 }
          let number = divisor != 0 ? divisor : countsPadding == 1 ? places.count : inside.count
          y[output] = inside.reduce(0) { $0 + x[$1] } / Float(number)
          for place in inside { dx[place] += g[output] / Float(number) }
        }
        withEveryThreadCount { _ in
          var gotY = [Float](repeating: 9, count: y.count)
          var gotDX = [Float](repeating: 9, count: x.count)
          withUnsafePointer(to: s) {
            nabla_average_pool($0, countsPadding, divisor, x, &gotY)
            nabla_average_pool_gradient($0, countsPadding, divisor, g, &gotDX)
          }
          #expect(gotY == y, "\(c)")
          #expect(gotDX == dx, "\(c)")
        }
      }
    }
  }
}
