// plot with axes of one's choice, and what the snapshots say of series: smoothing against its
// definition, epochs, seconds, panels, the runs' styles.

import Notebook
import Testing

struct SeriesPlotTests {
  static let training = """
    train_set, valid = split(iris(), 0.8, 0.2)
    x, y = batch(train_set, 24)
    net = dense(4) | tanh | dense(3)
    L = cross_entropy(net(x), y)
    Lv = cross_entropy(eval(net)(valid.x), valid.y)
    track Lv every 5
    track accuracy(eval(net)(valid.x), valid.y) every 5
    track accuracy(net(x), y) every 5
    track norm(net.0.weight) every 10
    train L with adam(lr=0.05) steps=30
    """

  private func series(_ notebook: Notebook) -> [SeriesSnapshot] {
    notebook.snapshot().run?.series ?? []
  }

  /// TensorBoard's line-chart.ts, resmoothDataset, written out:
  /// last = last · w + (1 − w) · next; shown last / (1 − wⁿ).
  @Test(arguments: [0.1, 0.6, 0.9, 0.99]) func smoothingIsTensorBoards(weight: Double) {
    let values: [Float] = [3, 1, .nan, 4, 1, 5, 9, .infinity, 2, 6]
    let buckets = values.enumerated().map { step, value in
      SeriesSnapshot.Bucket(
        firstStep: step, lastStep: step, minimum: value.isFinite ? value : .nan,
        maximum: value.isFinite ? value : .nan, last: value.isFinite ? value : .nan,
        nanCount: value.isNaN ? 1 : 0, infinityCount: value.isInfinite ? 1 : 0)
    }
    var (last, count, debias) = (0.0, 0, 1.0)
    for (bucket, shown) in zip(buckets, SeriesSnapshot.smoothed(buckets, weight: weight)) {
      if bucket.last.isFinite {
        last = last * weight + (1 - weight) * Double(bucket.last)
        count += 1
        debias *= weight
      }
      #expect(abs(shown - last / (1 - debias)) < 1e-12)
    }
    #expect(count == 8)
    // A constant stays what it is from the first point on.
    let flat = (0..<9).map {
      SeriesSnapshot.Bucket(firstStep: $0, lastStep: $0, minimum: 2, maximum: 2, last: 2)
    }
    #expect(SeriesSnapshot.smoothed(flat, weight: weight).allSatisfy { abs($0 - 2) < 1e-12 })
  }

  /// A bucket of n points counts as n times their mean.
  @Test func bucketsSmoothAsTheirPointsDo() {
    let points = (0..<8).map {
      SeriesSnapshot.Bucket(firstStep: $0, lastStep: $0, minimum: 5, maximum: 5, last: 5)
    }
    let first = SeriesSnapshot.Bucket(firstStep: 0, lastStep: 0, minimum: 1, maximum: 1, last: 1)
    let merged = SeriesSnapshot.Bucket(
      firstStep: 1, lastStep: 8, minimum: 5, maximum: 5, last: 5, count: 8, mean: 5)
    let one = SeriesSnapshot.smoothed([first] + points, weight: 0.7)
    let two = SeriesSnapshot.smoothed([first, merged], weight: 0.7)
    #expect(abs(one[8] - two[1]) < 1e-12)
  }

  @Test func nothingAndNothingButNaN() {
    #expect(SeriesSnapshot.smoothed([], weight: 0.9).isEmpty)
    let hole = SeriesSnapshot.Bucket(
      firstStep: 1, lastStep: 1, minimum: .nan, maximum: .nan, last: .nan, nanCount: 1)
    #expect(SeriesSnapshot.smoothed([hole, hole], weight: 0.9).allSatisfy { $0.isNaN })
  }

  @Test func whatIsComputedAlikeSharesAnAxis() {
    let notebook = Notebook()
    notebook.run(Self.training)
    #expect(series(notebook).map(\.panel) == [0, 0, 1, 1, 2])
    // A loss with a penalty is still one.
    notebook.run("P = L + 0.01 * mean(net.0.weight ** 2)", "train P with sgd(lr=0.1) steps=5")
    #expect(series(notebook).map(\.panel) == [0, 0, 1, 1, 2])
  }

