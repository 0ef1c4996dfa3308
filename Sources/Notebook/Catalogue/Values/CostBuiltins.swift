// What computing a tensor takes: to measure how it grows with the length of a sequence.

import Engine
import Language

extension Builtins {
  static let costs: [Builtin] = [flops, depth]

  private static let flops = Builtin(
    descriptor: Descriptor(
      "flops", .function, signature: "flops(x)",
      summary: "How many floating-point operations it takes to compute a tensor from data and "
        + "parameters; a multiply-add is two.",
      shapes: "→ a number", source: "torch.utils.flop_counter",
      example: "x = ones([8, 4])\nflops(x @ x.T)")
  ) { notebook, call throws(Diagnostic) in
    .number(try cost(notebook, call).operations)
  }

  private static let depth = Builtin(
    descriptor: Descriptor(
      "depth", .function, signature: "depth(x)",
      summary:
        "How many operations must wait for each other to compute a tensor: the longest chain. "
        + "Those that only arrange numbers anew do not count.",
      shapes: "→ a number", source: "Vaswani et al. 2017, sequential operations",
      example: "h = zeros([1, 4])\nfor t in 0..3 { h = tanh(h + 1) }\ndepth(h)")
  ) { notebook, call throws(Diagnostic) in
    .number(Double(try cost(notebook, call).depth))
  }

  private static func cost(
    _ notebook: Notebook, _ call: BuiltinCall
  ) throws(Diagnostic) -> Graph.ComputingCost {
    let (value, place) = try call.first(notebook)
    let node = try notebook.tensor(value, place, for: call.descriptor.name)
    return notebook.graph.computingCost(of: node)
  }
}
