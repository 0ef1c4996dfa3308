// The windows of a pooling: which places of every axis each of them covers.

import CKernels

/// How windows lie over one or two axes.
public struct PoolWindows: Hashable, Sendable {
  /// How windows are placed.
  public enum Layout: Hashable, Sendable {
    /// Windows of one size at regular places.
    case regular(
      kernel: [Int], stride: [Int], padding: [Int], dilation: [Int], ceiling: Bool)
    /// As many windows as these, of sizes that share the input out; nil keeps an axis as it is.
    case adaptive([Int?])
  }

  /// How they are placed.
  public let layout: Layout

  /// Windows of one size, a stride apart; the stride is the size unless given.
  public init(
    kernel: [Int], stride: [Int]? = nil, padding: [Int]? = nil, dilation: [Int]? = nil,
    ceiling: Bool = false
  ) {
    layout = .regular(
      kernel: kernel, stride: stride ?? kernel, padding: padding ?? kernel.map { _ in 0 },
      dilation: dilation ?? kernel.map { _ in 1 }, ceiling: ceiling)
  }

  /// As many windows as results are wanted; nil keeps an axis.
  public init(outputs: [Int?]) { layout = .adaptive(outputs) }

  /// How many of the last axes they lie on.
  public var axes: Int {
    switch layout {
    case .regular(let kernel, _, _, _, _): kernel.count
    case .adaptive(let outputs): outputs.count
    }
  }

  var isAdaptive: Bool { if case .adaptive = layout { true } else { false } }

  /// The windows of one axis.
  struct Axis {
    var start: [Int] = []
    /// How many places each covers that are not padding.
    var count: [Int] = []
    /// Places of padding counted too.
    var size: [Int] = []
    var step = 1
  }

  /// - Throws: when the input has the wrong rank or is smaller than a window.
  func outputShape(_ x: Shape, for name: String) throws(EngineError) -> Shape {
    try ConvolutionSettings.checkRank(x, axes: axes, for: name)
    try checkSettings(for: name)
    let inputs = Array(x.extents.suffix(axes))
    guard inputs.allSatisfy({ $0 > 0 }) else {
      throw EngineError("\(name): shape \(x) has no elements to pool")
    }
    switch layout {
    case .adaptive(let outputs):
      return Shape(x.extents.dropLast(axes) + zip(outputs, inputs).map { $0 ?? $1 })
    case .regular(let kernel, let stride, let padding, let dilation, let ceiling):
      var extents = Array(x.extents.dropLast(axes))
      for axis in 0..<axes {
        let covered = dilation[axis] * (kernel[axis] - 1) + 1
        let padded = inputs[axis] + 2 * padding[axis]
        let room = padded - covered + (ceiling ? stride[axis] - 1 : 0)
        guard room >= 0 else {
          throw EngineError(
            "\(name): a window covers \(covered) places, the input"
              + "\(padding[axis] > 0 ? " with padding" : "") has only \(padded)",
            hint: "use a smaller kernel, or pool less before")
        }
        var count = room / stride[axis] + 1
        // A window must begin inside the input or the padding before it.
        if ceiling, (count - 1) * stride[axis] >= inputs[axis] + padding[axis] { count -= 1 }
        extents.append(count)
      }
      return Shape(extents)
    }
  }

  private func checkSettings(for name: String) throws(EngineError) {
    let most = ConvolutionSettings.most
    let checks: [(String, [Int], Int)] =
      switch layout {
      case .regular(let kernel, let stride, let padding, let dilation, _):
        [
          ("kernel", kernel, 1), ("stride", stride, 1), ("padding", padding, 0),
          ("dilation", dilation, 1),
        ]
      case .adaptive(let outputs): [("size", outputs.compactMap { $0 }, 1)]
      }
    for (title, values, least) in checks {
      for value in values where value < least || value > most {
        throw EngineError(
          "\(name): '\(title)' must be between \(least) and \(most), not \(value)")
      }
    }
    if case .regular(let kernel, _, let padding, _, _) = layout {
      for (size, zeros) in zip(kernel, padding) where zeros > size / 2 {
        throw EngineError(
          "\(name): padding \(zeros) is more than half of the kernel \(size)",
          hint: "a window must not lie in the padding alone")
      }
    }
  }

