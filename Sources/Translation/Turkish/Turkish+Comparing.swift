// Turkish: comparing, predicting and explaining, as cells show them.

extension Turkish {
  static let comparing = #"""
    a: step {}, b: step {} of {}
    a: adım {}, b: adım {} ({})

    a: {}, {} parameter{s}; b: {}, {} parameter{s}
    a: {}, {} parametre; b: {}, {} parametre

    {} steps
    {} adım

    the runs part in step {}: {} {} and {}
    koşular {}. adımda ayrılıyor: {} {} ve {}

    no tensors in common
    ortak tensör yok

    no parameters in common
    ortak parametre yok

    no states in common
    ortak durum yok

    no values in common
    ortak değer yok

    no gradients in common
    ortak gradyan yok

    {} of {} tensors differ
    {2} tensörden {1} tanesi farklı

    {} of {} parameters differ
    {2} parametreden {1} tanesi farklı

    {} of {} states differ
    {2} durumdan {1} tanesi farklı

    {} of {} values differ
    {2} değerden {1} tanesi farklı

    {} of {} gradients differ
    {2} gradyandan {1} tanesi farklı

    the one tensor is the same, bit for bit
    tek tensör bit bit aynı

    the one parameter is the same, bit for bit
    tek parametre bit bit aynı

    the one state is the same, bit for bit
    tek durum bit bit aynı

    the one value is the same, bit for bit
    tek değer bit bit aynı

    the one gradient is the same, bit for bit
    tek gradyan bit bit aynı

    all {} tensors are the same, bit for bit
    {} tensörün hepsi bit bit aynı

    all {} parameters are the same, bit for bit
    {} parametrenin hepsi bit bit aynı

    all {} states are the same, bit for bit
    {} durumun hepsi bit bit aynı

    all {} values are the same, bit for bit
    {} değerin hepsi bit bit aynı

    all {} gradients are the same, bit for bit
    {} gradyanın hepsi bit bit aynı

    parameters: none of {} differs
    parametreler: {} tane, hepsi aynı

    states: none of {} differs
    durumlar: {} tane, hepsi aynı

    values: none of {} differs
    değerler: {} tane, hepsi aynı

    gradients: none of {} differs
    gradyanlar: {} tane, hepsi aynı

    parameters: {} of {} differ, most {} by {}
    parametreler: {2} içinden {1} tanesi farklı, en çok {3}: {4}

    states: {} of {} differ, most {} by {}
    durumlar: {2} içinden {1} tanesi farklı, en çok {3}: {4}

    values: {} of {} differ, most {} by {}
    değerler: {2} içinden {1} tanesi farklı, en çok {3}: {4}

    gradients: {} of {} differ, most {} by {}
    gradyanlar: {2} içinden {1} tanesi farklı, en çok {3}: {4}

    first difference: {*}
    ilk fark: {}

    every instruction gave the same, bit for bit
    her yönergenin sonucu bit bit aynı

    instruction {}, {}: {} is {} in a and {} in b, relative {}
    yönerge {}, {}: {} a'da {}, b'de {}, göreli fark {}

    instruction {}, {}: shape {} in a and {} in b
    yönerge {}, {}: biçim a'da {}, b'de {}

    instruction {}: {} in a and {} in b
    yönerge {}: a'da {}, b'de {}

    instruction {} of a, {}: there is none in b
    a'nın {}. yönergesi, {}: b'de yok

    instruction {} of b, {}: there is none in a
    b'nin {}. yönergesi, {}: a'da yok

    and {} more that differ
    ve farklı olan {} tane daha

    shape {} in a, {} in b
    biçim a'da {}, b'de {}

    and {} more of another shape
    ve biçimi başka olan {} tane daha

    only in a: {}
    yalnızca a'da: {}

    only in b: {}
    yalnızca b'de: {}

    ✓ exact: {}
    ✓ tam: {}

    ≈ close: {} is off by {}
    ≈ yakın: {}, sapma {}

    ≈ close: {} is off by {} ({} %)
    ≈ yakın: {}, sapma {} (% {})

    ≈ close: {} is off by {}, and the sign is wrong
    ≈ yakın: {}, sapma {}, işareti de yanlış

    ≈ close: {} is off by {} ({} %), and the sign is wrong
    ≈ yakın: {}, sapma {} (% {}), işareti de yanlış

    ✗ {} is no number
    ✗ {} bir sayı değil

    ✗ {} is off: the value is no number
    ✗ {} yanlış: değer bir sayı değil

    ✗ {} is off by {}
    ✗ {}, sapma {}

    ✗ {} is off by {} ({} %)
    ✗ {}, sapma {} (% {})

