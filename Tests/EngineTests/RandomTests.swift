// Philox against the vectors of Random123, and the streams made of it.

import CKernels
import Engine
import Testing

@Suite struct RandomTests {
  /// kat_vectors of Random123 1.14: philox4x32, ten rounds.
  @Test func publishedVectors() {
    let ones = UInt32.max
    let examples: [(Philox.Block, (UInt32, UInt32), Philox.Block)] = [
      ((0, 0, 0, 0), (0, 0), (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
      (
        (ones, ones, ones, ones), (ones, ones),
        (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
      ),
      (
        (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), (0xa409_3822, 0x299f_31d0),
        (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
      ),
    ]
    for (counter, key, expected) in examples {
      #expect(Philox.block(counter: counter, key: key) == expected)
      var words = [UInt32](repeating: 0, count: 4)
      let first = Int(counter.0) * 4
      nabla_random_words([key.0, key.1], [counter.1, counter.2, counter.3], first, 4, &words)
      #expect((words[0], words[1], words[2], words[3]) == expected)
    }
  }

  @Test func wordsFromAnyPlaceAreThoseOfTheWhole() {
    let (key, counter): ([UInt32], [UInt32]) = ([1, 2], [3, 4, 5])
    var whole = [UInt32](repeating: 0, count: 300)
    nabla_random_words(key, counter, 0, 300, &whole)
    for first in [0, 1, 2, 3, 4, 63, 64, 65, 130] {
      for count in [0, 1, 5, 64, 100] {
        var part = [UInt32](repeating: 0, count: count)
        nabla_random_words(key, counter, first, count, &part)
        #expect(part == Array(whole[first..<(first + count)]))
        var uniforms = [Float](repeating: 0, count: count)
        nabla_random_uniforms(key, counter, first, count, &uniforms)
        #expect(uniforms == part.map { Float($0 >> 8) * 0x1p-24 })
      }
    }
  }

  let stream = RandomStream(seed: 7, stream: streamHash("dropout"), step: 3)

  @Test func anElementDependsOnItsPlaceAlone() {
    let uniforms = stream.uniforms(count: 100)
    #expect(uniforms == stream.uniforms(count: 1000).prefix(100).map { $0 })
    #expect(uniforms == (0..<100).map { stream.uniform(at: $0) })
    #expect(uniforms == (0..<100).map { Float(stream.word(at: $0) >> 8) * 0x1p-24 })
    #expect(stream.normals(count: 99) == Array(stream.normals(count: 100).prefix(99)))
  }

  @Test func seedStreamAndStepEachMatter() {
    let others = [
      RandomStream(seed: 8, stream: streamHash("dropout"), step: 3),
      RandomStream(seed: 7, stream: streamHash("dropout2"), step: 3),
      RandomStream(seed: 7, stream: streamHash("dropout"), step: 4),
      RandomStream(seed: 7, stream: streamHash("dropout")),
    ]
    for other in others { #expect(other.uniforms(count: 8) != stream.uniforms(count: 8)) }
  }

  @Test func uniformsAreUniform() {
    let values = stream.uniforms(count: 20_000)
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    var counts = [Int](repeating: 0, count: 10)
    for value in values { counts[Int(value * 10)] += 1 }
    // χ² with 9 degrees of freedom: over 27.9 once in a thousand.
    let chi = counts.reduce(0.0) { $0 + (Double($1) - 2000) * (Double($1) - 2000) / 2000 }
    #expect(chi < 27.9)
  }

  @Test func normalsAreNormal() {
    let values = stream.normals(count: 20_000).map(Double.init)
    let mean = values.reduce(0, +) / 20_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    let fourth = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) * ($1 - mean) }
    #expect(abs(mean) < 0.025)
    #expect(abs(variance - 1) < 0.035)
    #expect(abs(fourth / 20_000 - 3) < 0.25)
  }

  @Test func integersStayBelowTheirBound() {
    for bound in [1, 2, 3, 10, 1 << 20, 1 << 31] {
      for i in 0..<200 { #expect((0..<bound).contains(stream.integer(at: i, below: bound))) }
    }
    let dice = (0..<600).map { stream.integer(at: $0, below: 6) }
    #expect(Set(dice).count == 6)
  }

  @Test func permutationsArePermutations() {
    for count in [0, 1, 2, 3, 10, 1000] {
      #expect(stream.permutation(count: count).sorted() == Array(0..<count))
    }
    #expect(stream.permutation(count: 100) != Array(0..<100))
    // Each of the six orders of three about as often.
    var counts: [[Int]: Int] = [:]
    for step in 0..<1200 {
      let order = RandomStream(seed: 1, stream: 2, step: UInt64(step)).permutation(count: 3)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { (140...260).contains($0) })
  }

  /// Computed once by an independent program in Python.
  @Test func goldenNumbers() {
    let golden = RandomStream(seed: 1, stream: streamHash("layer.weight"))
    #expect(streamHash("") == 17_665_956_581_633_026_203)
    #expect(streamHash("layer.weight") == 4_499_304_447_969_433_018)
    #expect(golden.word(at: 0) == 49_656_097)
    #expect(golden.word(at: 5) == 2_952_942_506)
    #expect(golden.uniforms(count: 3) == [0.011561453, 0.1703195, 0.72729415])
    #expect(golden.normals(count: 3) == [1.433578, 2.6201165, -0.1548888])
    #expect(golden.permutation(count: 10) == [2, 7, 9, 4, 3, 6, 8, 5, 1, 0])
    #expect(golden.integer(at: 9, below: 1000) == 743)
  }
}
