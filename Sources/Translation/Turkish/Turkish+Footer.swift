// Turkish: the status bar and the keys on the last line.

extension Turkish {
  static let footer = #"""
    error
    hata

    hint
    ipucu

    rec
    kayıt

    F1 help
    F1 yardım

    step
    adım

    loss
    kayıp

    epoch
    dönem

    steps
    adım

    cells
    hücreler

    gradients
    gradyanlar

    grad
    gradyan

    program
    program

    instr
    yönerge

    attn
    dikkat

    plots
    çizimler

    numbers
    sayılar

    ETA
    kalan

    WALK step
    YÜRÜ adım

    BUSY
    MEŞGUL

    TRAIN
    EĞİTİM

    PAUSED
    DURAKLADI

    REPLAY
    TEKRAR

    opening
    açılıyor

    verifying
    doğrulanıyor

    training
    eğitiliyor

    generating
    üretiliyor

    going
    gidiliyor

    compiling
    derleniyor

    alone
    tek başına

    Enter finds  Esc ends
    Enter bulur  Esc bitirir

    Esc close
    Esc kapat

    PgUp/PgDn scroll
    PgUp/PgDn kaydır

    Space next cell
    Space sonraki hücre

    Esc take over
    Esc devral

    PgUp scroll
    PgUp kaydır

    ^C stop
    ^C durdur

    Alt-z all panes
    Alt-z bütün bölmeler

    Alt-o next pane
    Alt-o sonraki bölme

    Alt-o panes
    Alt-o bölmeler

    Esc prompt
    Esc komut satırı

    v view
    v görünüm

    arrows crosshair
    oklar artı imleç

    Tab head
    Tab baş

    [ ] steps
    [ ] adımlar

    g ∂L/∂A
    g ∂L/∂A

    arrows choose, fold
    oklar seç, katla

    Enter go there
    Enter oraya git

    Alt-b break
    Alt-b durma

    e edit
    e düzenle

    r run again
    r yeniden çalıştır

    R run from here
    R buradan çalıştır

    d d delete
    d d sil

    u undo
    u geri al

    / search
    / ara

    arrows element
    oklar öğe

    Tab matrix
    Tab matris

    PgDn slice
    PgDn dilim

    Enter who wrote it
    Enter yazanı göster

    Up/Down scroll
    Up/Down kaydır

    Tab plot
    Tab çizim

    Enter alone
    Enter tek başına

    PgUp/PgDn
    PgUp/PgDn

    Home/End
    Home/End

    arrows read
    oklar oku

    s sort
    s sırala

    arrows cursor
    oklar imleç

    +- zoom
    +- yakınlaş

    <> pan
    <> kaydır

    l L log
    l L log

    x unit
    x birim

    w smooth
    w düzleştir

    0 reset
    0 sıfırla

    arrows scroll
    oklar kaydır

    s step
    s adım

    n next
    n sonraki

    f finish
    f bitir

    c continue
    c sürdür

    b backward
    b geri geçiş

    SNFCB back
    SNFCB geriye

    Alt-s off
    Alt-s kapat

    Alt-s single keys
    Alt-s tek tuşlar

    Tab complete
    Tab tamamla

    Alt-p pause
    Alt-p duraklat

    Alt-p go on
    Alt-p sürdür

    ^R history
    ^R geçmiş

    F2-F5 layouts
    F2-F5 düzenler

    ^D quit
    ^D çık
    """#
}
