extension Pad {
  static let entry = Entry(
    Descriptor(
      "pad", .function, signature: "pad(x, pad, mode=\"constant\", value=0)",
      summary: "Places added before and after along axes, the last axis first; less than 0 cuts.",
      shapes: "[…, n] → […, before + n + after]", formula: "", source: "",
      example: "pad([[1, 2, 3]], [1, 2], mode=\"replicate\")"),
    .function { arguments, graph throws(EngineError) in
      let x = try arguments.tensor("x", graph)
      let numbers = try arguments.integers("pad")
      guard numbers.count % 2 == 0 else {
        throw EngineError(
          "pad: 'pad' holds \(numbers.count) numbers",
          hint: "two for each axis: before and after, the last axis first")
      }
      let mode: Mode
      switch try arguments.word("mode", among: ["constant", "reflect", "replicate", "circular"]) {
      case "reflect": mode = .reflect
      case "replicate": mode = .replicate
      case "circular": mode = .circular
      default: mode = .constant(Float(try arguments.number("value")))
      }
      let widths = stride(from: 0, to: numbers.count, by: 2).map {
        Width(numbers[$0], numbers[$0 + 1])
      }
      return try graph.add(Pad(widths, mode: mode), [x])
    })
}
