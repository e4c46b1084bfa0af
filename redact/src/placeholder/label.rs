//! Labels: the word in front of the number, its canonical form, and what models turn it into.
//!
//! Labels are compared *flat*: letters and digits alone, ASCII in capitals, so that
//! `CREDIT_CARD`, `credit-card` and `Credit Card` are one. A flat label never ends in a digit, so that
//! the number behind it always begins where the digits begin.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::EntityType;

/// Most bytes of a flat label; what is longer is no label.
pub(super) const MAX_LABEL: usize = 48;

/// The kind of the stand-ins for placeholder-like text of the sender's that names a number in use.
pub(super) const LITERAL: &str = "LITERAL";

/// A flat label, held without an allocation.
#[derive(Clone, Copy)]
pub(super) struct FlatLabel {
    bytes: [u8; MAX_LABEL],
    len: usize,
}

impl FlatLabel {
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; MAX_LABEL],
            len: 0,
        }
    }

    /// Adds a letter or digit; `None` when the label gets too long.
    pub(super) fn push(&mut self, character: char) -> Option<()> {
        let mut buffer = [0; 4];
        // A loop, since a call to copy three bytes costs more than the bytes.
        for byte in character
            .to_ascii_uppercase()
            .encode_utf8(&mut buffer)
            .bytes()
        {
            *self.bytes.get_mut(self.len)? = byte;
            self.len += 1;
        }
        Some(())
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Cuts back to the first `len` bytes, which must end on a character.
    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.bytes.get(..self.len).unwrap_or_default()).unwrap_or_default()
    }

    /// The flat form of a label; `None` when it is too long.
    pub(super) fn of(label: &str) -> Option<Self> {
        let mut flat = Self::new();
        for character in label.chars().filter(|c| c.is_alphanumeric()) {
            flat.push(character)?;
        }
        Some(flat)
    }
}

// What stands behind `len` is no part of the label.
impl PartialEq for FlatLabel {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for FlatLabel {}

impl std::fmt::Debug for FlatLabel {
    /// Length only: what looks like a label may be text of a document.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "FlatLabel({} bytes)", self.len)
    }
}

/// A label that the crate knows without a map.
#[derive(Debug)]
pub(super) struct KnownLabel {
    /// As placeholders carry it.
    pub(super) label: &'static str,
    /// Its flat form.
    pub(super) flat: &'static str,
    /// Other words for it, flat: English, Japanese, Chinese, Korean.
    synonyms: &'static [&'static str],
}

impl PartialEq for KnownLabel {
    fn eq(&self, other: &Self) -> bool {
        self.flat == other.flat
    }
}

impl Eq for KnownLabel {}

/// What a label in a text turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A known label.
    Known(&'static KnownLabel),
    /// A word that is a label only if some map carries it.
    Other(FlatLabel),
}

impl Label {
    /// The label itself: of another word, its flat form.
    pub(super) fn name(&self) -> Cow<'static, str> {
        match self {
            Self::Known(known) => Cow::Borrowed(known.label),
            Self::Other(flat) => Cow::Owned(flat.as_str().to_owned()),
        }
    }

    /// Its flat form.
    pub(super) fn flat(&self) -> &str {
        match self {
            Self::Known(known) => known.flat,
            Self::Other(flat) => flat.as_str(),
        }
    }

    /// What a label that a map carries is to the grammar.
    pub(super) fn of(label: &str) -> Option<Self> {
        let flat = FlatLabel::of(label)?;
        Some(known_by_name(flat.as_str()).map_or(Self::Other(flat), Self::Known))
    }
}

const fn known(
    label: &'static str,
    flat: &'static str,
    synonyms: &'static [&'static str],
) -> KnownLabel {
    KnownLabel {
        label,
        flat,
        synonyms,
    }
}

