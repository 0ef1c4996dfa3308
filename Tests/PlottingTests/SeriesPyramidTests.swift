// The pyramid keeps extremes and counts, and a plot reads O(columns) of it whatever its length.

import Plotting
import TestSupport
import Testing

@Suite struct SeriesPyramidTests {
  @Test func readsAreBoundedByColumns() {
    var pyramid = SeriesPyramid(capacity: 1 << 10)
    for step in 0..<100_000 {
      pyramid.append(x: Double(step), y: 1)
      guard step % 997 == 0 else { continue }
      for columns in [1, 10, 160] {
        #expect(pyramid.level(columns: columns).buckets <= 2 * columns + 2 || step < columns)
        #expect(pyramid.query(columns: columns).count == pyramid.level(columns: columns).buckets)
      }
    }
  }

  @Test func keepsExtremesLastAndCounts() {
    var random = SplitMix(seed: 11)
    var pyramid = SeriesPyramid(capacity: 64)
    var values: [Double] = []
    for step in 0..<5000 {
      let kind = Int.random(in: 0..<20, using: &random)
      let value =
        kind == 0 ? .nan : kind == 1 ? -.infinity : Double.random(in: -9...9, using: &random)
      values.append(value)
      pyramid.append(x: Double(step), y: value)
      guard step % 311 == 0 else { continue }
      let finite = values.filter(\.isFinite)
      let buckets = pyramid.query(columns: 20)
      let known = buckets.filter(\.hasValue)
      #expect(known.map(\.minimum).min() == finite.min())
      #expect(known.map(\.maximum).max() == finite.max())
      #expect(known.last?.last == finite.last)
      #expect(buckets.map(\.nanCount).reduce(0, +) == values.filter(\.isNaN).count)
      #expect(buckets.map(\.negativeInfinityCount).reduce(0, +) == pyramid.infinityCount)
      #expect(buckets.first?.x0 == 0 && buckets.last?.x1 == Double(step))
      for (left, right) in zip(buckets, buckets.dropFirst()) { #expect(left.x1 + 1 == right.x0) }
    }
    #expect(pyramid.count == 5000)
  }

  @Test func aPartIsFoundByItsX() {
    var pyramid = SeriesPyramid()
    for step in 0..<10_000 { pyramid.append(x: Double(step), y: Double(step)) }
    let part = pyramid.query(columns: 50, range: 2000...3000)
    #expect(part.count >= 50 && part.count <= 110)
    #expect((part.first?.x0 ?? 0) <= 2000 && (part.first?.x1 ?? 0) >= 2000)
    #expect((part.last?.x1 ?? 0) >= 3000)
    #expect(pyramid.query(columns: 50, range: 20_000...30_000).isEmpty)
    #expect(pyramid.query(columns: 50, range: 7...7).map(\.last) == [7])
  }

  @Test func emptyAndHostileX() {
    var pyramid = SeriesPyramid()
    #expect(pyramid.query(columns: 10).isEmpty)
    #expect(pyramid.query(columns: 10, range: 0...1).isEmpty)
    for x in [Double.nan, 5, 3, .infinity, 6] { pyramid.append(x: x, y: 1) }
    #expect(pyramid.query(columns: 100).map(\.x0) == [0, 5, 5, 5, 6])
    #expect(pyramid.query(columns: -4).count <= 2)
  }
}
