// Turkish: messages about data sets and files of data.

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

    load_weights: names= makes {} of '{}', not a text
    load_weights: names= '{2}' adından metin değil, {1} yapıyor

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
    """#
}
