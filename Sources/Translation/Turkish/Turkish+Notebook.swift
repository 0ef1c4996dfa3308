// Turkish: messages of cells, runs and sessions.

extension Turkish {
  static let notebook = #"""
    a number
    bir sayı

    a text
    bir metin

    a list
    bir liste

    a tensor
    bir tensör

    a layer
    bir katman

    a network
    bir ağ

    a loss
    bir kayıp

    a function
    bir fonksiyon

    a data set
    bir veri kümesi

    a dataset
    bir veri kümesi

    a tokenizer
    bir belirteçleyici

    a vectorizer
    bir vektörleyici

    a vocabulary
    bir sözlük

    a language model
    bir dil modeli

    a tensor file
    bir tensör dosyası

    tokens
    belirteçler

    an optimizer
    bir eniyileyici

    a schedule
    bir çizelge

    an initializer
    bir başlangıç değeri

    initial values
    başlangıç değerleri

    a scalar
    bir skaler

    a range
    bir aralık

    an interval
    bir aralık

    an index
    bir indis

    a value
    bir değer

    an expression
    bir ifade

    a name
    bir ad

    a file
    bir dosya

    a condition
    bir koşul

    a seed
    bir tohum

    a token
    bir belirteç

    a subset
    bir alt küme

    true or false
    doğru ya da yanlış

    nothing
    hiçbir şey

    none
    none

    the activation '{}'
    '{}' etkinleştirmesi

    the layer '{}'
    '{}' katmanı

    the function '{}'
    '{}' fonksiyonu

    the optimizer '{}'
    '{}' eniyileyicisi

    the loss '{}'
    '{}' kaybı

    the dataset '{}'
    '{}' veri kümesi

    the data set '{}'
    '{}' veri kümesi

    the schedule '{}'
    '{}' çizelgesi

    the initializer '{}'
    '{}' başlangıç değeri

    a number of cells
    hücre sayısı

    a number of steps
    adım sayısı

    a number of instructions
    yönerge sayısı

    an instruction's number
    yönerge numarası

    a unit's number
    birim numarası

    a range's end
    aralığın ucu

    the number of steps
    adım sayısı

    item's tensor
    item tensörü

    a loop
    bir döngü

    two things
    iki şey

    something to plot
    çizilecek bir şey

    a network or a loss
    bir ağ ya da bir kayıp

    a breakpoint and a count
    bir durma noktası ve bir sayı

    a value and an answer
    bir değer ve bir yanıt

    forward pass
    ileri geçiş

    backward pass
    geri geçiş

    update
    güncelleme

    forward
    ileri

    backward
    geri

    a list of {}
    {} öğeli bir liste

    an axis of {}
    {} uzunluğunda bir eksen

    axis {} of shape {}
    {}. eksen, biçim {}

    a text of {} characters
    {} karakterlik bir metin

    a number of shape {}
    {} biçimli bir sayı

    no such file or folder
    böyle bir dosya ya da klasör yok

    permission denied
    izin yok

    cannot read {}: {*}
    {} okunamıyor: {}

    it is a folder
    bu bir klasör

    the first
    ilk

    the last
    sonuncu

    there is no {} {*}
    {} numaralı {} yok

    no {*} is called '{}'
    '{2}' adlı {1} yok

    query
    sorgu

    key
    anahtar

    layer
    katman

    head
    baş

    sequence
    dizi

    cell
    hücre

    there is nothing to undo
    geri alınacak bir şey yok

    there is nothing to redo
    yinelenecek bir şey yok

    {} cell{s} can be undone, not {}
    {} hücre geri alınabilir, {} değil

    {} cell{s} can be redone, not {}
    {} hücre yinelenebilir, {} değil

    an element of shape {} has {} index, not {}
    {} biçimli bir öğenin {} indisi olur, {} değil

    an element of shape {} has {} indices, not {}
    {} biçimli bir öğenin {} indisi olur, {} değil

    {}: lengths of shape {} do not fit {}
    {}: {} biçimli uzunluklar {} ile uyuşmuyor

