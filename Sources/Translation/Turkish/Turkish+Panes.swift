// Turkish: what panes say, and questions about a session left unfinished.

extension Turkish {
  static let panes = #"""
    no run yet
    henüz koşu yok

    no steps yet: train 100 does some, step walks the first one
    henüz adım yok: train 100 birkaç adım atar, step ilkini yürütür

    no run yet: train L with adam(lr=0.01) steps=500
    henüz koşu yok: train L with adam(lr=0.01) steps=500

    gradient norms of every layer show here while a run trains
    bir koşu eğitilirken her katmanın gradyan normları burada görünür

    update-to-weight ratios are recorded while 'plot ratios' or 'layout training' shows them
    güncelleme/ağırlık oranları 'plot ratios' ya da 'layout training' gösterirken kaydedilir

    plot EXPR pins a plot here
    plot EXPR buraya bir çizim sabitler

    no attention yet: attention net
    henüz dikkat yok: attention net

    no program yet: train L with sgd(lr=0.1) steps=0 makes one of a loss L, step walks it
    henüz program yok: train L with sgd(lr=0.1) steps=0, bir L kaybından program yapar, step onda
      yürür

    Here an instruction is shown: its formula, its operands and its result. There is no program yet:
      train L with sgd(lr=0.1) steps=0 makes one of a loss L; step runs its first instruction.
    Burada bir yönerge görünür: formülü, işlenenleri ve sonucu. Henüz program yok: train L with
      sgd(lr=0.1) steps=0, bir L kaybından program yapar; step ilk yönergesini yürütür.

    The program runs at full speed. Alt-p holds it, ^C ends it; then step runs one instruction,
      which is shown here.
    Program tam hızda çalışıyor. Alt-p tutar, ^C bitirir; sonra step burada görünecek bir yönerge
      yürütür.

    step shows an instruction here: its formula, its operands and its result
    step burada bir yönerge gösterir: formülü, işlenenleri ve sonucu

    Every action has a name: `:pane.next` at the prompt does what its keys do, `bind F9 pane.next`
      gives it another one. `^X o` is ^X, then o. A click chooses what is under it: a pane, a tab, a
      cell, a layer, a head, a step; the wheel scrolls, and zooms a curve. Text is selected with the
      mouse while Shift is held.
    Her eylemin bir adı vardır: komut satırında `:pane.next` tuşlarının yaptığını yapar, `bind F9
      pane.next` ona başka bir tuş verir. `^X o` önce ^X, sonra o demektir. Tıklama altındakini seçer:
      bölme, sekme, hücre, katman, baş, adım; tekerlek kaydırır, bir eğriyi yakınlaştırır. Shift
      basılıyken fareyle metin seçilir.

    (not run)
    (çalıştırılmadı)

    (undone)
    (geri alındı)

    {} line{s} folded
    {} satır katlandı

    … {} more lines
    … {} satır daha

    … {} more rows
    … {} satır daha

    end of step {}
    {}. adımın sonu

    {} redefined in [{}]
    {} yeniden tanımlandı: [{}]

    Enter  open it
    Enter  aç

    Esc    leave it and start anew
    Esc    bırak ve yeniden başla

    s      save it
    s      kaydet

    d      discard it
    d      at

    Esc    stay with it
    Esc    bunda kal

    An unfinished session was found: {} cell{s}.
    Yarım kalmış bir oturum bulundu: {} hücre.

    An unfinished session of {} was found: {} cell{s}.
    {} dosyasının yarım kalmış bir oturumu bulundu: {} hücre.

    This session is not saved. What becomes of it before {} opens?
    Bu oturum kaydedilmedi. {} açılmadan önce ne olsun?

    This session is not saved.
    Bu oturum kaydedilmedi.

    discard it? [y/n]
    atılsın mı? [e/h]

    open it? [y/n]
    açılsın mı? [e/h]

    y
    e
    """#
}
