// Turkish: the command line.

extension Turkish {
  static let commandLine = #"""
    An interactive terminal notebook for neural nets.
    Yapay sinir ağları için etkileşimli bir terminal defteri.

    Without a command nabla opens the full screen: a new session, or FILE.
    Komut verilmezse nabla tam ekranı açar: yeni bir oturum ya da FILE.

    A session is a text file ending in .nabla: script, notebook, recording and test in one.
    Oturum, .nabla ile biten bir metin dosyasıdır: betik, defter, kayıt ve test bir arada.

    Open the notebook (the default).
    Defteri açar (varsayılan).

    A session file, or the name of a session.
    Bir oturum dosyası ya da bir oturumun adı.

    A session file, or the name of a session; opened in the language in use where it is translated.
    Bir oturum dosyası ya da bir oturumun adı; çevirisi varsa kullanılan dilde açılır.

    opened in the language in use: open {} shows the English one
    Türkçesi açıldı: İngilizcesini open {} açar

    its translation differs: open {} shows it
    çevirisi farklı: onu open {} açar

    The line mode, even where the full screen is possible.
    Tam ekran mümkünken bile satır kipi.

    The seed of a new session.
    Yeni bir oturumun tohumu.

    Watch a session again, at its own pace or faster.
    Bir oturumu kendi hızında ya da daha hızlı yeniden izletir.

    How many times faster.
    Kaç kat hızlı.

    Compare sessions with what is recorded in them.
    Oturumları içlerinde kaydedilenle karşılaştırır.

    Session files or folders of them.
    Oturum dosyaları ya da klasörleri.

    Execute sessions without a terminal.
    Oturumları terminalsiz çalıştırır.

    Session files.
    Oturum dosyaları.

    text, or json: one object a line, one a cell.
    text ya da json: her satırda bir nesne, her hücreye bir tane.

    The seed, where the file names none.
    Dosyada tohum yoksa tohum.

    Write what is shown and the digests into the files.
    Gösterileni ve özetleri dosyalara yazar.

    List the sessions that can be opened.
    Açılabilecek oturumları listeler.

    Write a session, or a plot of it, in another format.
    Bir oturumu ya da bir çizimini başka bir biçimde yazar.

    A session file.
    Bir oturum dosyası.

    markdown, notebook (Jupyter) or json (a line a cell); text, ansi or svg of the last screen or of
      a plot; csv of a plot's data; cast (asciinema) of the session at its recorded pace.
    markdown, notebook (Jupyter) ya da json (her hücreye bir satır); son ekranın ya da bir çizimin
      text, ansi ya da svg hali; bir çizimin verisi csv; kaydedildiği hızda oturum cast (asciinema).

    What follows 'plot': loss, 'boundary(net)', 'net.0.weight'; or attention.
    'plot' ardından gelen: loss, 'boundary(net)', 'net.0.weight'; ya da attention.

    Columns and rows of the picture.
    Resmin sütun ve satırları.

    How many times faster a cast is.
    Bir cast kaydının kaç kat hızlı olduğu.

    Print the last frame of a session as text or as a picture.
    Bir oturumun son karesini metin ya da resim olarak yazar.

    Columns and rows of the screen.
    Ekranın sütun ve satırları.

    text, ansi (with colours, for less -R) or svg.
    text, ansi (renkli, less -R için) ya da svg.

    1 or 2 threads; the results are the same bits.
    1 ya da 2 iş parçacığı; sonuçlar aynı bitlerdir.

    Only ASCII characters.
    Yalnızca ASCII karakterler.

    auto, 16, 256, truecolor or never.
    auto, 16, 256, truecolor ya da never.

    dark, light or auto: as the terminal's background is.
    dark, light ya da auto: terminalin zemini nasılsa.

    en or tr; otherwise what LC_ALL, LC_MESSAGES or LANG say.
    en ya da tr; yoksa LC_ALL, LC_MESSAGES ya da LANG ne diyorsa.

    --speed must be between 0.01 and 1000, not {}
    --speed 0.01 ile 1000 arasında olmalı, {} değil

    --plot needs --to text, ansi, svg or csv
    --plot, --to text, ansi, svg ya da csv ister

    --to csv needs --plot, for example --plot loss
    --to csv, --plot ister; örneğin --plot loss

    --size must be like 80x24 and at most 1000x1000, not '{}'
    --size 80x24 gibi ve en çok 1000x1000 olmalı, '{}' değil

    --threads must be 1 or 2, not {}
    --threads 1 ya da 2 olmalı, {} değil

    OVERVIEW: {}
    ÖZET: {}

    USAGE: {}
    KULLANIM: {}

    ARGUMENTS:
    BAĞIMSIZ DEĞİŞKENLER:

    OPTIONS:
    SEÇENEKLER:

    SUBCOMMANDS:
    ALT KOMUTLAR:

    Show the version.
    Sürümü gösterir.

    Show help information.
    Yardımı gösterir.

    Show subcommand help information.
    Alt komutların yardımını gösterir.

    Error: {*}
    Hata: {}

    Usage: {}
    Kullanım: {}

    Unknown option '{}'
    Bilinmeyen seçenek '{}'

    Missing expected argument '{}'
    Beklenen '{}' eksik

    Missing value for '{}'
    '{}' için değer eksik

    Unexpected argument '{}'
    Beklenmeyen '{}'

    The value '{}' is invalid for '{}'
    '{}' değeri '{}' için geçersiz

    The value '{}' is invalid for '{}'. Please provide one of {}.
    '{}' değeri '{}' için geçersiz. Şunlardan biri olmalı: {}.

    See '{}' for more information.
    Daha çoğu için: '{}'.

    (values:
    (değerler:

    Help:  {}
    Yardım:  {}

    default:
    varsayılan:
    """#
}
