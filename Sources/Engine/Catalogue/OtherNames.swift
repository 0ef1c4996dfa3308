// Names from elsewhere and the names here that they lead to.

/// What PyTorch, Keras and their users call things that have another name here, so that a familiar
/// name leads to the right one. It says nothing about names that are only misspelt.
public enum OtherNames {
  /// The name here of what is called so elsewhere: `nn.Linear` is `dense`, `MaxPool2d` is
  /// `max_pool2d`, `mse` is `mse_loss`, `CosineAnnealingLR` is `cosine`.
  ///
  /// - Parameter names: those that there are; of them one is returned.
  /// - Returns: nil when nothing here is called so elsewhere.
  public static func name(
    for word: String, among names: some Sequence<String>
  ) -> String? {
    let plain = plain(word.split(separator: ".").last.map(String.init) ?? word)
    guard plain.count > 1, plain.count <= 64 else { return nil }
    var wanted = [plain, plain + "loss", plain + "lr"]
    for ending in ["loss", "lr"] where plain.hasSuffix(ending) {
      wanted.append(String(plain.dropLast(ending.count)))
    }
    var found: [String: String] = [:]
    for name in names where name != word {
      let key = Self.plain(name)
      // Two names that are alike but for their underscores: the first in the alphabet.
      found[key] = min(found[key] ?? name, name)
    }
    for candidate in wanted {
      if let other = others[candidate], let name = found[Self.plain(other)] { return name }
      if let name = found[candidate] { return name }
    }
    return nil
  }

  /// PyTorch's and Keras' words for a parameter, with what it is called here, the first that the
  /// signature has.
  static let parameters: [String: [String]] = [
    "dim": ["axis"], "dims": ["axes", "order", "axis"], "input": ["x"], "other": ["b"],
    "tensor": ["index", "x"], "size": ["shape"], "fill_value": ["value"], "val": ["value"],
    "source": ["src"], "num_classes": ["classes"], "attn_mask": ["mask"],
    "is_causal": ["causal"], "kernel_size": ["kernel"], "out_channels": ["channels"],
    "out_features": ["units"], "num_embeddings": ["count"], "embedding_dim": ["width"],
    "hidden_size": ["hidden"], "num_layers": ["layers"], "num_heads": ["heads"],
    "nhead": ["heads"], "dim_feedforward": ["feedforward"],
    "num_encoder_layers": ["encoder_layers"], "num_decoder_layers": ["decoder_layers"],
    "layer_norm_eps": ["eps"], "output_size": ["size"], "vocab_size": ["vocab"],
    "learning_rate": ["lr"],
  ]

  /// Parameters that PyTorch must be told and that are inferred here.
  static let inferred: Set<String> = [
    "in_features", "in_channels", "input_size", "embed_dim", "d_model", "num_features",
    "num_channels", "kdim", "vdim",
  ]

  /// Without capitals and underscores, which tell `MaxPool2d` and `relu_` apart from the names here.
  private static func plain(_ word: String) -> String {
    word.lowercased().filter { $0 != "_" }
  }

  private static let others = [
    "linear": "dense", "multiheadattention": "attention", "mha": "attention",
    "sequential": "chain", "modulelist": "chain", "bce": "binary_cross_entropy",
    "bcewithlogits": "binary_cross_entropy_with_logits", "ce": "cross_entropy",
    "kldivergence": "kl_div", "mae": "l1_loss", "cosineannealing": "cosine",
    "cosineannealingwarmrestarts": "cosine_warm_restarts", "swish": "silu",
    "unflatten": "reshape", "concatenate": "cat", "swapaxes": "transpose",
    "instancenorm": "instance_norm2d", "layernormalization": "layer_norm",
    "batchnormalization": "batch_norm", "multinomialsample": "multinomial",
    "avgpool": "avg_pool2d", "maxpool": "max_pool2d", "conv": "conv2d",
  ]
}