  @Test func textSaysWhatTheOptionsDo() throws {
    let notebook = Notebook()
    notebook.run(Self.training)
    let plain = notebook.run("plot loss")[0]
    let smoothed = notebook.run("plot loss smooth=0.9")[0]
    let end = SeriesSnapshot.smoothed(series(notebook)[0].buckets, weight: 0.9).last ?? .nan
    #expect(smoothed == plain + ", smoothed by 0.9 to \(NumberText.short(end))")
    #expect(notebook.run("plot loss x=epoch")[0] == plain + ", epochs 0.2 … 6")
    // Seconds are measured: nothing of them is recorded.
    #expect(notebook.run("plot loss x=time")[0] == plain)
    #expect(notebook.run("plot loss yscale=log xscale=log")[0] == plain)
    let part = notebook.run("plot loss over 11..20")[0]
    #expect(part.hasPrefix("plot L: 10 points, "))
    #expect(notebook.run("plot Lv over 2..4 x=epoch")[0].hasPrefix("plot Lv: 3 points, "))
    #expect(notebook.run("plot lr")[0] == "plot lr: 30 points, 0.05 → 0.05, min 0.05, max 0.05")
    #expect(notebook.run("plot [1, 3, 2] smooth=0.5")[0].hasSuffix("smoothed by 0.5 to 2.143"))
    #expect(notebook.snapshot().plots.first?.axes.range == 11...20)
  }

  @Test func aChangedRateIsSeen() {
    let notebook = Notebook()
    notebook.run(
      "w = param([2])\nL = mean((w - 1) ** 2)",
      "train L with sgd(lr=0.1) steps=20 { at 10 { set lr = 0.01 } }")
    #expect(
      notebook.run("plot lr")[0] == "plot lr: 20 points, 0.1 → 0.01, min 0.01, max 0.1")
  }

  @Test func runsKeepTheirStyles() throws {
    let notebook = Notebook()
    notebook.run("w = param([2])\nL = mean((w - 1) ** 2)")
    var styles: [String: Int] = [:]
    for number in 1...16 {
      notebook.run("train L with sgd(lr=0.\(number + 10)) steps=3", "plot runs")
      guard case .series(let runs)? = notebook.snapshot().plots.last?.content else { continue }
      #expect(runs.count == min(number, 12))
      #expect(Set(runs.compactMap(\.style)).count == runs.count)
      for run in runs {
        let style = try #require(run.style)
        #expect(styles[run.name] ?? style == style)
        styles[run.name] = style
      }
    }
  }

  @Test func timeIsTrainingTime() throws {
    let notebook = Notebook()
    var now = 100.0
    notebook.clock = {
      now += 1
      return now
    }
    notebook.run("w = param([2])\nL = mean((w - 1) ** 2)", "train L with sgd(lr=0.1) steps=10")
    let first = try #require(series(notebook).first)
    #expect(first.hasTimes && first.times.last?.step == 10)
    let end = first.x(step: 10, .time)
    now += 1000
    notebook.run("train 10")
    let second = try #require(series(notebook).first)
    // What stands between two trainings does not count.
    #expect(second.x(step: 10, .time) == end && second.x(step: 20, .time) < end + 10)
    #expect(second.x(step: 15, .time) > end)
    #expect(second.x(step: 30, .epoch) == 30)
    // Without a clock steps are counted.
    let blind = Notebook()
    blind.run("w = param([2])\nL = mean((w - 1) ** 2)", "train L with sgd(lr=0.1) steps=10")
    #expect(series(blind).first?.x(step: 7, .time) == 7)
  }

  /// Zoomed in, the end of a long run is seen step by step.
  @Test func theEndOfALongRunIsFine() throws {
    let notebook = Notebook()
    notebook.run("w = param([2])\nL = mean((w - 1) ** 2)", "train L with sgd(lr=0.001) steps=10000")
    let loss = try #require(series(notebook).first)
    #expect(loss.buckets.count <= 4096 && loss.recent.count <= 2048)
    let finest = loss.finest
    #expect(finest.first?.firstStep == 1 && finest.last?.lastStep == 10000)
    #expect(finest.suffix(128).allSatisfy { $0.firstStep == $0.lastStep })
    for (left, right) in zip(finest, finest.dropFirst()) {
      #expect(left.lastStep < right.lastStep && left.lastStep + 1 >= right.firstStep)
    }
  }
}
