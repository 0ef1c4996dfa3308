// Turkish: messages about data and texts.

extension Turkish {
  static let data = #"""
    a batch needs a row; the data set has none
    bir yığın satır ister; veri kümesinde satır yok

    {} rows are too many for batches
    {} satır yığınlar için çok fazla

    the batch size is {}; it is at least 1
    yığın boyu {}; en az 1 olur

    split needs the fractions of its parts
    split, parçalarının oranlarını ister

    split into {}: a fraction is more than 0
    {} oranlarıyla split: bir oran 0'dan büyüktür

    the fractions of split add up to {}, which is more than 1
    split oranlarının toplamı {}, 1'den büyük

    split into {} leaves no rest
    {} oranlarıyla split geriye bir şey bırakmıyor

    {} rows are too few: part {} of the split would be empty
    {} satır çok az: {}. parça boş kalırdı

    the corpus has no part in '{}'
    derlemin '{}' diye bir bölümü yok

    the delimiter '{}' is not one plain character
    '{}' ayırıcısı tek ve düz bir karakter değil

    {} is written in UTF-16
    {} UTF-16 ile yazılmış

    {} is empty
    {} boş

    {} line {} is not UTF-8 text
    {} {}. satır UTF-8 metni değil

    {} has no column '{}'
    {}: '{}' diye bir sütun yok

    {} has {} columns named '{}'
    {}: {} sütunun adı '{}'

    {} has no column besides the target '{}'
    {}: '{}' hedefinden başka sütun yok

    {} line {}: there is text after a closing quote
    {} {}. satır: kapanan tırnaktan sonra metin var

    {} line {}: a quote is opened and never closed
    {} {}. satır: bir tırnak açılıyor ve hiç kapanmıyor

    {} line {} holds a zero byte: this is not a text file
    {} {}. satırda bir sıfır baytı var: bu bir metin dosyası değil

    {} has a header and no rows
    {}: başlık var, satır yok

    {} is NaN
    {} NaN

    {} is infinite
    {} sonsuz

    {}: '{}' is too large a number
    {}: '{}' fazla büyük bir sayı

    {}: '{}' is not a number
    {}: '{}' bir sayı değil

    {} column '{}' has more than {} different texts
    {} '{}' sütununda {} farklı metinden çoğu var

    {} column '{}' is not UTF-8 text
    {} '{}' sütunu UTF-8 metni değil

    {} line {} has {} where {} has {}
    {} {}. satırda {} var, {} ise {}

    the path of the file is empty
    dosyanın yolu boş

    '{}' does not exist
    '{}' yok

    '{}' is a folder, not a file
    '{}' bir klasör, dosya değil

    '{}' is a device or a pipe, not a file
    '{}' bir aygıt ya da boru, dosya değil

    '{}' is larger than {}
    '{}' şundan büyük: {}

    no permission to read '{}'
    '{}' için okuma izni yok

    '{}' cannot be read: {*}
    '{}' okunamıyor: {}

    '{}' is not a name of a file
    '{}' bir dosya adı değil

    '{}' cannot be written: too many temporary files in its folder
    '{}' yazılamıyor: klasöründe çok fazla geçici dosya var

    '{}' cannot be written: its folder does not exist
    '{}' yazılamıyor: klasörü yok

    no permission to write '{}'
    '{}' için yazma izni yok

    '{}' cannot be written: {*}
    '{}' yazılamıyor: {}

    {} is not an IDX file
    {} bir IDX dosyası değil

    {} holds numbers of the unknown IDX type {}
    {} içindeki sayıların IDX türü {} bilinmiyor

    {} is torn: it has no whole IDX header
    {} bozuk: bütün bir IDX başlığı yok

    {} claims a shape beyond counting: {}
    {} sayılamayacak bir biçim bildiriyor: {}

    {} is torn: {} of {} needs {} bytes, there are {}
    {} bozuk: {} {} için {} bayt gerekir, {} bayt var

    {} is torn: its gzip data are not whole
    {} bozuk: gzip verisi tam değil

    {} unpacks to more than {} MiB
    {} açılınca {} MiB'tan büyük

    {} is torn: its checksum differs
    {} bozuk: sağlama toplamı tutmuyor

    {} is not valid JSON: {*} at byte {}
    {} geçerli JSON değil: {}, {}. baytta

    {} is torn: it has no whole NPY header
    {} bozuk: bütün bir NPY başlığı yok

