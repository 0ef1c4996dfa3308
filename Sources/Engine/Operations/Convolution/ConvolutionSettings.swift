// How a kernel is laid over its input: stride, padding, dilation, groups, and the sizes that follow.

import CKernels

/// Stride, padding, dilation (one number an axis) and groups of a convolution over one or two axes.
public struct ConvolutionSettings: Hashable, Sendable {
  /// Steps between places, along each axis.
  public var stride: [Int]
  /// Zeros before and after the input.
  public var before: [Int]
  /// Zeros after the last element, along each axis.
  public var after: [Int]
  /// Steps between the kernel's elements, along each axis.
  public var dilation: [Int]
  /// Into how many independent convolutions the channels fall.
  public var groups: Int

  /// - Precondition: every list has one number for each of the one or two axes.
  public init(
    stride: [Int], before: [Int], after: [Int]? = nil, dilation: [Int], groups: Int = 1
  ) {
    precondition(
      [1, 2].contains(stride.count) && before.count == stride.count
        && dilation.count == stride.count && (after ?? before).count == stride.count)
    self.stride = stride
    self.before = before
    self.after = after ?? before
    self.dilation = dilation
    self.groups = groups
  }

  /// Stride 1, no padding.
  public static func plain(axes: Int) -> ConvolutionSettings {
    let ones = Array(repeating: 1, count: axes)
    return ConvolutionSettings(stride: ones, before: ones.map { _ in 0 }, dilation: ones)
  }

  /// How many axes a kernel has.
  public var axes: Int { stride.count }

  /// `conv2d`
  var name: String { "conv\(axes)d" }

  /// No setting is larger, so that products of a few of them can be counted with.
  static let most = 1 << 20

  /// `[n, c, h, w]`
  static func layout(axes: Int) -> String { axes == 1 ? "[n, c, length]" : "[n, c, h, w]" }

  /// - Throws: when input and kernel do not go together.
  func outputShape(_ x: Shape, _ w: Shape, for name: String) throws(EngineError) -> Shape {
    try check(w, for: name)
    try ConvolutionSettings.checkRank(x, axes: axes, for: name)
    let channels = x[-axes - 1]
    guard w[1] * groups == channels else {
      throw EngineError(
        "\(name): the input has \(channels) channels, a kernel of shape \(w) takes "
          + (groups == 1 ? "\(w[1])" : "\(groups) groups of \(w[1])"),
        hint: "input is \(ConvolutionSettings.layout(axes: axes)): channels stand before the "
          + (axes == 1 ? "length" : "height"))
    }
    let last = x.rank - axes
    let padded = (0..<axes).map { x.extents[last + $0] + before[$0] + after[$0] }
    let covered = (0..<axes).map { dilation[$0] * (w.extents[2 + $0] - 1) + 1 }
    guard zip(padded, covered).allSatisfy({ $0 >= $1 }) else {
      let padding = before + after == Array(repeating: 0, count: 2 * axes) ? "" : " with padding"
      throw EngineError(
        "\(name): the kernel covers \(times(covered)), the input\(padding) is only "
          + times(padded),
        hint: "use a smaller kernel, or more padding")
    }
    // What the kernels work in: the padded image, and the places under each tap for a block.
    try Limits.check(Shape([channels] + padded), for: name)
    try Limits.check(Shape(w.extents.dropFirst() + [max(w[0], 256)]), for: name)
    return Shape(
      x.extents.dropLast(axes + 1) + [w[0]]
        + (0..<axes).map { (padded[$0] - covered[$0]) / stride[$0] + 1 })
  }

  static func checkRank(_ x: Shape, axes: Int, for name: String) throws(EngineError) {
    guard x.rank == axes + 1 || x.rank == axes + 2 else {
      let single = axes == 1 ? "[c, length]" : "[c, h, w]"
      throw EngineError(
        "\(name): needs \(layout(axes: axes)) or \(single), not shape \(x)",
        hint: axes == 1
          ? "reshape(x, [-1, 1, \(x.rank > 0 ? x[-1] : 1)]) makes rows sequences of one channel"
          : "reshape(x, [-1, 1, 8, 8]) makes rows of 64 numbers images of one channel")
    }
  }

  /// The kernel's extents are of the operation's making and the settings of a person's.
  func check(_ w: Shape, for name: String) throws(EngineError) {
    guard w.rank == axes + 2, w.extents.dropFirst(2).allSatisfy({ $0 > 0 }) else {
      throw EngineError(
        "\(name): a kernel has shape [out, in / groups, "
          + (axes == 1 ? "length" : "height, width") + "], not \(w)")
    }
    for (title, values, least) in [
      ("stride", stride, 1), ("padding", before + after, 0), ("dilation", dilation, 1),
      ("kernel", Array(w.extents.dropFirst(2)), 1), ("groups", [groups], 1),
    ] {
      for value in values where value < least || value > ConvolutionSettings.most {
        throw EngineError(
          "\(name): '\(title)' must be between \(least) and \(ConvolutionSettings.most), "
            + "not \(value)")
      }
    }
    guard w[0] % groups == 0 else {
      throw EngineError(
        "\(name): \(w[0]) channels cannot be shared by \(groups) groups",
        hint: "input and output channels must be multiples of the number of groups")
    }
  }

  private func times(_ extents: [Int]) -> String {
    extents.map(String.init).joined(separator: " × ")
  }
}
