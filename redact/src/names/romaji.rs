//! Kana in Latin letters, in one spelling.
//!
//! The same name is written Ōno, Ohno, Oono and Ono, or Tuda and Tsuda. Both the dictionary and the
//! text are brought into one form (Hepburn, long vowels short, doubled consonants kept), so that all
//! of them meet. What is lost is the length of vowels, which Latin spellings mostly lose anyway.

/// Syllables in Hepburn, those of two characters first.
const SYLLABLES: &[(&str, &str)] = &[
    ("キャ", "kya"),
    ("キュ", "kyu"),
    ("キョ", "kyo"),
    ("シャ", "sha"),
    ("シュ", "shu"),
    ("ショ", "sho"),
    ("シェ", "she"),
    ("チャ", "cha"),
    ("チュ", "chu"),
    ("チョ", "cho"),
    ("チェ", "che"),
    ("ニャ", "nya"),
    ("ニュ", "nyu"),
    ("ニョ", "nyo"),
    ("ヒャ", "hya"),
    ("ヒュ", "hyu"),
    ("ヒョ", "hyo"),
    ("ミャ", "mya"),
    ("ミュ", "myu"),
    ("ミョ", "myo"),
    ("リャ", "rya"),
    ("リュ", "ryu"),
    ("リョ", "ryo"),
    ("ギャ", "gya"),
    ("ギュ", "gyu"),
    ("ギョ", "gyo"),
    ("ジャ", "ja"),
    ("ジュ", "ju"),
    ("ジョ", "jo"),
    ("ジェ", "je"),
    ("ビャ", "bya"),
    ("ビュ", "byu"),
    ("ビョ", "byo"),
    ("ピャ", "pya"),
    ("ピュ", "pyu"),
    ("ピョ", "pyo"),
    ("ファ", "fa"),
    ("フィ", "fi"),
    ("フェ", "fe"),
    ("フォ", "fo"),
    ("ティ", "ti"),
    ("ディ", "di"),
    ("ヴァ", "va"),
    ("ヴィ", "vi"),
    ("ヴェ", "ve"),
    ("ヴォ", "vo"),
    ("ウィ", "wi"),
    ("ウェ", "we"),
    ("ア", "a"),
    ("イ", "i"),
    ("ウ", "u"),
    ("エ", "e"),
    ("オ", "o"),
    ("カ", "ka"),
    ("キ", "ki"),
    ("ク", "ku"),
    ("ケ", "ke"),
    ("コ", "ko"),
    ("サ", "sa"),
    ("シ", "shi"),
    ("ス", "su"),
    ("セ", "se"),
    ("ソ", "so"),
    ("タ", "ta"),
    ("チ", "chi"),
    ("ツ", "tsu"),
    ("テ", "te"),
    ("ト", "to"),
    ("ナ", "na"),
    ("ニ", "ni"),
    ("ヌ", "nu"),
    ("ネ", "ne"),
    ("ノ", "no"),
    ("ハ", "ha"),
    ("ヒ", "hi"),
    ("フ", "fu"),
    ("ヘ", "he"),
    ("ホ", "ho"),
    ("マ", "ma"),
    ("ミ", "mi"),
    ("ム", "mu"),
    ("メ", "me"),
    ("モ", "mo"),
    ("ヤ", "ya"),
    ("ユ", "yu"),
    ("ヨ", "yo"),
    ("ラ", "ra"),
    ("リ", "ri"),
    ("ル", "ru"),
    ("レ", "re"),
    ("ロ", "ro"),
    ("ワ", "wa"),
    ("ヰ", "i"),
    ("ヱ", "e"),
    ("ヲ", "o"),
    ("ン", "n"),
    ("ガ", "ga"),
    ("ギ", "gi"),
    ("グ", "gu"),
    ("ゲ", "ge"),
    ("ゴ", "go"),
    ("ザ", "za"),
    ("ジ", "ji"),
    ("ズ", "zu"),
    ("ゼ", "ze"),
    ("ゾ", "zo"),
    ("ダ", "da"),
    ("ヂ", "ji"),
    ("ヅ", "zu"),
    ("デ", "de"),
    ("ド", "do"),
    ("バ", "ba"),
    ("ビ", "bi"),
    ("ブ", "bu"),
    ("ベ", "be"),
    ("ボ", "bo"),
    ("パ", "pa"),
    ("ピ", "pi"),
    ("プ", "pu"),
    ("ペ", "pe"),
    ("ポ", "po"),
    ("ヴ", "vu"),
    ("ァ", "a"),
    ("ィ", "i"),
    ("ゥ", "u"),
    ("ェ", "e"),
    ("ォ", "o"),
    ("ャ", "ya"),
    ("ュ", "yu"),
    ("ョ", "yo"),
    ("ー", ""),
];

