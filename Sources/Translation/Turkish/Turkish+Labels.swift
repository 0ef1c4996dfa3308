// Turkish: single words that stand in columns and on axes. Kept apart from the sentences, so that a
// line that is one such word, perhaps somebody's name for something, is left alone.

extension Turkish {
  /// Headings of tables and of columns, words on charts.
  static let labels = #"""
    layer
    katman

    kind
    tür

    data
    veri

    state
    durum

    setting
    ayar

    output
    çıktı

    parameter
    parametre

    parameters
    parametre

    shared
    ortak

    shape
    biçim

    count
    sayı

    init
    başlangıç

    norm
    norm

    mean
    ort

    dead
    ölü

    min
    en az

    max
    en çok

    zeros
    sıfır

    tensor
    tensör

    relative
    göreli

    farthest
    en uzak

    type
    tür

    name
    ad

    context
    bağlam

    next
    sonra

    phase
    evre

    operation
    işlem

    instruction
    yönerge

    instructions
    yönerge

    forward
    ileri

    backward
    geri

    update
    güncelleme

    share
    pay

    peak
    tepe

    stops
    durduran yer

    hits
    geçiş

    enabled
    açık

    then
    sonra

    nearest
    en yakın

    cosine
    kosinüs
    """#

  /// What stands in tables in words; names and numbers stay.
  static let cells = #"""
    yes
    evet

    no
    hayır

    goes on
    sürdürür

    deleted
    silinir

    passed {} times first
    önce {} kez geçilir

    … {} more
    … {} tane daha

    shared
    ortak
    """#

  /// Words at the beginning and at the end of lines that are set in columns.
  static let columns = #"""
    next
    izle

    given
    verildi

    sum
    toplam

    not yet
    henüz yok

    skip
    atlama

    branch
    dal

    left
    sol

    right
    sağ

    in
    yer

    formula
    formül

    reads
    okur

    writes
    yazar

    first
    önce

    incoming
    gelen

    local
    yerel

    product
    çarpım

    shapes
    biçimler

    source
    kaynak

    example
    örnek
    """#
}
