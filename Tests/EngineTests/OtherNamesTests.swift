// The names that PyTorch and Keras have for what is called otherwise here.

import Engine
import Testing

@Suite struct OtherNamesTests {
  private static let names = Entries.all.map(\.descriptor.name)

  @Test(arguments: [
    ("Linear", "dense"), ("nn.Linear", "dense"), ("torch.nn.MaxPool2d", "max_pool2d"),
    ("MultiheadAttention", "attention"), ("multihead_attention", "attention"),
    ("Sequential", "chain"), ("LSTMCell", "lstm_cell"), ("LeakyReLU", "leaky_relu"),
    ("CrossEntropyLoss", "cross_entropy"), ("KLDivLoss", "kl_div"),
    ("BCELoss", "binary_cross_entropy"), ("bce", "binary_cross_entropy"),
    ("BCEWithLogitsLoss", "binary_cross_entropy_with_logits"), ("mse", "mse_loss"),
    ("nll", "nll_loss"), ("hinge", "hinge_loss"), ("SmoothL1Loss", "smooth_l1_loss"),
    ("AdamW", "adamw"), ("StepLR", "step_lr"), ("MultiStepLR", "multistep"),
    ("CosineAnnealingLR", "cosine"), ("CosineAnnealingWarmRestarts", "cosine_warm_restarts"),
    ("OneCycleLR", "one_cycle"), ("PolynomialLR", "polynomial"),
    ("kaiming_normal_", "kaiming_normal"), ("xavier_uniform_", "xavier_uniform"),
  ])
  func found(_ word: String, _ name: String) {
    #expect(OtherNames.name(for: word, among: Self.names) == name)
  }

  @Test(arguments: ["dense", "", "a", "_", "foo", "tahn", "nn.", ".", "Conv3d"])
  func notFound(_ word: String) {
    #expect(OtherNames.name(for: word, among: Self.names) == nil)
  }

  /// What the table promises is there.
  @Test func aNameIsOneOfThose() {
    #expect(OtherNames.name(for: "Linear", among: ["tanh"]) == nil)
    #expect(OtherNames.name(for: "ReLU", among: ["relu", "re_lu"]) == "re_lu")
  }
}
