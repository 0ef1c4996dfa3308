// How long work on data tells how far it is, and is ended.

/// Is told now and then how much of some work is done, and ends it by an error.
///
/// What is counted is the work's own affair: bytes of a file, tokens of a vocabulary. It is called
/// some thousand times at most, in the thread that works.
public typealias WorkWatch = (_ done: Int, _ total: Int) throws(EngineError) -> Void