    {} is of NPY version {}; 1 to 3 are known
    {} NPY sürümü {}; 1 ile 3 arası bilinir

    {} is torn: its header has {} bytes, the file {}
    {} bozuk: başlığı {} bayt, dosya {} bayt

    {} has no NPY header that can be read
    {} okunabilir bir NPY başlığı taşımıyor

    {} holds records with fields
    {} alanlı kayıtlar taşıyor

    {} holds pickled Python objects, which are never opened
    {} Python pickle nesneleri taşıyor; onlar hiç açılmaz

    {} holds numbers of the type '{}', which is not known
    {} içindeki sayıların türü '{}' bilinmiyor

    {} claims more than 64 axes
    {} 64 eksenden çoğunu bildiriyor

    {} has two arrays named '{}'
    {} içinde '{}' adlı iki dizi var

    {} holds no arrays
    {} içinde dizi yok

    {} has an array whose name is not UTF-8
    {} içindeki bir dizinin adı UTF-8 değil

    {}: '{}' is encrypted
    {}: '{}' şifreli

    {}: '{}' claims to be larger than {} MiB
    {}: '{}' {} MiB'tan büyük olduğunu bildiriyor

    {} is torn
    {} bozuk

    {} is packed by method {}, which is not known
    {} bilinmeyen {} yöntemiyle sıkıştırılmış

    {} is torn: {*}
    {} bozuk: {}

    the tensors are more than 4 GiB together, which NPZ files here cannot hold
    tensörlerin toplamı 4 GiB'tan büyük; buradaki NPZ dosyaları bunu taşıyamaz

    {} tensors are too many for an NPZ file
    {} tensör bir NPZ dosyası için çok fazla

    {} is torn: it has no whole safetensors header
    {} bozuk: bütün bir safetensors başlığı yok

    {} claims a header of {} bytes; 100000000 are allowed
    {} {} baytlık bir başlık bildiriyor; en çok 100000000 olur

    {} has two tensors named '{}'
    {} içinde '{}' adlı iki tensör var

    {} has more than two data_offsets
    {} ikiden çok data_offsets taşıyor

    {} lacks its dtype, shape or data_offsets
    {}: dtype, shape ya da data_offsets eksik

    {} lies outside the file: bytes {} to {} of {}
    {} dosyanın dışında: {} ile {} arası baytlar, toplam {}

    {}: {} of {} does not fit into {} bytes
    {}: {} {}, {} bayta sığmıyor

    {} has {} bytes that belong to no tensor
    {} içinde hiçbir tensöre ait olmayan {} bayt var

    two tensors cannot both be named '{}'
    iki tensörün adı birden '{}' olamaz

    {} is not a file of tensors that is known
    {} bilinen bir tensör dosyası değil

    {} has no tensor '{}'
    {}: '{}' diye bir tensör yok

    {} holds a zero byte: this is not a text file
    {} bir sıfır baytı taşıyor: bu bir metin dosyası değil

    {} is not UTF-8 text
    {} UTF-8 metni değil

    '{}' is {} in the network and {} in {}
    '{}' ağda {}, {} içinde {}

    {} has a tensor '{}', which the network does not have
    {} ağda olmayan bir tensör taşıyor: '{}'

    {} has no weights yet
    {}: henüz ağırlığı yok

    dyck with length={}: brackets come in pairs, so it is even
    dyck, length={}: ayraçlar çift gelir, bu yüzden çift sayı olmalı

    {}: 'seed' cannot be negative: {}
    {}: 'seed' eksi olamaz: {}

    number_words: '{}' is no way to write numbers
    number_words: '{}' sayı yazmanın bir yolu değil

    {} with classes={}: it has at least 2 classes
    {}, classes={}: en az 2 sınıf olur

    {} with n={}: it has at least 1 point a class, so {}
    {}, n={}: her sınıfa en az 1 nokta, yani {}

    {} with n={}: it has at most {} points
    {}, n={}: en çok {} nokta olur

    {} with noise={}: noise is between 0 and 1000000
    {}, noise={}: gürültü 0 ile 1000000 arasındadır

    {} with n={}: it has at least 1 point
    {}, n={}: en az 1 nokta olur

    {} with n={}: it has at least 1 row
    {}, n={}: en az 1 satır olur

    {} with n={} and rows of {} has more than {} numbers
    {}, n={} ve {} uzunluğunda satırlar {} sayıdan çok

    {} with {}={}: it is between {} and {}
    {}, {}={}: {} ile {} arasında olur