    {}: the input has {} channels, a kernel of shape {} takes {}
    {}: girişin {} kanalı var, {} biçimli çekirdek {} kanal alır

    slice: {} indices for shape {}, which has {} axis
    slice: {2} biçimi için {1} indis, oysa {3} ekseni var

    slice: {} indices for shape {}, which has {} axes
    slice: {2} biçimi için {1} indis, oysa {3} ekseni var

    relative_position_bucket: 'num_buckets' is {}; it is even and between 4 and {}
    relative_position_bucket: 'num_buckets' {}; çift ve 4 ile {} arasında olmalı

    there are {}: export {}
    olanlar: {}; export {}

    words of at least {} letters in at least {} document{s} are counted
    en az {} harfli ve en az {} belgede geçen sözcükler sayılır

    input is {}: channels stand before the {}
    girdi {}: kanallar şunlardan önce gelir: {}

    it has {} and {}
    şunlar var: {} ve {}

    before '{}' it has {} paragraph{s}, the original {}
    '{}' önünde {} paragraf var, asıl oturumda {}

    it has {} paragraph{s}, the original {}
    {} paragraf var, asıl oturumda {}

    '{}' needs '{}'
    '{}' için gereken: '{}'

    '{}' is too large for a number
    '{}' bir sayı için fazla büyük

    {} is one number and has no index
    {} tek bir sayı, indisi yok

    only a value can be watched, not {*}
    yalnızca bir değer izlenebilir, {} değil

    both need one value for each example
    ikisi de her örneğe bir değer ister

    for example {}
    örneğin {}

    multiply numbers with *
    sayılar * ile çarpılır

    only what was undone last can be done again
    yalnızca son geri alınan yinelenebilir

    plot {} puts it there
    plot {} onu oraya koyar

    what changes the session can be undone
    oturumu değiştiren geri alınabilir

    the product of the extents must be {}
    uzunlukların çarpımı {} olmalı

    predict {}, one number an element
    predict {}, her öğeye bir sayı

    back step {} goes backwards
    back step {} geriye gider

    theme=dark or theme=light
    theme=dark ya da theme=light

    ["the", "cat"], "the cat" or tokens(…)
    ["the", "cat"], "the cat" ya da tokens(…)

    generate(net, "…", tokens=t) with t = tokens(…)
    generate(net, "…", tokens=t), t = tokens(…) ile

    several values
    birkaç değer

    a sequence of tokens
    bir belirteç dizisi

    a list of numbers
    bir sayı listesi

    A text in upper case; language="tr" knows ı and İ.
    Büyük harfle bir metin; language="tr" ı ve İ harflerini bilir.

    the languages are en, de and tr; others are cased like English
    diller en, de ve tr; ötekilerin harfleri İngilizcedeki gibi büyür ve küçülür

    in {}: {*}
    {} içinde: {}

    '{}' is for what is recorded over training steps; {} has points
    '{}' eğitim adımları boyunca kaydedilenler içindir; {} ise noktalar

    What diagnose finds in the run now, as a list of texts; of one rule, the layers or series that
      it names. Empty on a healthy network.
    diagnose'un koşuda şimdi bulduğu, metin listesi olarak; tek bir kural için adını verdiği
      katmanlar ya da seriler. Sağlıklı bir ağda boştur.

    Points by two vectors, a third as the size and colour of their marks, and names that the cursor
      reads. xscale=log and yscale=log make an axis logarithmic.
    İki vektörle noktalar; üçüncüsü imlerinin boyu ve rengi, imlecin okuduğu adlarla. xscale=log ve
      yscale=log bir ekseni logaritmik yapar.

    {} needs an argument
    {} bir bağımsız değişken ister

    {} needs a data set, not {*}
    {} bir veri kümesi ister, {} değil

    grad takes a scalar and a tensor
    grad bir skaler ile bir tensör alır

    a scalar has no length
    bir skalerin uzunluğu yoktur

    {*} has no length
    {}: uzunluğu yok

    split: a fraction must be a number, not {*}
    split: bir oran sayı olmalı, {} değil

