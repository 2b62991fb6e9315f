/// The words of facts, in ordinary spelling; they are folded when they are read. "_" stands for a space within
/// a word. English, Chinese, Vietnamese, Thai, Indonesian and Malay, Tagalog, Khmer, Hindi (both scripts), Russian,
/// Japanese, Korean, then the others.
enum FactWordLists {
    static let all: [(FactWord, String)] = currencies + scales + periods + pay + ages + channels + connectors

    private static func currency(_ currency: Fact.Currency, _ words: String) -> (FactWord, String) {
        (FactWord(roles: .currency, currency: currency), words)
    }

    private static func scale(_ amount: Double, _ words: String) -> (FactWord, String) {
        (FactWord(roles: .scale, amount: amount), words)
    }

    private static func scale(_ amount: Double, _ roles: FactWord.Role, _ words: String) -> (FactWord, String)
    {
        (FactWord(roles: roles.union(.scale), amount: amount), words)
    }

    private static func period(_ period: Fact.Period, _ words: String) -> (FactWord, String) {
        (FactWord(roles: .period, period: period), words)
    }

    private static func channel(_ channel: Fact.Channel, _ words: String) -> (FactWord, String) {
        (FactWord(roles: .channel, channel: channel), words)
    }

    private static func channel(
        _ channel: Fact.Channel, _ roles: FactWord.Role, _ words: String
    ) -> (FactWord, String) {
        (FactWord(roles: roles.union(.channel), channel: channel), words)
    }

    private static let currencies: [(FactWord, String)] = [
        currency(
            .usd,
            """
            $ us$ usd dollar dollars bucks 美金 美元 美刀 刀 đô đôla đô_la đô_mỹ usd$ ดอลลาร์ ดอลล่าร์ เหรียญสหรัฐ dolar dolar_as \
            dolyar dolyares dollars_us ដុល្លារ ដុល្លា डॉलर dollar's доллар доллара долларов доллары баксов бакс долл ドル 米ドル \
            달러 불 ডলার ڈالر डलर ဒေါ်လာ ໂດລາ டாலர் ඩොලර් دولار ዶላር доллараар dólar dólares dola
            """),
        currency(.eur, "€ eur euro euros 欧元 ยูโร евро ユーロ 유로 يورو"),
        currency(.gbp, "£ gbp 英镑 фунтов ポンド 파운드"),
        currency(.cny, "¥ cny rmb yuan 元 块 块钱 人民币 元人民币 nhân_dân_tệ tệ หยวน юаней юань 人民元 위안 ຢວນ"),
        currency(.twd, "twd nt nt$ ntd 台币 新台币 đài_tệ 台湾ドル"),
        currency(.hkd, "hkd hk$ 港币 港元"),
        currency(.jpy, "jpy yen 円 日元 日币 เยน иен 엔 yên"),
        currency(.krw, "krw 원 韩元 韩币 ウォン วอน вон 万元"),
        currency(.vnd, "vnd vnđ đồng ₫ triệu_đồng 越南盾"),
        currency(.thb, "thb baht bath ฿ บาท 泰铢 бат батов バーツ 바트 បាត ບາດ ဘတ်"),
        currency(.idr, "idr rp rupiah 印尼盾"),
        currency(.myr, "myr rm ringgit 马币 令吉 ริงกิต"),
        currency(.php, "php ₱ peso pesos piso 比索 菲币 페소"),
        currency(.khr, "khr riel riels ៛ រៀល 瑞尔"),
        currency(.lak, "lak kip ₭ ກີບ กีบ"),
        currency(.mmk, "mmk kyat kyats ကျပ် จ๊าต 缅币"),
        currency(.inr, "inr ₹ rs rupees rupee rupaye rupaiye रुपये रुपए रुपया रु রুপি ரூபாய் рупий 卢比"),
        currency(.bdt, "bdt tk taka ৳ টাকা"),
        currency(.pkr, "pkr روپے روپیہ"),
        currency(.npr, "npr रुपैयाँ नेरु"),
        currency(.lkr, "lkr රුපියල් රු"),
        currency(.rub, "rub ₽ руб рублей рубля рубль рублях ₽/мес р 卢布 ルーブル"),
        currency(.mnt, "mnt төгрөг төг ₮"),
        currency(.brl, "brl r$ reais"),
        currency(.mxn, "mxn"),
        currency(.aed, "aed dirham dirhams dhs درهم दिरहम درہم 迪拉姆"),
        currency(.sar, "sar riyal riyals ريال ریال रियाल"),
        currency(.sgd, "sgd s$ 新币 新加坡元"),
        currency(.kes, "kes ksh"),
        currency(.tzs, "tzs tsh shilingi"),
        currency(.etb, "etb birr ብር"),
        currency(.usdt, "usdt tether 泰达币 테더 テザー юсдт ยูเอสดีที usdt币"),
        (FactWord(roles: [.currency, .tight], currency: .usdt), "u"),
        currency(.btc, "btc bitcoin 比特币 บิทคอยน์ биткоин 비트코인"),
        currency(.eth, "eth ethereum 以太坊"),
    ]

