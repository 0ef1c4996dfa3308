// What is taken out of each lesson on texts.

extension BrokenLesson {
  static let texts = [
    BrokenLesson(
      lesson: "2-sequences/01-n-grams", without: "the third word of the context",
      edit: ("m = ngrams(t, context=3)", "m = ngrams(t, context=1)")),
    BrokenLesson(
      lesson: "2-sequences/01-n-grams", without: "the two words of the context",
      edit: ("two = ngrams(t, context=2)", "two = ngrams(t, context=0)")),
    BrokenLesson(
      lesson: "2-sequences/01-n-grams", without: "the vowel before the ending",
      edit: ("harmony = ngrams(c, context=3)", "harmony = ngrams(c, context=1)")),
    BrokenLesson(
      lesson: "2-sequences/02-vocabulary", without: "numbers by first appearance",
      edit: (
        "t = tokens(\"The man sees the man and the man sees the boy\")",
        "t = tokens(\"The boy and the man and the man sees the boy\")"
      )),
    BrokenLesson(
      lesson: "2-sequences/02-vocabulary", without: "the Turkish rule for I",
      edit: (
        "tr = tokens(\"Irmak ırmak İnek inek\", language=\"tr\")",
        "tr = tokens(\"Irmak ırmak İnek inek\")"
      )),
    BrokenLesson(
      lesson: "2-sequences/03-bag-of-words", without: "the same words in both",
      edit: (
        "b = tokens(\"the man bites the dog\", by=a)", "b = tokens(\"the man bites the man\", by=a)"
      )),
    BrokenLesson(
      lesson: "2-sequences/03-bag-of-words", without: "the words of a topic",
      edit: (
        "bags = sum(one_hot(data.x, len(names)), axis=1)[:, 1:]",
        "bags = sum(one_hot(data.x > 0, len(names)), axis=1)[:, 1:]"
      )),
    BrokenLesson(
      lesson: "2-sequences/04-tf-idf", without: "the smoothing",
      edit: ("idf = log((1 + n) / (1 + df)) + 1", "idf = log(n / df) + 1")),
    BrokenLesson(
      lesson: "2-sequences/04-tf-idf", without: "the weights of rare words",
      edit: ("weighed = tf * idf\n", "weighed = tf * 1\n")),
    BrokenLesson(
      lesson: "2-sequences/05-word2vec", without: "the noise",
      edit: (
        "L = -mean(logsigmoid(near)) - 5 * mean(logsigmoid(-far))",
        "L = -mean(logsigmoid(near)) - 0.001 * mean(logsigmoid(-far))"
      )),
    BrokenLesson(
      lesson: "2-sequences/05-word2vec", without: "the words around a thing",
      edit: (
        "nearest(vectors, \"fence\", words=t, k=4).words {",
        "nearest(randn([size, 16]), \"fence\", words=t, k=4).words {"
      )),
    BrokenLesson(
      lesson: "2-sequences/05-word2vec", without: "the second training",
      edit: (
        "train A with adam(lr=0.05) steps=400", "train A with adam(lr=0.05) steps=1"
      )),
    BrokenLesson(
      lesson: "2-sequences/05b-glove", without: "training",
      edit: ("steps=400", "steps=2")),
    BrokenLesson(
      lesson: "2-sequences/05b-glove", without: "neighbours further away than one word",
      edit: ("range(1, 9)", "range(1, 2)")),
    BrokenLesson(
      lesson: "2-sequences/06-sliding-windows", without: "the sliding by one word",
      edit: ("x, y = windows(t, length=5)\n", "x, y = windows(t, length=5, stride=2)\n")),
    BrokenLesson(
      lesson: "2-sequences/06-sliding-windows", without: "a window of five",
      edit: ("x, y = windows(t, length=5)\n", "x, y = windows(t, length=1)\n")),
    BrokenLesson(
      lesson: "2-sequences/07-cross-entropy", without: "the uniform shares",
      edit: ("uniform = full([10, 5], 1 / 5)", "uniform = softmax(randn([10, 5]))")),
    BrokenLesson(
      lesson: "2-sequences/07-cross-entropy", without: "text that was not counted",
      edit: ("unseen = tokens(village[27000:], by=c)", "unseen = tokens(village[0:14000], by=c)")),
    BrokenLesson(
      lesson: "2-sequences/14-generation", without: "the second beam",
      edit: ("steps=2, beams=2,", "steps=2, beams=1,")),
    BrokenLesson(
      lesson: "2-sequences/14-generation", without: "the seed",
      edit: ("[42, 7, 42]", "[42, 7, 43]")),
    BrokenLesson(
      lesson: "2-sequences/14-generation", without: "the end of the nucleus",
      edit: ("nucleus = softmax(top_p(z, 0.8))", "nucleus = softmax(top_p(z, 1))")),
  ]
}
