// The losses and metrics by name: PyTorch's functional names, arguments and defaults.

extension Losses {
  static let entries = regression + binary + classification + margins + others + metrics

  private static let regression: [Entry] = [
    pair(
      "mse_loss", "reduction=\"mean\"", "The mean squared error.", "mean((input − target)²)",
      "Gauss 1809", example: "[1, 2], [1, 4]"
    ) { call throws(EngineError) in
      try meanSquaredError(
        call.input, call.target, reduction: try call.reduction(), in: call.graph)
    },
    pair(
      "l1_loss", "reduction=\"mean\"", "The mean absolute error.", "mean(|input − target|)", "",
      example: "[1, 2], [1, 4]"
    ) { call throws(EngineError) in
      try absoluteError(
        call.input, call.target, reduction: try call.reduction(), in: call.graph)
    },
    pair(
      "huber_loss", "reduction=\"mean\", delta=1",
      "Squared near the target, straight from delta on.",
      "½ d² if |d| ≤ delta else delta (|d| − ½ delta)", "Huber 1964", example: "[1, 2], [1, 4]"
    ) { call throws(EngineError) in
      try huber(
        call.input, call.target, delta: try call.positive("delta"),
        reduction: try call.reduction(), in: call.graph)
    },
    pair(
      "smooth_l1_loss", "reduction=\"mean\", beta=1", "Huber's loss over beta.",
      "½ d² / beta if |d| < beta else |d| − ½ beta", "Girshick 2015", example: "[1, 2], [1, 4]"
    ) { call throws(EngineError) in
      try smoothAbsoluteError(
        call.input, call.target, beta: try call.arguments.nonNegative("beta"),
        reduction: try call.reduction(), in: call.graph)
    },
  ]

  private static let binary: [Entry] = [
    pair(
      "binary_cross_entropy", "weight=none, reduction=\"mean\"",
      "Of probabilities with targets 0 or 1.",
      "−mean(target log input + (1 − target) log(1 − input))", "", example: "[0.9], [1]"
    ) { call throws(EngineError) in
      try binaryCrossEntropy(
        call.input, call.target, weight: try call.optional("weight"),
        reduction: try call.reduction(), in: call.graph)
    },
    pair(
      "binary_cross_entropy_with_logits", "weight=none, reduction=\"mean\", pos_weight=none",
      "Of logits with targets 0 or 1.", "mean(log(1 + eᶻ) − z target)", "", example: "[2], [1]"
    ) { call throws(EngineError) in
      try binaryCrossEntropyWithLogits(
        call.input, call.target, weight: try call.optional("weight"),
        positiveWeight: try call.optional("pos_weight"), reduction: try call.reduction(),
        in: call.graph)
    },
    pair(
      "hinge_loss", "squared=false, reduction=\"mean\"", "Of scores with targets 1 or −1.",
      "mean(max(0, 1 − target · input))", "Cortes & Vapnik 1995", example: "[0.5, -2], [1, -1]"
    ) { call throws(EngineError) in
      try hinge(
        call.input, call.target, squared: try call.arguments.flag("squared"),
        reduction: try call.reduction(), in: call.graph)
    },
  ]

  private static let classification: [Entry] = [
    pair(
      "cross_entropy",
      "weight=none, ignore_index=-100, reduction=\"mean\", label_smoothing=0, axis=none",
      "Of logits [n, classes] with class indices [n] or probabilities [n, classes]; the classes "
        + "are the last axis, or axis 1 as in PyTorch if only that fits.",
      "−mean(log softmax(z)[i, yᵢ])", "", shapes: "[n, classes], [n] → []",
      example: "[[1, 2, 3]], [2]"
    ) { call throws(EngineError) in
      try crossEntropy(
        call.input, call.target, weight: try call.optional("weight"),
        ignoreIndex: try call.arguments.integer("ignore_index"),
        reduction: try call.reduction(),
        labelSmoothing: try call.arguments.number("label_smoothing", in: 0...1),
        axis: try call.arguments.optionalInteger("axis"), in: call.graph)
    },
    pair(
      "nll_loss", "weight=none, ignore_index=-100, reduction=\"mean\", axis=none",
      "Of log-probabilities [n, classes] with class indices [n].", "−mean(input[i, targetᵢ])", "",
      shapes: "[n, classes], [n] → []", example: "[[-1, -0.5]], [1]"
    ) { call throws(EngineError) in
      try negativeLogLikelihood(
        call.input, call.target, weight: try call.optional("weight"),
        ignoreIndex: try call.arguments.integer("ignore_index"),
        reduction: try call.reduction(), axis: try call.arguments.optionalInteger("axis"),
        in: call.graph)
    },
    pair(
      "multi_margin_loss", "p=1, margin=1, weight=none, reduction=\"mean\"",
      "Every wrong class is to stay a margin below the right one.",
      "mean(Σ max(0, margin − x[y] + x[j])ᵖ / classes)", "Crammer & Singer 2001",
      shapes: "[n, classes], [n] → []", example: "[[1, 2, 3]], [2]"
    ) { call throws(EngineError) in
      let p = try call.arguments.integer("p")
      guard p == 1 || p == 2 else {
        throw EngineError("multi_margin_loss: 'p' must be 1 or 2, not \(p)")
      }
      return try multiMargin(
        call.input, call.target, p: p, margin: try call.arguments.number("margin"),
        weight: try call.optional("weight"), reduction: try call.reduction(), in: call.graph)
    },
    pair(
      "kl_div", "reduction=\"mean\", log_target=false",
      "Kullback and Leibler's divergence of log-probabilities from probabilities; "
        + "reduction=\"batchmean\" is the divergence itself.",
      "target (log target − input)", "Kullback & Leibler 1951",
      example: "[[-1, -0.5]], [[0.4, 0.6]], reduction=\"batchmean\""
    ) { call throws(EngineError) in
      let word = try call.arguments.word(
        "reduction", among: DivergenceReduction.allCases.map(\.rawValue))
      return try divergence(
        call.input, call.target, reduction: DivergenceReduction(rawValue: word) ?? .mean,
        logTarget: try call.arguments.flag("log_target"), in: call.graph)
    },
    pair(
      "distillation_loss", "temperature=2",
      "The divergence of a student's softened logits from the teacher's.",
      "T² · KL(softmax(target / T) ‖ softmax(input / T))", "Hinton, Vinyals & Dean 2015",
      shapes: "[n, classes], [n, classes] → []", example: "[[1, 2]], [[0, 3]]"
    ) { call throws(EngineError) in
      try distillation(
        call.input, call.target, temperature: try call.positive("temperature"), in: call.graph)
    },
  ]

