// What is taken out of each lesson on recurrent networks.

extension BrokenLesson {
  static let recurrent = [
    BrokenLesson(
      lesson: "2-sequences/08-rnn", without: "the terms of the earlier steps",
      edit: (
        "h = tanh(h @ copies[k] + x[k:k+1] @ W)",
        "h = tanh(stop_gradient(h) @ copies[k] + x[k:k+1] @ W)"
      )),
    BrokenLesson(
      lesson: "2-sequences/08-rnn", without: "the state",
      edit: ("h = tanh(h @ U + x[k:k+1] @ W)\n    states", "h = tanh(x[k:k+1] @ W)\n    states")),
    BrokenLesson(
      lesson: "2-sequences/08b-through-time", without: "the cut",
      edit: ("rnn(8, layers=3, truncate=5)", "rnn(8, layers=3)")),
    BrokenLesson(
      lesson: "2-sequences/08b-through-time", without: "a bend that shrinks the gradient",
      edit: ("net = rnn(1, bias=false)", "net = rnn(1, nonlinearity=\"relu\", bias=false)")),
    BrokenLesson(
      lesson: "2-sequences/09-wirings", without: "the state",
      edit: ("embedding(n, 12) | rnn(16) | dense(10)", "embedding(n, 12) | dense(16) | dense(10)")),
    BrokenLesson(
      lesson: "2-sequences/09b-classifier-and-generator", without: "the order",
      edit: (
        "scores = say(read(x)[:, -1])", "scores = say(dense(16)(bag(x)) + 0 * read(x)[:, -1])"
      )),
    BrokenLesson(
      lesson: "2-sequences/09b-classifier-and-generator", without: "the topic",
      edit: ("reshape(topic(y), ", "reshape(topic(0 * y), ")),
    BrokenLesson(
      lesson: "2-sequences/10-stacked-and-bidirectional", without: "the second reader",
      edit: ("rnn(12, bidirectional=true)", "rnn(12)")),
    BrokenLesson(
      lesson: "2-sequences/10-stacked-and-bidirectional", without: "equal readers",
      edit: ("set both.weight_ih_l0_reverse = lower.weight_ih_l0\n", "")),
    BrokenLesson(
      lesson: "2-sequences/11-lstm", without: "the cell",
      edit: ("c = f * c + i * g", "c = i * g")),
    BrokenLesson(
      lesson: "2-sequences/11-lstm", without: "forget gates that are open at first",
      edit: ("set gated.bias_ih_l0[16:32] = 4", "set gated.bias_ih_l0[16:32] = 0")),
    BrokenLesson(
      lesson: "2-sequences/12-gru", without: "the reset gate",
      edit: ("tanh(a[:, 8:12] + r * b[:, 8:12])", "tanh(a[:, 8:12] + b[:, 8:12])")),
    BrokenLesson(
      lesson: "2-sequences/12-gru", without: "flags to open the gate for",
      edit: (
        "given = stack([numbers, flags], axis=2)", "given = stack([numbers, 0 * flags], axis=2)"
      )),
    BrokenLesson(
      lesson: "2-sequences/13-encoder-decoder", without: "looking back",
      edit: ("a = softmax(e)", "a = softmax(0 * e)")),
    BrokenLesson(
      lesson: "2-sequences/13-encoder-decoder", without: "the target's own words",
      edit: ("def given(y) = y[:, 0:-1]", "def given(y) = 0 * y[:, 0:-1]")),
    BrokenLesson(
      lesson: "2-sequences/15-pixel-rnn", without: "mask A",
      edit: ("kernel_mask=A)", "kernel_mask=B)")),
    BrokenLesson(
      lesson: "2-sequences/15-pixel-rnn", without: "mask B",
      edit: ("kernel_mask=[[1, 1, 0]])", "kernel_mask=[[1, 1, 1]])")),
  ]
}