  /// The windows of an axis of a checked input.
  func axis(_ axis: Int, input: Int, output: Int) -> Axis {
    var result = Axis()
    switch layout {
    case .adaptive:
      for place in 0..<output {
        let start = place * input / output
        let end = ((place + 1) * input + output - 1) / output
        result.start.append(start)
        result.count.append(end - start)
        result.size.append(end - start)
      }
    case .regular(let kernel, let stride, let padding, let dilation, _):
      let step = dilation[axis]
      result.step = step
      for place in 0..<output {
        let first = place * stride[axis] - padding[axis]
        // Padding does not take part.
        let start = first >= 0 ? first : first + (-first + step - 1) / step * step
        let end = min(first + (kernel[axis] - 1) * step + 1, input)
        result.start.append(start)
        result.count.append(max(0, (end - start + step - 1) / step))
        result.size.append(min(first + kernel[axis], input + padding[axis]) - first)
      }
    }
    return result
  }

  /// `2×2`, for formulas.
  var label: String {
    let sizes: [Int?]
    switch layout {
    case .regular(let kernel, _, _, _, _): sizes = kernel
    case .adaptive(let outputs): sizes = outputs
    }
    return sizes.map { $0.map(String.init) ?? "all" }.joined(separator: "×")
  }
}

/// The windows of one pooling in the form that the kernels take; it owns their lists.
final class PoolPlan {
  let windows: NablaWindows
  /// The same as numbers; nil for adaptive ones.
  let regular: NablaPooling?
  private let lists: UnsafeMutablePointer<Int>
  let rows: PoolWindows.Axis
  let columns: PoolWindows.Axis

  /// - Parameter output: as `PoolWindows.outputShape` gives it.
  init(_ layout: PoolWindows, x: Shape, output: Shape) {
    let axes = layout.axes
    let planes = x.extents.dropLast(axes).reduce(1, *)
    let (width, outWidth) = (x[-1], output[-1])
    let (height, outHeight) = axes == 1 ? (1, 1) : (x[-2], output[-2])
    columns = layout.axis(axes - 1, input: width, output: outWidth)
    rows =
      axes == 1
      ? PoolWindows.Axis(start: [0], count: [1], size: [1])
      : layout.axis(0, input: height, output: outHeight)
    let values = [rows.start, rows.count, columns.start, columns.count].flatMap { $0 }
    lists = .allocate(capacity: max(values.count, 1))
    lists.initialize(from: values, count: values.count)
    windows = NablaWindows(
      planes: planes, height: height, width: width, out_height: outHeight, out_width: outWidth,
      row_start: lists, row_count: lists + outHeight, column_start: lists + 2 * outHeight,
      column_count: lists + 2 * outHeight + outWidth, row_step: rows.step,
      column_step: columns.step)
    if case .regular(let kernel, let stride, let padding, let dilation, _) = layout.layout {
      func pair(_ values: [Int], _ absent: Int) -> (Int, Int) {
        axes == 1 ? (absent, values[0]) : (values[0], values[1])
      }
      let (sizes, strides, zeros) = (pair(kernel, 1), pair(stride, 1), pair(padding, 0))
      let steps = pair(dilation, 1)
      regular = NablaPooling(
        planes: planes, in_height: height, in_width: width, out_height: outHeight,
        out_width: outWidth, kernel_height: sizes.0, kernel_width: sizes.1, stride_y: strides.0,
        stride_x: strides.1, padding_y: zeros.0, padding_x: zeros.1, dilation_y: steps.0,
        dilation_x: steps.1)
    } else {
      regular = nil
    }
  }

  deinit { lists.deallocate() }

  /// Windows of one plane.
  var count: Int { windows.out_height * windows.out_width }
  var area: Int { windows.height * windows.width }

  /// The places of a window in its plane, ascending.
  func places(_ window: Int) -> [Int] {
    let (row, column) = (window / windows.out_width, window % windows.out_width)
    return (0..<max(rows.count[row], 0)).flatMap { i in
      (0..<max(columns.count[column], 0)).map { k in
        (rows.start[row] + i * rows.step) * windows.width + columns.start[column]
          + k * columns.step
      }
    }
  }
}