  private static let margins: [Entry] = [
    pair(
      "hinge_embedding_loss", "margin=1, reduction=\"mean\"",
      "Of distances: small where the target is 1, beyond the margin where it is −1.",
      "input if target = 1 else max(0, margin − input)", "", example: "[0.5, 2], [1, -1]"
    ) { call throws(EngineError) in
      try hingeEmbedding(
        call.input, call.target, margin: try call.arguments.number("margin"),
        reduction: try call.reduction(), in: call.graph)
    },
    loss(
      "margin_ranking_loss", "input1, input2, target, margin=0, reduction=\"mean\"",
      "The first is to be the larger where the target is 1, the second where it is −1.",
      "mean(max(0, margin − target (input1 − input2)))", "", example: "[1, 2], [2, 1], [1, 1]"
    ) { call throws(EngineError) in
      try marginRanking(
        try call.tensor("input1"), try call.tensor("input2"), try call.tensor("target"),
        margin: try call.arguments.number("margin"), reduction: try call.reduction(),
        in: call.graph)
    },
    loss(
      "cosine_embedding_loss", "input1, input2, target, margin=0, reduction=\"mean\"",
      "Rows point the same way where the target is 1, apart where it is −1.",
      "1 − cos if target = 1 else max(0, cos − margin)", "", shapes: "[n, d], [n, d], [n] → []",
      example: "[[1, 0]], [[0, 1]], [1]"
    ) { call throws(EngineError) in
      try cosineEmbedding(
        try call.tensor("input1"), try call.tensor("input2"), try call.tensor("target"),
        margin: try call.arguments.number("margin"), reduction: try call.reduction(),
        in: call.graph)
    },
    loss(
      "triplet_margin_loss",
      "anchor, positive, negative, margin=1, p=2, eps=1e-6, swap=false, reduction=\"mean\"",
      "The positive is to be nearer than the negative by a margin.",
      "mean(max(0, margin + ‖a − p‖ − ‖a − n‖))", "Balntas et al. 2016",
      shapes: "[n, d], [n, d], [n, d] → []", example: "[[1, 0]], [[0, 1]], [[2, 2]]"
    ) { call throws(EngineError) in
      try tripletMargin(
        try call.tensor("anchor"), try call.tensor("positive"), try call.tensor("negative"),
        margin: try call.arguments.number("margin"), p: try call.positive("p"),
        epsilon: try call.arguments.nonNegative("eps"), swap: try call.arguments.flag("swap"),
        reduction: try call.reduction(), in: call.graph)
    },
  ]

