// The account of the helper's time, on a made-up clock: jobs of eight chunks, each 50 µs, while a
// neighbour takes the helper's processor now and then.

import CKernels
import Testing

@Suite struct SharingTests {
  /// Nanoseconds that jobs take in all; `isAway` says whether the neighbour runs at a time.
  private func run(
    jobs: Int, from start: Int64 = 0, account: inout NablaSharing, isAway: (Int64) -> Bool
  ) -> (time: Int64, shared: Int) {
    let chunk: Int64 = 50_000
    let step: Int64 = 10_000
    var now = start
    var shared = 0
    for _ in 0..<jobs {
      guard nabla_sharing_pays(&account, now) != 0 else {
        now += 8 * chunk
        continue
      }
      shared += 1
      let began = now
      // Progress within a chunk, in steps of both threads; the helper's pauses while it is away.
      var left = 8
      var (own, mine, theirs) = (0, Int64(0), Int64(0))
      var working: Int64 = 0
      while left > 0 || mine > 0 || theirs > 0 {
        if mine == 0, left > 0 { (left, own, mine) = (left - 1, own + 1, chunk) }
        if theirs == 0, left > 0, !isAway(now) { (left, theirs) = (left - 1, chunk) }
        if mine > 0 { mine -= step }
        if theirs > 0, !isAway(now) { theirs -= step }
        now += step
        if mine == 0, left == 0, working == 0 { working = now - began }
      }
      nabla_sharing_settle(&account, now, working, now - began - working, own, 8)
    }
    return (now - start, shared)
  }

  private let alone: Int64 = 8 * 50_000

  /// Away for some milliseconds of every period, in the middle of a chunk.
  private func neighbour(_ away: Int64, of period: Int64) -> (Int64) -> Bool {
    { ($0 + (period * 1_000_000 - 25_000)) % (period * 1_000_000) < away * 1_000_000 }
  }

  @Test func sharesEveryJobOnAQuietMachine() {
    var account = NablaSharing()
    let (time, shared) = run(jobs: 1000, account: &account) { _ in false }
    #expect(shared == 1000)
    #expect(time == 1000 * alone / 2)
  }

  /// A neighbour of 2 ms every 20 ms must not cost much more than its tenth of the time.
  @Test func putsUpWithShortNeighbours() {
    var account = NablaSharing()
    let (time, shared) = run(
      jobs: 5000, account: &account, isAway: neighbour(2, of: 20))
    #expect(shared > 4900)
    #expect(time < 5000 * alone / 2 * 6 / 5)
  }

  /// Beside one that leaves the helper a quarter of the time, sharing costs more than it saves.
  @Test func worksAloneBesideALastingNeighbour() {
    var account = NablaSharing()
    let (time, shared) = run(
      jobs: 5000, account: &account, isAway: neighbour(9, of: 12))
    #expect(shared < 1000)
    #expect(time < 5000 * alone * 11 / 10)
  }

  /// When it has gone, the helper is called again within a tenth of a second.
  @Test func noticesThatTheNeighbourHasGone() {
    var account = NablaSharing()
    let busy = run(
      jobs: 5000, account: &account, isAway: neighbour(9, of: 12))
    let quiet = run(jobs: 1000, from: busy.time, account: &account) { _ in false }
    #expect(quiet.time < 1000 * alone / 2 + 60_000_000)
    let later = run(jobs: 100, from: busy.time + quiet.time, account: &account) { _ in false }
    #expect(later.shared == 100)
  }

  /// A caller that had no chunk itself, and times that a clock makes large, are no trouble.
  @Test func takesAnyTimes() {
    var account = NablaSharing()
    nabla_sharing_settle(&account, 1000, 500, 0, 0, 8)
    #expect(account.balance == 500)
    nabla_sharing_settle(&account, 2000, 0, 1 << 40, 3, 8)
    #expect(account.balance == 0)
    #expect(account.alone_until == 2000 + 100_000_000)
    #expect(nabla_sharing_pays(&account, 2000) == 0)
    #expect(nabla_sharing_pays(&account, 100_002_000) != 0)
  }
}
