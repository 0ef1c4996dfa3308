// What the catalogue knows of recurrent layers and cells.

extension Recurrent {
  static let entries: [Entry] = [
    entry(
      "rnn", "rnn(hidden, layers=1, nonlinearity=\"tanh\", ",
      "A recurrent network: each step sees its input and the state before.",
      "h_t = tanh(W_ih x_t + b_ih + W_hh h_{t−1} + b_hh)", "Elman 1990",
      "y, h = rnn(3)([[1, 2], [3, 4]])"
    ) { arguments throws(EngineError) in try arguments.nonlinearity() },
    entry(
      "lstm", "lstm(hidden, layers=1, ",
      "Long short-term memory: gates write, keep and read a cell.",
      "i, f, o = σ(…), g = tanh(…), c = f ⊙ c + i ⊙ g, h = o ⊙ tanh(c)",
      "Hochreiter & Schmidhuber 1997", "y, h, c = lstm(3)([[1, 2], [3, 4]])"
    ) { _ throws(EngineError) in .lstm },
    entry(
      "gru", "gru(hidden, layers=1, ",
      "Gated recurrent units: one gate resets the state, one keeps it.",
      "r, z = σ(…), n = tanh(W x + b + r ⊙ (U h + b′)), h = (1 − z) ⊙ n + z ⊙ h",
      "Cho et al. 2014", "y, h = gru(3)([[1, 2], [3, 4]])"
    ) { _ throws(EngineError) in .gru },
    cellEntry(
      "rnn_cell", "rnn_cell(hidden, nonlinearity=\"tanh\", ", "One step of an rnn: h = cell(x, h).",
      "h = tanh(W_ih x + b_ih + W_hh h + b_hh)", "cell = rnn_cell(3)\nh = cell([1, 2])"
    ) { arguments throws(EngineError) in try arguments.nonlinearity() },
    cellEntry(
      "lstm_cell", "lstm_cell(hidden, ", "One step of an lstm: h, c = cell(x, (h, c)).",
      "c = f ⊙ c + i ⊙ g, h = o ⊙ tanh(c)",
      "cell = lstm_cell(3)\nh, c = cell([1, 2])\nh, c = cell([3, 4], (h, c))"
    ) { _ throws(EngineError) in .lstm },
    cellEntry(
      "gru_cell", "gru_cell(hidden, ", "One step of a gru: h = cell(x, h).",
      "h = (1 − z) ⊙ n + z ⊙ h", "cell = gru_cell(3)\nh = cell([1, 2])"
    ) { _ throws(EngineError) in .gru },
  ]

  private static func entry(
    _ name: String, _ signature: String, _ summary: String, _ formula: String, _ source: String,
    _ example: String,
    _ cell: @escaping @Sendable (Arguments) throws(EngineError) -> RecurrentCell
  ) -> Entry {
    Entry(
      Descriptor(
        name, .layer,
        signature: signature
          + "bias=true, batch_first=true, dropout=0, bidirectional=false, truncate=none, stateful=false, init=none, "
          + "recurrent_init=none)",
        summary: summary,
        shapes: "x [n, t, in], state [layers · directions, n, hidden], lengths [n] → "
          + "[n, t, directions · hidden], last states as the first",
        formula: formula, source: source, example: example),
      .layer { arguments throws(EngineError) in
        var options = Options()
        options.layers = try arguments.layerCount("layers")
        options.dropout = try arguments.dropout()
        options.hasBias = try arguments.flag("bias")
        options.batchFirst = try arguments.flag("batch_first")
        options.isBidirectional = try arguments.flag("bidirectional")
        if case .none = arguments.value("truncate") {
        } else {
          options.truncate = try arguments.positive("truncate")
        }
        options.isStateful = try arguments.flag("stateful")
        options.initializers = try arguments.recurrentInitializers()
        return Recurrent(try cell(arguments), try arguments.positive("hidden"), options: options)
      })
  }

  private static func cellEntry(
    _ name: String, _ signature: String, _ summary: String, _ formula: String, _ example: String,
    _ cell: @escaping @Sendable (Arguments) throws(EngineError) -> RecurrentCell
  ) -> Entry {
    Entry(
      Descriptor(
        name, .layer, signature: signature + "bias=true, init=none, recurrent_init=none)",
        summary: summary, shapes: "x [n, in], state [n, hidden] → [n, hidden]", formula: formula,
        source: "as the layer over sequences", example: example),
      .layer { arguments throws(EngineError) in
        RecurrentCellLayer(
          try cell(arguments), try arguments.positive("hidden"), bias: try arguments.flag("bias"),
          initializers: try arguments.recurrentInitializers())
      })
  }
}

extension Arguments {
  fileprivate func nonlinearity() throws(EngineError) -> RecurrentCell {
    let word = try word(
      "nonlinearity", among: RecurrentCell.Nonlinearity.allCases.map(\.rawValue))
    return .rnn(nonlinearity: .init(rawValue: word) ?? .tanh)
  }

  fileprivate func recurrentInitializers() throws(EngineError) -> RecurrentInitializers {
    RecurrentInitializers(
      try initializer("init"), recurrent: try initializer("recurrent_init"))
  }
}