    ✗ {} is off by {}, and the sign is wrong
    ✗ {}, sapma {}, işareti de yanlış

    ✗ {} is off by {} ({} %), and the sign is wrong
    ✗ {}, sapma {} (% {}), işareti de yanlış

    ✓ {}: {} exact, {} close, {} off
    ✓ {}: {} tam, {} yakın, {} yanlış

    ≈ {}: {} exact, {} close, {} off
    ≈ {}: {} tam, {} yakın, {} yanlış

    ✗ {}: {} exact, {} close, {} off
    ✗ {}: {} tam, {} yakın, {} yanlış

    {} is close, off by {}
    {}: yakın, sapma {}

    {} is close, off by {} ({} %)
    {}: yakın, sapma {} (% {})

    {} is off by {}
    {}: sapma {}

    {} is off by {} ({} %)
    {}: sapma {} (% {})

    {} is off by {}, and the sign is wrong
    {}: sapma {}, işareti de yanlış

    {} is off by {} ({} %), and the sign is wrong
    {}: sapma {} (% {}), işareti de yanlış

    {} is no number
    {} bir sayı değil

    hint: {}
    ipucu: {}

    hint: add up what comes back from the {} uses:
    ipucu: {} kullanımdan geri gelenleri toplayın:

    incoming gradient {}, local derivative {} = {}
    gelen gradyan {}, yerel türev {} = {}

    explain {} writes it out
    explain {} bunu açıp yazar

    (incoming gradient {} · local derivative {})
    (gelen gradyan {} · yerel türev {})

    {} is not computed yet in step {}
    {}, {}. adımda henüz hesaplanmadı

    go on to it: {}
    oraya gidin: {}

    {} of its {} contributions is there:
    {2} katkısından {1} tanesi geldi:

    {} of its {} contributions are there:
    {2} katkısından {1} tanesi geldi:

    the derivative of {} by itself
    {} kaybının kendisine göre türevi

    (with the parameters as update {} left them)
    ({}. güncellemenin bıraktığı parametrelerle)

    changed by hand; its operands give the same:
    elle değiştirildi; işlenenleri de aynısını veriyor:

    changed by hand; its operands give {}:
    elle değiştirildi; işlenenlerinden çıkan {}:

    its operands have changed since; they give the same:
    işlenenleri o zamandan beri değişti; yine aynısını veriyorlar:

    its operands have changed since; they give {}:
    işlenenleri o zamandan beri değişti; şimdi {} veriyorlar:

    stale: what it is computed from was changed by hand; going on computes it again
    bayat: hesaplandığı değer elle değiştirildi; sürdürünce yeniden hesaplanır

    stale: what it is computed from was changed by hand; going on makes it {}:
    bayat: hesaplandığı değer elle değiştirildi; sürdürünce {} olur:

    stale: what it is computed from was changed by hand; going on makes it the same:
    bayat: hesaplandığı değer elle değiştirildi; sürdürünce yine aynısı olur:

    row {} of {}, in the batch of step {}
    {2} verisinin {1} numaralı satırı, {3}. adımın yığınında

    a constant: nothing computes it
    bir sabit: onu hesaplayan yok

    a parameter with its initial value ({})
    bir parametre, başlangıç değeriyle ({})

    a parameter with its initial value ({}); no update has changed it yet
    bir parametre, başlangıç değeriyle ({}); henüz hiçbir güncelleme değiştirmedi

    a parameter that was set since it was made ({})
    yapıldıktan ({}) sonra atanmış bir parametre

    a parameter that was set since it was made ({}); no update has changed it yet
    yapıldıktan ({}) sonra atanmış bir parametre; henüz hiçbir güncelleme değiştirmedi

    a state with its initial value ({})
    bir durum, başlangıç değeriyle ({})

    a state with its initial value ({}); no update has changed it yet
    bir durum, başlangıç değeriyle ({}); henüz hiçbir güncelleme değiştirmedi

    a state that was set since it was made ({})
    yapıldıktan ({}) sonra atanmış bir durum

    a state that was set since it was made ({}); no update has changed it yet
    yapıldıktan ({}) sonra atanmış bir durum; henüz hiçbir güncelleme değiştirmedi

    a state with its first value; no update has changed it yet
    bir durum, ilk değeriyle; henüz hiçbir güncelleme değiştirmedi

    ∂L/∂{} is the sum of what comes back from its {} uses:
    ∂L/∂{}, {} kullanımından geri gelenlerin toplamıdır:

    {} smaller ones together
    daha küçük {} tanesi birlikte

    {} smaller terms together
    daha küçük {} terim birlikte

    sum of {} terms
    {} terimin toplamı

    {} others are 0
    öteki {} terim 0

