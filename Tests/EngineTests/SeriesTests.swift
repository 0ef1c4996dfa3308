// A series of any length: what it holds, how fine, and what going back leaves.

import Engine
import Testing

@Suite struct SeriesTests {
  private static let million: Series = {
    var series = Series("loss")
    for step in 1...1_000_000 {
      let value = step == 300_001 ? 99 : step == 999_500 ? -7 : Float(step % 1000) / 1000
      series.append(step: step, value)
    }
    return series
  }()

  @Test func aMillionPointsAreBounded() {
    let series = Self.million
    #expect(series.count == 1_000_000)
    #expect(series.buckets.count <= 4096 && series.buckets.count >= 2048)
    #expect(series.recent.count <= 2048)
    #expect(series.buckets.map(\.maximum).max() == 99)
    #expect(series.buckets.map(\.minimum).min() == -7)
    for buckets in [series.buckets, series.recent] {
      for (left, right) in zip(buckets, buckets.dropFirst()) {
        #expect(left.lastStep + 1 == right.firstStep)
      }
      #expect(buckets.last?.lastStep == 1_000_000)
      #expect(buckets.allSatisfy { $0.count == $0.lastStep - $0.firstStep + 1 })
    }
  }

  /// Whatever is zoomed into at the end, a hundred buckets and more are there to be drawn.
  @Test(arguments: [100, 128, 500, 2000, 10_000, 50_000]) func theEndIsFine(points: Int) {
    let first = 1_000_000 - points
    let inside = Self.million.recent.filter { $0.firstStep > first }
    #expect(inside.count >= min(points, 128) * 3 / 4, "\(inside.count)")
    #expect(Self.million.recent.suffix(128).allSatisfy { $0.count == 1 })
    #expect(Self.million.recent.contains { $0.minimum == -7 && $0.count <= 8 })
  }

  @Test func meansAreExact() {
    var series = Series("x", capacity: 8)
    for step in 1...64 { series.append(step: step, Float(step)) }
    for bucket in series.buckets {
      #expect(bucket.mean == Float(bucket.firstStep + bucket.lastStep) / 2)
      #expect(bucket.first == Float(bucket.firstStep) && bucket.last == Float(bucket.lastStep))
    }
  }

  /// Going back into the middle of a wide bucket keeps what came before.
  @Test(arguments: [1, 2, 17, 40, 63, 64, 65, 99]) func goingBackKeepsWhatWasBefore(step: Int) {
    var series = Series("x", capacity: 8)
    for step in 1...100 { series.append(step: step, Float(step)) }
    series.truncate(after: step)
    #expect(series.buckets.first?.firstStep == 1)
    #expect(series.buckets.last?.lastStep == step)
    #expect(series.buckets.allSatisfy { $0.maximum <= Float($0.lastStep) })
    #expect(series.buckets.allSatisfy { $0.minimum == Float($0.firstStep) })
    #expect(series.count == step)
    #expect(series.earliest == 1)
    series.append(step: step + 1, 500)
    #expect(series.buckets.last?.lastStep == step + 1 && series.latest == 500)
    #expect(series.buckets.map(\.maximum).max() == 500)
    #expect(series.count == step + 1)
  }

  /// Nothing that was recorded after the step is seen any more.
  @Test func goingBackForgetsSpikes() {
    var series = Series("x", capacity: 8)
    for step in 1...100 { series.append(step: step, step == 60 ? 1000 : 1) }
    series.truncate(after: 59)
    #expect(series.buckets.map(\.maximum).max() == 1)
    #expect(series.recent.allSatisfy { $0.maximum == 1 })
    var other = Series("x", capacity: 8)
    for step in 1...100 { other.append(step: step, step == 50 ? 1000 : 1) }
    other.truncate(after: 59)
    #expect(other.buckets.map(\.maximum).max() == 1000)
  }

  @Test func theEndIsExactAfterGoingBack() {
    var series = Self.million
    series.truncate(after: 999_900)
    #expect(series.buckets.last?.lastStep == 999_900)
    #expect(series.latest == Float(999_900 % 1000) / 1000)
    #expect(series.recent.last?.count == 1)
    series.truncate(after: 0)
    #expect(series.buckets.isEmpty && series.recent.isEmpty && series.count == 0)
    for step in 1...10 { series.append(step: step, 1) }
    #expect(series.buckets.map(\.count) == Array(repeating: 1, count: 10))
  }

  /// Random points, some no numbers, random ways back: never a gap, an overlap or a lost end.
  @Test(arguments: 0..<20) func randomCourses(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    var series = Series("x", capacity: 2 + next(30))
    var step = 0
    for _ in 0..<2000 {
      switch next(300) {
      case 0:
        step = next(step + 2)
        series.truncate(after: step)
        step = min(step, series.buckets.last?.lastStep ?? 0)
      case 1: series.append(step: step + 1, .nan)
      case 2: series.append(step: step + 1, -.infinity)
      default: series.append(step: step + 1, Float(next(100)))
      }
      step = series.buckets.last?.lastStep ?? 0
      for buckets in [series.buckets, series.recent] where !buckets.isEmpty {
        #expect(buckets.last?.lastStep == step)
        for (left, right) in zip(buckets, buckets.dropFirst()) {
          #expect(left.lastStep < right.firstStep)
        }
        for bucket in buckets {
          #expect(bucket.count >= 1 && bucket.nanCount + bucket.infinityCount <= bucket.count)
          #expect(!(bucket.minimum > bucket.maximum))
        }
      }
    }
  }
}
