// Turkish: summaries of functions of tensors.

extension Turkish {
  static let functions = #"""
    The absolute value.
    Mutlak değer.

    The sum; also written a + b.
    Toplam; a + b diye de yazılır.

    Biases that fall with the distance, for att(x, attn_bias=…).
    Uzaklıkla azalan yanlılıklar, att(x, attn_bias=…) için.

    1 where no element is 0, 0 elsewhere.
    Hiçbir öğe 0 değilse 1, yoksa 0.

    The largest element over an axis or over all.
    Bir eksen boyunca ya da hepsinde en büyük öğe.

    The smallest element over an axis or over all.
    Bir eksen boyunca ya da hepsinde en küçük öğe.

    1 where an element is not 0, 0 elsewhere.
    0 olmayan bir öğe varsa 1, yoksa 0.

    A new list with one more element at its end; numbers give a tensor [n + 1].
    Sonuna bir öğe eklenmiş yeni bir liste; sayılar bir tensör [n + 1] verir.

    Numbers from start up to, not including, end; arange(n) begins at 0.
    start ile end arasındaki sayılar, end hariç; arange(n) 0'dan başlar.

    The index of the first largest element along an axis; of all without one.
    Bir eksen boyunca ilk en büyük öğenin indisi; eksen verilmezse hepsinde.

    The index of the first smallest element along an axis; of all without one.
    Bir eksen boyunca ilk en küçük öğenin indisi; eksen verilmezse hepsinde.

    The indices that put an axis in order; equal elements keep theirs.
    Bir ekseni sıraya koyan indisler; eşit öğeler sıralarını korur.

    1 with probability p, else 0; p is a number or a tensor of probabilities.
    p olasılıkla 1, yoksa 0; p bir sayı ya da bir olasılık tensörüdür.

    The matrix products of two batches.
    İki yığının matris çarpımları.

    Tensors one after the other along an axis.
    Tensörler bir eksen boyunca art arda.

    An index drawn for each row, by probabilities or by their logarithms.
    Her satır için çekilen bir indis, olasılıklara ya da logaritmalarına göre.

    1 above the diagonal: the keys that come after the query.
    Köşegenin üstünde 1: sorgudan sonra gelen anahtarlar.

    The smallest whole number that is not below.
    Altında olmayan en küçük tam sayı.

    An axis cut into equal parts; the last may be shorter.
    Eşit parçalara bölünmüş bir eksen; sonuncusu kısa olabilir.

    Numbers below min become min, above max become max.
    min'in altındaki sayılar min, max'ın üstündekiler max olur.

    Tensors one after the other along an axis; another name of cat.
    Tensörler bir eksen boyunca art arda; cat'in başka bir adı.

    The cosine of an angle in radians.
    Radyan cinsinden bir açının kosinüsü.

    The running products along an axis.
    Bir eksen boyunca yürüyen çarpımlar.

    The running sums along an axis.
    Bir eksen boyunca yürüyen toplamlar.

    The same values, through which no gradient goes.
    Aynı değerler, içinden gradyan geçmez.

    A matrix with a vector on its diagonal; of a matrix, its diagonal.
    Köşegeninde bir vektör olan matris; bir matrisin köşegeni.

    The diagonal of the last two axes.
    Son iki eksenin köşegeni.

    The quotient; also written a / b.
    Bölüm; a / b diye de yazılır.

    The product of two vectors.
    İki vektörün çarpımı.

    Products summed by Einstein's convention: letters that are not in the result.
    Einstein'ın uzlaşımıyla toplanan çarpımlar: sonuçta olmayan harfler.

    Each element with its number.
    Her öğe numarasıyla.

    1 where a equals b, 0 elsewhere; also written a == b.
    a, b'ye eşitse 1, yoksa 0; a == b diye de yazılır.

    The error function.
    Hata fonksiyonu.

    The network in evaluation mode.
    Değerlendirme kipinde ağ.

