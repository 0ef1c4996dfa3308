/// What help says below the keys.
enum HelpText {
  static let markdown = """
    # Five minutes

    - `x = [[0,0],[0,1],[1,0],[1,1]]` binds a tensor; `net = dense(8) | tanh | dense(1)` a network.
    - `L = mse_loss(net(x), y)` is a loss; `train L with adam(lr=0.01) steps=500` trains it.
    - While it trains the prompt stays live: `pause`, `set lr = 0.001`, `plot loss`, `stop`.
    - `step`, `next`, `forward`, `backward`, `update` walk the program; `back step` goes back.
    - `print w.grad`, `show net`, `where`, `list` look; `expect L < 0.1` checks.
    - `^X c` goes into the cells: `e` edits one, `r` runs it again, `R` with all after it, `d d`
      deletes, `u` undoes, `/` searches. `run all` executes the session from its beginning.
    - `save NAME`, `open NAME`, `replay NAME speed=4`, `verify NAME`; `help X` explains X.
    """
}
