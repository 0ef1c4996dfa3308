// Turkish: the message line, the line mode, verification and help pages.

extension Turkish {
  static let screen = #"""
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