    eˣ.
    eˣ.

    Axes of extent 1 repeated to a shape; -1 keeps an extent.
    Uzunluğu 1 olan eksenler bir biçime yinelenir; -1 uzunluğu korur.

    Axes of extent 1 repeated to the shape of another tensor.
    Uzunluğu 1 olan eksenler başka bir tensörün biçimine yinelenir.

    The exponential less 1, accurate near 0.
    Üstel eksi 1, 0 yakınında da doğru.

    The elements of one list, then those of another.
    Bir listenin öğeleri, ardından bir başkasınınkiler.

    The identity matrix: 1 on the diagonal, 0 elsewhere.
    Birim matris: köşegende 1, başka yerde 0.

    Joins axes to one; all but the first unless told otherwise.
    Eksenleri birleştirir; başka söylenmezse ilki dışında hepsini.

    Parts one axis into several, of which one may be -1: heads, chunks, groups.
    Bir ekseni birkaç eksene ayırır; biri -1 olabilir: başlar, parçalar, öbekler.

    Axes back to front; all of them when none is named.
    Eksenler sondan başa; ad verilmezse hepsi.

    The largest whole number that is not above.
    Üstünde olmayan en büyük tam sayı.

    The quotient rounded down.
    Aşağı yuvarlanmış bölüm.

    All one number.
    Hepsi tek bir sayı.

    All one number, in the shape of another tensor.
    Hepsi tek bir sayı, başka bir tensörün biçiminde.

    Elements along an axis by index.
    Bir eksen boyunca indisle öğeler.

    1 where a is at least b, 0 elsewhere; also written a >= b.
    a en az b ise 1, yoksa 0; a >= b diye de yazılır.

    Continues a text with a language model: each token is drawn by the scores that net gives it
      after the ones before. The same seed and place draw the same text.
    Bir metni dil modeliyle sürdürür: her belirteç, net'in öncekilerden sonra ona verdiği puanlara
      göre çekilir. Aynı tohum ve yer aynı metni çeker.

    The derivative of a scalar with respect to a tensor, again a tensor; of a list of tensors a list, from one backward pass.
    Bir skalerin bir tensöre göre türevi, yine bir tensördür; bir tensör listesine göre bir liste, tek bir geri geçişten.

    1 where a is greater than b, 0 elsewhere; also written a > b.
    a, b'den büyükse 1, yoksa 0; a > b diye de yazılır.

    The Gumbel distribution: the largest of log p + gumbel is a draw by p.
    Gumbel dağılımı: log p + gumbel değerlerinin en büyüğü p'ye göre bir çekiliştir.

    x with the places of src added at those of an index.
    src'nin yerleri bir indisin yerlerine eklenmiş x.

    Places of an axis by index.
    Bir eksenin indisle seçilen yerleri.

    1 where x is a finite number, 0 elsewhere.
    x sonlu bir sayıysa 1, yoksa 0.

    1 where x is infinite, 0 elsewhere.
    x sonsuzsa 1, yoksa 0.

    1 where x is not a number, 0 elsewhere.
    x sayı değilse 1, yoksa 0.

    The one number that a tensor is now.
    Bir tensörün şu anki tek sayısı.

    Texts and numbers one after the other in one text.
    Metinler ve sayılar art arda tek metinde.

    A function as a layer: the layers made in its body are its own, made once and kept.
    Katman olarak bir fonksiyon: gövdesinde yapılan katmanlar onundur, bir kez yapılır ve saklanır.

    1 where a is at most b, 0 elsewhere; also written a <= b.
    a en çok b ise 1, yoksa 0; a <= b diye de yazılır.

    How many rows, elements or tokens there are.
    Kaç satır, öğe ya da belirteç olduğu.

    Numbers at equal distances from start to end, both included.
    start ile end arasında eşit aralıklı sayılar, ikisi de dahil.

    The natural logarithm.
    Doğal logaritma.

