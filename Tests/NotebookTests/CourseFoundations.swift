// What is taken out of each lesson on foundations.

extension BrokenLesson {
  static let all = foundations + texts + recurrent + sequences

  static let foundations = [
    BrokenLesson(
      lesson: "1-foundations/01-logistic-regression", without: "the logistic function",
      edit: ("a = sigmoid(z)", "a = (1 + tanh(z)) / 2")),
    BrokenLesson(
      lesson: "1-foundations/01-logistic-regression", without: "the cross entropy",
      edit: ("L = -(y * log(a) + (1 - y) * log(1 - a))", "L = (a - y) ** 2")),
    BrokenLesson(
      lesson: "1-foundations/01-logistic-regression", without: "a slope of its own",
      edit: ("A = sigmoid(Z)", "A = sigmoid(2 * Z)")),
    BrokenLesson(
      lesson: "1-foundations/02-softmax-and-sigmoid", without: "the shared sum",
      edit: ("share = softmax(scores)", "share = sigmoid(scores)")),
    BrokenLesson(
      lesson: "1-foundations/02-softmax-and-sigmoid", without: "exponentials that cannot overflow",
      edit: ("softmax([1002, 1001, 999])", "exp([1002, 1001, 999])")),
    BrokenLesson(
      lesson: "1-foundations/03-one-neuron", without: "a sum that is nothing but a sum",
      edit: ("z = unit(x)", "z = tanh(unit(x))")),
    BrokenLesson(
      lesson: "1-foundations/04-activations", without: "the true slope of one function",
      edit: (
        "def learnt(z) = prelu(z, [0.25])",
        "def learnt(z) = z + stop_gradient(prelu(z, [0.25]) - z)"
      )),
    BrokenLesson(
      lesson: "1-foundations/04-activations", without: "a bend",
      edit: ("bent = two_layers(relu)", "bent = two_layers(straight)")),
    BrokenLesson(
      lesson: "1-foundations/05-over-and-underfitting", without: "too large a network",
      edit: ("dense(64) | relu | dense(64) | relu | dense(64) | relu | dense(2)", "dense(2)")),
    BrokenLesson(
      lesson: "1-foundations/05-over-and-underfitting", without: "the best checkpoint",
      edit: ("      set kept = watched\n", "")),
    BrokenLesson(
      lesson: "1-foundations/05-over-and-underfitting", without: "early stopping",
      edit: ("    if since == 5 { stop }\n", "")),
    BrokenLesson(
      lesson: "1-foundations/06-train-validation-test", without: "batches of training rows alone",
      edit: ("x, y = batch(train_set, 32)", "x, y = batch(digits(), 32)")),
    BrokenLesson(
      lesson: "1-foundations/06-train-validation-test", without: "rows of its own for the test",
      edit: ("mean(right[best, 50:])", "mean(right[best, 0:50])")),
    BrokenLesson(
      lesson: "1-foundations/07-dataset-size", without: "more data",
      edit: ("[0:n]", "[0:20]")),
    BrokenLesson(
      lesson: "1-foundations/08-batch-sizes", without: "small batches",
      edit: ("batch(data, 16)", "batch(data, 240)")),
    BrokenLesson(
      lesson: "1-foundations/09-epoch-and-iteration", without: "shuffled batches",
      edit: ("x, y = batch(data, 2)", "x = data.x[0:2]\ny = data.y[0:2]")),
    BrokenLesson(
      lesson: "1-foundations/10-learning-rates", without: "a rate that is too high",
      edit: ("train C with sgd(lr=20)", "train C with sgd(lr=0.5)")),
    BrokenLesson(
      lesson: "1-foundations/10-learning-rates", without: "a rate that is too low",
      edit: ("train A with sgd(lr=0.0005)", "train A with sgd(lr=0.5)")),
    BrokenLesson(
      lesson: "1-foundations/10-schedules", without: "the rate coming down",
      edit: (" epochs=8 schedule=cosine(632)", " epochs=8")),
    BrokenLesson(
      lesson: "1-foundations/10-schedules", without: "the rate growing",
      edit: ("exponential(1.1)", "exponential(1.0001)")),
    BrokenLesson(
      lesson: "1-foundations/11-optimizers", without: "the right fading of Adam's mean",
      edit: ("adam(lr=0.5) steps=3", "adam(lr=0.5, betas=(0.8, 0.999)) steps=3")),
    BrokenLesson(
      lesson: "1-foundations/11-optimizers", without: "the look ahead",
      edit: (", nesterov=true", "")),
    BrokenLesson(
      lesson: "1-foundations/11-optimizers", without: "the momentum",
      edit: ("sgd(lr=0.004, momentum=0.9) steps=120", "sgd(lr=0.004) steps=120")),
    BrokenLesson(
      lesson: "1-foundations/12-hyperparameters", without: "the same initial weights",
      edit: ("best = argmin(draws[:, 2])\nset net = before", "best = argmin(draws[:, 2])")),
    BrokenLesson(
      lesson: "1-foundations/13-dropout", without: "the division by 1 − p",
      edit: ("many = sparse(ones([400, 100]))", "many = 0.25 * sparse(ones([400, 100]))")),
    BrokenLesson(
      lesson: "1-foundations/13-dropout", without: "evaluation mode",
      edit: ("eval(layer)(x)", "layer(x)")),
    BrokenLesson(
      lesson: "1-foundations/14-initial-values", without: "He's factor for the rectifier",
      edit: ("he = layers(he_normal)", "he = layers(glorot_normal)")),
    BrokenLesson(
      lesson: "1-foundations/14-initial-values", without: "weights that differ",
      edit: ("from_glorot = five(glorot_normal)", "from_glorot = five(constant(0.1))")),
    BrokenLesson(
      lesson: "1-foundations/15-normalisation", without: "the mean over the batch",
      edit: ("bn = batch_norm()", "bn = layer_norm()")),
    BrokenLesson(
      lesson: "1-foundations/15-normalisation", without: "normalised layers",
      edit: ("small() | batch_norm | sigmoid", "small() | sigmoid")),
    BrokenLesson(
      lesson: "1-foundations/16-clipping", without: "the bound on the norm",
      edit: ("steps=0 clip=1", "steps=0 clip=100")),
    BrokenLesson(
      lesson: "1-foundations/16-clipping", without: "discarding",
      edit: (" discard=10", "")),
    BrokenLesson(
      lesson: "1-foundations/16-vanishing-gradients", without: "flat slopes",
      edit: ("def with_sigmoid() = dense(24) | sigmoid", "def with_sigmoid() = dense(24) | tanh")),
    BrokenLesson(
      lesson: "1-foundations/16-vanishing-gradients", without: "good initial values",
      edit: ("dense(24, init=he_normal) | relu", "dense(24) | relu")),
    BrokenLesson(
      lesson: "1-foundations/16-vanishing-gradients", without: "the shortcut",
      edit: ("residual(dense(24) | sigmoid)", "dense(24) | sigmoid")),
    BrokenLesson(
      lesson: "1-foundations/17-plain-and-residual", without: "the shortcut",
      edit: ("chain([residual(layer()) for", "chain([layer() for")),
    BrokenLesson(
      lesson: "1-foundations/18-lenet-vgg-resnet", without: "convolutions",
      edit: (
        "resnet = start | stage(12) | max_pool2d(2) | stage(12) | adaptive_avg_pool2d(1) | flatten",
        "resnet = dense(64) | relu"
      )),
    BrokenLesson(
      lesson: "1-foundations/18-lenet-vgg-resnet", without: "the second of two small kernels",
      edit: (
        "pair = conv2d(8, 3, padding=1) | conv2d(1, 3, padding=1)", "pair = conv2d(1, 3, padding=1)"
      )),
    BrokenLesson(
      lesson: "1-foundations/19-transfer-and-augmentation", without: "transfer",
      edit: ("  set net = taught\n", "")),
    BrokenLesson(
      lesson: "1-foundations/19-transfer-and-augmentation", without: "copies that are moved",
      edit: ("copies = value(everywhere(x))", "copies = value(cat([x for i in 0..25]))")),
  ]
}
