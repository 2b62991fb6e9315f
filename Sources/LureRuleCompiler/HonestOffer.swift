/// A plain posting for a bakery in one language, in two halves between which an example is hidden.
///
/// Neutral on purpose: it fires no rule (a test holds that), so whatever is found was found in the example.
public struct HonestOffer: Sendable {
    public var opening: String
    public var closing: String

    private init(_ opening: String, _ closing: String) {
        self.opening = opening
        self.closing = closing
    }

    /// The posting in a language of the rule files, or nil.
    public static func text(in language: String) -> HonestOffer? { texts[language] }

    static let languages = texts.keys.sorted()

    private static let texts: [String: HonestOffer] = [
        "en": HonestOffer(
            "Our bakery stands in the old market hall and bakes bread, rolls and apple cake. Two people knead the dough in "
                + "the morning, a third keeps the oven and the shelves in order.",
            "Flour comes from a mill in the next valley. In summer the windows are open and the neighbours bring cherries. "
                + "Aprons and shoes are washed every evening."),
        "zh": HonestOffer(
            "我们的面包房在老市场里面，烤面包、小圆饼和苹果蛋糕。早上两位师傅揉面，第三位看炉子、整理架子。",
            "面粉来自邻近山谷的磨坊。夏天窗户开着，邻居送来樱桃。围裙每天晚上洗干净。"),
        "vi": HonestOffer(
            "Tiệm bánh của chúng tôi nằm trong khu chợ cũ, nướng bánh mì và bánh táo. Buổi sáng hai thợ nhào bột, người thứ ba "
                + "trông lò và xếp kệ.",
            "Bột được xay ở cối xay trong thung lũng bên cạnh. Mùa hè cửa sổ mở và hàng xóm mang quả anh đào sang. Tạp dề được "
                + "giặt mỗi tối."),
        "th": HonestOffer(
            "ร้านขนมปังของเราอยู่ในตลาดเก่า อบขนมปังและเค้กแอปเปิล ตอนเช้าช่างสองคนนวดแป้ง คนที่สามดูเตาอบและจัดชั้นวาง",
            "แป้งมาจากโรงโม่ในหุบเขาข้าง ๆ หน้าร้อนเราเปิดหน้าต่าง เพื่อนบ้านเอาเชอร์รี่มาฝาก ผ้ากันเปื้อนซักทุกเย็น"),
        "id": HonestOffer(
            "Toko roti kami berada di pasar lama dan memanggang roti serta kue apel. Pagi hari dua orang menguleni adonan, "
                + "orang ketiga menjaga oven dan merapikan rak.",
            "Tepungnya digiling di lembah sebelah. Pada musim kemarau jendela dibuka dan tetangga membawa mangga. Celemek "
                + "dicuci setiap sore."),
        "ms": HonestOffer(
            "Kedai roti kami terletak di pasar lama dan membakar roti serta kek epal. Pada waktu pagi dua orang menguli doh, "
                + "orang ketiga menjaga ketuhar dan mengemas rak.",
            "Tepung dikisar di lembah sebelah. Pada musim panas tingkap dibuka dan jiran membawa rambutan. Apron dibasuh "
                + "setiap petang."),
        "tl": HonestOffer(
            "Ang aming panaderya ay nasa lumang palengke at nagluluto ng tinapay at keyk na may mansanas. Sa umaga, dalawang "
                + "panadero ang nagmamasa at ang ikatlo ang nag-aayos ng istante.",
            "Galing ang harina sa gilingan sa kabilang lambak. Tuwing tag-init, bukas ang bintana at may dalang mangga ang "
                + "kapitbahay. Nilalabhan ang epron gabi-gabi."),
        "km": HonestOffer(
            "ហាងនំប៉័ងរបស់យើងស្ថិតនៅក្នុងផ្សារចាស់ ដុតនំប៉័ង និងនំផ្លែប៉ោម។ ពេលព្រឹក ជាងពីរនាក់ច្របាច់ម្សៅ ម្នាក់ទៀតមើលឡ និងរៀបធ្នើរ។",
            "ម្សៅត្រូវបានកិននៅជ្រលងភ្នំជិតខាង។ រដូវក្តៅ បង្អួចបើកចំហ ហើយអ្នកជិតខាងយកស្វាយមកឱ្យ។ អៀមត្រូវបានបោករាល់ល្ងាច។"),
        "hi": HonestOffer(
            "हमारी बेकरी पुराने बाज़ार में है और यहाँ पाव और सेब का केक बनता है। सुबह दो कारीगर आटा गूँथते हैं, तीसरा भट्ठी देखता है और अलमारी सजाता है।",
            "आटा पास की घाटी की चक्की से आता है। गर्मियों में खिड़कियाँ खुली रहती हैं और पड़ोसी आम लाते हैं। एप्रन हर शाम धुलते हैं।"),
        "hi-Latn": HonestOffer(
            "Hamari bakery purane bazaar mein hai aur yahan pav aur seb ka cake banta hai. Subah do karigar aata goondhte hain, "
                + "teesra bhatti dekhta hai aur almari sajata hai.",
            "Aata paas ki ghati ki chakki se aata hai. Garmiyon mein khidkiyan khuli rehti hain aur padosi aam laate hain. "
                + "Apron har shaam dhulte hain."),
        "ru": HonestOffer(
            "Наша хлебная лавка стоит в старом торговом ряду и продаёт хлеб, булочки и яблочный пирог. Утром двое месят тесто, "
                + "третий следит за печью и расставляет полки.",
            "Муку мелют на мельнице в соседней долине. Летом окна открыты, и соседи приносят вишню. Фартуки стирают по "
                + "пятницам."),
        "ja": HonestOffer(
            "私たちのパン屋は古い市場の中にあり、食パンやりんごのケーキを焼いています。朝は二人が生地をこね、三人目が窯を見て棚を整えます。",
            "小麦粉は隣の谷の水車でひいたものです。夏は窓を開け、近所の人がさくらんぼを持ってきてくれます。エプロンは毎晩洗います。"),
        "ko": HonestOffer(
            "우리 빵집은 오래된 시장 안에 있고 식빵과 사과 케이크를 굽습니다. 아침에는 두 사람이 반죽을 하고 세 번째 사람은 오븐을 살피며 선반을 정리합니다.",
            "밀가루는 옆 골짜기 방앗간에서 빻은 것입니다. 여름에는 창문을 열어 두고 이웃이 앵두를 가져옵니다. 앞치마는 저녁마다 빱니다."),
        "my": HonestOffer(
            "ကျွန်တော်တို့ မုန့်ဆိုင်သည် ဈေးဟောင်းထဲတွင်ရှိပြီး ပေါင်မုန့်နှင့် ပန်းသီးကိတ်မုန့် ဖုတ်သည်။ မနက်တွင် နှစ်ယောက်က ဂျုံနယ်ပြီး တတိယတစ်ယောက်က မီးဖိုနှင့် စင်များကို ကြည့်သည်။",
            "ဂျုံမှုန့်ကို အနီးချောင်ဝှမ်းရှိ ကြိတ်စက်တွင် ကြိတ်သည်။ နွေရာသီတွင် ပြတင်းပေါက်များ ဖွင့်ထားပြီး အိမ်နီးချင်းများက သရက်သီး ယူလာကြသည်။ ခါးစည်းများကို ညနေတိုင်း လျှော်သည်။"
        ),
        "lo": HonestOffer(
            "ຮ້ານເຂົ້າຈີ່ຂອງພວກເຮົາຢູ່ໃນຕະຫຼາດເກົ່າ ອົບເຂົ້າຈີ່ ແລະ ເຄັກໝາກແອັບເປິ້ນ. ຕອນເຊົ້າຊ່າງສອງຄົນນວດແປ້ງ ຄົນທີສາມເບິ່ງເຕົາ ແລະ ຈັດຊັ້ນວາງ.",
            "ແປ້ງແມ່ນໂມ້ຢູ່ຮ່ອມພູໃກ້ຄຽງ. ລະດູຮ້ອນເປີດປ່ອງຢ້ຽມ ແລະ ເພື່ອນບ້ານເອົາໝາກມ່ວງມາໃຫ້. ຜ້າກັນເປື້ອນຊັກທຸກແລງ."),
        "bn": HonestOffer(
            "আমাদের বেকারি পুরোনো বাজারের ভেতরে, এখানে পাউরুটি আর আপেলের কেক বানানো হয়। সকালে দুজন ময়দা মাখে, তৃতীয়জন চুলা দেখে আর তাক গোছায়।",
            "ময়দা আসে পাশের উপত্যকার কল থেকে। গরমকালে জানালা খোলা থাকে আর প্রতিবেশীরা আম নিয়ে আসে। এপ্রন প্রতি সন্ধ্যায় ধোয়া হয়।"),
        "ur": HonestOffer(
            "ہماری بیکری پرانے بازار میں ہے اور یہاں ڈبل روٹی اور سیب کا کیک بنتا ہے۔ صبح دو کاریگر آٹا گوندھتے ہیں، تیسرا تنور دیکھتا ہے اور الماریاں سجاتا ہے۔",
            "آٹا ساتھ والی وادی کی چکی سے آتا ہے۔ گرمیوں میں کھڑکیاں کھلی رہتی ہیں اور پڑوسی آم لاتے ہیں۔ ایپرن ہر شام دھلتے ہیں۔"
        ),
        "ne": HonestOffer(
            "हाम्रो बेकरी पुरानो बजारभित्र छ र यहाँ पाउरोटी र स्याउको केक बन्छ। बिहान दुई जनाले पिठो मुछ्छन्, तेस्रोले भट्टी हेर्छ र दराज मिलाउँछ।",
            "पिठो छिमेकी उपत्यकाको घट्टबाट आउँछ। गर्मीमा झ्याल खुला हुन्छन् र छिमेकीले आँप ल्याउँछन्। एप्रोन हरेक साँझ धोइन्छ।"),
        "si": HonestOffer(
            "අපේ බේකරිය පැරණි වෙළඳපොළේ පිහිටා ඇති අතර පාන් සහ ඇපල් කේක් පුලුස්සයි. උදෑසන දෙදෙනෙක් පිටි අනති, තෙවැන්නා උඳුන බලා රාක්ක සකසයි.",
            "පිටි අසල නිම්නයේ මෝලෙන් ලැබේ. ග්‍රීෂ්මයේ ජනේල විවෘතව ඇති අතර අසල්වාසීන් අඹ ගෙනෙති. ඒප්‍රන් සෑම සවසම සෝදනු ලැබේ."),
        "ta": HonestOffer(
            "எங்கள் ரொட்டிக்கடை பழைய சந்தைக்குள் உள்ளது, இங்கே ரொட்டியும் ஆப்பிள் கேக்கும் சுடப்படுகின்றன. காலையில் இருவர் மாவு பிசைவார்கள், மூன்றாமவர் அடுப்பைப் பார்த்து அலமாரிகளை அடுக்குவார்.",
            "மாவு பக்கத்துப் பள்ளத்தாக்கின் ஆலையில் அரைக்கப்படுகிறது. கோடையில் சன்னல்கள் திறந்திருக்கும், அயலவர் மாம்பழம் கொண்டு வருவார்கள். மேலாடைகள் தினமும் மாலையில் துவைக்கப்படும்."
        ),
        "ar": HonestOffer(
            "يقع مخبزنا في السوق القديم ويخبز الأرغفة وكعك التفاح. في الصباح يعجن اثنان العجين، ويعتني الثالث بالفرن ويرتب الرفوف.",
            "يأتي الطحين من طاحونة في الوادي المجاور. في الصيف تبقى النوافذ مفتوحة ويحضر الجيران الكرز. تغسل المآزر كل مساء."
        ),
        "am": HonestOffer(
            "ዳቦ ቤታችን በድሮው ገበያ ውስጥ ይገኛል፤ ዳቦና የፖም ኬክ ይጋግራል። ጠዋት ሁለት ሰዎች ሊጥ ያቦካሉ፣ ሦስተኛው ምድጃውን ይጠብቃል፤ መደርደሪያውን ያስተካክላል።",
            "ዱቄቱ በአጎራባች ሸለቆ ባለው ወፍጮ ይፈጫል። በበጋ መስኮቶች ክፍት ናቸው፤ ጎረቤቶች ማንጎ ያመጣሉ። ሽርጦቹ በየምሽቱ ይታጠባሉ።"),
        "sw": HonestOffer(
            "Duka letu la mikate liko katika soko la zamani na huoka mikate na keki za tufaha. Asubuhi watu wawili hukanda unga, "
                + "wa tatu hutazama tanuri na kupanga rafu.",
            "Unga husagwa katika bonde la jirani. Wakati wa joto madirisha huwa wazi na majirani huleta maembe. Aproni hufuliwa "
                + "kila jioni."),
        "fr": HonestOffer(
            "Notre boulangerie se trouve dans la vieille halle et cuit du pain, des brioches et des tartes aux pommes. Le matin, "
                + "deux personnes pétrissent la pâte, une troisième surveille le four et range les étagères.",
            "La farine vient d'un moulin de la vallée voisine. En été, les fenêtres sont ouvertes et les voisins apportent des "
                + "cerises. Les tabliers sont lavés chaque soir."),
        "es": HonestOffer(
            "Nuestra panadería está en el mercado viejo y hornea pan, bollos y tarta de manzana. Por la mañana dos personas "
                + "amasan, una tercera cuida el horno y ordena los estantes.",
            "La harina se muele en el valle vecino. En verano las ventanas están abiertas y los vecinos traen cerezas. Los "
                + "delantales se lavan cada tarde."),
        "pt-BR": HonestOffer(
            "Nossa padaria fica no mercado velho e assa pão, broas e torta de maçã. De manhã duas pessoas sovam a massa, uma "
                + "terceira cuida do forno e arruma as prateleiras.",
            "A farinha é moída no vale vizinho. No verão as janelas ficam abertas e os vizinhos trazem jabuticabas. Os aventais "
                + "são lavados toda tarde."),
        "mn": HonestOffer(
            "Манай талх нарийн боовны газар хуучин захын дотор байрладаг бөгөөд талх, алимтай бялуу барьдаг. Өглөө хоёр хүн "
                + "зуурмаг зуурч, гурав дахь нь зуухаа харж тавиураа цэгцэлнэ.",
            "Гурилыг хөрш хөндийн тээрэмд тээрэмддэг. Зун цонхнууд онгорхой, хөршүүд жимс авчирдаг. Хормогчийг орой бүр "
                + "угаадаг."),
    ]
}
