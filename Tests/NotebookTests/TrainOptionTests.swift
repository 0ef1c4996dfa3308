// Options of train: schedules, clipping by value, updates left out; walked as they are trained.

import Language
import Notebook
import Testing

struct TrainOptionTests {
  @Test(arguments: [
    "with sgd(lr=0.1, momentum=0.9) schedule=cosine(T_max=9, eta_min=0.01)",
    "with adam(lr=0.02, amsgrad=true) schedule=reduce_on_plateau(patience=0, factor=0.5)",
    "with adamw(lr=0.02, decay_on=\"matrices\") schedule=step_lr(1, per=\"epoch\") clip_value=0.01",
    "with nadam discard=0.8 clip=0.5 norm_type=\"inf\" schedule=polynomial",
    "with rmsprop(centered=true) clip=0.5 norm_type=1", "with rprop", "with radam", "with lion",
  ])
  func walkedAndTrained(_ options: String) {
    let trained = TrainingTests.notebook("train L \(options) steps=9")
    let walked = TrainingTests.notebook("train L \(options) steps=0")
    walked.run("iterate\nstep 20\nback step 3\ngoto 7\ngoto 2\nuntil L < -1 or true\ntrain 6")
    #expect(walked.digest() == trained.digest())
    trained.run("goto 4\ngoto 9")
    #expect(walked.digest() == trained.digest())
  }

  /// The scheduled rate is what `lr` is; `set lr` changes the base.
  @Test func scheduledRate() {
    let notebook = Notebook()
    notebook.run("w = param([2])\nL = mean((w - 3) ** 2)")
    notebook.run("train L with sgd(lr=0.8) steps=3 schedule=step_lr(2, gamma=0.5)")
    #expect(notebook.lines("lr").last == "0.4")
    #expect(notebook.snapshot().run?.learningRate == Double(Float(0.4)))
    notebook.run("set lr = 0.4", "train 1", "plot lr")
    #expect(notebook.lines("lr").last == "0.2")
    #expect(notebook.snapshot().plots.contains { $0.title == "lr" })
    #expect(notebook.lines("s = cosine(10)").last == "s: cosine(T_max=10, eta_min=0)")
    #expect(notebook.lines("s").last == "cosine(T_max=10, eta_min=0)")
    #expect(notebook.snapshot().program?.rows.contains { $0.path == "lr.scheduled" } == true)
  }

  @Test func messages() {
    let notebook = Notebook()
    notebook.run("w = param([2])\nL = mean((w - 3) ** 2)")
    func expect(_ option: String, _ message: String, hint: String? = nil) {
      let error = notebook.apply("train L with sgd steps=3 " + option).error
      #expect(error?.message == message)
      #expect(error?.hint == hint)
    }
    let hint = "for example schedule=cosine(T_max=500) or schedule=step_lr(100)"
    expect("schedule=3", "'schedule' needs a schedule, not a number", hint: hint)
    expect(
      "schedule=adam", "'schedule' needs a schedule, not the optimizer 'adam'", hint: hint)
    expect(
      "schedule=cosine", "cosine needs 'T_max'", hint: "cosine(T_max, eta_min=0, per=\"step\")")
    expect("clip_value=0", "clip_value must be more than 0, not 0")
    expect("discard=-1", "discard must be more than 0, not -1")
    expect("clip=1 norm_type=0", "norm_type must be more than 0, not 0")
    expect(
      "norm_type=1", "norm_type says how clip and discard measure, and neither is there",
      hint: "clip=1.0 norm_type=1")
    let error = notebook.apply("train L with cosine(3) steps=1").error
    #expect(error?.message == "'with' needs an optimizer, not a schedule")
  }
}
