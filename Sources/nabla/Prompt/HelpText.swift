import Translation

/// What help says below the keys.
enum HelpText {
  private static let english = """
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

  private static let turkish = """
    # Beş dakikada nabla

    - `x = [[0,0],[0,1],[1,0],[1,1]]` bir tensör adlandırır, `net = dense(8) | tanh | dense(1)` bir ağ.
    - `L = mse_loss(net(x), y)` bir kayıptır; `train L with adam(lr=0.01) steps=500` onu eğitir.
    - Eğitim sürerken komut satırı açık kalır: `pause`, `set lr = 0.001`, `plot loss`, `stop`.
    - `step`, `next`, `forward`, `backward`, `update` programı yürütür; `back step` geri gider.
    - `print w.grad`, `show net`, `where`, `list` bakmak içindir; `expect L < 0.1` denetler.
    - `^X c` hücrelere geçer: `e` birini düzenler, `r` yeniden çalıştırır, `R` ardındakilerle
      birlikte; `d d` siler, `u` geri alır, `/` arar. `run all` oturumu baştan çalıştırır.
    - `save AD`, `open AD`, `replay AD speed=4`, `verify AD`; `help X`, X'i açıklar.
    """

  static func markdown(in language: DisplayLanguage) -> String {
    switch language {
    case .english: english
    case .turkish: turkish
    }
  }
}
