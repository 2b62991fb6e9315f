/// Short messages as people write them, by the tag of their main language; not taken from the word lists.
enum LanguageSentences {
    static let all: [(code: String, texts: [String])] = [
        (
            "en",
            [
                "We are looking for chat operators, no experience needed, flight and visa provided by the company.",
                "hey are u still looking for work? dm me asap",
                "Is this offer real? They asked me to pay for the training first.",
                "Earn $500 per week from home, just like and subscribe 🔥🔥 contact t.me/example_jobs",
                "My brother went to Myawaddy and they took his passport, please help us",
                "Warehouse staff wanted in Leeds. Night shift, 12.50 an hour, weekly pay.",
                "Don't send money to anyone who promises you a job abroad",
                "Good morning sir, the interview is tomorrow at 9, bring your certificates",
            ]
        ),
        (
            "zh-Hans",
            [
                "诚聘客服，包吃包住，月薪两万起，机票报销", "高薪招聘打字员，不要求学历，联系飞机 @example_hr", "请问这个工作是真的吗？他们让我先交押金",
                "东南亚网络公司招人 底薪1500u 加提成", "警方提醒：切勿相信境外高薪招聘，谨防诈骗", "我弟弟在缅甸被骗了，现在联系不上", "明天下午开会，大家准时到",
                "急招司机，带货过边境，一趟三千，日结 VX: example123",
            ]
        ),
        (
            "zh-Hant",
            [
                "高薪徵求客服人員，包吃包住，機票全包", "請問這個工作是真的嗎？對方要我先付保證金", "泰國工作 月入十萬 免經驗 意者加LINE: example",
                "警方呼籲民眾勿輕信海外高薪工作，以免受騙", "我弟弟去柬埔寨工作之後就聯絡不到了", "餐廳徵外場，時薪200，供餐，週休二日", "搵工嘅朋友睇過嚟，日薪過千，唔使經驗",
                "租帳戶換現金，當天領錢，輕鬆賺",
            ]
        ),
        (
            "vi",
            [
                "Tuyển nhân viên đánh máy tại Campuchia, lương 20tr, bao ăn ở",
                "viec nhe luong cao, bao ve may bay, ib minh nhe",
                "Cho mình hỏi công ty này có thật không ạ?",
                "cần gấp 5 bạn nữ làm cskh, lương 1000 đô, ko cần kinh nghiệm",
                "Con tôi bị giữ bên đó không về được, xin mọi người giúp",
                "ban nao can tien gap thi lien he zalo 09xx",
                "Lừa đảo việc nhẹ lương cao đang quay trở lại",
                "Nhà hàng tuyển phụ bếp, làm ca tối, 30k một giờ",
            ]
        ),
        (
            "th",
            [
                "รับสมัครแอดมินตอบแชท เงินเดือน 30,000 มีที่พักฟรี", "งานง่ายรายได้ดี ทำที่ปอยเปต สนใจทัก LINE: example",
                "งานนี้จริงไหมคะ เขาให้โอนค่าประกันก่อน", "ตำรวจเตือนอย่าหลงเชื่อประกาศรับสมัครงานต่างประเทศ",
                "ช่วยด้วย น้องชายถูกหลอกไปทำงานที่เมียวดี",
                "ร้านอาหารรับพนักงานเสิร์ฟ 2 คน วันละ 400", "เปิดบัญชีให้หน่อยได้เงินเลย 5000", "พรุ่งนี้ประชุมสิบโมงนะครับ",
            ]
        ),
        (
            "id",
            [
                "gaji gede bos, minat wa aja",
                "Lowongan kerja admin di Kamboja, gaji 12 juta, tiket ditanggung perusahaan",
                "Kak ini beneran gak sih? Saya disuruh bayar dulu",
                "Dibutuhkan operator judi online, pengalaman tidak perlu, bisa langsung berangkat",
                "Adik saya tidak bisa pulang dari Myawaddy, tolong bantu",
                "Polisi imbau warga jangan tergiur tawaran kerja di luar negeri",
                "yg butuh duit cepet chat gue ya", "Warung makan cari karyawan cewek, bisa tinggal di dalam",
            ]
        ),
        (
            "ms",
            [
                "Jawatan kosong di Kemboja, gaji RM8000, tiket kapal terbang percuma",
                "korang nak duit lebih tak? wasap saya sekarang",
                "Betul ke kerja ni? Diorang suruh bayar deposit dulu",
                "Pekerja kilang diperlukan segera, umur 18 hingga 40, asrama disediakan",
                "Polis menasihati orang ramai supaya tidak terpedaya dengan tawaran kerja di luar negara",
                "Adik saya kena tahan kat sana, tak boleh balik",
                "Kerja mudah dari rumah je, bayaran setiap hari",
                "Sila hantar resume kepada encik Faizal sebelum hari Jumaat",
            ]
        ),
        (
            "tl",
            [
                "sahod 40k, pm lang", "Hiring kami ng encoder sa Cambodia, libre ang ticket at tirahan",
                "Legit po ba ito? Pinapabayad muna ako ng 2k",
                "naghahanap kami ng chat support, walang experience ok lang",
                "Tulungan nyo po kami, hindi kami makaalis dito",
                "Huwag maniwala sa mga alok na trabaho sa abroad na masyadong malaki ang sahod",
                "gusto mo ba kumita ng 1k kada araw? msg mo lang ako",
                "Kailangan namin ng dalawang tindera, may pagkain at bahay na",
            ]
        ),
        (
            "km",
            [
                "ជ្រើសរើសបុគ្គលិកឆ្លើយឆាត ប្រាក់ខែ 800 ដុល្លារ", "ការងារស្រួល ប្រាក់ខែខ្ពស់ មានកន្លែងស្នាក់នៅ", "តើការងារនេះពិតទេ?",
                "ប៉ូលិសព្រមានអំពីការឆបោកការងារនៅក្រៅប្រទេស", "សូមជួយប្អូនខ្ញុំ គេមិនឱ្យចេញទេ", "ត្រូវការអ្នករត់តុ 2 នាក់ contact telegram",
                "ស្អែកមានប្រជុំម៉ោង 9", "បើកគណនីធនាគារបានលុយភ្លាម",
            ]
        ),
        (
            "hi",
            [
                "दुबई में नौकरी, वेतन 50 हजार, टिकट और खाना कंपनी देगी", "क्या यह नौकरी असली है? पहले पैसे मांग रहे हैं",
                "घर बैठे कमाएं रोज 2000 रुपये, अभी व्हाट्सएप करें",
                "मेरे भाई को म्यांमार में बंद कर रखा है, मदद कीजिए", "पुलिस ने विदेश में नौकरी के नाम पर ठगी से सावधान किया",
                "होटल के लिए दो लड़के चाहिए, रहना खाना मुफ्त",
                "कल सुबह मीटिंग है, समय पर आना", "data entry का काम, कोई अनुभव नहीं चाहिए",
            ]
        ),
        (
            "hi-Latn",
            [
                "salary 50k milegi ghar baithe",
                "bhai thailand me kaam hai, ticket free, interested ho to msg karo",
                "ye job real hai kya? pehle paise maang rahe hain",
                "Ghar baithe kamao roz 2000, sirf mobile chahiye",
                "mera bhai wahan phas gaya hai, usko aane nahi de rahe",
                "call center ke liye ladke chahiye, rehna khana free",
                "kal subah 10 baje aa jana office",
                "koi experience nahi chahiye bas thodi english aani chahiye",
            ]
        ),
        (
            "ru",
            [
                "Требуются операторы чата в Таиланд, билет и жильё за счёт компании",
                "работа курьером, от 5к в день, пиши в лс",
                "Это реальная вакансия? Просят сначала оплатить визу",
                "Ищем девушек на ресепшн, опыт не нужен",
                "Брат уехал работать в Мьянму и не может вернуться, помогите",
                "Полиция предупреждает о мошенниках с работой за границей",
                "Завтра встреча в десять, не опаздывай", "заработок без вложений!!! тг @example",
            ]
        ),
        (
            "ja",
            [
                "高収入バイト、未経験歓迎、日払い可能です", "海外でのチャット対応スタッフ募集、渡航費は会社負担", "この求人は本物ですか？先に保証金を払えと言われました",
                "未経験歓迎 時給1500円 駅近",
                "闇バイトに注意してください", "弟がミャンマーから帰れません、助けてください", "荷物を受け取るだけの簡単なお仕事、DMください", "明日の会議は10時からです",
            ]
        ),
        (
            "ko",
            [
                "해외 고수익 알바 모집, 항공권 지원", "텔레마케팅 직원 구합니다 숙식제공 월 500", "이거 진짜 일자리 맞나요? 보증금부터 내래요",
                "통장 빌려주시면 하루 30만원 드려요",
                "동생이 캄보디아에서 연락이 안 돼요 도와주세요", "경찰, 해외 취업 사기 주의 당부", "내일 회의는 10시입니다", "카페 주말 알바 구해요 시급 11000",
            ]
        ),
        (
            "bn",
            [
                "দুবাইতে চাকরি, বেতন ৫০ হাজার টাকা", "এই চাকরি কি সত্যি? আগে টাকা চাচ্ছে", "ঘরে বসে আয় করুন, inbox me",
                "আমার ভাইকে আটকে রেখেছে, সাহায্য করুন",
                "পুলিশ বিদেশে চাকরির প্রতারণা নিয়ে সতর্ক করেছে", "গার্মেন্টসে লোক লাগবে", "কাল সকালে মিটিং আছে", "কোনো অভিজ্ঞতা লাগবে না, whatsapp করুন",
            ]
        ),
        (
            "ur",
            [
                "دبئی میں نوکری، تنخواہ پچاس ہزار، ٹکٹ مفت", "کیا یہ نوکری اصلی ہے؟ پہلے پیسے مانگ رہے ہیں",
                "گھر بیٹھے کمائیں روزانہ دو ہزار", "میرے بھائی کو وہاں بند کر رکھا ہے، مدد کریں",
                "پولیس نے بیرون ملک نوکری کے فراڈ سے خبردار کیا", "ہوٹل کے لیے دو لڑکے چاہیے",
                "کل صبح دس بجے آ جانا", "کوئی تجربہ ضروری نہیں، واٹس ایپ کریں",
            ]
        ),
        (
            "ur-Latn",
            [
                "Dubai mein mulazmat, tankhwah 50 hazar, rehaish muft",
                "assalam o alaikum, ye job asli hai ya nahi?",
                "ghar baithay rozana 2000 kamayen, rabta karen",
                "mere bhai ko wahan band kar rakha hai, madad karen",
                "hotel k liye do larkay chahiye, khana rehaish free",
                "koi tajurba zaroori nahi, whatsapp karen",
                "kal subah das bajay aa jana janab", "bairoon mulk jane ke khwahishmand hazraat rabta karein",
            ]
        ),
        (
            "ne",
            [
                "मलेसियामा काम छ, तलब ५० हजार, टिकट कम्पनीले दिन्छ", "यो जागिर साँच्चै हो? पहिले पैसा मागिरहेका छन्",
                "घरमै बसेर दिनको दुई हजार कमाउनुहोस्", "मेरो भाइलाई उतै थुनेर राखेका छन्, सहयोग गर्नुहोस्",
                "प्रहरीले वैदेशिक रोजगारीको ठगीबाट सचेत रहन भनेको छ", "होटलमा काम गर्ने दुई जना केटा चाहियो", "भोलि बिहान दस बजे आउनुहोस् है",
                "अनुभव नभए पनि हुन्छ, म्यासेज गर्नुस्",
            ]
        ),
        (
            "my",
            [
                "ထိုင်းမှာ အလုပ်ရှိတယ် လစာ ၁၅၀၀၀ ဘတ်", "ဒီအလုပ် တကယ်ဟုတ်လား", "အွန်လိုင်းက ပိုက်ဆံရှာနိုင်တယ် viber ဆက်သွယ်ပါ",
                "ကျွန်မ မောင်လေးကို ကူညီပါ",
                "ရဲက အလုပ်လိမ်လည်မှု သတိပေးထားတယ်", "စားသောက်ဆိုင် ဝန်ထမ်း ၂ ယောက် လိုတယ်", "မနက်ဖြန် ၁၀ နာရီ အစည်းအဝေး",
                "အတွေ့အကြုံ မလိုပါ နေစရာပေးတယ်",
            ]
        ),
        (
            "lo",
            [
                "ຮັບສະໝັກພະນັກງານຕອບແຊັດ ເງິນເດືອນ 500 ໂດລາ", "ວຽກນີ້ແທ້ບໍ່", "ວຽກງ່າຍ ລາຍໄດ້ດີ ມີບ່ອນພັກ",
                "ຊ່ວຍນ້ອງຊາຍຂອງຂ້ອຍແດ່",
                "ຕຳຫຼວດເຕືອນໃຫ້ລະວັງການຫຼອກລວງ", "ຮ້ານອາຫານຕ້ອງການຄົນ 2 ຄົນ", "ມື້ອື່ນປະຊຸມ 10 ໂມງ",
                "ບໍ່ຕ້ອງມີປະສົບການ whatsapp ມາເດີ",
            ]
        ),
        (
            "ta",
            [
                "துபாயில் வேலை, சம்பளம் 50 ஆயிரம்", "இந்த வேலை உண்மையா?", "வீட்டிலிருந்தே சம்பாதிக்கலாம், whatsapp பண்ணுங்க",
                "என் தம்பியை அங்கே அடைத்து வைத்திருக்கிறார்கள்",
                "வெளிநாட்டு வேலை மோசடி குறித்து போலீஸ் எச்சரிக்கை", "ஹோட்டலுக்கு இரண்டு பேர் தேவை", "நாளை காலை பத்து மணிக்கு வாங்க", "அனுபவம் தேவையில்லை",
            ]
        ),
        (
            "si",
            [
                "ඩුබායි රැකියා, වැටුප ලක්ෂ දෙකයි", "මේ රස්සාව ඇත්තද?", "ගෙදර ඉඳන් සල්ලි හොයන්න, whatsapp කරන්න",
                "මගේ මල්ලිව එහේ හිර කරගෙන ඉන්නවා",
                "විදේශ රැකියා වංචා ගැන පොලිසිය අනතුරු අඟවයි", "හෝටලයකට දෙන්නෙක් ඕනේ", "හෙට උදේ දහයට එන්න", "පළපුරුද්ද අවශ්‍ය නැත",
            ]
        ),
        (
            "ar",
            [
                "مطلوب موظفين للعمل في دبي، الراتب 3000 درهم والسكن مجاني",
                "هل هذه الوظيفة حقيقية؟ طلبوا مني دفع رسوم أولا",
                "اشتغل من البيت واربح 100 دولار يوميا، للتواصل واتساب",
                "أخي محتجز هناك ولا يستطيع العودة، ساعدونا", "الشرطة تحذر من عروض العمل الوهمية في الخارج",
                "مطعم يبحث عن نادل، دوام مسائي", "الاجتماع غدا الساعة العاشرة",
                "بدون خبرة، فقط ارسل اسمك ورقمك",
            ]
        ),
        (
            "am",
            [
                "በዱባይ ሥራ አለ፣ ደመወዝ 20 ሺህ ብር", "ይህ ሥራ እውነት ነው?", "ቤት ሆነው በቀን 500 ብር ያግኙ",
                "ወንድሜን እዚያ ይዘውታል እርዱኝ", "ፖሊስ ስለ ውጭ አገር የሥራ ማጭበርበር አስጠነቀቀ",
                "ለሆቴል ሁለት ሰው እንፈልጋለን", "ነገ ጠዋት ስብሰባ አለ", "ልምድ አያስፈልግም telegram ያናግሩን",
            ]
        ),
        (
            "sw",
            [
                "Nafasi za kazi Dubai, mshahara elfu hamsini, tiketi bure",
                "je kazi hii ni ya kweli? wananiambia nilipe kwanza",
                "Pata pesa ukiwa nyumbani, elfu mbili kila siku",
                "Ndugu yangu amefungiwa huko, tafadhali tusaidie",
                "Polisi wanaonya kuhusu ajira za uongo nje ya nchi",
                "Hoteli inahitaji watu wawili, chakula na malazi vipo",
                "Kesho asubuhi tuna mkutano saa nne", "hakuna uzoefu unaohitajika, piga simu tu",
            ]
        ),
        (
            "mn",
            [
                "Солонгост ажил байна, цалин 5 сая, онгоцны тийз үнэгүй",
                "Энэ ажил үнэн үү? Эхлээд мөнгө төл гэж байна", "Гэрээсээ өдөрт 50 мянган төгрөг олоорой",
                "Миний ах тэнд хоригдсон, туслаач", "Цагдаа гадаад дахь ажлын залилангаас сэрэмжлүүлж байна",
                "Зоогийн газарт 2 хүн ажилд авна", "Маргааш өглөө арван цагт хуралтай",
                "turshlaga shaardlagagui биш, туршлага шаардлагагүй",
            ]
        ),
        (
            "es",
            [
                "Se busca personal para call center en Tailandia, vuelo y comida incluidos",
                "chicas ganen 2000 a la semana, mándenme msj", "¿Es real esta oferta? Me piden pagar antes",
                "Trabajo desde casa sin experiencia, solo necesitas tu celular",
                "Mi hermano no puede salir de allí, ayúdennos",
                "La policía alerta de falsas ofertas de empleo en el extranjero",
                "mañana tenemos reunión a las diez", "necesito 3 personas pa hoy, pago diario",
            ]
        ),
        (
            "pt-BR",
            [
                "Vaga para atendimento na Tailândia, passagem e moradia por conta da empresa",
                "ganhe 300 por dia em casa, chama no zap",
                "Essa vaga é verdadeira? Estão pedindo pra pagar antes",
                "Contrata-se garçom com experiência, salário mais gorjeta",
                "Meu irmão não consegue sair de lá, ajudem", "Polícia alerta para falsas vagas no exterior",
                "amanhã tem reunião às dez", "vc só precisa curtir vídeos e recebe na hora",
            ]
        ),
        (
            "fr",
            [
                "Nous recrutons des opérateurs en Thaïlande, billet et logement payés",
                "gagne 200 euros par jour chez toi, écris moi",
                "Est-ce que cette offre est vraie ? Ils veulent que je paie avant",
                "Cherche serveur avec expérience, contrat de six mois",
                "Mon frère est bloqué là-bas, aidez-nous",
                "La police met en garde contre les fausses offres d'emploi à l'étranger",
                "demain on a une réunion à dix heures", "pas besoin de diplome, juste un tel et tu gagnes",
            ]
        ),
    ]