    layer needs a function, not {*}
    layer bir fonksiyon ister, {} değil

    range: the step cannot be 0
    range: adım 0 olamaz

    {} takes 2 arguments, not {}
    {} 2 bağımsız değişken alır, {} değil

    {} needs a list, not {*}
    {} bir liste ister, {} değil

    "{}" is not a number
    "{}" bir sayı değil

    str: digits must be from 1 to 17, not {}
    str: basamak sayısı 1 ile 17 arasında olmalı, {} değil

    str needs a number, a list or a small tensor, not {*}
    str bir sayı, bir liste ya da küçük bir tensör ister, {} değil

    join: the separator must be a text, not {*}
    join: ayırıcı bir metin olmalı, {} değil

    join needs texts and numbers, not {*}
    join metinler ve sayılar ister, {} değil

    a text of more than 16 MiB is refused
    16 MiB'tan uzun bir metin kabul edilmez

    nonzero needs a vector, not shape {}
    nonzero bir vektör ister, {} biçimi değil

    value needs a tensor, not {*}
    value bir tensör ister, {} değil

    the shapes differ: {} and {}
    biçimler farklı: {} ve {}

    a network has parameters when it has been used once
    bir ağın, bir kez kullanıldıktan sonra parametreleri olur

    a session that is compared cannot itself compare sessions
    karşılaştırılan bir oturum kendisi oturum karşılaştıramaz

    '{}' is no name of this session, and {*}
    '{}' bu oturumda bir ad değil ve {}

    interrupted
    yarıda kesildi

    the session '{}' fails in line {}: {*}
    '{}' oturumu {}. satırda başarısız: {}

    there is no cell [{}]
    [{}] numaralı hücre yok

    [{}] is not what it was
    [{}] artık eskisi gibi değil

    [{}] is no part of the session
    [{}] oturumun parçası değil

    [{}] is the {*} cell already
    [{}] zaten {} hücre

    there is no cell that was not run
    çalıştırılmamış hücre yok

    there is no change of a cell to take back
    geri alınacak bir hücre değişikliği yok

    there is no change of a cell to do again
    yinelenecek bir hücre değişikliği yok

    the run goes on: cells cannot be changed
    koşu sürüyor: hücreler değiştirilemez

    there is no value '{}'
    '{}' diye bir değer yok

    {} has shape {} and no element
    {} biçimi {}, öğesi yok

    {} needs one element and no slice
    {} tek bir öğe ister, dilim değil

    index {} is outside axis {} of shape {}
    {} indisi, {}. eksenin dışında; biçim {}

    a positional argument stands after a keyword
    sıralı bir bağımsız değişken, adlı olanın ardında duruyor

    a layer takes one tensor, not {} arguments
    bir katman tek tensör alır, {} bağımsız değişken değil

    {*} cannot be called
    {} çağrılamaz

    {} makes a layer, it does not take a tensor
    {} bir katman yapar, tensör almaz

    {} calls itself more than 64 levels deep
    {} kendini 64 düzeyden derin çağırıyor

    {} takes {} argument{s}, not {}
    {} {} bağımsız değişken alır, {} değil

    {*} has no member '{}'
    {}: '{}' diye bir üyesi yok

    {} makes new layers at every call, so eval({}) has nothing trained
    {} her çağrıda yeni katmanlar yapıyor; eval({}) içinde eğitilmiş bir şey yok

    'over' belongs to plot
    'over' plot fiiline aittir

    expressions and calls nest more than {} levels deep
    ifadeler ve çağrılar {} düzeyden derin iç içe

    unknown name '{}'
    '{}' diye bir ad yok

    a scalar has no elements to go through
    bir skalerin dolaşılacak öğesi yoktur

    {*} has no elements to go through
    {}: dolaşılacak öğesi yok

    '{}' needs a tensor, not a layer
    '{}' bir tensör ister, katman değil

    '{}' needs a tensor, not {*}
    '{}' bir tensör ister, {} değil

    a pipe joins layers, {*} is none
    bir boru katmanları birleştirir, {} ise katman değil

