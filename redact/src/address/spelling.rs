//! In how many ways can the name of a place be written, and when are two of them the same name?
//!
//! Place names are looked up in one canonical spelling: old, vendor and simplified forms of a kanji
//! become one, ヶ ケ が ガ become one, 之 の ノ become one, and a number becomes ASCII digits, so
//! that 北一条西 and 北1条西 meet. The price: a few different names fall together, which is harmless,
//! since a name counts only inside its municipality or before a house number.

/// The form that stands for `character` in names of places.
///
/// The groups are pairs of old and new forms (常用漢字表, 人名用漢字表), vendor characters and the
/// interchangeable particles of place names.
#[allow(clippy::too_many_lines, reason = "a table, one group a line")]
#[rustfmt::skip]
pub fn canonical_char(character: char) -> char {
    match character {
        'ヶ' | 'ヵ' | 'ガ' | 'が' => 'ケ',
        'の' | '之' | '乃' => 'ノ',
        'ッ' | 'っ' | 'つ' => 'ツ',
        'り' => 'リ',
        '髙' => '高',
        '﨑' | '嵜' | '碕' => '崎',
        '濱' | '濵' => '浜',
        '澤' => '沢',
        '櫻' => '桜',
        '廣' => '広',
        '國' | '圀' => '国',
        '榮' => '栄',
        '龍' => '竜',
        '瀧' => '滝',
        '邊' | '邉' => '辺',
        '齋' | '斉' | '齊' => '斎',
        '檜' => '桧',
        '藪' | '籔' => '薮',
        '籠' => '篭',
        '釡' => '釜',
        '竃' => '竈',
        '祗' => '祇',
        '麴' => '麹',
        '邇' | '爾' => '迩',
        '鰺' => '鯵',
        '諌' => '諫',
        '條' => '条',
        '檮' => '梼',
        '溪' => '渓',
        '與' => '与',
        '惠' => '恵',
        '舘' => '館',
        '穗' => '穂',
        '遙' => '遥',
        '曾' => '曽',
        '燈' => '灯',
        '鹽' => '塩',
        '嶋' | '嶌' => '島',
        '峯' => '峰',
        '冨' => '富',
        '德' => '徳',
        '眞' => '真',
        '黑' => '黒',
        '寶' => '宝',
        '壽' => '寿',
        '實' => '実',
        '豐' => '豊',
        '縣' => '県',
        '萬' => '万',
        '龜' => '亀',
        '驛' => '駅',
        '學' => '学',
        '會' => '会',
        '佛' => '仏',
        '拂' => '払',
        '圓' => '円',
        '圖' => '図',
        '團' => '団',
        '增' => '増',
        '壯' => '壮',
        '藏' => '蔵',
        '藝' => '芸',
        '蘆' => '芦',
        '蠣' => '蛎',
        '巖' => '巌',
        '瀨' => '瀬',
        '鄕' | '鄉' => '郷',
        '鷄' | '雞' => '鶏',
        '鷗' => '鴎',
        '麥' => '麦',
        '戶' | '户' => '戸',
        '步' => '歩',
        '每' => '毎',
        '淸' => '清',
        '淨' => '浄',
        '淺' => '浅',
        '渕' | '渊' => '淵',
        '溫' => '温',
        '滿' => '満',
        '濟' => '済',
        '灣' => '湾',
        '爐' => '炉',
        '爲' => '為',
        '狹' => '狭',
        '獨' => '独',
        '當' => '当',
        '疊' => '畳',
        '發' => '発',
        '禮' => '礼',
        '稻' => '稲',
        '竝' => '並',
        '絲' => '糸',
        '經' => '経',
        '綠' => '緑',
        '緖' => '緒',
        '繩' => '縄',
        '聲' => '声',
        '臺' => '台',
        '舊' => '旧',
        '莊' | '庄' => '荘',
        '薗' => '園',
        '薰' => '薫',
        '藥' => '薬',
        '號' => '号',
        '螢' => '蛍',
        '蟲' => '虫',
        '衞' => '衛',
        '覺' => '覚',
        '觀' => '観',
        '譯' => '訳',
        '讀' => '読',
        '豫' => '予',
        '賣' => '売',
        '賴' => '頼',
        '邨' => '村',
        '釋' => '釈',
        '鐵' => '鉄',
        '鑛' => '鉱',
        '關' => '関',
        '隱' => '隠',
        '雙' => '双',
        '靈' => '霊',
        '靜' => '静',
        '顯' => '顕',
        '餘' => '余',
        '驒' => '騨',
        '黃' => '黄',
        '點' => '点',
        '黨' => '党',
        '鴬' => '鶯',
        '巳' | '已' => '己',
        '冶' => '治',
        '桒' => '桑',
        '栁' => '柳',
        '舩' => '船',
        '槗' => '橋',
        '靍' | '靏' => '鶴',
        '嶽' => '岳',
        '𠮷' => '吉',
        '彌' => '弥',
        '辨' | '瓣' | '辯' => '弁',
        '礪' => '砺',
        '來' => '来',
        '萊' => '莱',
        '棧' => '桟',
        '樓' => '楼',
        '權' => '権',
        '歸' => '帰',
        '氣' => '気',
        '盡' => '尽',
        '峽' => '峡',
        '戀' => '恋',
        '應' => '応',
        '數' => '数',
        '禪' => '禅',
        '穩' => '穏',
        '總' => '総',
        '聰' => '聡',
        '舖' => '舗',
        '莖' => '茎',
        '萠' => '萌',
        '覽' => '覧',
        '鑄' => '鋳',
        '錢' => '銭',
        '隨' => '随',
        '醬' => '醤',
        '枡' => '桝',
        '槇' => '槙',
        '堯' => '尭',
        '飽' => '鉋',
        '炮' => '砲',
        '舍' => '舎',
        '處' => '処',
        '徑' => '径',
        // Compatibility ideographs (神, 福 …) decompose to the ordinary ones.
        '\u{F900}'..='\u{FAFF}' => {
            let mut plain = character;
            unicode_normalization::char::decompose_canonical(character, |part| plain = part);
            if plain == character { plain } else { canonical_char(plain) }
        }
        other => other.to_ascii_uppercase(),
    }
}