/// Other systems' syllables; a longer one before those that begin like it.
const SPELLINGS: &[(&str, &str)] = &[
    ("sya", "sha"),
    ("syu", "shu"),
    ("syo", "sho"),
    ("tya", "cha"),
    ("tyu", "chu"),
    ("tyo", "cho"),
    ("zya", "ja"),
    ("zyu", "ju"),
    ("zyo", "jo"),
    ("jya", "ja"),
    ("jyu", "ju"),
    ("jyo", "jo"),
    ("cch", "tch"),
    ("si", "shi"),
    ("zi", "ji"),
    ("di", "ji"),
    ("du", "zu"),
    ("hu", "fu"),
    ("mb", "nb"),
    ("mp", "np"),
    ("mm", "nm"),
    ("l", "r"),
];

/// Katakana in the one spelling of this module; `None` if it holds anything else.
///
/// ```
/// use redact::names::romaji::{from_katakana, normalize};
///
/// assert_eq!(from_katakana("オオノ").as_deref(), Some("ono"));
/// assert_eq!(normalize("Ohno"), "ono");
/// assert_eq!(normalize("Ōno"), "ono");
/// assert_eq!(from_katakana("ホッタ").as_deref(), Some("hotta"));
/// assert_eq!(normalize("Kunpei"), normalize("Kumpei"));
/// ```
pub fn from_katakana(katakana: &str) -> Option<String> {
    let mut romaji = String::with_capacity(katakana.len());
    let mut rest = katakana;
    let mut is_doubled = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('ッ') {
            is_doubled = true;
            rest = after;
            continue;
        }
        let (kana, latin) = SYLLABLES.iter().find(|(kana, _)| rest.starts_with(kana))?;
        if is_doubled {
            // っち is written tch, but all other consonants double.
            romaji.extend(
                latin
                    .chars()
                    .next()
                    .map(|first| if first == 'c' { 't' } else { first }),
            );
            is_doubled = false;
        }
        romaji.push_str(latin);
        rest = rest.get(kana.len()..)?;
    }
    Some(normalize(&romaji))
}

