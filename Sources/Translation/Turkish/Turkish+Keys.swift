// Turkish: what keys do.

extension Turkish {
  static let keys = #"""
    next view: map, heads, model, neuron, stages
    sonraki görünüm: map, heads, model, neuron, stages

    previous view
    önceki görünüm

    previous key token, or head
    önceki anahtar belirteç ya da baş

    next key token; Up and Down: query, or layer
    sonraki anahtar belirteç; Up ve Down: sorgu ya da katman

    open: a thumbnail's map, a query's q · k, back to the map
    aç: küçük resmin haritası, sorgunun q · k çarpımı, haritaya dönüş

    next head
    sonraki baş

    previous head
    önceki baş

    next layer
    sonraki katman

    previous layer
    önceki katman

    the step before, of those that are kept
    saklananlardan bir önceki adım

    the first step that is kept
    saklanan ilk adım

    now
    şimdi

    ∂L/∂A beside A, on and off
    A yanında ∂L/∂A, aç ve kapat

    a large map: scrolled, or pooled and whole
    büyük harita: kaydırılan ya da havuzlanmış bütün

    next sequence of the batch
    yığının sonraki dizisi

    previous sequence
    önceki dizi

    next stage, when not all have room
    hepsi sığmıyorsa sonraki aşama

    previous stage
    önceki aşama

    the cell above
    üstteki hücre

    the cell below
    alttaki hücre

    the first cell
    ilk hücre

    the last cell
    son hücre

    its text comes to the line; Enter puts it back
    metni satıra gelir; Enter geri koyar

    fold its output, or open it
    çıktısını katla ya da aç

    fold the cell, or open it
    hücreyi katla ya da aç

    fold all outputs, or open them
    bütün çıktıları katla ya da aç

    its plot as it is now, or as it was
    çizimi şimdiki gibi ya da o zamanki gibi

    run it again, as a new cell at the end
    yeniden çalıştır, sona yeni hücre olarak

    back to before it; run it and all after it
    öncesine dön; onu ve sonrakileri çalıştır

    move it up; what follows runs again
    yukarı taşı; ardından gelenler yeniden çalışır

    move it down
    aşağı taşı

    delete it; what follows runs again
    sil; ardından gelenler yeniden çalışır

    undo
    geri al

    redo
    yinele

    search; Esc ends it
    ara; Esc bitirir

    the next cell found
    bulunan sonraki hücre

    the one before
    bir önceki

    a page up; Up and Down choose what is looked at
    bir sayfa yukarı; Up ve Down bakılanı seçer

    a page down
    bir sayfa aşağı

    open the layer
    katmanı aç

    fold the layer
    katmanı katla

    go there, forward or back; open or fold a layer
    oraya git, ileri ya da geri; katmanı aç ya da katla

    breakpoint on and off
    durma noktası koy ve kaldır

    the element that is written out: left
    açılımı yazılan öğe: sola

    right; Up and Down likewise
    sağa; Up ve Down da böyle

    next matrix: operands, then the result
    sonraki matris: işlenenler, ardından sonuç

    previous matrix
    önceki matris

    next head, or other leading index
    sonraki baş ya da başka bir ön indis

    first element
    ilk öğe

    last element
    son öğe

    look at the instruction that wrote this
    bunu yazan yönergeye bak

    help; again to close
    yardım; yineleyince kapanır

    stop what runs, or clear the line
    çalışanı durdur ya da satırı temizle

    to the shell; fg comes back
    kabuğa; fg ile dönülür

    redraw the screen
    ekranı yeniden çiz

    pause the training, or go on
    eğitimi duraklat ya da sürdür

    single keys on and off, while walking a program
    bir programda yürürken tek tuşlar, aç ve kapat

    the line or the cell in $VISUAL or $EDITOR
    satır ya da hücre $VISUAL veya $EDITOR içinde

    colours for a light background, or for a dark one
    açık ya da koyu zemin için renkler

    complete the word
    sözcüğü tamamla

    search the history
    geçmişte ara

    quit (on an empty line)
    çık (boş satırda)

    next cell
    sonraki hücre

    take over; so does any command
    devral; her komut da devralır

    close
    kapat

    up
    yukarı

    down
    aşağı

    norms, strip, ratios, pinned plots of layers
    normlar, şerit, oranlar, katmanların sabit çizimleri

    choose the layer above
    üstteki katmanı seç

    the layer below
    alttaki katman

    read the numbers of an earlier step
    önceki bir adımın sayılarını oku

    of a later one; at the end the run is followed
    sonraki bir adımın; sonda koşu izlenir