    a condition needs one value, this tensor has shape {}
    bir koşul tek değer ister, bu tensörün biçimi {}

    a condition cannot be {*}
    {} bir koşul olamaz

    {*} must be one number, this has shape {}
    {} tek bir sayı olmalı, bunun biçimi {}

    {*} must be a number, not {*}
    {} bir sayı olmalı, {} değil

    {*} must be a whole number, not {*}
    {} bir tam sayı olmalı, {} değil

    {*} of more than 10,000,000 elements is refused
    10,000,000 öğeden çoğu kabul edilmez: {}

    a tensor has no member '{}'
    bir tensörün '{}' diye bir üyesi yok

    tokens have no member '{}'
    belirteçlerin '{}' diye bir üyesi yok

    there is no element {} in a list of {}
    {} numaralı öğe yok, listede {} öğe var

    a list has no member '{}'
    bir listenin '{}' diye bir üyesi yok

    '{}' is not defined for tensors
    '{}' tensörler için tanımlı değil

    + adds numbers, it does not join a list of them to an empty one
    + sayıları toplar, bir sayı listesini boş listeyle birleştirmez

    the remainder of a division by 0
    0'a bölmenin kalanı

    '{}' needs tensors, not two numbers
    '{}' tensörler ister, iki sayı değil

    unknown verb '{}'
    bilinmeyen fiil '{}'

    '{} := …' carries a state from step to step, and there is none named so
    '{} := …' adımdan adıma bir durum taşır, böyle adlı bir durum ise yok

    '{}' cannot be bound
    '{}' bağlanamaz

    {} names need {} values, this is {*}
    {} ad için {} değer gerekir, bu ise {}

    {} names need {} values, there are {}
    {} ad için {} değer gerekir, {} değer var

    more than 100,000 lists or layers in one are refused
    bir listede 100,000 liste ya da katmandan çoğu kabul edilmez

    lists or layers nest more than {} levels deep
    listeler ya da katmanlar {} düzeyden derin iç içe

    a subscript takes one table of indices, this is the second
    bir alt indis tek bir indis tablosu alır, bu ikincisi

    a mask of shape {} does not fit {}
    {} biçimli maske {} ile uyuşmuyor

    {*} has no named elements
    {}: adlı öğesi yok

    index {} is outside {*}
    {} indisi dışarıda: {}

    a mask of shape {} does not fit {} elements
    {} biçimli maske {} öğeye uymuyor

    an index cannot be {*}
    {} bir indis olamaz

    how many elements a mask lets through must be known here, and every step computes this one
    bir maskenin kaç öğe geçirdiği burada bilinmeli, oysa bunu her adım hesaplıyor

    inside train only 'at' and 'every' can stand
    train içinde yalnızca 'at' ve 'every' durabilir

    '{} {}' never comes
    '{} {}' hiç gelmez

    'round {}' never comes
    'round {}' hiç gelmez

    there is no instruction '{}' in the program
    programda '{}' diye bir yönerge yok

    no NaN and no infinity was made in {} training step{s}
    {} eğitim adımında NaN ya da sonsuz oluşmadı

    {} is not computed in step {}
    {} {}. adımda hesaplanmıyor

    {} is not computed yet in step {}: it is instruction {} of {}, in the {*}
    {} {}. adımda henüz hesaplanmadı: {}/{} numaralı yönerge, {} içinde

    {*} has no gradient, only a tensor has
    {}: gradyanı yok, gradyan yalnızca tensörlerin olur

    {}.grad needs a run, and nothing has been trained yet
    {}.grad bir koşu ister, henüz hiçbir şey eğitilmedi

    {} is not on the way from a trained parameter to {}
    {}, eğitilen bir parametreden {} kaybına giden yolda değil

    the run goes on: {} needs it paused
    koşu sürüyor: {} için duraklatılmış olmalı

    the function that trains is of an earlier cell: what is done meanwhile cannot be recorded
    eğiten fonksiyon daha önceki bir hücrede: bu sırada yapılan kaydedilemez

    {}: {*}
    {}: {}

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

