// Functions that read and write files. Paths are taken as they are, from the working directory; what
// is to be read and not there is looked for beside the session.

import Engine
import Language

extension Builtins {
  static let files: [Builtin] = [
    load, idx, text, saveSafetensors, saveNPZ, saveNPY, saveCSV, saveWeights, loadWeights,
  ]

  // MARK: Reading

  private static let load = Builtin(
    descriptor: Descriptor(
      "load", .data, signature: "load(path)",
      summary:
        "Tensors from a .safetensors or .npz file by their names; the tensor of a .npy file. What is "
        + "not in the working directory is looked for beside the session.",
      source: "numpy.load, safetensors",
      example: "# w = load(\"weights.safetensors\")[\"net.0.weight\"]")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let file = try notebook.located(call.range) { () throws(EngineError) in
      try TensorFile.load(try arguments.path("path"))
    }
    guard file.isArray else {
      return .object(TensorFileObject(file: file, name: try call.text("path", at: 0)))
    }
    return .tensor(
      notebook.graph.constant(
        try notebook.located(call.range) { () throws(EngineError) in
          try file.tensor(file.names[0])
        }))
  }

  private static let idx = Builtin(descriptor: IDXFile.descriptor) {
    notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return .tensor(
      notebook.graph.constant(
        try notebook.located(call.range) { () throws(EngineError) in
          try IDXFile.tensor(path: try arguments.path("path"))
        }))
  }

  private static let text = Builtin(descriptor: TextFile.descriptor) {
    notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    return .text(
      try notebook.located(call.range) { () throws(EngineError) in
        try TextFile.read(try arguments.path("path"))
      })
  }

  // MARK: Writing

  private static let saveSafetensors = Builtin(
    descriptor: Descriptor(
      "save_safetensors", .data, signature: "save_safetensors(path, *tensors)",
      summary: "Writes tensors that are given by keyword, in single precision.",
      source: "https://github.com/huggingface/safetensors",
      example: "# save_safetensors(\"mine.safetensors\", w=net.0.weight, x=x)")
  ) { notebook, call throws(Diagnostic) in
    try save(notebook, call) { tensors, path throws(EngineError) in
      try SafetensorsFormat.save(tensors, to: path)
    }
  }

  private static let saveNPZ = Builtin(
    descriptor: Descriptor(
      "savez", .data, signature: "savez(path, *tensors)",
      summary: "Writes tensors that are given by keyword, for numpy.load.", source: "numpy.savez",
      example: "# savez(\"mine.npz\", w=net.0.weight, x=x)")
  ) { notebook, call throws(Diagnostic) in
    try save(notebook, call) { tensors, path throws(EngineError) in
      try NPZFile.save(tensors, to: path)
    }
  }

  private static let saveNPY = Builtin(
    descriptor: Descriptor(
      "save_npy", .data, signature: "save_npy(path, x)",
      summary: "Writes one tensor, for numpy.load.", source: "numpy.save",
      example: "# save_npy(\"mine.npy\", net.0.weight)")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let tensor = try call.tensor("x", at: 1, notebook)
    try notebook.located(call.range) { () throws(EngineError) in
      try NPYFile.save(tensor, to: try arguments.text("path"))
    }
    return .none
  }

  private static let saveCSV = Builtin(
    descriptor: Descriptor(
      "save_csv", .data, signature: "save_csv(data, path)",
      summary: "Writes a data set as a table with a header; csv reads it.", source: "RFC 4180",
      example: "# save_csv(iris(), \"iris.csv\")")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    let data = try call.dataset()
    let path = try call.text("path", at: 1)
    try notebook.located(call.range) { () throws(EngineError) in
      try CSVWriter.save(data, to: path)
    }
    return .none
  }

  // MARK: Networks