/// Every known label. Synonyms are taken inside brackets only; a bare word must be the label itself.
#[rustfmt::skip]
const KNOWN: &[KnownLabel] = &[
    known("PERSON", "PERSON", &["NAME", "FULLNAME", "PERSONNAME", "氏名", "名前", "お名前", "人名", "人物", "人物名", "個人名", "姓名", "名字", "人员", "人員", "이름", "성명", "사람", "인물"]),
    known("ADDRESS", "ADDRESS", &["JPADDRESS", "POSTALADDRESS", "住所", "ご住所", "居住地", "地址", "住址", "주소"]),
    known("LOCATION", "LOCATION", &["PLACE", "場所", "地名", "地点", "地點", "位置", "장소", "위치", "지명"]),
    known("EMAIL", "EMAIL", &["MAIL", "EMAILADDRESS", "MAILADDRESS", "メール", "メールアドレス", "Eメール", "Eメールアドレス", "電子メール", "電子メールアドレス", "メアド", "邮箱", "邮件", "邮箱地址", "电子邮件", "电子邮箱", "电邮", "郵箱", "郵件", "電子郵件", "電子信箱", "電郵", "信箱", "이메일", "메일", "이메일주소", "메일주소", "전자우편"]),
    known("PHONE", "PHONE", &["TEL", "TELEPHONE", "PHONENUMBER", "TELEPHONENUMBER", "MOBILE", "電話", "電話番号", "お電話番号", "携帯", "携帯電話", "携帯番号", "携帯電話番号", "电话", "电话号码", "手机", "手机号", "手机号码", "電話號碼", "手機", "手機號碼", "전화", "전화번호", "휴대폰", "휴대폰번호", "휴대전화", "연락처"]),
    known("URL", "URL", &["LINK", "WEBSITE", "リンク", "ウェブサイト", "网址", "链接", "網址", "連結", "링크"]),
    known("IP", "IP", &["IPADDRESS", "IPアドレス", "IP地址", "IP位址", "IP주소", "아이피"]),
    known("MAC", "MAC", &["MACADDRESS", "MACアドレス", "MAC地址", "MAC주소"]),
    known("CREDIT_CARD", "CREDITCARD", &["CARD", "CARDNUMBER", "CREDITCARDNUMBER", "クレジットカード", "クレジットカード番号", "カード", "カード番号", "信用卡", "信用卡号", "信用卡號", "信用卡号码", "신용카드", "신용카드번호", "카드번호"]),
    known("IBAN", "IBAN", &["IBANCODE"]),
    known("CRYPTO", "CRYPTO", &["WALLET", "CRYPTOADDRESS"]),
    known("UUID", "UUID", &["GUID"]),
    known("DATE", "DATE", &["DATETIME", "TIME", "日付", "日時", "年月日", "日期", "时间", "時間", "날짜", "일시"]),
    known("BIRTH_DATE", "BIRTHDATE", &["BIRTHDAY", "DATEOFBIRTH", "DOB", "生年月日", "誕生日", "出生日期", "生日", "생년월일", "생일"]),
    known("POSTAL_CODE", "POSTALCODE", &["JPPOSTALCODE", "POSTCODE", "ZIP", "ZIPCODE", "郵便番号", "邮编", "邮政编码", "郵遞區號", "우편번호"]),
    known("MY_NUMBER", "MYNUMBER", &["JPMYNUMBER", "個人番号", "マイナンバー", "个人编号", "마이넘버"]),
    known("CORPORATE_NUMBER", "CORPORATENUMBER", &["JPCORPORATENUMBER", "法人番号"]),
    known("INVOICE_NUMBER", "INVOICENUMBER", &["JPINVOICENUMBER", "登録番号", "インボイス番号"]),
    known("DRIVERS_LICENSE", "DRIVERSLICENSE", &["DRIVERLICENSE", "JPDRIVERSLICENSE", "免許証番号", "運転免許証", "運転免許証番号", "驾照", "驾驶证", "駕照", "운전면허", "운전면허번호"]),
    known("PASSPORT", "PASSPORT", &["PASSPORTNUMBER", "JPPASSPORT", "パスポート", "パスポート番号", "旅券番号", "护照", "护照号", "护照号码", "護照", "護照號碼", "여권", "여권번호"]),
    known("RESIDENCE_CARD", "RESIDENCECARD", &["JPRESIDENCECARD", "在留カード", "在留カード番号"]),
    known("RESIDENT_CODE", "RESIDENTCODE", &["JPRESIDENTCODE", "住民票コード"]),
    known("PENSION_NUMBER", "PENSIONNUMBER", &["JPPENSIONNUMBER", "年金番号", "基礎年金番号"]),
    known("HEALTH_INSURANCE", "HEALTHINSURANCE", &["JPHEALTHINSURANCE", "健康保険", "保険証番号", "保険者番号"]),
    known("EMPLOYMENT_INSURANCE", "EMPLOYMENTINSURANCE", &["JPEMPLOYMENTINSURANCE", "雇用保険", "雇用保険番号", "被保険者番号"]),
    known("BANK_ACCOUNT", "BANKACCOUNT", &["JPBANKACCOUNT", "ACCOUNTNUMBER", "口座", "口座番号", "銀行口座", "银行账户", "银行账号", "银行卡号", "銀行帳戶", "銀行帳號", "계좌", "계좌번호", "은행계좌"]),
    known("VEHICLE_PLATE", "VEHICLEPLATE", &["JPVEHICLEPLATE", "LICENSEPLATE", "車両番号", "ナンバープレート", "车牌", "车牌号", "車牌", "차량번호"]),
    known("DE_HEALTH_INSURANCE", "DEHEALTHINSURANCE", &["VERSICHERTENNUMMER"]),
    known("DE_ID_CARD", "DEIDCARD", &["PERSONALAUSWEIS"]),
    known("DE_PASSPORT", "DEPASSPORT", &["REISEPASS"]),
    known("DE_SOCIAL_SECURITY", "DESOCIALSECURITY", &["SOZIALVERSICHERUNGSNUMMER"]),
    known("DE_TAX_ID", "DETAXID", &["STEUERID"]),
    known("DE_VAT_ID", "DEVATID", &["USTID", "USTIDNR"]),
    known("ES_NIE", "ESNIE", &["NIE"]),
    known("ES_NIF", "ESNIF", &["NIF", "DNI"]),
    known("FI_PERSONAL_IDENTITY_CODE", "FIPERSONALIDENTITYCODE", &["HETU"]),
    known("IT_FISCAL_CODE", "ITFISCALCODE", &["CODICEFISCALE"]),
    known("IT_VAT_CODE", "ITVATCODE", &["PARTITAIVA"]),
    known("PL_PESEL", "PLPESEL", &["PESEL"]),
    known("SE_PERSONNUMMER", "SEPERSONNUMMER", &["PERSONNUMMER"]),
    known("TH_TNIN", "THTNIN", &["TNIN"]),
    known("TR_NATIONAL_ID", "TRNATIONALID", &["TCKIMLIK", "TCKN"]),
    known("UK_DRIVING_LICENCE", "UKDRIVINGLICENCE", &["DRIVINGLICENCE"]),
    known("UK_NHS", "UKNHS", &["NHSNUMBER"]),
    known("UK_NINO", "UKNINO", &["NINO"]),
    known("ABA_ROUTING_NUMBER", "ABAROUTINGNUMBER", &["ROUTINGNUMBER"]),
    known("AU_ABN", "AUABN", &["ABN"]),
    known("AU_MEDICARE", "AUMEDICARE", &[]),
    known("AU_TFN", "AUTFN", &["TFN", "TAXFILENUMBER"]),
    known("CA_SIN", "CASIN", &["SOCIALINSURANCENUMBER"]),
    known("IN_AADHAAR", "INAADHAAR", &["AADHAAR"]),
    known("IN_GSTIN", "INGSTIN", &["GSTIN"]),
    known("IN_PAN", "INPAN", &[]),
    known("KR_FRN", "KRFRN", &["외국인등록번호"]),
    known("KR_RRN", "KRRRN", &["주민등록번호"]),
    known("SG_NRIC_FIN", "SGNRICFIN", &["NRIC", "NRICFIN"]),
    known("US_ITIN", "USITIN", &["ITIN"]),
    known("US_MBI", "USMBI", &["MBI"]),
    known("US_NPI", "USNPI", &["NPI"]),
    known("US_SSN", "USSSN", &["SSN", "SOCIALSECURITYNUMBER"]),
    known("ZA_ID_NUMBER", "ZAIDNUMBER", &[]),
    known("SOCIAL_ID", "SOCIALID", &["SNSID", "アカウント", "アカウント名"]),
    known("SECRET", "SECRET", &["PASSWORD", "CREDENTIAL", "パスワード", "秘密", "密码", "密碼", "비밀번호"]),
    known("LITERAL", "LITERAL", &[]),
];