    attention needs a layer, or a tensor of weights
    attention bir katman ya da bir ağırlık tensörü ister

    for= needs a network that is applied
    for= uygulanan bir ağ ister

    there is no attention layer in {}
    {} içinde dikkat katmanı yok

    attention needs weights [queries, keys], {} has shape {}
    attention [sorgular, anahtarlar] ağırlıkları ister, {} biçimi {}

    the rows of {} are no weights: row {} adds up to {}, not 1
    {} satırları ağırlık değil: {}. satırın toplamı {}, 1 değil

    {}= has {} names for {} queries and {} keys
    {}= {} ad veriyor, oysa {} sorgu ve {} anahtar var

    a name is a text, not {*}
    bir ad metin olmalı, {} değil

    {}= needs names, not {*}
    {}= adlar ister, {} değil

    attention has no view '{}'
    attention fiilinin '{}' görünümü yok

    no attention of earlier steps is kept
    önceki adımların dikkati saklanmamış

    the attention of step {} is not kept
    {}. adımın dikkati saklanmamış

    'compare' needs two things, this is one
    'compare' iki şey ister, bu bir tane

    '{}' is {*} and '{}' {*}: two of one kind can be compared
    '{}' {}, '{}' ise {}: aynı türden iki şey karşılaştırılabilir

    there is no '{}' to compare
    karşılaştırılacak '{}' yok

    '{}' is {*}: networks, tensors, steps and sessions can be compared
    '{}' {}: ağlar, tensörler, adımlar ve oturumlar karşılaştırılabilir

    there is no run to compare
    karşılaştırılacak koşu yok

    the session '{}' has no run to compare
    '{}' oturumunda karşılaştırılacak koşu yok

    there is no run whose steps could be compared
    adımları karşılaştırılabilecek bir koşu yok

    there is no step {}: the run has done {}
    {} numaralı adım yok: koşu {} adım yaptı

    there is no run to diagnose
    tanı konacak koşu yok

    history is a number of MiB from 0 to 1,048,576, not {}
    history, 0 ile 1,048,576 arasında bir MiB sayısıdır, {} değil

    there is no program to list
    listelenecek program yok

    there is no instruction {}: the program has {}
    {} numaralı yönerge yok: programda {} yönerge var

    'list' takes a layer, a number or 'all'
    'list' bir katman, bir sayı ya da 'all' alır

    there is no plot '{}' on the screen
    ekranda '{}' çizimi yok

    {} has {} element{s}, the answer has {}
    {} {} öğeli, yanıt {} öğeli

    an answer has at most {} elements, not {}
    bir yanıtın en çok {} öğesi olur, {} değil

    a condition of shape {} does not fit {} of shape {}
    {} biçimli koşul, {} ile uyuşmuyor; onun biçimi {}

    index {} is outside an axis of {}
    {} indisi, {} uzunluğundaki eksenin dışında

    there is no program to measure
    ölçülecek program yok

    'profile' cannot add up by '{}'
    'profile' şuna göre toplayamaz: '{}'

    expected {}, and it is not so
    beklenen {}, ama öyle değil

    expected {}, but {} {} {} does not hold
    beklenen {}, ama {} {} {} doğru değil

    there is no run whose gradients could be checked
    gradyanları denetlenebilecek bir koşu yok

    the gradient of {} differs from the differences by {}
    {} gradyanı sonlu farklardan {} kadar ayrılıyor

    a seed cannot be negative: {}
    bir tohum eksi olamaz: {}

    speed must be between 0.01 and 1000, not {}
    speed 0.01 ile 1000 arasında olmalı, {} değil

    keys are bound at the prompt of the full screen
    tuşlar tam ekranın komut satırında bağlanır

    '{}' works at the prompt, not in a script
    '{}' komut satırında çalışır, betikte değil

    'save' needs a name
    'save' bir ad ister

    there is no help on '{}'
    '{}' için yardım yok

    there is no program to break into
    durdurulacak bir program yok

    the commands of a breakpoint cannot move: '{}'
    bir durma noktasının komutları yer değiştiremez: '{}'

