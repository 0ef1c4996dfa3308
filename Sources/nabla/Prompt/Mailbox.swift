import Glibc
import Notebook
import Synchronization

/// The shared state of interface and worker: a queue one way, the newest snapshot the other.
final class Mailbox: @unchecked Sendable {
  private struct State {
    var requests: [WorkerRequest] = []
    var isInterrupted = false
    var wantsSnapshot = false
    var isWorking = false
    var snapshot: Snapshot?
    var reports: [WorkerReport] = []
    var lookTime = 0.0
  }

  private let state = Mutex(State())
  /// Set while the queue, an interrupt or a wish waits: the worker reads it after every step.
  private let pending = Atomic<Bool>(false)
  // A semaphore counts arrivals for the worker that waits; sem_t must not move, so it is allocated.
  private let arrivals: UnsafeMutablePointer<sem_t>

  init() {
    arrivals = .allocate(capacity: 1)
    sem_init(arrivals, 0, 0)
  }

  deinit {
    sem_destroy(arrivals)
    arrivals.deallocate()
  }

  // MARK: Interface

  func submit(_ request: WorkerRequest) {
    state.withLock { $0.requests.append(request) }
    arrived()
  }

  /// Stops what runs; the rest of a script that was typed or pasted goes with it.
  ///
  /// - Returns: how many cells were dropped.
  func interrupt() -> Int {
    let dropped = state.withLock { state in
      state.isInterrupted = true
      let count = state.requests.count
      state.requests.removeAll {
        switch $0 {
        case .apply(_, _, waits: true), .prose: true
        default: false
        }
      }
      return count - state.requests.count
    }
    arrived()
    return dropped
  }

  func askForSnapshot() {
    state.withLock { $0.wantsSnapshot = true }
    arrived()
  }

  /// Whether the worker does something or has something to do.
  var isBusy: Bool { state.withLock { $0.isWorking || !$0.requests.isEmpty } }

  /// Seconds that the last look at a run took from it.
  var lookTime: Double { state.withLock { $0.lookTime } }

  /// What has arrived since the last call; of several snapshots only the newest.
  func takeReports() -> [WorkerReport] {
    state.withLock { state in
      var reports = state.reports
      if let snapshot = state.snapshot { reports.insert(.snapshot(snapshot), at: 0) }
      state.reports = []
      state.snapshot = nil
      return reports
    }
  }

  private func arrived() {
    pending.store(true, ordering: .releasing)
    sem_post(arrivals)
  }

  // MARK: Worker

  var isPending: Bool { pending.load(ordering: .acquiring) }

  func post(_ report: WorkerReport) {
    state.withLock { state in
      if case .snapshot(let snapshot) = report {
        state.snapshot = snapshot
      } else {
        state.reports.append(report)
      }
    }
  }

  func looked(for seconds: Double) { state.withLock { $0.lookTime = seconds } }

  var hasRequests: Bool { state.withLock { !$0.requests.isEmpty } }

  /// Waits for work; an interrupt or a wish for a snapshot at an idle prompt means nothing.
  ///
  /// - Parameter settle: called before it waits, while the worker still counts as busy.
  func waitForRequest(beforeIdle settle: () -> Void) -> WorkerRequest {
    while true {
      if !hasRequests { settle() }
      let request = state.withLock { state -> WorkerRequest? in
        state.isInterrupted = false
        state.wantsSnapshot = false
        state.isWorking = !state.requests.isEmpty
        let next = state.requests.isEmpty ? nil : state.requests.removeFirst()
        pending.store(!state.requests.isEmpty, ordering: .releasing)
        return next
      }
      if let request { return request }
      while sem_wait(arrivals) != 0 {}
    }
  }

  /// The next request during a run, or nil.
  func nextLive() -> LiveRequest? {
    state.withLock { state in
      defer {
        pending.store(
          state.isInterrupted || state.wantsSnapshot || liveCommand(state) != nil,
          ordering: .releasing)
      }
      if state.isInterrupted {
        state.isInterrupted = false
        return .interrupt
      }
      if let place = liveCommand(state) {
        switch state.requests.remove(at: place) {
        case .apply(let source, _, _): return .command(source)
        case .lookAttention(let gaze): return .look(gaze)
        default: break
        }
      }
      if state.wantsSnapshot {
        state.wantsSnapshot = false
        return .publish
      }
      return nil
    }
  }

  /// The first command that may act on a run; others, as the rest of a pasted script, wait.
  private func liveCommand(_ state: State) -> Int? {
    state.requests.firstIndex { request in
      switch request {
      case .apply(_, _, waits: false), .lookAttention: true
      default: false
      }
    }
  }

  func waitLive() -> LiveRequest {
    while true {
      if let request = nextLive() { return request }
      while sem_wait(arrivals) != 0 {}
    }
  }
}
