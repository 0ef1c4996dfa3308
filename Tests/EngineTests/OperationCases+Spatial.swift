// Convolution and pooling among the cases of every operation.

import Engine
import TestSupport

extension OperationCase {
  private static func settings(
    _ stride: [Int], _ before: [Int], _ after: [Int]?, _ dilation: [Int], _ groups: Int = 1
  ) -> ConvolutionSettings {
    ConvolutionSettings(
      stride: stride, before: before, after: after, dilation: dilation, groups: groups)
  }

  static let convolutions: [OperationCase] = [
    OperationCase(Convolution(.plain(axes: 2)), [[2, 2, 4, 3], [3, 2, 2, 2], [3]]),
    OperationCase(Convolution(.plain(axes: 2)), [[2, 3, 2], [1, 2, 2, 1]], [], " alone"),
    OperationCase(
      Convolution(settings([2, 1], [1, 0], [1, 2], [1, 1])), [[1, 2, 4, 3], [2, 2, 3, 2], [2]], [],
      " strided"),
    OperationCase(
      Convolution(settings([1, 2], [2, 1], nil, [2, 1])), [[2, 1, 4, 3], [2, 1, 3, 2]], [],
      " dilated"),
    OperationCase(
      Convolution(settings([1, 1], [1, 1], nil, [1, 1], 2)), [[1, 4, 2, 3], [4, 2, 2, 3], [4]],
      [], " grouped"),
    OperationCase(
      Convolution(settings([1, 1], [0, 0], nil, [1, 1], 3)), [[2, 3, 3, 2], [3, 1, 2, 2], [3]],
      [], " depthwise"),
    OperationCase(Convolution(.plain(axes: 2)), [[2, 3, 2, 2], [2, 3, 1, 1], [2]], [], " 1×1"),
    OperationCase(Convolution(.plain(axes: 1)), [[2, 2, 5], [3, 2, 2], [3]]),
    OperationCase(
      Convolution(settings([2], [1], nil, [2])), [[2, 7], [2, 2, 3]], [], " strided"),
  ]

  static let transposed: [OperationCase] = [
    OperationCase(TransposedConvolution(.plain(axes: 2)), [[2, 2, 2, 3], [2, 3, 2, 2], [3]]),
    OperationCase(
      TransposedConvolution(settings([2, 3], [1, 0], nil, [1, 2]), extra: [1, 0]),
      [[1, 2, 3, 2], [2, 1, 3, 2]], [], " strided"),
    OperationCase(
      TransposedConvolution(settings([1, 1], [0, 1], nil, [1, 1], 2)),
      [[2, 4, 2, 2], [4, 1, 2, 3], [2]], [], " grouped"),
    OperationCase(
      TransposedConvolution(settings([2], [1], nil, [1])), [[2, 4], [2, 3, 3], [3]], []),
    OperationCase(
      GatherGradient(padding: 2), [[2, 4, 3], [2, 4], [5, 3]], [.any, .index(5), .any],
      " with padding"),
  ]

  static let pools: [OperationCase] = [
    OperationCase(MaxPool(PoolWindows(kernel: [2, 2])), [[2, 1, 5, 4]]),
    OperationCase(
      MaxPool(PoolWindows(kernel: [3, 2], stride: [2, 1], padding: [1, 1], ceiling: true)),
      [[2, 4, 3]], [], " overlapping"),
    OperationCase(
      MaxPool(PoolWindows(kernel: [2, 2], stride: [1, 1], dilation: [2, 1])), [[1, 1, 4, 3]], [],
      " dilated"),
    OperationCase(MaxPool(PoolWindows(kernel: [3], stride: [2])), [[2, 2, 7]]),
    OperationCase(MaxPool(PoolWindows(outputs: [2, nil])), [[1, 2, 5, 3]]),
    OperationCase(MaxPool(PoolWindows(outputs: [3])), [[2, 5]]),
  ]

  static let averages: [OperationCase] = [
    OperationCase(AveragePool(PoolWindows(kernel: [2, 2])), [[2, 1, 5, 4]]),
    OperationCase(
      AveragePool(
        PoolWindows(kernel: [3, 2], stride: [2, 1], padding: [1, 1], ceiling: true)),
      [[2, 4, 3]], [], " overlapping"),
    OperationCase(
      AveragePool(
        PoolWindows(kernel: [3, 2], stride: [2, 2], padding: [1, 1], ceiling: true),
        divisor: PoolDivisor(countsPadding: false)),
      [[1, 1, 4, 3]], [], " not padding"),
    OperationCase(
      AveragePool(PoolWindows(kernel: [2, 2]), divisor: PoolDivisor(fixed: 3)), [[1, 1, 4, 2]],
      [], " by 3"),
    OperationCase(AveragePool(PoolWindows(kernel: [3], stride: [2])), [[2, 2, 7]]),
    OperationCase(AveragePool(PoolWindows(outputs: [2, nil])), [[1, 2, 5, 3]]),
    OperationCase(AveragePool(PoolWindows(outputs: [3])), [[2, 5]]),
  ]

  static let normalisations: [OperationCase] = {
    let layers: [(String, Shape, () -> any Layer)] = [
      ("batch_norm1d", [4, 3], { BatchNorm(axes: 0...1) }),
      ("batch_norm2d", [2, 2, 2, 3], { BatchNorm(axes: 2...2, affine: false) }),
      ("group_norm", [2, 4, 3], { GroupNorm(2) }),
      ("instance_norm1d", [2, 2, 4], { InstanceNorm(axes: 1, affine: true) }),
      ("layer_norm", [3, 2, 3], { LayerNorm([2, 3]) }),
      ("rms_norm", [3, 4], { RMSNorm(epsilon: 0.1) }),
    ]
    var cases = layers.map { name, shape, make in
      nonisolated(unsafe) let make = make
      return OperationCase(name, [shape]) { try make().traced($1[0], in: $0) }
    }
    for (leading, trailing) in [(1, 0), (1, 2), (0, 1), (2, 2), (0, 0)] {
      cases.append(
        OperationCase(
          MeanOverAxes(leading: leading, trailing: trailing), [[2, 3, 2, 2]], [],
          " \(leading), \(trailing)"))
    }
    cases.append(OperationCase(ExpandLike(), [[3, 1, 1], [2, 3, 2, 2]]))
    cases.append(OperationCase(ShareLike(), [[3, 1, 1], [2, 3, 2, 2]]))
    cases.append(OperationCase(SumLike(), [[2, 3, 2, 2], [1, 3, 1, 1]]))
    cases.append(OperationCase(SumLike(), [[3, 4], [3, 1]]))
    return cases
  }()
}