    next pane; its keys are arrows
    sonraki bölme; tuşları oklardır

    previous pane
    önceki bölme

    to the cells, to edit, run, move and search them
    hücrelere: düzenle, çalıştır, taşı, ara

    the pane alone on the screen; again, all
    bölme ekranda tek başına; yineleyince hepsi

    wider; dragging a rule resizes too
    daha geniş; bir çizgiyi sürüklemek de olur

    narrower
    daha dar

    taller
    daha yüksek

    shorter
    daha alçak

    sizes and places as the layout has them
    boylar ve yerler düzendeki gibi

    to the pane at the left
    soldaki bölmeye

    at the right
    sağdaki

    above
    üstteki

    below
    alttaki

    change places with the pane at the left
    soldaki bölmeyle yer değiştir

    scroll back
    geriye kaydır

    scroll on
    ileriye kaydır

    first
    ilk

    last
    son

    back to the prompt
    komut satırına dön

    next plot
    sonraki çizim

    previous plot
    önceki çizim

    the plot alone in the pane; again, all
    çizim bölmede tek başına; yineleyince hepsi

    read what is at the left
    soldakini oku

    a page up; on a map the word before
    bir sayfa yukarı; haritada önceki sözcük

    a page down; on a map the next word
    bir sayfa aşağı; haritada sonraki sözcük

    rows by the chosen column: greatest, least, as they were
    satırlar seçili sütuna göre: önce büyük, önce küçük, eskisi gibi

    read the values further left, in all plots
    daha soldaki değerleri oku, bütün çizimlerde

    further right
    daha sağdaki

    ten times as far left
    on kat sola

    read the first values
    ilk değerleri oku

    read the last values
    son değerleri oku

    zoom in, at the cursor or at the end
    yakınlaş, imleçte ya da sonda

    zoom out
    uzaklaş

    what is zoomed into: earlier
    yakınlaşılan yer: daha önce

    later; at the end it follows the training
    daha sonra; sonda eğitimi izler

    y logarithmic or linear
    y logaritmik ya da doğrusal

    x logarithmic or linear
    x logaritmik ya da doğrusal

    x by step, epoch or time
    x adım, dönem ya da zamana göre

    smooth by 0.6, 0.9, 0.97, 0.99 or not
    0.6, 0.9, 0.97, 0.99 ile düzleştir ya da düzleştirme

    all as it was asked for, without cursor
    her şey istendiği gibi, imleçsiz

    In the attention pane
    Dikkat bölmesinde

    In the cells (^X c goes there)
    Hücrelerde (^X c oraya gider)

    In the program's list
    Program listesinde

    In the instruction's matrices
    Yönergenin matrislerinde

    Keys
    Tuşlar

    While the line is empty
    Satır boşken

    While a session is replayed
    Bir oturum yeniden oynatılırken

    In this help
    Bu yardımda

    In the gradients pane
    Gradyan bölmesinde

    Panes and layouts
    Bölmeler ve düzenler

    In a pane
    Bir bölmede

    In the plots pane
    Çizim bölmesinde

    In a plot of data: cells, tiles, words, tokens, bars
    Veri çiziminde: hücreler, döşemeler, sözcükler, belirteçler, çubuklar

    In a matrix, a confusion or probabilities
    Bir matriste, karışıklıkta ya da olasılıklarda

    In the loss and plots panes
    Kayıp ve çizim bölmelerinde

    Single keys (Alt-s), while walking a program; any other key types
    Programda yürürken tek tuşlar (Alt-s); öteki tuşlar yazar

    the step after; the last is now
    bir sonraki adım; sonuncusu şimdidir

    ten times as far right
    on kat sağa

    one instruction
    bir yönerge

    over the layer
    katmanın üstünden

    out of the layer
    katmandan dışarı

    run on, to the next breakpoint
    sürdür, sonraki durma noktasına

    to the backward pass's end
    geri geçişin sonuna

    one instruction back
    bir yönerge geri

    back over the layer
    geriye, katmanın üstünden

    back out of the layer
    geriye, katmandan dışarı

    run back, to the last stop of a breakpoint
    geriye, son durma noktasına

    back to the backward pass's beginning
    geriye, geri geçişin başına

    layout notebook (chooses itself)
    defter düzeni (kendi seçer)

    layout training
    eğitim düzeni

    layout debugging
    hata ayıklama düzeni

    layout attention
    dikkat düzeni

    layout lecture, for a projector
    ders düzeni, yansıtıcı için
    """#
}