    The logarithm of 1 + x, accurate near 0.
    1 + x'in logaritması, 0 yakınında da doğru.

    1 where neither is 0, 0 elsewhere.
    İkisi de 0 değilse 1, yoksa 0.

    1 where x is 0, 0 elsewhere.
    x 0 ise 1, yoksa 0.

    1 where one is not 0, 0 elsewhere.
    Biri 0 değilse 1, yoksa 0.

    1 where just one is not 0, 0 elsewhere.
    Yalnızca biri 0 değilse 1, yoksa 0.

    The logarithm of the sum of exponentials, over axes or over all.
    Üstellerin toplamının logaritması, eksenlerde ya da hepsinde.

    1 where a is less than b, 0 elsewhere; also written a < b.
    a, b'den küçükse 1, yoksa 0; a < b diye de yazılır.

    x with a value wherever the mask is not 0.
    Maskenin 0 olmadığı her yerde bir değer taşıyan x.

    The matrix product, also written a @ b; vectors as in NumPy.
    Matris çarpımı, a @ b diye de yazılır; vektörler NumPy'deki gibi.

    The largest element; along an axis the largest ones and where they were.
    En büyük öğe; bir eksen boyunca en büyükler ve yerleri.

    The larger of two, element by element.
    İkisinden büyük olanı, öğe öğe.

    The mean over an axis or over all elements.
    Bir eksende ya da bütün öğelerde ortalama.

    The smallest element; along an axis the smallest ones and where they were.
    En küçük öğe; bir eksen boyunca en küçükler ve yerleri.

    Logits from a share of the likeliest's probability on, −∞ for the others.
    En olasının olasılığının bir payından başlayan logitler, ötekiler için −∞.

    The smaller of two, element by element.
    İkisinden küçük olanı, öğe öğe.

    The product, element by element; also written a * b.
    Çarpım, öğe öğe; a * b diye de yazılır.

    Indices drawn for each row by probability, without or with putting back.
    Her satır için olasılığa göre çekilen indisler, geri koymadan ya da koyarak.

    Some neighbouring places of an axis.
    Bir eksenin birkaç komşu yeri.

    1 where a differs from b, 0 elsewhere; also written a != b.
    a, b'den farklıysa 1, yoksa 0; a != b diye de yazılır.

    The negative.
    Ters işaretlisi.

    −∞ for tokens that would repeat an n-gram.
    Bir n-gramı yineleyecek belirteçler için −∞.

    The places where a vector or a mask is not 0 now, in order.
    Bir vektörün ya da maskenin şu anda 0 olmayan yerleri, sırayla.

    The p-norm over axes or over all elements; p may be "inf".
    Eksenlerde ya da bütün öğelerde p-normu; p "inf" olabilir.

    Numbers drawn anew at every step, normally distributed.
    Her adımda yeniden çekilen, normal dağılımlı sayılar.

    A tensor of one element or a text as a number.
    Tek öğeli bir tensör ya da bir metin, sayı olarak.

    How many numbers a tensor has, or the parameters of a network together.
    Bir tensörün kaç sayısı olduğu, ya da bir ağın bütün parametreleri.

    A row of zeros with a 1 at each index; an index outside has zeros alone.
    Her indiste 1 olan bir sıfır satırı; dışarıda kalan bir indisin yalnız sıfırları olur.

    A tensor of 1 everywhere.
    Her yerinde 1 olan bir tensör.

    All 1, in the shape of another tensor.
    Hepsi 1, başka bir tensörün biçiminde.

    Every element of one vector times every element of another.
    Bir vektörün her öğesi çarpı ötekinin her öğesi.

    Places added before and after along axes, the last axis first; less than 0 cuts.
    Eksenlerin önüne ve ardına eklenen yerler, önce son eksen; 0'dan küçük keser.

    1 at the places of each row that are past its length.
    Her satırın uzunluğunu aşan yerlerinde 1.