    private static let scales: [(FactWord, String)] = [
        scale(1e3, .tight, "k"),
        scale(
            1e3,
            """
            thousand nghìn ngàn พัน ribu rb libo ពាន់ हज़ार हजार hazar hazaar тыс тыс. тысяч тысячи тысяча 천 千 হাজার ہزار ထောင် ພັນ \
            ஆயிரம் දහස් ألف الف آلاف ሺህ ሺ мянган мянга mil mille elfu
            """),
        scale(1e4, "หมื่น ម៉ឺន 만 万 萬 သောင်း ໝື່ນ"),
        scale(1e5, .moneyScale, "lakh lakhs lac lacs लाख lakhon লাখ লক্ষ لاکھ สิบหมื่น සලක්ෂ ලක්ෂ லட்சம் သိန်း"),
        scale(1e5, "แสน សែន ແສນ"),
        scale(1e6, .moneyScale, "triệu củ chai juta jt लाख_लाख ล้าน លាន ລ້ານ"),
        scale(
            1e6,
            "million millions milyon миллион миллиона млн 百万 مليون milhão milhões millón millones សិបម៉ឺន саяын сая"
        ),
        scale(1e6, [.moneyScale, .tight], "tr"),
        scale(1e7, .moneyScale, "crore crores करोड़ কোটি کروڑ"),
        (FactWord(roles: .digit, amount: 1), "一"), (FactWord(roles: .digit, amount: 2), "二 两 两"),
        (FactWord(roles: .digit, amount: 3), "三"), (FactWord(roles: .digit, amount: 4), "四"),
        (FactWord(roles: .digit, amount: 5), "五"), (FactWord(roles: .digit, amount: 6), "六"),
        (FactWord(roles: .digit, amount: 7), "七"), (FactWord(roles: .digit, amount: 8), "八"),
        (FactWord(roles: .digit, amount: 9), "九"), (FactWord(roles: .digit, amount: 10), "十 สิบ"),
        (FactWord(roles: .digit, amount: 2), "สอง"), (FactWord(roles: .digit, amount: 3), "สาม"),
        (FactWord(roles: .digit, amount: 4), "สี่"), (FactWord(roles: .digit, amount: 5), "ห้า"),
        (FactWord(roles: .digit, amount: 6), "หก"), (FactWord(roles: .digit, amount: 1), "หนึ่ง"),
    ]