    'ignore' needs how often breakpoint {} is to be passed
    'ignore', {} numaralı durma noktasının kaç kez geçileceğini ister

    a breakpoint cannot be passed '{}' times
    bir durma noktası '{}' kez geçilemez

    there is no breakpoint {}
    {} numaralı durma noktası yok

    nothing is running
    çalışan bir şey yok

    '{}' belongs inside train { … }
    '{}' train { … } içine aittir

    a run goes on already
    bir koşu zaten sürüyor

    'train' needs a loss
    'train' bir kayıp ister

    the number of steps must be a whole number, not {*}
    adım sayısı tam sayı olmalı, {} değil

    a loss must be a tensor, not {*}
    bir kayıp tensör olmalı, {} değil

    'train' needs an optimizer
    'train' bir eniyileyici ister

    norm_type says how clip and discard measure, and neither is there
    norm_type, clip ve discard için ölçüyü söyler; ikisi de yok

    {} must be more than 0, not {}
    {} 0'dan büyük olmalı, {} değil

    'schedule' needs a schedule, not {*}
    'schedule' bir çizelge ister, {} değil

    'with' needs an optimizer, not {*}
    'with' bir eniyileyici ister, {} değil

    for= needs a parameter or a layer
    for= bir parametre ya da katman ister

    for= needs a parameter or a layer, not {*}
    for= bir parametre ya da katman ister, {} değil

    steps cannot be negative: {}
    adım sayısı eksi olamaz: {}

    epochs must be from 0 to a billion, not {}
    epochs 0 ile bir milyar arasında olmalı, {} değil

    'train' needs steps or epochs
    'train' steps ya da epochs ister

    there is no run to go on with
    sürdürülecek koşu yok

    'track' needs one number, this has shape {}
    'track' tek bir sayı ister, bunun biçimi {}

    every must be at least 1, not {}
    every en az 1 olmalı, {} değil

    the run goes on: '{}' needs it ended
    koşu sürüyor: '{}' için bitmiş olmalı

    '{}' stands alone in a cell
    '{}' bir hücrede tek başına durur

    a number of cells cannot be {}
    hücre sayısı {} olamaz

    there is no layout '{}'
    '{}' diye bir düzen yok

    there is no program to walk
    yürünecek program yok

    a number of instructions cannot be {}
    yönerge sayısı {} olamaz

    no breakpoint stopped within 1,000,000 training steps
    1,000,000 eğitim adımında hiçbir durma noktası durdurmadı

    there is no training step {}
    {} numaralı eğitim adımı yok

    the condition did not hold within 1,000,000 training steps
    koşul 1,000,000 eğitim adımında sağlanmadı

    'back {}' goes to no place of its own
    'back {}' kendine ait bir yere gitmez

    this is the beginning of the run
    koşunun başındayız

    the run was not at '{}' before
    koşu daha önce '{}' yerinde olmadı

    the condition held at the end of no earlier training step
    koşul, önceki hiçbir eğitim adımının sonunda sağlanmıyordu

    only tensors and lr can be set
    yalnızca tensörler ve lr değiştirilebilir

    there is no run whose learning rate could be changed
    öğrenme oranı değiştirilebilecek bir koşu yok

    lr must be a number of at least 0, not {*}
    lr en az 0 olan bir sayı olmalı, {} değil

    the networks differ: {} and {}
    ağlar farklı: {} ve {}

    {} elements cannot be set to a value of shape {}
    {} öğe, {} biçimli bir değerle değiştirilemez

    {} is computed and no part of a run: only parameters can be set
    {} hesaplanıyor ve hiçbir koşuya ait değil: yalnızca parametreler değiştirilebilir

    {} has no value to set here
    {} için burada değiştirilecek bir değer yok

    there is no session in '{}'
    '{}' içinde oturum yok

    index_of looks for a text or a number, not {*}
    index_of bir metin ya da sayı arar, {} değil

    there is no '{}' in a list of {}
    {2} öğeli listede '{1}' yok

    there is no {} in a list of {}
    {2} öğeli listede {1} yok
    """#
}