    A trainable tensor.
    Eğitilebilir bir tensör.

    The trainable tensors that a network has made so far, as a list.
    Bir ağın şimdiye dek yaptığı eğitilebilir tensörler, liste olarak.

    How many floating-point operations it takes to compute a tensor from data and parameters; a multiply-add is two.
    Bir tensörü veriden ve parametrelerden hesaplamak kaç kayan noktalı işlem ister; bir çarp-topla iki işlemdir.

    How many operations must wait for each other to compute a tensor: the longest chain. Those that only arrange numbers anew do not count.
    Bir tensörü hesaplarken kaç işlem birbirini beklemek zorundadır: en uzun zincir. Sayıları yalnız yeniden dizenler sayılmaz.

    The trainable tensors of a network with their names, as a list of pairs.
    Bir ağın eğitilebilir tensörleri adlarıyla, çiftlerden bir liste olarak.

    The axes in another order; x.T exchanges the last two.
    Eksenler başka bir sırada; x.T son ikisini değiştirir.

    One element of each row: x[i, index[i]].
    Her satırın bir öğesi: x[i, index[i]].

    a to the power of b; also written a ** b.
    a üzeri b; a ** b diye de yazılır.

    The product over axes or over all elements.
    Eksenlerde ya da bütün öğelerde çarpım.

    Uniform between 0 and 1.
    0 ile 1 arasında düzgün dağılımlı.

    Uniform between 0 and 1, in the shape of another tensor.
    0 ile 1 arasında düzgün dağılımlı, başka bir tensörün biçiminde.

    Whole numbers from low up to, not including, high.
    low ile high arasında tam sayılar, high hariç.

    The standard normal distribution.
    Standart normal dağılım.

    The standard normal distribution, in the shape of another tensor.
    Standart normal dağılım, başka bir tensörün biçiminde.

    The numbers from 0 to n − 1 in random order.
    0 ile n − 1 arası sayılar rastgele sırada.

    Whole numbers from start to below stop, or from 0 to below the one number.
    start'tan başlayıp stop'tan küçük tam sayılar, ya da 0'dan tek sayının altına kadar.

    One over x.
    Bir bölü x.

    The bucket of each relative position (key − query): near ones have one each.
    Her göreli konumun (anahtar − sorgu) kovası: yakın olanların kendi kovası vardır.

    Scores by distance become scores by place: each row is shifted by its number.
    Uzaklığa göre puanlar yere göre puanlara döner: her satır numarası kadar kaydırılır.

    The remainder with the sign of b; also written a % b.
    b'nin işaretini taşıyan kalan; a % b diye de yazılır.

    The whole tensor again and again along its axes.
    Bütün tensör eksenleri boyunca yinelenir.

    Makes tokens that were there less likely.
    Daha önce geçmiş belirteçleri daha az olası yapar.

    The same elements in another shape; one extent may be -1.
    Aynı öğeler başka bir biçimde; bir uzunluk -1 olabilir.

    Elements moved along axes, round the end; without an axis along all, row by row.
    Eksenler boyunca kaydırılan öğeler, uçtan başa; eksen verilmezse hepsinde, satır satır.

    Turns pairs of features by angles that grow with the position.
    Öznitelik çiftlerini konumla büyüyen açılarla döndürür.

    The nearest whole number, halves to even.
    En yakın tam sayı, yarımlar çifte.

    One over the square root.
    Bir bölü karekök.

    Attention of tensors that are projected already; a mask is 1 where a key is seen.
    Önceden izdüşürülmüş tensörlerin dikkati; maske, bir anahtarın görüldüğü yerde 1'dir.

    x with the elements of src put at the places of index; of several the last.
    src öğeleri index yerlerine konmuş x; birkaçından sonuncusu.

    x with the elements of src added at the places of index.
    src öğeleri index yerlerine eklenmiş x.

    One place of an axis, which disappears.
    Bir eksenin tek bir yeri; eksen kaybolur.