    private static let periods: [(FactWord, String)] = [
        period(
            .hour,
            """
            hour /hour per_hour an_hour hourly /hr /h hr 小时 /小时 每小时 一小时 时薪 giờ /giờ mỗi_giờ ชั่วโมง ต่อชั่วโมง /ชม \
            ชั่วโมงละ jam /jam per_jam sejam oras kada_oras ម៉ោង ក្នុងមួយម៉ោង घंटा घंटे प्रति_घंटा ghanta ghante в_час час /час 時給 時間 \
            시간당 시급 /시간 ঘণ্টা گھنٹہ al_hora por_hora la_hora l'heure par_heure في_الساعة kwa_saa
            """),
        period(
            .day,
            """
            day /day per_day a_day daily everyday 天 /天 每天 一天 日 /日 每日 日薪 日结 ngày /ngày mỗi_ngày 1_ngày một_ngày วัน /วัน \
            ต่อวัน วันละ hari /hari per_hari sehari harian araw kada_araw bawat_araw isang_araw arawan /araw ថ្ងៃ ក្នុងមួយថ្ងៃ /ថ្ងៃ दिन \
            प्रतिदिन रोज रोज़ din har_din roz rozana в_день день /день в_сутки за_смену 日給 1日 毎日 日払い 일당 하루 /일 일급 \
            প্রতিদিন দৈনিক روزانہ دن တစ်ရက် ມື້ ຕໍ່ມື້ நாள் දවසකට día al_día por_día diario dia por_dia jour par_jour في_اليوم يوميا \
            kwa_siku በቀን өдөрт
            """),
        period(
            .week,
            """
            week /week per_week a_week weekly /wk 周 /周 每周 一周 星期 周薪 tuần /tuần mỗi_tuần สัปดาห์ ต่อสัปดาห์ อาทิตย์ละ minggu /minggu \
            per_minggu seminggu mingguan linggo kada_linggo isang_linggo សប្តាហ៍ हफ्ता हफ्ते hafte hafta в_неделю неделю 週 週給 1週間 \
            주급 주당 일주일 সপ্তাহ ہفتہ semana a_la_semana por_semana semaine par_semaine في_الأسبوع أسبوعيا kwa_wiki
            """),
        period(
            .month,
            """
            month /month per_month a_month monthly /mo /mth /mnth pm p.m 月 /月 每月 每个月 一个月 月薪 月入 月收入 tháng /tháng mỗi_tháng \
            1_tháng một_tháng hàng_tháng เดือน /เดือน ต่อเดือน เดือนละ bulan /bulan /bln per_bulan sebulan bulanan tiap_bulan buwan \
            kada_buwan bawat_buwan isang_buwan buwanan /buwan ខែ ក្នុងមួយខែ /ខែ ប្រាក់ខែ महीना महीने प्रति_माह मासिक माह mahina mahine \
            har_mahine /mahina в_месяц месяц /месяц /мес в_мес 月給 月収 毎月 ヶ月 월 월급 월수입 한달 한_달 매월 /월 মাস মাসে মাসিক মাসিক_বেতন \
            ماہانہ مہینہ مہینے महिना महिनाको मासिक_तलब တစ်လ လစာ ເດືອນ ຕໍ່ເດືອນ மாதம் மாத මාසයකට මාසිකව شهريا في_الشهر شهري በወር сард сарын al_mes mes \
            mensual mensuales por_mês mês mensais mensal par_mois mois mensuel kwa_mwezi mwezi
            """),
        period(
            .year,
            """
            year /year per_year a_year yearly annually annual /yr p.a per_annum 年薪 每年 一年 /年 năm /năm mỗi_năm ปีละ ต่อปี setahun \
            per_tahun /tahun kada_taon सालाना saalana в_год 年収 年俸 연봉 al_año por_ano par_an سنويا kwa_mwaka
            """),
        period(
            .task,
            """
            per_task /task a_task per_order /order per_like per_video per_review per_click 每单 一单 /单 每任务 mỗi_đơn /đơn mỗi_nhiệm_vụ \
            ต่องาน ต่อออเดอร์ งานละ per_tugas /tugas per_misi kada_task bawat_task kada_like हर_टास्क har_task per_like за_задание за_лайк \
            за_отзыв 1件 一件 件 건당 /건 por_tarea por_tarefa par_tâche
            """),
    ]

    private static let pay: [(FactWord, String)] = [
        (
            FactWord(roles: .pay),
            """
            salary salaries wage wages pay paid earn earning earnings income ctc stipend 工资 薪资 薪水 底薪 收入 薪 待遇 赚 lương thu_nhập \
            kiếm lương_cứng luong เงินเดือน รายได้ ค่าจ้าง ค่าแรง gaji pendapatan upah penghasilan sahod sweldo kita sahod: ចំណូល ប្រាក់បៀវត្ស \
            वेतन सैलरी तनख्वाह कमाई कमाएं tankhwah vetan kamai kamao зарплата зп з/п доход оклад заработок платим 給料 給与 収入 報酬 稼げる 급여 \
            수입 월급여 페이 বেতন আয় تنخواہ आम्दानी तलब လစာ ເງິນເດືອນ சம்பளம் වැටුප راتب مرتب ደመወዝ цалин sueldo salario ganar ganas pago salário \
            ganhe ganhar salaire gagnez mshahara
            """
        ),
        (FactWord(roles: .pay, period: .month), "月薪 月入 月收入 月給 月収 월급 월수입 월수 เงินเดือน ប្រាក់ខែ gaji_bulanan"),
        (FactWord(roles: .pay, period: .day), "日薪 日给 日給 일당 일급 日入 日赚 gaji_harian"),
        (FactWord(roles: .pay, period: .hour), "时薪 時給 시급"),
        (FactWord(roles: .pay, period: .week), "周薪 週給 주급"),
        (FactWord(roles: .pay, period: .year), "年薪 年収 年俸 연봉"),
    ]

