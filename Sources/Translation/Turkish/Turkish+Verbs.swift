// Turkish: summaries of verbs and plots.

extension Turkish {
  static let verbs = #"""
    Inside train: what is to be done when so many updates are complete; in a loop, at 137 round 2
      acts the second time.
    train içinde: şu kadar güncelleme bitince ne yapılacağı; bir döngüde at 137 round 2 ikinci
      kezinde işler.

    Shows where attention looks, of a network's layers or of any tensor of weights […, queries,
      keys]: a table (map), links between tokens (heads), all layers and heads (model), q · k of one
      query (neuron), scores to values (stages). layer=0 head=1 query="sat" key=2 choose, sequence=1
      another one of a batch, gradient=true adds ∂L/∂A, step=300 goes back to a recorded step of the
      run, for=x applies the network to x first; tokens=words names queries and keys, queries= and
      keys= each of them.
    Dikkatin nereye baktığını gösterir, bir ağın katmanlarında ya da bir ağırlık tensöründe […,
      sorgular, anahtarlar]: tablo (map), belirteçler arası bağlar (heads), bütün katmanlar ve
      başlar (model), bir sorgunun q · k çarpımı (neuron), puanlardan değerlere (stages). layer=0
      head=1 query="sat" key=2 seçer, sequence=1 yığından bir başkasını alır, gradient=true ∂L/∂A
      ekler, step=300 koşunun kaydedilmiş bir adımına döner, for=x önce ağı x'e uygular;
      tokens=words sorguları ve anahtarları adlandırır, queries= ve keys= her birini ayrı ayrı.

    The same backwards, across training steps too, to the same bits. back continue goes to the last
      place where a breakpoint stops, with a watch to the last write that changed the value; without
      breakpoints to the edge of the training step. back until goes to the last training step at
      whose end a condition held. Single keys: S N F C B.
    Aynısı geriye doğru, eğitim adımlarını da aşarak, aynı bitlere. back continue bir durma
      noktasının durdurduğu son yere, bir watch varsa değeri değiştiren son yazmaya gider; durma
      noktası yoksa eğitim adımının ucuna. back until, sonunda koşulun sağlandığı son eğitim adımına
      gider. Tek tuşlar: S N F C B.

    Executes to the end of the backward pass.
    Geri geçişin sonuna kadar yürütür.

    Gives an action of the full screen another key; bind alone shows all keys with their actions'
      names. Lines `KEY ACTION` in ~/.config/nabla/keys hold for good.
    Tam ekranın bir eylemine başka bir tuş verir; bind tek başına bütün tuşları eylem adlarıyla
      gösterir. ~/.config/nabla/keys içindeki `KEY ACTION` satırları kalıcıdır.

    Stops what runs: continue, train, goto, until and every other move. at: before the first
      instruction of a layer (net.2), a time step (r.t3), heads (net.0.heads), a parameter's update
      (net.2.weight), or before one instruction; net.2.grad is where the backward pass comes to a
      layer. when: a condition on values, parameters or gradients, looked at once a training step,
      right after the last instruction that writes what it reads. nan: at the instruction that made
      the first NaN or infinity; at full speed one that reaches the loss, a gradient or a parameter.
      { … } are commands to run at every stop; a continue at their end goes on. Breakpoints stay for
      the next run.
    Çalışanı durdurur: continue, train, goto, until ve öteki bütün hareketler. at: bir katmanın
      (net.2), zaman adımının (r.t3), başların (net.0.heads), bir parametre güncellemesinin
      (net.2.weight) ilk yönergesinden ya da tek bir yönergeden önce; net.2.grad geri geçişin
      katmana vardığı yerdir. when: değerler, parametreler ya da gradyanlar üzerine bir koşul; her
      eğitim adımında bir kez, okuduğunu yazan son yönergenin hemen ardından bakılır. nan: ilk NaN
      ya da sonsuzu yapan yönergede; tam hızda kayba, bir gradyana ya da parametreye ulaşanda. { … }
      her durmada çalışacak komutlardır; sonlarındaki bir continue sürdürür. Durma noktaları sonraki
      koşuda da kalır.

    Lists the breakpoints with how often they were met.
    Durma noktalarını, kaç kez karşılaşıldıklarıyla birlikte listeler.

    Short for continue.
    continue için kısaltma.

    Lists the session's cells with what they lack: not run, failed, or an input that was redefined
      later.
    Oturumun hücrelerini eksikleriyle listeler: çalıştırılmamış, başarısız, ya da bir girdisi
      sonradan yeniden tanımlanmış.

    Compares every gradient of the run with differences, in double precision.
    Koşunun her gradyanını çift duyarlıkla sonlu farklarla karşılaştırır.

    Holds two things of one kind side by side: two steps of the run (compare 10 20; 0 is the
      beginning), two networks or tensors by their names, two runs: saved sessions by their names,
      the present run as 'run'. Tensors are aligned by name and ranked by ‖a−b‖ / max(‖a‖, ‖b‖): 0
      is equal, 1 as far apart as they are large, 2 opposite; then the element that is farthest
      apart with both values. The first instruction that gives something else is named. of= chooses
      parameters, states, values, gradients or all.
    Aynı türden iki şeyi yan yana koyar: koşunun iki adımını (compare 10 20; 0 başlangıçtır),
      adlarıyla iki ağı ya da tensörü, iki koşuyu: adlarıyla kayıtlı oturumlar, şimdiki koşu ise
      'run'. Tensörler ada göre eşlenir ve ‖a−b‖ / max(‖a‖, ‖b‖) ile sıralanır: 0 eşit, 1
      büyüklükleri kadar uzak, 2 karşıt; sonra birbirinden en uzak öğe iki değeriyle. Başka bir şey
      veren ilk yönergenin adı verilir. of= parametreleri, durumları, değerleri, gradyanları ya da
      hepsini seçer.

    Executes to the next breakpoint, on through the run that one has stopped, or else to the end of
      the training step. to NAME: to a layer (net.2), a time step (r.t3), heads (net.0.heads), an
      instruction; net.2.grad is where the backward pass comes to it, net.2.update the update.
      Single key: c.
    Sonraki durma noktasına kadar yürütür, bir noktanın durdurduğu koşuyu sürdürür, yoksa eğitim
      adımının sonuna kadar gider. to NAME: bir katmana (net.2), zaman adımına (r.t3), başlara
      (net.0.heads), bir yönergeye; net.2.grad geri geçişin oraya vardığı yer, net.2.update
      güncellemedir. Tek tuş: c.

    Removes a breakpoint, or all.
    Bir durma noktasını ya da hepsini siler.

    Looks at the run for what keeps it from learning and says where, how it is known and what helps;
      silent on a healthy network. Some steps are executed again, the run stays as it is. It looks
      at: labels out of range, softmax, NaN, dropout in evaluation, unscaled inputs, symmetric
      weights, learning rate too high, dead ReLU, saturated, vanishing gradients, exploding
      gradients, learning rate too low, unchanged weights, update-to-weight ratio, diverging loss,
      stalled loss, train/validation gap.
    Koşuda öğrenmeyi engelleyeni arar; nerede olduğunu, nereden bilindiğini ve neyin yardım
      edeceğini söyler; sağlıklı bir ağda susar. Bazı adımlar yeniden yürütülür, koşu olduğu gibi
      kalır. Baktıkları: aralık dışı etiketler, softmax, NaN, değerlendirmede dropout, ölçeklenmemiş
      girdiler, simetrik ağırlıklar, çok yüksek öğrenme oranı, ölü ReLU, doyma, kaybolan gradyanlar,
      patlayan gradyanlar, çok düşük öğrenme oranı, değişmeyen ağırlıklar, güncelleme/ağırlık oranı,
      ıraksayan kayıp, duran kayıp, eğitim/doğrulama farkı.

    Keeps a breakpoint, or all, from stopping.
    Bir durma noktasının ya da hepsinin durdurmasını engeller.

    Lets a breakpoint, or all, stop again.
    Bir durma noktasının ya da hepsinin yeniden durdurmasını sağlar.

    Inside train: what is to be done again and again.
    train içinde: yinelenerek ne yapılacağı.

    Fails the cell when a condition does not hold.
    Bir koşul sağlanmazsa hücreyi başarısız sayar.

    Writes one number out: the formula, the terms that add up to it with this run's numbers, and
      where its operands come from. X is anything that has a value: a name, X.grad, a parameter
      (then its last update), or a name that list shows, such as net.0.matmul or
      net.0.weight.exp_avg. A gradient that arrives on several paths shows what each of them brings.
    Bir sayının açılımını yazar: formülü, bu koşunun sayılarıyla onu oluşturan terimleri ve
      işlenenlerinin nereden geldiğini. X değeri olan her şeydir: bir ad, X.grad, bir parametre (o
      zaman son güncellemesi) ya da list'in gösterdiği net.0.matmul, net.0.weight.exp_avg gibi bir
      ad. Birkaç yoldan gelen bir gradyan, her birinin ne getirdiğini gösterir.

    Writes a plot, or without one the whole screen, to a file: .txt, .ansi (with colours, for less
      -R), .svg, or the plot's data as .csv. PLOT is what follows 'plot', 'attention' or the title
      of a plot in quotes; columns=, rows= and theme=light choose a picture's size and colours. An
      older file is replaced.
    Bir çizimi, çizim verilmezse bütün ekranı bir dosyaya yazar: .txt, .ansi (renkli, less -R için),
      .svg, ya da çizimin verisini .csv olarak. PLOT, 'plot' ardından gelen, 'attention' ya da
      tırnak içinde bir çizimin başlığıdır; columns=, rows= ve theme=light resmin boyunu ve
      renklerini seçer. Eski bir dosyanın yerine geçer.

    Short for finish.
    finish için kısaltma.

    Executes out of the scope that holds this one: out of the time step's recurrent layer, out of
      the block that holds a layer. Single key: f.
    Bunu içeren kapsamın dışına kadar yürütür: zaman adımının yinelemeli katmanından, bir katmanı
      içeren bloktan dışarı. Tek tuş: f.

    Executes to the end of the forward pass.
    İleri geçişin sonuna kadar yürütür.

    Goes to the end of a training step, earlier or later. On the way to a later one breakpoints
      stop, to an earlier one it jumps. goto nan goes to the instruction that made the first NaN or
      infinity and names its operands.
    Daha önceki ya da sonraki bir eğitim adımının sonuna gider. Sonrakine giderken durma noktaları
      durdurur, öncekine atlar. goto nan ilk NaN ya da sonsuzu yapan yönergeye gider ve
      işlenenlerini söyler.

    Draws a network, or a loss with all that it is made of, as boxes and edges, with what flows
      along them now: mean ± deviation, norm, and the norm of the gradient.
    Bir ağı ya da bir kaybı, onu oluşturan her şeyle birlikte kutular ve kenarlar olarak çizer;
      üzerlerinde o anda akanlarla: ortalama ± sapma, norm ve gradyanın normu.

    Explains a verb, a layer, a loss, any name.
    Bir fiili, bir katmanı, bir kaybı, herhangi bir adı açıklar.

    Passes a breakpoint so many times.
    Bir durma noktasını şu kadar kez geçer.

    Executes to the end of the training step.
    Eğitim adımının sonuna kadar yürütür.

    Chooses what the screen shows.
    Ekranın ne göstereceğini seçer.

    Lists the program around the counter, long programs by layers; a layer, a phase, the
      instructions around number N, or all. c is computed, - not yet, o changed by hand, s stale.
    Sayacın çevresindeki programı listeler, uzun programları katman katman; ya da bir katmanı, bir
      evreyi, N numaralı yönergenin çevresini, hepsini. c hesaplanmış, - henüz değil, o elle
      değiştirilmiş, s bayat.

    Short for next.
    next için kısaltma.

    Executes to the end of the scope that stands next: a layer, a time step of an unrolled recurrent
      layer, the heads of an attention layer, a parameter in the update. Single key: n.
    Sırada duran kapsamın sonuna kadar yürütür: bir katman, açılmış yinelemeli katmanın bir zaman
      adımı, bir dikkat katmanının başları, güncellemede bir parametre. Tek tuş: n.

    Runs a session, in the language in use where it is translated, and goes on. open xor.en is the
      English one, open xor.tr the Turkish one, whatever the language in use.
    Bir oturumu, çevirisi varsa kullanılan dilde, çalıştırır ve sürdürür. Kullanılan dil ne olursa
      olsun open xor.en İngilizcesini, open xor.tr Türkçesini açar.

    Holds the run at the next step; continue goes on.
    Koşuyu sonraki adımda tutar; continue sürdürür.

    Draws a plot by name, a tensor, a tracked series, or a function with its derivative; it stays on
      the screen and follows the training. Of series and curves: smooth=0.9 draws TensorBoard's
      moving average over the raw line, yscale= and xscale= are linear or log, x= is step, epoch or
      time, over 100..200 shows that part.
    Adıyla bir çizimi, bir tensörü, izlenen bir seriyi ya da türeviyle bir fonksiyonu çizer; ekranda
      kalır ve eğitimi izler. Serilerde ve eğrilerde: smooth=0.9 ham çizginin üstüne TensorBoard'un
      kayan ortalamasını çizer, yscale= ve xscale= linear ya da log, x= step, epoch ya da time, over
      100..200 o bölümü gösterir.

    Grades an answer: exact is the value rounded to the digits typed (two or more), close is within
      5 % of it, and anything else is told how far it is off. X is an element, a row or a whole
      tensor (predict x = [0.1, 0.2]), also one that the step has not come to. After the second miss
      in a row there is a hint, after the third explain is offered. A miss is no error: the cell
      goes on, its grade is recorded, and verify compares the grade; expect is for what must hold.
    Bir yanıtı notlar: tam, yazılan basamaklara (iki ya da çok) yuvarlanmış değerdir; yakın, % 5
      içindedir; kalanına ne kadar uzak olduğu söylenir. X bir öğe, bir satır ya da bütün bir
      tensördür (predict x = [0.1, 0.2]); adımın henüz varmadığı biri de olur. Art arda ikinci
      yanlıştan sonra bir ipucu verilir, üçüncüden sonra explain önerilir. Yanlış bir hata değildir:
      hücre sürer, notu kaydedilir ve verify notu karşılaştırır; sağlanması gereken için expect
      vardır.

    Shows a value, or several in one line; a tensor's elements around one of them, or in brackets
      those for which a condition holds. A gradient that is not computed yet says so. show X has the
      statistics.
    Bir değeri ya da birkaçını tek satırda gösterir; bir tensörün birinin çevresindeki öğelerini, ya
      da bir koşulu sağlayanları ayraç içinde. Henüz hesaplanmamış bir gradyan bunu söyler. show X
      istatistikleri verir.

    Measures the current step instruction by instruction, slowest first: time, share of the step,
      floating-point operations, their rate, and its share of the most that this machine can do. by
      layer, by phase and by operation add them up; a path looks at one part. The run stays as it
      is.
    Şimdiki adımı yönerge yönerge ölçer, en yavaşı önde: süre, adımdaki pay, kayan nokta işlemleri,
      hızları ve bu makinenin yapabileceğinin en çoğundaki payı. by layer, by phase ve by operation
      toplar; bir yol tek bölüme bakar. Koşu olduğu gibi kalır.

    Ends nabla.
    nabla'yı bitirir.

    Does again what was undone last, until something new is done.
    Son geri alınanı yineler, yeni bir şey yapılana kadar.

    Shows a session again at its own pace.
    Bir oturumu kendi hızında yeniden gösterir.

    Executes the session's cells again: all from the beginning, those that were not run, or cell N
      and all after it.
    Oturumun hücrelerini yeniden çalıştırır: hepsini baştan, çalıştırılmamış olanları, ya da N
      numaralı hücreyi ve sonrakileri.

    Short for step.
    step için kısaltma.

    Writes the session to NAME.nabla.
    Oturumu NAME.nabla dosyasına yazar.

    Sets what initial values, splits and batches are drawn from.
    Başlangıç değerlerinin, bölmelerin ve yığınların neye göre çekileceğini belirler.

    Lists the sessions that can be opened.
    Açılabilecek oturumları listeler.

    Changes the learning rate, a weight, or inside a step a value or a gradient: one element, a
      slice, or all (set w.grad = 0, set w.grad *= 0.5). What has read it is stale and executed
      again on going on.
    Öğrenme oranını, bir ağırlığı, bir adımın içinde bir değeri ya da gradyanı değiştirir: bir öğe,
      bir dilim ya da hepsi (set w.grad = 0, set w.grad *= 0.5). Onu okumuş olan bayatlar ve
      sürdürünce yeniden yürütülür.

    Shows a layer's parameters or a tensor's statistics.
    Bir katmanın parametrelerini ya da bir tensörün istatistiklerini gösterir.

    Executes one instruction, or N. Single key: s.
    Bir ya da N yönerge yürütür. Tek tuş: s.

    Ends the run at the next step.
    Koşuyu sonraki adımda bitirir.

    Stops once, like break, and is deleted then.
    break gibi bir kez durdurur ve sonra silinir.

    Records a value while training goes on; it is plotted with the loss.
    Eğitim sürerken bir değeri kaydeder; kayıpla birlikte çizilir.

    Compiles a loss into a program and runs it; train 500 goes on. schedule=cosine(500) changes lr
      from step to step; clip= and clip_value= bound the gradients by their norm and each element,
      discard= leaves out steps with a larger norm (norm_type=2); for= trains a part.
    Bir kaybı programa derler ve çalıştırır; train 500 sürdürür. schedule=cosine(500) lr değerini
      adımdan adıma değiştirir; clip= ve clip_value= gradyanları normlarıyla ve öğe öğe sınırlar,
      discard= normu daha büyük adımları atlar (norm_type=2); for= bir bölümü eğitir.

    Returns to the state before the last cell that changed something, or the last N; up to 100 cells
      and 64 MiB are kept.
    Bir şey değiştiren son hücrenin ya da son N hücrenin önceki durumuna döner; en çok 100 hücre ve
      64 MiB saklanır.

    Removes a plot from the screen, or all of them.
    Ekrandan bir çizimi ya da hepsini kaldırır.

    Executes training steps until a condition holds at the end of one.
    Birinin sonunda bir koşul sağlanana kadar eğitim adımları yürütür.

    Executes to the end of the update.
    Güncellemenin sonuna kadar yürütür.

    Runs a session afresh and compares it with what is recorded.
    Bir oturumu baştan çalıştırır ve kaydedilenle karşılaştırır.

    Stops when a value changes and says what it was and is; looked at like break when. back continue
      goes to the last write that changed it.
    Bir değer değişince durur, ne olduğunu ve ne olduğunu öncesiyle söyler; break when gibi bakılır.
      back continue onu değiştiren son yazmaya gider.

    Tells where the program stands: step, phase and layer, the instruction that is next, what it
      reads and writes.
    Programın nerede durduğunu söyler: adım, evre ve katman, sıradaki yönerge, ne okuyup ne yazdığı.

    How what every layer gives out is distributed, now and over the steps, with the share of dead
      ReLU units and of saturated tanh and sigmoid values.
    Her katmanın çıktısı nasıl dağılmış, şimdi ve adımlar boyunca; ölü ReLU birimlerinin ve doymuş
      tanh ile sigmoid değerlerinin payıyla.

    What a network answers on the plane of its two inputs, with the run's data: one output as a
      probability, several as the likeliest class and how far it is ahead.
    Bir ağın iki girdisinin düzleminde ne yanıtladığı, koşunun verisiyle: tek çıkış bir olasılık
      olarak, birkaç çıkış en olası sınıf ve ne kadar önde olduğu olarak.

    How much gradient comes to the state of every recurrent layer at every time step, and where
      back-propagation through time was cut. Inside a training step it fills from the right as the
      backward pass goes.
    Her yinelemeli katmanın durumuna her zaman adımında ne kadar gradyan geldiği ve zaman içinde
      geri yayılımın nerede kesildiği. Bir eğitim adımının içinde geri geçişle birlikte sağdan
      dolar.

    How often a class (row) was taken for another (column), with precision, recall and F1 of each
      class and the worst confusions; shares=true shows percent of the row.
    Bir sınıfın (satır) ne sıklıkla bir başkası (sütun) sanıldığı; her sınıfın kesinliği, duyarlığı,
      F1'i ve en kötü karışıklıklarla; shares=true satırın yüzdesini gösterir.

    The loss over two parameters (w[0], w[1]) with the way of every run on it; without them over the
      two directions in which the run has moved most, or with directions=random over two random
      ones.
    İki parametre (w[0], w[1]) üzerinde kayıp, üstünde her koşunun yolu; parametre verilmezse
      koşunun en çok ilerlediği iki yön üzerinde, directions=random ile rastgele iki yön üzerinde.

    What each convolution of a network makes of one image: its feature maps, a group a layer.
    Bir ağın her evrişiminin bir görüntüden ne yaptığı: öznitelik haritaları, her katmana bir öbek.

    The kernels of convolutions as pictures, 0 in the middle of the scale; without any, the weights
      of a dense layer over a square image.
    Evrişimlerin çekirdekleri resim olarak, ölçeğin ortasında 0; evrişim yoksa kare bir görüntü
      üzerindeki dense katmanının ağırlıkları.

    The gates, the cell and the state of an LSTM or GRU over time, a strip each, for the first
      sequence.
    Bir LSTM ya da GRU'nun kapıları, hücresi ve durumu zaman boyunca, her biri bir şerit, ilk dizi
      için.

    The norm of every layer's gradient over the training steps, a row a layer, and what clipping
      leaves of it; of a network how its gradients are distributed, by log10 of their size.
    Her katmanın gradyan normu eğitim adımları boyunca, her katmana bir satır, ve kırpmanın ondan ne
      bıraktığı; bir ağ verilirse gradyanlarının büyüklüklerinin log10'una göre dağılımı.

    A network, or a loss with all that it is made of, as boxes and edges.
    Bir ağ ya da bir kayıp, onu oluşturan her şeyle, kutular ve kenarlar olarak.

    How the values of a tensor are spread.
    Bir tensörün değerlerinin nasıl yayıldığı.

    Images with their labels and what a network (or its scores) says of them; wrong=true shows only
      those that it gets wrong. Rows of a square number of pixels are square images.
    Etiketleriyle görüntüler ve bir ağın (ya da puanlarının) onlara ne dediği; wrong=true yalnızca
      yanıldıklarını gösterir. Kare sayıda pikselli satırlar kare görüntülerdir.

    A row a layer: output shape, parameters, the norms of weights and gradients, the output's mean
      and deviation, dead units.
    Her katmana bir satır: çıkış biçimi, parametreler, ağırlık ve gradyan normları, çıkışın
      ortalaması ve sapması, ölü birimler.

    The loss and what is tracked, over the training steps.
    Kayıp ve izlenenler, eğitim adımları boyunca.

    The learning rate over the training steps.
    Öğrenme oranı, eğitim adımları boyunca.

    Vectors, a row each, on the plane in which they differ most, with the names of their rows and,
      under the cursor, the nearest others by the cosine.
    Her satırı bir vektör, en çok ayrıldıkları düzlemde, satır adlarıyla ve imlecin altında kosinüse
      göre en yakınlarıyla.

    One neuron: its inputs, weights, bias, sum and activation with this run's numbers.
    Bir nöron: girdileri, ağırlıkları, yanlılığı, toplamı ve etkinleştirmesi, bu koşunun
      sayılarıyla.

    The value of every hidden unit over the plane of the run's data, a row a layer, the outputs
      last; blue is negative, orange positive. A layer that is never negative goes from 0, dark, to
      its greatest value, bright.
    Her gizli birimin değeri, koşunun veri düzleminde, her katmana bir satır, çıkışlar sonda; mavi
      eksi, turuncu artı. Hiç eksi olmayan bir katman 0'dan (koyu) en büyük değerine (açık) gider.

    The likeliest next tokens after a text with their probabilities, the rest as one line; instead
      of a network and a text also its scores.
    Bir metinden sonra en olası belirteçler olasılıklarıyla, kalanı tek satırda; bir ağ ve metin
      yerine puanları da olur.

    What a row of scores says by the softmax: the likeliest choices with bars, the rest as one line;
      of several rows the last.
    Bir puan satırının softmax'a göre ne dediği: en olası seçenekler çubuklarla, kalanı tek satırda;
      birkaç satırdan sonuncusu.

    The gradient norms of this session's runs by depth, from the input to the output, in one
      picture: a plain network beside one with residual connections. Some of the runs are named as
      those of plot runs are.
    Bu oturumdaki koşuların gradyan normları derinliğe göre, girişten çıkışa, tek resimde: düz bir
      ağ, artık bağlantılı birinin yanında. Koşulardan bazıları plot runs'taki gibi adlandırılır.

    By how much of their size a step changes the weights of each layer: about 1e-3 is healthy, far
      more is a learning rate too high, far less one too low.
    Bir adımın her katmanın ağırlıklarını kendi büyüklüklerinin ne kadarıyla değiştirdiği: 1e-3
      dolayı sağlıklıdır, çok fazlası çok yüksek, çok azı çok düşük öğrenme oranıdır.

    The losses of this session's runs in one picture, or of those that are named: by the number that
      the verb runs lists, the loss, the network or the optimizer.
    Bu oturumdaki koşuların kayıpları tek resimde; ya da adı verilenlerinki: runs fiilinin
      listelediği numarayla, kayıpla, ağla ya da iyileştiriciyle.

    Lists this session's runs: the number, the loss, the network that was trained, how, the steps,
      the last loss and the least. plot runs(1, 3) draws some of them.
    Bu oturumun koşularını listeler: numarası, kaybı, eğitilen ağ, nasıl eğitildiği, adımları, son ve
      en küçük kayıp. plot runs(1, 3) bunlardan bazılarını çizer.

    The norm of every layer's gradient as a heat strip: a row a layer, steps to the right.
    Her katmanın gradyan normu bir ısı şeridi olarak: her katmana bir satır, adımlar sağa doğru.

    A text continued as generate does it, each token shaded by the probability that the model gave
      it; steps=0 shades the given text alone.
    generate gibi sürdürülmüş bir metin, her belirteç modelin ona verdiği olasılıkla gölgeli;
      steps=0 yalnızca verilen metni gölgeler.

    A recurrent network in time: x, h and y of every step side by side, and the weights that all
      steps share.
    Zaman içinde yinelemeli bir ağ: her adımın x, h ve y değerleri yan yana ve bütün adımların
      paylaştığı ağırlıklar.

    How the weights of every layer are distributed, now and over the steps: a row a parameter,
      counts on a logarithmic scale in bins that all share.
    Her katmanın ağırlıkları nasıl dağılmış, şimdi ve adımlar boyunca: her parametreye bir satır,
      hepsinin paylaştığı kutularda logaritmik ölçekli sayımlar.

    A matrix as numbers in coloured cells, with the names of its rows and columns; a vector is one
      row.
    Renkli hücrelerde sayılar olarak bir matris, satır ve sütun adlarıyla; bir vektör tek satırdır.

    How much gradient comes to the state of every recurrent layer (and to the cells of an LSTM,
      the row c) at every time step, and where back-propagation through time was cut. Inside a
      training step it fills from the right as the backward pass goes. For a network that is
      written out: a list of its states, one a time step, or a list of such lists, one a layer.
    Her yinelemeli katmanın durumuna (LSTM'de hücrelerine de, c satırı) her zaman adımında ne
      kadar gradyan geldiği ve zaman içinde geri yayılımın nerede kesildiği. Bir eğitim adımının
      içinde geri geçişle birlikte sağdan dolar. Açık yazılmış bir ağ için: durumlarının listesi,
      her zaman adımına bir tane, ya da böyle listelerin listesi, her katmana bir tane.
    """#
}
