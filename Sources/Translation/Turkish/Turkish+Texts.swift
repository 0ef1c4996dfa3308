// Turkish: messages about texts, tokens and vocabularies.

extension Turkish {
  static let texts = #"""
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