    another is 0
    öteki terim 0

    operand {}
    işlenen {}

    (skip {}, branch {} in all)
    (toplam olarak atlama {}, dal {})

    (per cent of the magnitudes, added without their signs)
    (yüzdeler büyüklüklerindir, işaretsiz toplanmış)

    {} = Σ of {} terms = {}
    {} = Σ ({} terim) = {}

    with names from {} on:
    adlar {} sonrası:

    with {}:
    burada {}:

    {} = {}, by the update of step {}
    {} = {}, {}. adımın güncellemesiyle

    {} = {}, by the update of step {}, {}
    {} = {}, {}. adımın güncellemesiyle, {}

    {} = {}, changed by hand; {} by the update of step {}
    {} = {}, elle değiştirildi; {4}. adımın güncellemesiyle {3} olmuştu

    {} = {}, changed by hand; {} by the update of step {}, {}
    {} = {}, elle değiştirildi; {4}. adımın güncellemesiyle ({5}) {3} olmuştu

    {}, then set to {}
    {}, sonra atanan {}

    in the step, after back update
    adımın içinde, back update sonrasında

    a parameter
    bir parametre

    a state
    bir durum

    (one term for each window that it lies in)
    (içinde durduğu her pencere için bir terim)

    (its window is empty)
    (penceresi boş)

    (it is the largest of its window {})
    ({} penceresinin en büyüğü)

    ({} is the largest of its window)
    ({}, penceresinin en büyüğü)

    ({} is not the largest of its window)
    ({}, penceresinin en büyüğü değil)

    (no division by √v before ρ is above 5)
    (ρ 5'i geçene kadar √v'ye bölünmez)

    ({} leaves this update out)
    ({} bu güncellemeyi atlatır)

    (the first step starts with the gradient)
    (ilk adım gradyanla başlar)

    (it lies in the padding)
    (dolgunun içinde duruyor)

    (row {} is padding)
    ({}. satır dolgu)

    (the largest of {})
    ({} değerin en büyüğü)

    (the smallest of {})
    ({} değerin en küçüğü)

    (the largest of {}; {} are equal and share the gradient)
    ({} değerin en büyüğü; {} tanesi eşit ve gradyanı paylaşıyor)

    (the smallest of {}; {} are equal and share the gradient)
    ({} değerin en küçüğü; {} tanesi eşit ve gradyanı paylaşıyor)

    ({} is the largest of {})
    ({}, {} değerin en büyüğü)

    ({} is the smallest of {})
    ({}, {} değerin en küçüğü)

    (one of this step's rows of {})
    ({} verisinin bu adımdaki satırlarından biri)

    ({} is out of range)
    ({} aralık dışında)

    ({} chooses it)
    (seçen: {})

    ({} picks this column)
    (bu sütunu seçen: {})

    ({} picks another column)
    ({} başka bir sütun seçiyor)

    (one of {} places, by their probabilities)
    (olasılıklarına göre {} yerden biri)

    (every way to stretch the targets over the time steps is counted)
    (hedefleri zaman adımlarına yaymanın her yolu sayılır)

    ({} comes {*})
    ({}: {})

    first from the smallest
    en küçükten başlayarak 1.

    second from the smallest
    en küçükten başlayarak 2.

    third from the smallest
    en küçükten başlayarak 3.

    fourth from the smallest
    en küçükten başlayarak 4.

    fifth from the smallest
    en küçükten başlayarak 5.

    at place {} from the smallest
    en küçükten başlayarak {}. yerde

    first from the largest
    en büyükten başlayarak 1.

    second from the largest
    en büyükten başlayarak 2.

    third from the largest
    en büyükten başlayarak 3.

    fourth from the largest
    en büyükten başlayarak 4.

    fifth from the largest
    en büyükten başlayarak 5.

    at place {} from the largest
    en büyükten başlayarak {}. yerde

    (one term for each time that row {} was looked up)
    ({}. satıra her bakılışı için bir terim)

    (one term for each time that place {} was taken)
    ({}. yerin her alınışı için bir terim)

    ({} holds)
    ({} doğru)

    ({} does not hold)
    ({} doğru değil)

    (nothing is put here)
    (buraya bir şey konmadı)

    ({} puts it here)
    (buraya koyan: {})

    ({} hides it)
    ({} onu gizliyor)

    (key {} comes after query {})
    ({} numaralı anahtar {} numaralı sorgudan sonra gelir)

    (key {} does not come after query {})
    ({} numaralı anahtar {} numaralı sorgudan sonra gelmez)

    (it lies above the triangle)
    (üçgenin üstünde duruyor)

    (it lies below the triangle)
    (üçgenin altında duruyor)
    """#
}