    −1, 0 or 1.
    −1, 0 ya da 1.

    The sine of an angle in radians.
    Radyan cinsinden bir açının sinüsü.

    A table of sines and cosines, one row a position.
    Sinüs ve kosinüs tablosu, her konuma bir satır.

    A part of an axis; x[start:end:step] is short for it.
    Bir eksenin bir bölümü; kısası x[start:end:step].

    The elements of an axis in order, and where they were.
    Bir eksenin öğeleri sırayla ve nerede oldukları.

    The square root.
    Karekök.

    The square.
    Kare.

    Without an axis of extent 1; without all of them when none is named.
    Uzunluğu 1 olan bir eksen olmadan; ad verilmezse hepsi olmadan.

    Tensors of one shape side by side along a new axis.
    Aynı biçimde tensörler yeni bir eksen boyunca yan yana.

    A tensor that a run carries from step to step; memory := expr says what comes next.
    Bir koşunun adımdan adıma taşıdığı tensör; memory := expr sonra ne geleceğini söyler.

    The standard deviation over axes or over all.
    Eksenlerde ya da hepsinde standart sapma.

    A number, a list or a small tensor as a text.
    Bir sayı, bir liste ya da küçük bir tensör, metin olarak.

    The values of hard with the gradient of soft.
    hard'ın değerleri, soft'un gradyanıyla.

    The difference; also written a - b.
    Fark; a - b diye de yazılır.

    The sum over an axis or over all elements.
    Bir eksende ya da bütün öğelerde toplam.

    Logits over a temperature: under 1 the likely get likelier.
    Logitler bölü sıcaklık: 1'in altında olası olan daha olası olur.

    Logits of the k likeliest, −∞ for the others (topk gives values).
    En olası k tanesinin logitleri, ötekiler için −∞ (değerleri topk verir).

    Logits of the likeliest that reach p together, −∞ for the others.
    Birlikte p'ye ulaşan en olasıların logitleri, ötekiler için −∞.

    The k largest (or smallest) elements of an axis, and where they were.
    Bir eksenin en büyük (ya da en küçük) k öğesi ve yerleri.

    Two axes exchanged; x.T exchanges the last two.
    İki eksen yer değiştirir; x.T son ikisini değiştirir.

    The lower triangle of a matrix, zeros elsewhere.
    Bir matrisin alt üçgeni, başka yerde sıfır.

    The upper triangle of a matrix, zeros elsewhere.
    Bir matrisin üst üçgeni, başka yerde sıfır.

    The whole part: rounded towards 0.
    Tam kısım: 0'a doğru yuvarlanmış.

    Every place of an axis as a tensor of its own.
    Bir eksenin her yeri kendi tensörü olarak.

    Numbers drawn anew at every step, uniform between two bounds.
    Her adımda yeniden çekilen, iki sınır arasında düzgün dağılımlı sayılar.

    A new axis of extent 1.
    Uzunluğu 1 olan yeni bir eksen.

    What a tensor is now, as a constant: no gradient, and later steps compute nothing for it.
    Bir tensörün şu anki değeri, sabit olarak: gradyanı yoktur, sonraki adımlar onun için bir şey
      hesaplamaz.

    The variance over axes or over all.
    Eksenlerde ya da hepsinde varyans.

    a where the condition is not 0, b elsewhere.
    Koşul 0 değilse a, yoksa b.

    1 for keys further than a window from the query; 0 for the first, global tokens.
    Sorgudan pencereden uzak anahtarlar için 1; ilk, küresel belirteçler için 0.

    A tensor of 0 everywhere.
    Her yerinde 0 olan bir tensör.

    All 0, in the shape of another tensor.
    Hepsi 0, başka bir tensörün biçiminde.

    The first elements together, the second ones, …, as long as every list has one.
    Birinciler birlikte, ikinciler birlikte, …, her listede öğe oldukça.
    """#
}