/// Every known word, flat, and its label.
static WORDS: LazyLock<HashMap<&'static str, &'static KnownLabel>> = LazyLock::new(|| {
    KNOWN
        .iter()
        .flat_map(|known| {
            let words = std::iter::once(&known.flat).chain(known.synonyms);
            words.map(move |word| (*word, known))
        })
        .collect()
});

/// The known label whose own flat form is `flat`.
pub(super) fn known_by_name(flat: &str) -> Option<&'static KnownLabel> {
    known_by_any_name(flat).filter(|known| known.flat == flat)
}

/// The known label that `flat` means, a synonym or a translation included.
pub(super) fn known_by_any_name(flat: &str) -> Option<&'static KnownLabel> {
    WORDS.get(flat).copied()
}

/// The label that the placeholders of a kind carry.
///
/// A custom kind gives up what a placeholder cannot hold: other than ASCII letters, digits and `_`
/// become `_`. One that means a known label takes that label (`NAME` gives `PERSON`), so that no
/// placeholder can be read in two ways.
pub(super) fn label_of(entity_type: &EntityType) -> (Cow<'static, str>, Label) {
    let label = entity_type.placeholder_label();
    if let Some(known) = KNOWN.iter().find(|known| known.label == label) {
        return (Cow::Borrowed(known.label), Label::Known(known));
    }
    let mut label: String = label
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .take(MAX_LABEL - 4)
        .collect();
    if !label.starts_with(|c: char| c.is_ascii_alphabetic()) {
        label.insert_str(0, "X_");
    }
    if label.ends_with(|c: char| !c.is_ascii_alphabetic()) {
        label.push_str("_X");
    }
    // The label is cut to fit.
    let flat = FlatLabel::of(&label).unwrap_or(FlatLabel::new());
    match known_by_any_name(flat.as_str()) {
        Some(known) => (Cow::Borrowed(known.label), Label::Known(known)),
        None => (Cow::Owned(label), Label::Other(flat)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_built_in_kind_has_a_known_label() {
        for kind in EntityType::BUILT_IN {
            assert_eq!(label_of(kind).0, kind.placeholder_label());
            let flat = FlatLabel::of(kind.placeholder_label()).expect("built-in labels are short");
            assert!(known_by_name(flat.as_str()).is_some(), "{kind}");
        }
    }

    #[test]
    fn no_word_means_two_labels() {
        let mut seen = BTreeSet::new();
        for known in KNOWN {
            for word in std::iter::once(&known.flat).chain(known.synonyms) {
                assert!(seen.insert(*word), "{word} stands twice");
                let flat = FlatLabel::of(word).expect("known words are short");
                assert_eq!(flat.as_str(), *word, "{word} is not flat");
            }
        }
    }

    #[test]
    fn custom_kinds_get_labels_that_can_be_read_back() {
        for (name, label) in [
            ("STAFF_ID", "STAFF_ID"),
            ("staff id", "STAFF_ID"),
            ("SHA256", "SHA256_X"),
            ("NAME", "PERSON"),
            ("社員番号", "X______X"),
            ("2FA", "X_2FA"),
        ] {
            assert_eq!(label_of(&EntityType::new(name)).0, label, "{name}");
        }
    }
}
