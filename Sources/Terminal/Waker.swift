// How another thread makes the main loop look.

import CTerminal

/// Wakes the thread that waits in an `EventLoop` or in `LineModeInput`. Any thread may hold one;
/// many pokes before the loop looks are one.
public final class Waker: Sendable {
  let descriptor: Int32

  public init() { descriptor = ct_wake_open() }

  deinit { ct_wake_close(descriptor) }

  public func wake() { ct_wake_poke(descriptor) }

  func drain() { ct_wake_drain(descriptor) }
}