    time_series with noise={}: noise is between 0 and 1000000
    time_series, noise={}: gürültü 0 ile 1000000 arasındadır

    the documents have no words to count
    belgelerde sayılacak sözcük yok

    min_length is {}; a word has at least 1 letter
    min_length {}; bir sözcük en az 1 harflidir

    ngram_range is [{}, {}]; a term has 1 to 16 words
    ngram_range [{}, {}]; bir terim 1 ile 16 sözcük arasındadır

    min_df is {}; it is at least 1
    min_df {}; en az 1 olur

    max_features is {}; it is at least 1
    max_features {}; en az 1 olur

    context is {}; it cannot be negative
    context {}; eksi olamaz

    context is {}; it is at most 64
    context {}; en çok 64 olur

    alpha is {}; it is between 0 and 1000000
    alpha {}; 0 ile 1000000 arasında olur

    a context of {} tokens needs a text of more; this one has {}
    {} belirteçlik bağlam daha uzun bir metin ister; bunda {} belirteç var

    a table of {} n-grams of {} tokens is too large
    {} n-gramlık, {} belirteçlik bir tablo çok büyük

    perplexity with a context of {} needs a longer text than {} token{s}
    {} belirteçlik bağlamla perplexity, {} belirteçten uzun bir metin ister

    generate {} tokens: it is between 0 and 1000000
    {} belirteç üretmek: 0 ile 1000000 arasında olur

    the context has {} token{s}; this model looks at {}
    bağlam {} belirteçlik; bu model {} belirtece bakar

    pad_sequence needs a sequence
    pad_sequence bir dizi ister

    pad_sequence: a sequence of {} does not fit into length {}
    pad_sequence: {} uzunluğundaki bir dizi {} uzunluğa sığmıyor

    pack_sequence needs a sequence
    pack_sequence bir dizi ister

    pack_sequence: length is {}; a row has at least 1 element
    pack_sequence: length {}; bir satırda en az 1 öğe olur

    pack_sequence: sequence {} has {} elements, a row has {}
    pack_sequence: {}. dizi {} öğeli, bir satır {} öğeli

    relative_position_bucket: 'max_distance' is {}; it is more than {}, the distances with a bucket
      each, and at most 16777216
    relative_position_bucket: 'max_distance' {}; kendi kovası olan {} uzaklıktan büyük ve en çok
      16777216 olmalı

    the language '{}' is not known
    '{}' dili bilinmiyor

    the text has no words
    metinde sözcük yok

    the text is empty
    metin boş

    min_freq is {}; it is at least 1
    min_freq {}; en az 1 olur

    a vocabulary of {} tokens has no room for words
    {} belirteçlik bir sözlükte sözcüklere yer yok

    the unknown token '{}' is not among the special tokens
    '{}' bilinmeyen belirteci özel belirteçler arasında yok

    '{}' is not in the vocabulary of {} tokens
    '{}', {} belirteçlik sözlükte yok

    there is no token {} in a vocabulary of {}
    {} numaralı belirteç {} belirteçlik sözlükte yok

    length is {}; a window has at least 1 token
    length {}; bir pencerede en az 1 belirteç olur

    stride is {}; windows move on by at least 1 token
    stride {}; pencereler en az 1 belirteç ilerler

    windows of {} tokens need a text of more than {}; this one has {}
    {} belirteçlik pencereler {} belirteçten uzun bir metin ister; bunda {} belirteç var

    {} windows of {} tokens are more than 1 GiB
    {} belirteçlik {} pencere 1 GiB'tan fazla tutar

    {}: the tokens are not numbered 0 to {}, each once
    {}: belirteçler 0 ile {} arasında, her biri bir kez numaralanmamış

    {}: a token is there twice
    {}: bir belirteç iki kez geçiyor

    {} line {} is not two tokens with a blank between
    {} {}. satır aralarında boşluk olan iki belirteç değil

    the vocabulary has no token '{}' for byte {}
    sözlükte {2}. bayt için '{1}' belirteci yok

    merge {}, '{} {}', makes no token of the vocabulary
    {}. birleşme, '{} {}', sözlükten bir belirteç yapmıyor

    the vocabulary has no token '{}'
    sözlükte '{}' belirteci yok

    a vocabulary of {} tokens is too small for this text
    {} belirteçlik bir sözlük bu metin için çok küçük

    a vocabulary of {} tokens is more than {}
    {} belirteçlik bir sözlük {} sınırını aşıyor

    min_frequency is {}; it is at least 1
    min_frequency {}; en az 1 olur

