// Convolutions and their gradients against plain loops of fused multiply-adds: the same bits.

import CKernels
import Testing

extension Kernels {
  @Suite struct ConvolutionChains {
    static func shape(
      batch: Int = 2, groups: Int = 1, input: (Int, Int, Int), outputs: Int, kernel: (Int, Int),
      stride: (Int, Int) = (1, 1), padding: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1),
      beyond: Int = 0
    ) -> NablaConvolution {
      func extent(_ n: Int, _ k: Int, _ s: Int, _ p: Int, _ d: Int) -> Int {
        (n + 2 * p - d * (k - 1) - 1) / s + 1 + beyond
      }
      return NablaConvolution(
        batch: batch, groups: groups, in_channels: input.0, in_height: input.1,
        in_width: input.2, out_channels: outputs,
        out_height: extent(input.1, kernel.0, stride.0, padding.0, dilation.0),
        out_width: extent(input.2, kernel.1, stride.1, padding.1, dilation.1),
        kernel_height: kernel.0, kernel_width: kernel.1, stride_y: stride.0,
        stride_x: stride.1, padding_y: padding.0, padding_x: padding.1, dilation_y: dilation.0,
        dilation_x: dilation.1)
    }

    static let shapes = [
      shape(batch: 3, input: (2, 7, 9), outputs: 3, kernel: (3, 3)),
      shape(input: (1, 28, 28), outputs: 8, kernel: (5, 5)),
      shape(
        groups: 2, input: (4, 13, 17), outputs: 6, kernel: (3, 2), stride: (2, 3),
        padding: (1, 2), dilation: (2, 1)),
      shape(
        batch: 1, input: (3, 1, 100), outputs: 5, kernel: (1, 7), stride: (1, 2),
        padding: (0, 3), dilation: (1, 3)),
      shape(groups: 4, input: (4, 9, 9), outputs: 4, kernel: (3, 3), padding: (1, 1)),
      shape(batch: 3, input: (17, 8, 8), outputs: 33, kernel: (1, 1)),
      shape(input: (5, 9, 9), outputs: 4, kernel: (1, 1), stride: (2, 2)),
      shape(batch: 1, input: (1, 1, 1), outputs: 1, kernel: (1, 1)),
      shape(batch: 1, input: (2, 5, 5), outputs: 2, kernel: (5, 5), padding: (4, 4)),
      shape(
        input: (3, 8, 8), outputs: 2, kernel: (3, 3), stride: (2, 2), padding: (1, 1), beyond: 1),
      shape(batch: 9, input: (8, 12, 12), outputs: 16, kernel: (5, 5)),
      shape(batch: 0, input: (2, 5, 5), outputs: 2, kernel: (3, 3)),
    ]

    /// Indices of one meeting of a weight with a pixel; `x` is nil in the padding.
    struct Meeting {
      var x: Int?
      var w: Int
      var y: Int
    }

    /// Every meeting, output pixels ascending, then taps, then the outputs of the group.
    static func meetings(_ s: NablaConvolution, _ body: (Meeting) -> Void) {
      let (channels, outputs) = (s.in_channels / s.groups, s.out_channels / s.groups)
      for n in 0..<s.batch {
        for row in 0..<s.out_height {
          for column in 0..<s.out_width {
            for group in 0..<s.groups {
              for c in 0..<channels {
                for ky in 0..<s.kernel_height {
                  for kx in 0..<s.kernel_width {
                    let y = row * s.stride_y + ky * s.dilation_y - s.padding_y
                    let x = column * s.stride_x + kx * s.dilation_x - s.padding_x
                    let isInside = y >= 0 && y < s.in_height && x >= 0 && x < s.in_width
                    let channel = n * s.in_channels + group * channels + c
                    let place = (channel * s.in_height + y) * s.in_width + x
                    for o in group * outputs..<(group + 1) * outputs {
                      body(
                        Meeting(
                          x: isInside ? place : nil,
                          w: ((o * channels + c) * s.kernel_height + ky) * s.kernel_width + kx,
                          y: ((n * s.out_channels + o) * s.out_height + row) * s.out_width
                            + column))
                    }
                  }
                }
              }
            }
          }
        }
      }
    }

    @Test func everyShapeHasTheBitsOfTheDefinition() {
      for s in Self.shapes {
        let x = noise(s.batch * s.in_channels * s.in_height * s.in_width, seed: 41)
        let w = noise(
          s.out_channels * s.in_channels / s.groups * s.kernel_height * s.kernel_width, seed: 42)
        let g = noise(s.batch * s.out_channels * s.out_height * s.out_width, seed: 43)
        var expected = (
          y: [Float](repeating: 0, count: g.count), dx: [Float](repeating: 0, count: x.count),
          dw: [Float](repeating: 0, count: w.count)
        )
        let outputs = s.out_channels / s.groups
        var (chain, met): (Float, Int) = (0, 0)
        Self.meetings(s) { meeting in
          let value = meeting.x.map { x[$0] } ?? 0
          expected.y[meeting.y].addProduct(w[meeting.w], value)
          expected.dw[meeting.w].addProduct(value, g[meeting.y])
          // The chain over a group's outputs is complete with its last.
          chain.addProduct(w[meeting.w], g[meeting.y])
          met += 1
          if met == outputs {
            if let place = meeting.x { expected.dx[place] += chain }
            (chain, met) = (0, 0)
          }
        }
        atEveryLevel { level in
          withEveryThreadCount { threads in
            var y = [Float](repeating: 9, count: g.count)
            var dx = [Float](repeating: 9, count: x.count)
            var dw = [Float](repeating: 9, count: w.count)
            withUnsafePointer(to: s) {
              nabla_convolution($0, x, w, &y)
              nabla_convolution_input_gradient($0, g, w, &dx)
              nabla_convolution_weight_gradient($0, x, g, &dw)
            }
            #expect(bits(y) == bits(expected.y), "\(s) \(level) \(threads)")
            #expect(bits(dx) == bits(expected.dx), "\(s) \(level) \(threads)")
            #expect(bits(dw) == bits(expected.dw), "\(s) \(level) \(threads)")
          }
        }
      }
    }
  }
}
