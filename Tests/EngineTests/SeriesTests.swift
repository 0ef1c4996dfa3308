// A series of any length: what it holds, how fine, and what going back leaves.

import TestSupport
import Testing

@testable import Engine

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

  /// What is left out by a search backwards holds nothing, whatever was recorded and taken back.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func searchingBackMissesNothing(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var series = Series("x", capacity: 2 + Int.random(in: 0..<30, using: &random))
    var points: [Float] = []
    for _ in 0..<600 {
      switch Int.random(in: 0..<120, using: &random) {
      case 0:
        let step = Int.random(in: 0...points.count, using: &random)
        series.truncate(after: step)
        points.removeSubrange(step...)
      case let kind:
        let value = Float(Int.random(in: 0..<1000, using: &random))
        points.append(kind == 1 ? .nan : kind == 2 ? .infinity : value)
        series.append(step: points.count, points[points.count - 1])
      }
      let step = Int.random(in: 0...points.count, using: &random)
      let bound = Float(Int.random(in: 900..<1000, using: &random))
      let last = (0..<step).last { points[$0] > bound }.map { $0 + 1 }
      let candidates = series.lastCandidates(upTo: step) { $0.maximum > bound }
      if let last {
        #expect(candidates.map { $0.upperBound >= last } == true, "\(last) \(step)")
      }
      if let candidates { #expect(candidates.upperBound <= step && candidates.lowerBound >= 1) }
    }
  }

  @Test func whereAPointCanHaveBeen() {
    let high = { (bucket: Series.Bucket) in bucket.maximum > 50 }
    // The spike lies in one bucket of a million points.
    let candidates = Self.million.lastCandidates(upTo: 1_000_000, where: high)
    #expect(
      candidates.map { $0.contains(300_001) && $0.count <= 512 } == true, "\(candidates as Any)")
    #expect(Self.million.lastCandidates(upTo: 299_000, where: high) == nil)
    // What was not recorded can be anything.
    #expect(Series("x").lastCandidates(upTo: 7, where: high) == 1...7)
    #expect(Series("x").lastCandidates(upTo: 0, where: high) == nil)
    var late = Series("x")
    late.append(step: 5, 1)
    #expect(late.lastCandidates(upTo: 5, where: high) == 1...4)
    #expect(late.lastCandidates(upTo: 9, where: high) == 6...9)
  }

  /// Points wait one by one until someone looks: that a look came in between changes nothing.
  @Test func lookingChangesNothing() {
    var random = SplitMix(seed: 5)
    var (looked, alone) = (Series("x", capacity: 64), Series("x", capacity: 64))
    var step = 0
    for round in 0..<400 {
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        step += 1
        let value = step % 37 == 0 ? Float.nan : step % 41 == 0 ? -.infinity : Float(step * 7 % 101)
        looked.append(step: step, value)
        alone.append(step: step, value)
      }
      if round % 3 == 0 { looked.settle() }
      if round % 17 == 16 {
        step -= Int.random(in: 0...min(step, 300), using: &random)
        looked.truncate(after: step)
        alone.truncate(after: step)
      }
      #expect(looked.lastStep == alone.lastStep && looked.count == alone.count)
      #expect(looked.buckets.map(\.description) == alone.buckets.map(\.description))
      #expect(looked.recent.map(\.description) == alone.recent.map(\.description))
    }
  }
}

extension Series.Bucket {
  /// NaN is equal to itself here.
  fileprivate var description: String { "\(self)" }
}
