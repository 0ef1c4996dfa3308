/// Everything of the engine that can be called by name. A new operation, layer, loss … adds its
/// line here.
public enum Entries {
  /// Every entry of the engine; names can have several of different kinds.
  public static let all: [Entry] =
    [
      Exponential.entry,
      Logarithm.entry,
      SquareRoot.entry,
      HyperbolicTangent.entry,
      Sigmoid.entry,
      ReLU.entry,
      AbsoluteValue.entry,
      Square.entry,
      Reciprocal.entry,
      Negate.entry,
      ErrorFunction.entry,
      Sine.entry,
      Cosine.entry,
      Sign.entry,
      Softplus.entry,
      GELU.entry,
      SiLU.entry,
      LeakyReLU.entry,
      ELU.entry,
      Maximum.entry,
      Minimum.entry,
      Power.entry,
      Sum.entry,
      Mean.entry,
      Reshape.entry,
      Flatten.entry, Flatten.inverse,
      Permute.entry,
      Concatenate.entry,
      OneHot.entry,
      Pick.entry,
      MaskedFill.entry,
      Dense.entry,
      PReLU.entry,
      Residual.entry,
      Embedding.entry,
      Attention.entry,
      ScaledDotProductAttention.entry,
      Chain.entry, SGD.entry,
      Adagrad.entry, Adadelta.entry, RMSprop.entry, Adamax.entry, NAdam.entry, RAdam.entry,
      Rprop.entry, Lion.entry,
      Stack.entry,
    ] + Extremum.entries + Triangle.entries + Losses.entries + Adam.entries + ScheduleEntries.all
    + Initializer.entries + [Initializer.gainEntry] + Decoding.entries
    + DatasetEntries.all
    + Recurrent.entries
    + ConvolutionLayer.entries + TransposedConvolutionLayer.entries + MaxPooling.entries
    + AveragePooling.entries
    + BatchNorm.entries + GroupNorm.entries + LayerNorm.entries + Dropout.entries
    + MaskEntries.all + PositionEntries.all + TransformerEntries.all
    + OperationEntries.all
}
