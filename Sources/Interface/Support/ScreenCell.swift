// The screen's cell under a name of its own: the notebook has cells too.

import Screen

/// A character cell of a frame, as opposed to a cell of the notebook.
typealias ScreenCell = Cell
