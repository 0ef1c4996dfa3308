/// The functions of tensors and the activations, by topic.
enum OperationEntries {
  static let all: [Entry] =
    [
      ExponentialMinusOne.entry, LogarithmOnePlus.entry, ReciprocalSquareRoot.entry,
      Norm.entry, Product.entry, LogSumExp.entry, RunningSum.entry, RunningProduct.entry,
      RemoveAxis.entry, InsertAxis.entry, Roll.entry, Pad.entry, Where.entry,
      GatherAlong.entry,
    ] + Rounding.entries + Bound.entries + ActivationEntries.all + ArithmeticEntries.all
    + SoftmaxEntries.all + ArgMax.entries + ArgMax.extremes + Variance.entries + Expand.entries
    + Repetition.entries + AxisEntries.all + Diagonal.entries + FilledEntries.all + Scatter.entries
    + IndexSelect.entries + SortEntries.all + StopGradient.entries + ProductEntries.all
    + RandomEntries.all
}
