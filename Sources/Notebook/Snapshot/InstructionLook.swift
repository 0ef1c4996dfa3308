// What the debug view shows of one instruction besides its formula: where it stands, what it reads
// and writes, and the elements that the cursor picks out. Plain data of bounded size.

/// Where a person looks in the debug view; what is nil follows the program.
public struct Gaze: Hashable, Sendable {
  /// The instruction, 0-based; nil is the one that ran last.
  public var instruction: Int?
  /// The element of the result that is written out, by its row-major place; nil is the one that says
  /// most.
  public var element: Int?
  /// The operand that the cursor is in; nil is the result.
  public var operand: Int?
  /// The cursor's place in that operand; nil is the first element that the result's one reads.
  public var operandElement: Int?

  public init(
    instruction: Int? = nil, element: Int? = nil, operand: Int? = nil, operandElement: Int? = nil
  ) {
    self.instruction = instruction
    self.element = element
    self.operand = operand
    self.operandElement = operandElement
  }
}

/// What the debug view adds to an instruction.
public struct InstructionLook: Hashable, Sendable {
  /// A value that an instruction reads or writes.
  public struct Port: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case data, parameter, state, setting, value
    }

    public var name: String
    public var shape: [Int]
    public var kind: Kind
    /// `c` computed, `-` not yet, `o` changed by hand, `s` stale.
    public var state: String
    /// The instruction of this step that writes what is read, 0-based; nil when none does.
    public var writer: Int?

    public init(name: String, shape: [Int], kind: Kind, state: String, writer: Int?) {
      self.name = name
      self.shape = shape
      self.kind = kind
      self.state = state
      self.writer = writer
    }
  }

  /// The element under the cursor.
  public struct Cursor: Hashable, Sendable {
    /// Which operand; nil is the result.
    public var operand: Int?
    /// Row-major.
    public var element: Int
    /// `x[0, 1] = 2`, with what it is.
    public var text: String

    public init(operand: Int?, element: Int, text: String) {
      self.operand = operand
      self.element = element
      self.text = text
    }
  }

  /// Whether the instruction was chosen by hand; otherwise it is the one that ran last.
  public var isChosen: Bool
  /// `c` computed, `-` not yet, `o` changed by hand, `s` stale.
  public var state: String
  /// From the training step inwards: `step 3`, `backward`, `net`, `1`, `time step 2`, `head 1 of 4`.
  public var callPath: [String]
  public var reads: [Port]
  public var writes: Port
  /// Instructions of this step that read the result, 0-based: the first few.
  public var readers: [Int]
  /// How many read it.
  public var readerCount: Int
  /// Nil while there is no number to be looked at.
  public var cursor: Cursor?

  public init(
    isChosen: Bool, state: String, callPath: [String], reads: [Port], writes: Port,
    readers: [Int] = [], readerCount: Int = 0, cursor: Cursor?
  ) {
    self.isChosen = isChosen
    self.state = state
    self.callPath = callPath
    self.reads = reads
    self.writes = writes
    self.readers = readers
    self.readerCount = readerCount
    self.cursor = cursor
  }
}