  private static let saveWeights = Builtin(
    descriptor: Descriptor(
      "save_weights", .data, signature: "save_weights(net, path)",
      summary: "Writes a network's parameters and buffers as safetensors, named by their paths.",
      source: "torch.save(net.state_dict()), safetensors",
      example: "# save_weights(net, \"weights.safetensors\")")
  ) { notebook, call throws(Diagnostic) in
    _ = try call.matched(notebook)
    let (value, range) = try call.required("net", at: 0)
    let layer = try notebook.layer(value, range)
    let path = try call.text("path", at: 1)
    try notebook.located(call.range) { () throws(EngineError) in
      try notebook.graph.saveWeights(of: layer, to: path)
    }
    return .none
  }

  private static let loadWeights = Builtin(
    descriptor: Descriptor(
      "load_weights", .data, signature: "load_weights(net, path, names=none)",
      summary:
        "Gives a network the weights of a file, all or none; names and shapes must fit. names= is "
        + "a function from a parameter's name to that in the file, which may then hold more.",
      source: "net.load_state_dict(torch.load(…))",
      example: "# load_weights(net, \"weights.safetensors\")")
  ) { notebook, call throws(Diagnostic) in
    let arguments = try call.matched(notebook)
    let (value, range) = try call.required("net", at: 0)
    let layer = try notebook.layer(value, range)
    let names = try storedNames(notebook, call, layer)
    let found = try notebook.located(call.range) { () throws(EngineError) in
      try notebook.graph.weights(
        of: layer, in: try TensorFile.load(try arguments.path("path")), stored: names)
    }
    for (parameter, tensor) in found { notebook.assign(tensor, to: parameter) }
    notebook.changesState = true
    return .none
  }

  /// What `names=` makes of the name of each weight; nil without it.
  private static func storedNames(
    _ notebook: Notebook, _ call: BuiltinCall, _ layer: any Layer
  ) throws(Diagnostic) -> [String: String]? {
    guard let (function, range) = call.argument("names", at: 2), !isNone(function) else {
      return nil
    }
    var names: [String: String] = [:]
    for (_, parameter) in notebook.graph.weights(of: layer) {
      let name = notebook.graph.shortName(of: parameter, in: layer)
      let stored = try notebook.apply(function, [.text(name)], range)
      guard case .text(let text) = Notebook.handedOn(stored) else {
        throw Diagnostic(
          "load_weights: names= makes \(stored.kind) of '\(name)', not a text", at: range,
          hint: "def in_file(name) = \"encoder.\" + name")
      }
      names[name] = text
    }
    return names
  }

  private static func isNone(_ value: Value) -> Bool {
    if case .none = value { true } else { false }
  }

  /// Writes the tensors that a call names.
  private static func save(
    _ notebook: Notebook, _ call: BuiltinCall,
    _ write: ([(name: String, tensor: Tensor)], String) throws(EngineError) -> Void
  ) throws(Diagnostic) -> Value {
    let name = call.descriptor.name
    let path = try call.text("path", at: 0)
    if call.positional.count > 1 {
      throw Diagnostic(
        "\(name): a tensor needs a name", at: call.positional[1].1,
        hint: "\(name)(\"\(path)\", w=net.0.weight)")
    }
    var tensors: [(name: String, tensor: Tensor)] = []
    for (keyword, value, range) in call.keywords where keyword != "path" {
      let node = try notebook.tensor(value, range, for: name)
      tensors.append((keyword, try notebook.value(of: node, range)))
    }
    guard !tensors.isEmpty else {
      throw Diagnostic(
        "\(name) needs tensors to write", at: call.range,
        hint: "\(name)(\"\(path)\", w=net.0.weight)")
    }
    try notebook.located(call.range) { () throws(EngineError) in try write(tensors, path) }
    return .none
  }
}

extension Notebook {
  /// Gives a parameter a value; inside a run the change is one that stepping back undoes.
  func assign(_ tensor: Tensor, to parameter: Parameter) {
    if let run,
      let node = graph.parameterLeaf(of: parameter), let slot = run.program.slot(of: node)
    {
      run.machine.change(
        slot, tensor.values.enumerated().map { (place: $0.offset, value: $0.element) })
    } else {
      parameter.value = tensor
    }
  }
}
