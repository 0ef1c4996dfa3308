// Turkish: messages of session files and folders.

extension Turkish {
  static let files = #"""
    the session {} is no longer there
    {} oturumu artık yok

    {}: it is a folder
    {}: bu bir klasör

    {}: it is not a regular file
    {}: sıradan bir dosya değil

    cannot create the folder {}: {*}
    {} klasörü oluşturulamıyor: {}

    cannot create the folder {}: a file is there
    {} klasörü oluşturulamıyor: orada bir dosya var

    cannot write {}: {*}
    {} yazılamıyor: {}

    {}: too many temporary files are left in its folder
    {}: klasöründe çok fazla geçici dosya kalmış

    a session needs a name
    bir oturuma ad gerekir

    a file name cannot hold a zero byte
    bir dosya adında sıfır baytı bulunamaz

    '~' has no meaning here: the home folder is not known
    '~' burada bir anlam taşımıyor: ev klasörü bilinmiyor

    {} is a folder
    {} bir klasör

    {} is the name of {} sessions: {}
    {} adını taşıyan {} oturum var: {}

    {}: the command is not finished
    {}: komut bitmemiş

    {}: {} is not a format version
    {}: {} bir biçim sürümü değil

    {}: format {} is newer than this nabla, which reads up to format {}
    {}: {} numaralı biçim bu nabla'dan yeni; o en çok {} numaralı biçimi okur

    {}: {} is not a seed
    {}: {} bir tohum değil

    {} is larger than 64 MiB
    {} 64 MiB'tan büyük

    {} line {} holds a zero byte: not a text file
    {} {}. satırda bir sıfır baytı var: metin dosyası değil

    {} line {} is cut off in the middle of a character
    {} {}. satırda bir karakterin ortasında kesilmiş

    {} is not brought up to date: {*}
    {} güncellenmedi: {}

    {} is no translation by its name
    {} adına göre bir çeviri değil

    {} translates {}, which is not there
    {}, {} dosyasının çevirisi; o dosya ise yok
    """#
}
