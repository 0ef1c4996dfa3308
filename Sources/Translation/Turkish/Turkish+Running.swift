// Turkish: messages of verbs that train, walk and set.

extension Turkish {
  static let running = #"""
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