/// A Latin word in the one spelling of this module: small letters, no marks, no long vowels, Hepburn
/// for the syllables that other systems write otherwise.
pub fn normalize(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            'ā' | 'Ā' | 'â' | 'Â' => plain.push('a'),
            'ī' | 'Ī' | 'î' | 'Î' => plain.push('i'),
            'ū' | 'Ū' | 'û' | 'Û' => plain.push('u'),
            'ē' | 'Ē' | 'ê' | 'Ê' => plain.push('e'),
            'ō' | 'Ō' | 'ô' | 'Ô' => plain.push('o'),
            '\'' | '-' | '’' => {}
            other => plain.extend(other.to_lowercase()),
        }
    }
    let mut out = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(first) = rest.chars().next() {
        let last = out.chars().next_back();
        if let Some((from, into)) = SPELLINGS.iter().find(|(from, _)| {
            rest.starts_with(from) && !(*from == "hu" && matches!(last, Some('s' | 'c')))
        }) {
            out.push_str(into);
            rest = rest.get(from.len()..).unwrap_or_default();
            continue;
        }
        let next = rest.chars().nth(1);
        match first {
            // tu is tsu, ti is chi.
            't' if next == Some('u') => out.push_str("ts"),
            't' if next == Some('i') => out.push_str("ch"),
            // Long vowels: ou, oo, uu and oh before a consonant or the end.
            'u' | 'o' if last == Some('o') => {}
            'u' if last == Some('u') => {}
            'a' if last == Some('a') => {}
            'i' if last == Some('i') => {}
            'e' if last == Some('e') => {}
            'h' if last == Some('o') && !next.is_some_and(|next| "aiueoy".contains(next)) => {}
            other => out.push(other),
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Walks every kana spelling that a Latin word may stand for, from `start` by `step`, and answers the
/// states at their ends. `step` says where a state goes by one katakana.
///
/// What Latin letters leave open is tried both ways: the length of vowels (Sato is サト and サトウ) and
/// the letters that share a sound (ji is ジ and ヂ).
pub fn kana_spellings<S: Copy>(
    word: &str,
    step: impl Fn(S, char) -> Option<S>,
    start: S,
) -> Vec<S> {
    /// No word of a name goes more ways than this from one place.
    const MOST_STATES: usize = 16;
    let word = normalize(word);
    // The states at each byte of the word.
    let mut reached: Vec<Vec<S>> = vec![Vec::new(); word.len() + 1];
    if let Some(first) = reached.first_mut() {
        first.push(start);
    }
    for at in 0..word.len() {
        let states = reached.get_mut(at).map(std::mem::take).unwrap_or_default();
        let Some(rest) = word.get(at..).filter(|_| !states.is_empty()) else {
            continue;
        };
        let bytes = rest.as_bytes();
        let is_consonant = bytes.first().is_some_and(|byte| !b"aiueon".contains(byte));
        let is_doubled = bytes.first() == bytes.get(1) && is_consonant || rest.starts_with("tch");
        let mut go = |length: usize, kana: &str| {
            let Some(place) = reached.get_mut(at + length) else {
                return;
            };
            for &state in states.iter().take(MOST_STATES) {
                place.extend(kana.chars().try_fold(state, &step));
            }
        };
        if is_doubled {
            go(1, "ッ");
            continue;
        }
        for (kana, latin) in SYLLABLES {
            if latin.is_empty() || !rest.starts_with(latin) || kana.starts_with(is_small) {
                continue;
            }
            go(latin.len(), kana);
            // Latin letters leave the length of vowels open.
            let lengthenings: &[&str] = match latin.as_bytes().last() {
                Some(b'o') => &["ウ", "オ", "ー"],
                Some(b'u') => &["ウ", "ー"],
                Some(b'a') => &["ア", "ー"],
                Some(b'i') => &["イ", "ー"],
                Some(b'e') => &["エ", "ー"],
                _ => &[],
            };
            for lengthening in lengthenings {
                go(latin.len(), &format!("{kana}{lengthening}"));
            }
        }
    }
    reached.pop().unwrap_or_default()
}

/// Small kana stand only inside syllables.
fn is_small(kana: char) -> bool {
    matches!(kana, 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ャ' | 'ュ' | 'ョ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (kana, spellings) in [
            ("ツダ", &["Tsuda", "Tuda", "TSUDA"][..]),
            ("サトウ", &["Sato", "Satou", "Satoh", "Satō"]),
            ("シンジ", &["Shinji", "Sinzi"]),
            (
                "ジュンイチロウ",
                &["Junichiro", "Jun'ichirō", "Junichirou", "Zyunitiro"],
            ),
            ("ホリグチ", &["Horiguchi", "Horiguti"]),
            ("フミオ", &["Fumio", "Humio"]),
            ("ハットリ", &["Hattori"]),
            ("キッカワ", &["Kikkawa"]),
            ("シュウヘイ", &["Shuhei", "Syuhei", "Shuuhei"]),
        ] {
            let expected = from_katakana(kana).unwrap();
            for spelling in spellings {
                assert_eq!(normalize(spelling), expected, "{spelling}");
            }
        }
        assert_eq!(from_katakana("田中"), None);
    }
}