  private static let others: [Entry] = [
    loss(
      "ctc_loss",
      "log_probs, targets, input_lengths, target_lengths, blank=0, reduction=\"mean\", "
        + "zero_infinity=false",
      "Of label sequences without alignment, summed over all alignments.",
      "−log p(targets | log_probs)", "Graves et al. 2006",
      shapes: "[time, batch, classes], [batch, longest], [batch], [batch] → []",
      example: "[[[-1, -0.5]], [[-0.7, -0.7]]], [[1]], [2], [1]"
    ) { call throws(EngineError) in
      try connectionistTemporal(
        try call.tensor("log_probs"), try call.tensor("targets"),
        inputLengths: try call.tensor("input_lengths"),
        targetLengths: try call.tensor("target_lengths"),
        blank: try call.arguments.integer("blank"), reduction: try call.reduction(),
        zeroInfinity: try call.arguments.flag("zero_infinity"), in: call.graph)
    },
    loss(
      "router_z_loss", "router_logits", "Keeps the logits of a router of experts small.",
      "mean((log Σ exp z)²)", "Zoph et al. 2022", shapes: "[…, experts] → []",
      example: "[[1, 2, 3]]"
    ) { call throws(EngineError) in
      try routerZ(try call.tensor("router_logits"), in: call.graph)
    },
    loss(
      "load_balancing_loss", "router_probs, expert_indices",
      "Least when all experts are used alike.", "experts² · mean(share · mean probability)",
      "Fedus, Zoph & Shazeer 2022", shapes: "[…, tokens, experts], […, tokens] → []",
      example: "[[0.9, 0.1], [0.4, 0.6]], [0, 1]"
    ) { call throws(EngineError) in
      try loadBalancing(
        try call.tensor("router_probs"), try call.tensor("expert_indices"), in: call.graph)
    },
  ]

  private static let metrics: [Entry] = [
    pair(
      "accuracy", "", "The share of rows whose largest score is at the label.",
      "mean(argmax input = target)", "", shapes: "[n, classes], [n] → []",
      example: "[[0.1, 0.9]], [1]"
    ) { call throws(EngineError) in try accuracy(call.input, call.target, in: call.graph) },
    pair(
      "confusion_matrix", "", "How often class i (row) was taken for class j (column).",
      "Σ (target = i)(argmax input = j)", "", shapes: "[n, classes], [n] → [classes, classes]",
      example: "[[0.1, 0.9], [0.8, 0.2]], [1, 1]"
    ) { call throws(EngineError) in
      try confusionMatrix(call.input, call.target, in: call.graph)
    },
    pair(
      "f1_score", "average=\"macro\"",
      "The harmonic mean of precision and recall, of the classes that occur.",
      "2 hits / (guessed + true)", "van Rijsbergen 1979", shapes: "[n, classes], [n] → []",
      example: "[[0.1, 0.9], [0.8, 0.2]], [1, 1]"
    ) { call throws(EngineError) in
      let word = try call.arguments.word("average", among: ["macro", "micro"])
      return try f1(call.input, call.target, isMicro: word == "micro", in: call.graph)
    },
  ]
}

/// A call of a loss by name.
private struct LossCall {
  let arguments: Arguments
  let graph: Graph
  let input: Node
  let target: Node

  func tensor(_ parameter: String) throws(EngineError) -> Node {
    try arguments.tensor(parameter, graph)
  }

  func optional(_ parameter: String) throws(EngineError) -> Node? {
    if case .none = arguments.value(parameter) { return nil }
    return try tensor(parameter)
  }

  func reduction() throws(EngineError) -> LossReduction {
    let word = try arguments.word("reduction", among: LossReduction.allCases.map(\.rawValue))
    return LossReduction(rawValue: word) ?? .mean
  }

  func positive(_ parameter: String) throws(EngineError) -> Double {
    let number = try arguments.number(parameter)
    guard number > 0 else {
      throw EngineError(
        "\(arguments.name): '\(parameter)' must be more than 0, not \(shown(number))")
    }
    return number
  }
}

/// A loss of an input and a target.
private func pair(
  _ name: String, _ settings: String, _ summary: String, _ formula: String, _ source: String,
  shapes: String = "[…], […] → []", example: String,
  _ build: @escaping @Sendable (LossCall) throws(EngineError) -> Node
) -> Entry {
  entry(
    name, "input, target" + (settings.isEmpty ? "" : ", " + settings), summary, formula, source,
    shapes, example
  ) { arguments, graph throws(EngineError) in
    try build(
      LossCall(
        arguments: arguments, graph: graph, input: try arguments.tensor("input", graph),
        target: try arguments.tensor("target", graph)))
  }
}

/// A loss of other tensors.
private func loss(
  _ name: String, _ signature: String, _ summary: String, _ formula: String, _ source: String,
  shapes: String = "[…], […], […] → []", example: String,
  _ build: @escaping @Sendable (LossCall) throws(EngineError) -> Node
) -> Entry {
  entry(name, signature, summary, formula, source, shapes, example) {
    arguments, graph throws(EngineError) in
    let none = Node(index: 0)
    return try build(LossCall(arguments: arguments, graph: graph, input: none, target: none))
  }
}

private func entry(
  _ name: String, _ signature: String, _ summary: String, _ formula: String, _ source: String,
  _ shapes: String, _ example: String,
  _ build: @escaping @Sendable (Arguments, Graph) throws(EngineError) -> Node
) -> Entry {
  Entry(
    Descriptor(
      name, .loss, signature: "\(name)(\(signature))", summary: summary, shapes: shapes,
      formula: formula, source: source, example: "\(name)(\(example))"),
    .function(build))
}
