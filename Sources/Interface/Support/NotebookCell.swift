// The notebook's cell under a name of its own: the screen has cells too.

public import Notebook

/// A cell of the notebook, as opposed to one of the screen.
public typealias NotebookCell = Cell