    /// Texts that tell no language.
    static let untold = [
        "", " ", "12345 678", "+1 555 0100", "🔥🔥🔥 💰", "@example_hr", "t.me/example_jobs",
        "https://example.com/a/b?c=d", "WhatsApp",
        "50k", "***", "Kcmxq zzvrt plorq", "KnowBe4", "$500-$800",
    ]

    /// Texts in languages that are not known here.
    static let foreign = [
        "Wir suchen dringend Mitarbeiter für unser Büro in Berlin, gute Bezahlung und flexible Arbeitszeiten",
        "Szukamy pracowników do magazynu, dobre zarobki i darmowe zakwaterowanie dla wszystkich",
        "Evden çalışarak günde beş yüz lira kazanmak ister misiniz, hemen bize yazın",
        "Потрібні працівники на склад, житло безкоштовно, зарплата щотижня, дзвоніть у будь-який час",
        "Cerchiamo personale per ristorante, vitto e alloggio, ottima paga ogni settimana",
    ]

    /// Messages in two languages, and those that must be allowed to speak.
    static let mixed: [(text: String, primary: String, speaking: [String])] = [
        ("We are hiring in Cambodia, 诚聘客服人员，包吃包住，月薪两万，机票报销", "zh-Hans", ["en", "zh-Hans"]),
        (
            "Hiring po kami ng customer service, salary is paid weekly, pm lang po kung interested kayo",
            "tl", ["en", "tl"]
        ),
        ("รับสมัครงาน we need staff urgently ที่พักฟรี", "th", ["en", "th"]),
        ("salary very good hai bhai, work from home, daily payment milega", "en", ["en", "hi-Latn"]),
        ("직원 모집 hiring now 월급 500만원 숙식 제공", "ko", ["en", "ko"]),
        ("Cần tuyển nhân viên 招聘越南翻译人员", "vi", ["vi", "zh-Hans"]),
    ]
}
