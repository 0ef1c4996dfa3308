// What a person does, decoded. The terminal module makes these from bytes; the interface consumes
// them; neither knows the other.

/// A key, named as its keycap is.
public enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case enter, tab, backTab, backspace, escape, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

/// One decoded input event.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// ^C: stop what runs, or clear the line.
  case interrupt
  /// The program was stopped and is in the foreground again.
  case resumed
  /// The terminal or the system asks the program to end.
  case terminate
}

/// A mouse action in cell coordinates.
public struct MouseEvent: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public var action: Action
  public var place: Point

  public init(action: Action, place: Point) {
    self.action = action
    self.place = place
  }
}