    max_length is {}; [CLS] and [SEP] alone take {} tokens
    max_length {}; yalnızca [CLS] ve [SEP] {} belirteç tutar

    {}: '{}' must be a list of texts, not of {*}
    {}: '{}' bir metin listesi olmalı, öğeleri şu değil: {}

    {}: '{}' must be a list of texts, not {*}
    {}: '{}' bir metin listesi olmalı, {} değil

    {}: '{}' must be whole numbers, not {*}
    {}: '{}' tam sayılar olmalı, {} değil

    {}: '{}' must be a list of texts in quotes
    {}: '{}' tırnak içinde bir metin listesi olmalı

    {}: a tensor needs a name
    {}: bir tensörün adı olmalı

    {} needs tensors to write
    {} yazılacak tensörler ister

    probability: 'next' must be one token
    probability: 'next' tek bir belirteç olmalı

    {}: '{}' must be tokens, as the table is one of a tokenizer's
    {}: tablo bir belirteçleyicinin olduğundan '{}' belirteçler olmalı

    tfidf_vectorizer: 'norm' must be l1, l2 or none, not "{}"
    tfidf_vectorizer: 'norm' l1, l2 ya da none olur, "{}" değil

    {}: 'ngram_range' must be two whole numbers such as [1, 2]
    {}: 'ngram_range' [1, 2] gibi iki tam sayı olmalı

    {} needs tokens, not {*}
    {} belirteçler ister, {} değil

    {}: a sequence has one axis, this one has shape {}
    {}: bir dizinin tek ekseni olur, bunun biçimi {}

    {} needs a list of sequences, not {*} of shape {}
    {} bir dizi listesi ister, {} değil (biçim {})

    tokens needs a text in quotes
    tokens tırnak içinde bir metin ister

    tokens: 'language' must be a text in quotes
    tokens: 'language' tırnak içinde bir metin olmalı

    tokens: by must be word, character, byte or a tokenizer
    tokens: by word, character, byte ya da bir belirteçleyici olmalı

    windows needs tokens
    windows belirteçler ister

    windows needs 'length'
    windows 'length' ister

    windows: target must be next or sequence
    windows: target next ya da sequence olmalı

    encode needs a tokenizer, not {*}
    encode bir belirteçleyici ister, {} değil

    decode needs a tokenizer or a vocabulary, not {*}
    decode bir belirteçleyici ya da sözlük ister, {} değil

    generate needs a network and the tokens to start with
    generate bir ağ ve başlangıç belirteçleri ister

    generate needs a network, not {*}
    generate bir ağ ister, {} değil

    generate needs at least one token to start with
    generate başlamak için en az bir belirteç ister

    the network's scores are NaN or infinite: no token can be drawn
    ağın puanları NaN ya da sonsuz: belirteç çekilemez

    {}: tokens must be tokens or a tokenizer, not {*}
    {}: tokens belirteçler ya da bir belirteçleyici olmalı, {} değil

    the network scores {} tokens, the vocabulary has {}
    ağ {} belirteci puanlıyor, sözlükte {} belirteç var

    token {} is outside the vocabulary of {}
    {} numaralı belirteç {} belirteçlik sözlüğün dışında

    a text needs a vocabulary to become tokens
    bir metnin belirteçlere dönüşmesi için sözlük gerekir

    "{}" is not in the vocabulary
    "{}" sözlükte yok

    generate: 'top_k' must be at least 1, not {}
    generate: 'top_k' en az 1 olmalı, {} değil

    generate needs a network from tokens [1, t] to scores [1, t, vocabulary] or [1, vocabulary],
      this one gives {}
    generate, [1, t] belirteçlerinden [1, t, sözlük] ya da [1, sözlük] puanlarına giden bir ağ
      ister, bu ise {} veriyor

    a tokenizer made these tokens, and only it can cut another text the same way
    bu belirteçleri bir belirteçleyici yaptı, başka bir metni aynı biçimde yalnızca o bölebilir

    none of the {} vectors is that of '{}'
    {} vektörden hiçbiri '{}' sözcüğünün değil

    nearest: a query of shape {} is not one of {} vectors of {}
    nearest: {} biçimli bir sorgu, {3} öğeli {2} vektörden biri değil

    nearest: 'words' must be a list of texts, tokens or a tokenizer, not {*}
    nearest: 'words' bir metin listesi, belirteçler ya da bir belirteçleyici olmalı, {} değil
    """#
}