/// The value of one digit, ASCII or kanji, the legal forms 壱弐参 included.
pub(crate) const fn digit_value(character: char) -> Option<u32> {
    Some(match character {
        '0'..='9' => character as u32 - '0' as u32,
        '〇' => 0,
        '一' | '壱' | '壹' => 1,
        '二' | '弐' | '貳' => 2,
        '三' | '参' | '參' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// 十, 百, 千 and the legal form 拾.
pub(crate) const fn multiplier(character: char) -> Option<u32> {
    Some(match character {
        '十' | '拾' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// The longest run of digits and multipliers that is read as one number.
const LONGEST_NUMBER: usize = 8;

/// A number written in digits of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The byte behind it.
    pub(crate) end: usize,
    /// Its value.
    pub(crate) value: u32,
    /// How many characters it has.
    pub(crate) characters: usize,
    /// Whether it is written in kanji.
    pub(crate) kanji: bool,
    /// Whether it is more than one character long and begins with a zero.
    pub(crate) leading_zero: bool,
}

/// Reads the number that begins at byte `at`: a run of ASCII digits, of kanji digits (一〇三), or of
/// kanji digits with multipliers (百二十三). 千 and 百 standing alone are parts of names (千代田), no
/// numbers. A run that is too long is none.
pub(crate) fn read_number(text: &str, at: usize) -> Option<Number> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    let ascii = first.is_ascii_digit();
    let (mut total, mut pending): (u32, Option<u32>) = (0, None);
    let (mut characters, mut end) = (0, at);
    let (mut has_digit, mut has_multiplier) = (false, false);
    for character in rest.chars() {
        if character.is_ascii_digit() != ascii && characters > 0 {
            break;
        }
        if let Some(value) = digit_value(character) {
            pending = Some(match pending {
                Some(_) if has_multiplier => return None,
                Some(pending) => pending * 10 + value,
                None => value,
            });
            has_digit = true;
        } else if let Some(factor) = multiplier(character) {
            total += pending.take().unwrap_or(1) * factor;
            has_multiplier = true;
            has_digit |= factor == 10;
        } else {
            break;
        }
        characters += 1;
        end += character.len_utf8();
        if characters > LONGEST_NUMBER {
            return None;
        }
    }
    has_digit.then(|| Number {
        end,
        value: total + pending.unwrap_or(0),
        characters,
        kanji: !ascii,
        leading_zero: characters > 1 && matches!(first, '0' | '〇'),
    })
}

/// The canonical spelling of a place name, as the dictionary holds it.
///
/// ```
/// use redact::address::canonical_name;
///
/// assert_eq!(canonical_name("霞ヶ関"), canonical_name("霞が関"));
/// assert_eq!(canonical_name("北二十四条西"), "北24条西");
/// assert_eq!(canonical_name("龍ケ崎市"), canonical_name("竜ヶ崎市"));
/// ```
pub fn canonical_name(name: &str) -> String {
    let mut canonical = String::new();
    let mut at = 0;
    while let Some(character) = name.get(at..).and_then(|rest| rest.chars().next()) {
        if let Some(number) = read_number(name, at) {
            canonical.push_str(&number.value.to_string());
            at = number.end;
        } else {
            canonical.push(canonical_char(character));
            at += character.len_utf8();
        }
    }
    canonical
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn canonical_forms_are_stable() {
        for character in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let canonical = canonical_char(character);
            assert_eq!(canonical_char(canonical), canonical, "{character}");
        }
    }

    #[test]
    fn numbers_are_read_in_every_writing() {
        for (text, value) in [
            ("12番", 12),
            ("十二番", 12),
            ("百二十八の四", 128),
            ("一一一六番地", 1116),
            ("弐〇壱", 201),
            ("二十", 20),
            ("二千三百", 2300),
        ] {
            assert_eq!(
                read_number(text, 0).map(|number| number.value),
                Some(value),
                "{text}"
            );
        }
        assert_eq!(read_number("千代田", 0), None);
        assert_eq!(read_number("1234567890", 0), None);
    }
}
