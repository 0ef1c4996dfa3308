import CKernels

/// Buffers that live as long as a plan and never move.
final class PlanMemory {
  private var releases: [() -> Void] = []

  deinit {
    for release in releases { release() }
  }

  func buffer<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    let count = elements.count
    elements.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { pointer.initialize(from: base, count: count) }
    }
    releases.append {
      pointer.deinitialize(count: count)
      pointer.deallocate()
    }
    return pointer
  }

  /// A step that runs a closure.
  func step(_ run: @escaping () -> Void) -> NablaStep {
    let box = Unmanaged.passRetained(StepBox(run))
    releases.append { box.release() }
    return NablaStep(
      run: { context in
        guard let context else { return }
        Unmanaged<StepBox>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.run() }
      }, context: UnsafeRawPointer(box.toOpaque()))
  }

  /// A step that C code runs by itself.
  func step<Context>(
    _ run: @escaping @convention(c) (UnsafeRawPointer?) -> Void, _ context: Context
  ) -> NablaStep {
    NablaStep(run: run, context: UnsafeRawPointer(buffer([context])))
  }
}

private final class StepBox {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}
