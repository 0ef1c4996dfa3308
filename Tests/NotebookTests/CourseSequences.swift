// What else is taken out of the lessons on sequences: each part of a row's check.

extension BrokenLesson {
  static let sequences = [
    BrokenLesson(
      lesson: "2-sequences/02-vocabulary", without: "one direction for each word",
      edit: ("hot = one_hot(t, 5)\n", "hot = t[:, none] * ones([1, 5])\n")),
    BrokenLesson(
      lesson: "2-sequences/03-bag-of-words", without: "the loss of the order",
      edit: ("other = bag_of_words(b)", "other = b[0:4]")),
    BrokenLesson(
      lesson: "2-sequences/04-tf-idf", without: "the length of 1",
      edit: (
        "row = weighed / sqrt(sum(weighed ** 2, axis=1, keepdim=true))", "row = weighed"
      )),
    BrokenLesson(
      lesson: "2-sequences/05-word2vec", without: "the noise of the continuous bag",
      edit: (
        "C = -mean(logsigmoid(good)) - 5 * mean(logsigmoid(-bad))",
        "C = -mean(logsigmoid(good)) - 0 * mean(logsigmoid(-bad))"
      )),
    BrokenLesson(
      lesson: "2-sequences/07-cross-entropy", without: "the sum over the sequence",
      edit: ("total = -sum(log(right))", "total = -log(sum(right))")),
    BrokenLesson(
      lesson: "2-sequences/10-stacked-and-bidirectional", without: "the layer below",
      edit: (
        "second, b = upper(first)",
        "second, b = upper(concat([x, x[:, :, 0:1]], axis=-1))"
      )),
    BrokenLesson(
      lesson: "2-sequences/11-lstm", without: "forget gates that are open while it learns",
      edit: ("expect gated_kept > 0.1", "set gated.bias_ih_l0[16:32] = -4")),
    BrokenLesson(
      lesson: "2-sequences/12-gru", without: "the update gate",
      edit: ("(1 - z) * n + z * h", "z * n + (1 - z) * h")),
    BrokenLesson(
      lesson: "2-sequences/12-gru", without: "gates for the notes",
      edit: ("keeper = gru(8)", "keeper = rnn(8)")),
    BrokenLesson(
      lesson: "2-sequences/13-encoder-decoder", without: "the shares that were used",
      edit: ("shares = append(shares, a)", "shares = append(shares, softmax(0 * e + closed))")),
    BrokenLesson(
      lesson: "2-sequences/14-generation", without: "the likeliest word",
      edit: ("append(ids, item(argmax(P[ids[-1]])))", "append(ids, item(argmin(P[ids[-1]])))")),
    BrokenLesson(
      lesson: "2-sequences/14-generation", without: "the temperature",
      edit: ("softmax(temperature(z, T))", "softmax(z)")),
    BrokenLesson(
      lesson: "2-sequences/14-generation", without: "the bound on the number of tokens",
      edit: ("expect amax(abs(softmax(top_k(z, 2))", "expect amax(abs(softmax(top_k(z, 5))")),
    BrokenLesson(
      lesson: "1-foundations/15-normalisation", without: "a row's own mean",
      edit: ("ln = layer_norm()", "ln = rms_norm()")),
    BrokenLesson(
      lesson: "1-foundations/15-normalisation", without: "the mean that is left in",
      edit: ("rms = rms_norm()", "rms = layer_norm()")),
  ]
}