    private static let ages: [(FactWord, String)] = [
        (
            FactWord(roles: .age),
            """
            age aged ages age_group between_the_ages_of 年龄 年纪 年满 tuổi_từ độ_tuổi tuổi อายุ usia umur berumur berusia edad edad: អាយុ \
            आयु उम्र umar umr возраст возраста возрастом 年齢 나이 연령 만 বয়স عمر उमेर အသက် ອາຍຸ வயது වයස العمر ዕድሜ нас edad_de idade âge âgé umri
            """
        ),
        (
            FactWord(roles: .ageUnit),
            """
            years_old year_old yrs_old y/o yo y.o yrs._old 岁 歲 周岁 tuổi t ขวบ taong_gulang anyos 歳 才 세 살 лет_и_старше वर्ष_की_आयु साल_की_उम्र \
            বছর_বয়সী años_de_edad anos_de_idade
            """
        ),
        (
            FactWord(roles: .years),
            "years yrs yr ปี tahun thn taon ឆ្នាំ साल वर्ष saal sal лет года год 年 بছর বছর سال سنة عام নাস años anos ans vuotta miaka"
        ),
    ]

    private static let channels: [(FactWord, String)] = [
        channel(
            .telegram,
            """
            telegram tg tele telegrm 飞机 电报 纸飞机 เทเลแกรม โทรเลข тг телеграм телеграмм телега телегу телеграме テレグラム 텔레그램 텔레 텔 टेलीग्राम \
            টেলিগ্রাম ٹیلیگرام तेलिग्राम တယ်လီဂရမ် ເທເລແກຣມ டெலிகிராம் ටෙලිග්‍රෑම් تيليجرام تلغرام ቴሌግራም តេឡេក្រាម
            """),
        channel(
            .whatsapp,
            "whatsapp whatapp whatsap wa watsapp wapp 瓦次 วอทแอป ватсап вацап вотсап ワッツアップ 왓츠앱 व्हाट्सएप व्हाट्सऐप হোয়াটসঅ্যাপ واٹس_ایپ واتساب واتس வாட்ஸ்அப் වට්ස්ඇප්"
        ),
        channel(.line, .faint, "line"),
        channel(.line, "line_id lineid ไลน์ แอดไลน์ ไอดีไลน์ 라인 賴 加赖 ライン ລາຍ"),
        channel(.wechat, "wechat weixin 微信 vx wx 加微 薇信 威信 วีแชท вичат 위챗 ウィーチャット zalo/wechat"),
        channel(.zalo, "zalo zl"),
        channel(.viber, "viber вайбер"),
        channel(.signal, .faint, "signal"),
        channel(.signal, "シグナル 시그널 сигнал"),
        channel(.messenger, "messenger fb_messenger m.me 메신저 мессенджер"),
        channel(.kakaotalk, "kakaotalk kakao 카톡 카카오톡 오픈카톡 カカオトーク"),
        channel(.qq, "qq 扣扣 企鹅"),
        channel(.skype, "skype скайп"),
        channel(.instagram, "instagram insta ig инстаграм 인스타"),
        (
            FactWord(roles: .identifier),
            "id 号 號 帐号 账号 아이디 ไอดี айди at: номер number no contact add me us on only : - = is"
        ),
    ]

    private static let connectors: [(FactWord, String)] = [
        (
            FactWord(roles: .range),
            "- ~ – — to 到 至 đến tới den ถึง sampai hingga s/d sd hanggang ដល់ से से_लेकर se до から 에서 부터 থেকে سے देखि ຫາ - a à até إلى -"
        ),
        (
            FactWord(roles: .filler),
            """
            : is of up_to upto from around about approx least at_least starting minimum min max starts_at 约 左右 高达 可达 起 为 是 至少 保底 từ khoảng \
            lên_đến tới ตั้งแต่ ประมาณ สูงถึง เริ่มต้น mulai hingga sekitar sampai mencecah aabot_ng umabot_sa ng hanggang ពី រហូតដល់ से लगभग तक от до около \
            約 最低 最大 最高 최소 최대 약 de hasta desde a_partir_de até à_partir_de jusqu'à حتى من ~ + = ( ： -
            """
        ),
    ]
}
