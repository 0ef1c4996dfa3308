// Turkish: the screen, the line mode and help pages.

extension Turkish {
  static let screen = #"""
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
      gives it another one. `^X o` is ^X, then o. Text is selected with the mouse while Shift is
      held.
    Her eylemin bir adı vardır: komut satırında `:pane.next` tuşlarının yaptığını yapar, `bind F9
      pane.next` ona başka bir tuş verir. `^X o` önce ^X, sonra o demektir. Shift basılıyken fareyle
      metin seçilir.

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

    that line is too long
    bu satır çok uzun

    The session was not saved; nabla will offer it at the next start.
    Oturum kaydedilmedi; nabla bir sonraki açılışta önerecek.

    a small screen shows one pane at a time
    küçük bir ekran her seferinde tek bölme gösterir

    no room there
    orada yer yok

    {} alone; Enter shows the others too
    {} tek başına; Enter ötekileri de gösterir

    Enter puts it in place; ^C leaves the cell as it was
    Enter yerine koyar; ^C hücreyi olduğu gibi bırakır

    Enter puts it in place and runs what follows again; ^C leaves it as it was
    Enter yerine koyar ve sonrakileri yeniden çalıştırır; ^C olduğu gibi bırakır

    [{}] shows its plot as it was
    [{}] çizimini o zamanki gibi gösteriyor

    [{}] has no plot
    [{}] hücresinde çizim yok

    that plot is not pinned any more: r plots it again
    o çizim artık sabit değil: r yeniden çizer

    [{}] shows its plot as it is now
    [{}] çizimini şimdiki gibi gösteriyor

    what was asked before is still being run
    önceki istek hâlâ çalışıyor

    Esc takes the session over first
    önce Esc oturumu devralır

    the run goes on: ^C stops it
    koşu sürüyor: ^C durdurur

    / searches the cells
    / hücrelerde arar

    found from the other end
    öteki uçtan bulundu

    no cell has '{}'
    hiçbir hücrede '{}' yok

    all is seen, by step
    her şey adıma göre görünüyor

    x counts {*}
    x şunu sayar: {}

    seconds of training
    eğitim saniyeleri

    epochs
    dönem

    not smoothed
    düzleştirilmedi

    smoothed by {}, raw behind
    {} ile düzleştirildi, arkada hamı

    there is one sequence
    tek dizi var

    no steps are kept: 'attention net' before 'train' keeps some
    adım saklanmadı: 'train' önünde 'attention net' birkaçını saklar

    colours for a dark background
    koyu zemin için renkler

    colours for a light background
    açık zemin için renkler

    single keys on: s n f c b, capitals go back, other keys type
    tek tuşlar açık: s n f c b, büyük harfler geri gider, ötekiler yazar

    single keys off
    tek tuşlar kapalı

    stopped: {*} of what was typed not run
    durduruldu: yazılanlardan {} çalışmadı

    {} further cell{s}
    {} hücre

    interrupted: {} of {} cells were executed
    kesildi: {2} hücreden {1} tanesi yürütüldü

    {}: interrupted after {} of {} cells
    {}: {3} hücreden {2} tanesinden sonra kesildi

    the session is not kept: {*}
    oturum saklanmıyor: {}

    there is no such editor; set EDITOR, for example to nano
    böyle bir düzenleyici yok; EDITOR değişkenini örneğin nano yapın

    the editor ended with {}: nothing was changed
    düzenleyici {} ile bitti: bir şey değişmedi

    cannot write {}
    {} yazılamıyor

    cannot read {}
    {} okunamıyor

    line mode: {*}
    satır kipi: {}

    the locale's codeset is {}, not UTF-8
    yerel ayarın karakter kümesi {}, UTF-8 değil

    {}: verified
    {}: doğrulandı

    {}: verified as a translation of {}
    {} doğrulandı: {} dosyasının çevirisi

    {}: recorded '{}', now '{}'
    {}: kaydedilen '{}', şimdi '{}'

    {}: recorded '{}', now nothing
    {}: kaydedilen '{}', şimdi hiçbir şey

    {}: recorded nothing more, now '{}'
    {}: kaydedilen bitti, şimdi '{}'

    {}: recorded digest '{}', now '{}'
    {}: kaydedilen özet '{}', şimdi '{}'

    {}: recorded digest '{}', now none
    {}: kaydedilen özet '{}', şimdi yok

    {}: recorded, but the run ended before this cell
    {}: kaydedilmiş, ama koşu bu hücreden önce bitti

    {*}, but {} has {*}
    {}, oysa {}: {}

    a paragraph
    bir paragraf

    nothing more
    başka bir şey yok

    no sessions here: go to a folder with sessions/, or set NABLA_SESSIONS
    burada oturum yok: sessions/ olan bir klasöre gidin ya da NABLA_SESSIONS değişkenini verin

    saved {}
    {} kaydedildi

    saved {} without the run that goes on: save again when it has ended
    {} süren koşu olmadan kaydedildi: bitince yeniden kaydedin

    {} is {*} of this session
    {}, bu oturumda {}

    help NAME tells more, for example: help boundary
    help AD daha çoğunu söyler, örneğin: help boundary

    help NAME tells more, for example: help dense
    help AD daha çoğunu söyler, örneğin: help dense

    shapes   {}
    biçim    {}

    formula  {}
    formül   {}

    source   {}
    kaynak   {}

    example  {}
    örnek    {}

    {}  (function)
    {}  (fonksiyon)

    {}  (activation)
    {}  (etkinleştirme)

    {}  (layer)
    {}  (katman)

    {}  (loss)
    {}  (kayıp)

    {}  (optimizer)
    {}  (eniyileyici)

    {}  (schedule)
    {}  (çizelge)

    {}  (initializer)
    {}  (başlangıç değeri)

    {}  (dataset)
    {}  (veri kümesi)

    {}  (data)
    {}  (veri)

    {}  (verb)
    {}  (fiil)

    {}  (plot)
    {}  (çizim)

    function – {}
    fonksiyon – {}

    activation – {}
    etkinleştirme – {}

    layer – {}
    katman – {}

    loss – {}
    kayıp – {}

    optimizer – {}
    eniyileyici – {}

    schedule – {}
    çizelge – {}

    initializer – {}
    başlangıç değeri – {}

    dataset – {}
    veri kümesi – {}

    data – {}
    veri – {}

    verb – {}
    fiil – {}

    plot – {}
    çizim – {}

    a notebook for neural nets
    sinir ağları için bir defter

    Type a line and press Enter. A first network, trained and looked at:
    Bir satır yazıp Enter'a basın. Eğitilen ve bakılan ilk ağ:

    `step` walks the program one instruction at a time. Tab completes, `help` explains every name,
      F1 lists the keys.
    `step` programı yönerge yönerge yürür. Tab tamamlar, `help` her adı açıklar, F1 tuşları
      listeler.

    changed by hand
    elle değiştirildi

    not yet
    henüz değil
    """#
}
