// The sizes of one convolution and its loops in plain form, for reference values and explanations.

import CKernels

/// Which input lies under which tap of the kernel for every position of the output.
///
/// A tap counts the weights of one output channel: input channel of the group, kernel row, kernel
/// column. A position counts the places of one output plane.
struct ConvolutionGeometry {
  let constants: NablaConvolution
  /// Weights of one output channel.
  let taps: Int
  let positions: Int
  /// Input and output channels of one group.
  let inputs: Int
  let outputs: Int
  let plane: Int

  /// - Parameter output: as `ConvolutionSettings.outputShape` gives it.
  init(_ settings: ConvolutionSettings, x: Shape, w: Shape, output: Shape) {
    let axes = settings.axes
    let images = x.rank == axes + 2 ? x[0] : 1
    func pair(_ values: [Int], _ absent: Int) -> (Int, Int) {
      axes == 1 ? (absent, values[0]) : (values[0], values[1])
    }
    let (height, width) = pair(Array(x.extents.suffix(axes)), 1)
    let (outHeight, outWidth) = pair(Array(output.extents.suffix(axes)), 1)
    let (kernelHeight, kernelWidth) = pair(Array(w.extents.suffix(axes)), 1)
    let (strideHeight, strideWidth) = pair(settings.stride, 1)
    let (top, left) = pair(settings.before, 0)
    let (dilationHeight, dilationWidth) = pair(settings.dilation, 1)
    constants = NablaConvolution(
      batch: images, groups: settings.groups, in_channels: x[-axes - 1], in_height: height,
      in_width: width, out_channels: output[-axes - 1], out_height: outHeight,
      out_width: outWidth, kernel_height: kernelHeight, kernel_width: kernelWidth,
      stride_y: strideHeight, stride_x: strideWidth, padding_y: top, padding_x: left,
      dilation_y: dilationHeight, dilation_x: dilationWidth)
    inputs = x[-axes - 1] / settings.groups
    outputs = output[-axes - 1] / settings.groups
    taps = inputs * kernelHeight * kernelWidth
    positions = outHeight * outWidth
    plane = height * width
  }

  /// The element of the group's input planes under a tap, or nil in the padding.
  func source(_ position: Int, _ tap: Int) -> Int? {
    let c = constants
    let area = c.kernel_height * c.kernel_width
    let row =
      position / c.out_width * c.stride_y + tap % area / c.kernel_width * c.dilation_y
      - c.padding_y
    let column =
      position % c.out_width * c.stride_x + tap % c.kernel_width * c.dilation_x
      - c.padding_x
    guard row >= 0, row < c.in_height, column >= 0, column < c.in_width else { return nil }
    return tap / area * plane + row * c.in_width + column
  }

  /// Where a group's planes begin in the input and in the output.
  func input(_ image: Int, _ group: Int) -> Int {
    (image * constants.in_channels + group * inputs) * plane
  }

  func output(_ image: Int, _ group: Int) -> Int {
    (image * constants.out_channels + group * outputs) * positions
  }

  /// All products of one input, one weight and one output element: indices into the three tensors.
  func forEach(_ body: (_ x: Int, _ w: Int, _ y: Int) -> Void) {
    for image in 0..<constants.batch {
      for group in 0..<constants.groups {
        for channel in 0..<outputs {
          for position in 0..<positions {
            let y = output(image, group) + channel * positions + position
            for tap in 0..<taps {
              guard let source = source(position, tap) else { continue }
              body(input(image, group) + source, (group * outputs + channel) * taps + tap, y)
            }
          }
        }
      }
    }
  }

  /// Two operations for each product.
  var cost: Int { 2 * constants.batch * constants.out_channels * positions * taps }
}
