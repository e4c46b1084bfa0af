//! The kinds of personal data, by their names in Presidio where Presidio has one.

use std::borrow::Cow;
use std::fmt;

/// The name of a kind of personal data, such as `EMAIL_ADDRESS`.
///
/// Built-in kinds are constants; a custom recognizer may use any name of its own.
///
/// ```
/// use redact::EntityType;
///
/// assert_eq!(EntityType::EMAIL_ADDRESS.as_str(), "EMAIL_ADDRESS");
/// assert_eq!(EntityType::EMAIL_ADDRESS.placeholder_label(), "EMAIL");
/// assert_eq!(EntityType::new("STAFF_ID").placeholder_label(), "STAFF_ID");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct EntityType(Cow<'static, str>);

macro_rules! entity_types {
    ($($(#[doc = $doc:literal])+ $name:ident $(as $label:literal)?;)+) => {
        impl EntityType {
            $($(#[doc = $doc])+ pub const $name: Self = Self(Cow::Borrowed(stringify!($name)));)+

            /// Every built-in kind, in the order of their declaration.
            pub const BUILT_IN: &'static [Self] = &[$(Self::$name),+];

            /// The short ASCII label that a placeholder carries (`[EMAIL_1]`): the kind's own name
            /// unless a shorter one is usual.
            pub fn placeholder_label(&self) -> &str {
                match self.as_str() {
                    $($(stringify!($name) => $label,)?)+
                    name => name,
                }
            }
        }
    };
}

entity_types! {
    /// A natural person's name.
    PERSON;
    /// A Japanese postal address below the level of a municipality, as one span.
    JP_ADDRESS as "ADDRESS";
    /// A bare place name.
    LOCATION;
    /// A mail address.
    EMAIL_ADDRESS as "EMAIL";
    /// A telephone or fax number.
    PHONE_NUMBER as "PHONE";
    /// A full URL.
    URL;
    /// An `IPv4` or `IPv6` address, or a CIDR block.
    IP_ADDRESS as "IP";
    /// A hardware address.
    MAC_ADDRESS as "MAC";
    /// A payment card number.
    CREDIT_CARD;
    /// An international bank account number.
    IBAN_CODE as "IBAN";
    /// A wallet address of a crypto currency.
    CRYPTO;
    /// A universally unique identifier.
    UUID;
    /// A date, a time, or both.
    DATE_TIME as "DATE";
    /// A date that the text calls a date of birth.
    BIRTH_DATE;
    /// 郵便番号.
    JP_POSTAL_CODE as "POSTAL_CODE";
    /// 個人番号 (My Number).
    JP_MY_NUMBER as "MY_NUMBER";
    /// 法人番号.
    JP_CORPORATE_NUMBER as "CORPORATE_NUMBER";
    /// 適格請求書発行事業者登録番号.
    JP_INVOICE_NUMBER as "INVOICE_NUMBER";
    /// 運転免許証番号.
    JP_DRIVERS_LICENSE as "DRIVERS_LICENSE";
    /// 旅券番号.
    JP_PASSPORT as "PASSPORT";
    /// 在留カード番号.
    JP_RESIDENCE_CARD as "RESIDENCE_CARD";
    /// 住民票コード.
    JP_RESIDENT_CODE as "RESIDENT_CODE";
    /// 基礎年金番号.
    JP_PENSION_NUMBER as "PENSION_NUMBER";
    /// 健康保険の保険者番号、記号・番号.
    JP_HEALTH_INSURANCE as "HEALTH_INSURANCE";
    /// 雇用保険被保険者番号.
    JP_EMPLOYMENT_INSURANCE as "EMPLOYMENT_INSURANCE";
    /// 口座番号、ゆうちょの記号番号.
    JP_BANK_ACCOUNT as "BANK_ACCOUNT";
    /// 自動車登録番号標 (number plate).
    JP_VEHICLE_PLATE as "VEHICLE_PLATE";
    /// A German health insurance number.
    DE_HEALTH_INSURANCE;
    /// A German identity card number.
    DE_ID_CARD;
    /// A German passport number.
    DE_PASSPORT;
    /// A German pension insurance number.
    DE_SOCIAL_SECURITY;
    /// A German tax identification number.
    DE_TAX_ID;
    /// A German VAT identification number.
    DE_VAT_ID;
    /// A Spanish identity number of a foreigner.
    ES_NIE;
    /// A Spanish identity or tax number of a person.
    ES_NIF;
    /// A Finnish personal identity code.
    FI_PERSONAL_IDENTITY_CODE;
    /// An Italian tax code.
    IT_FISCAL_CODE;
    /// An Italian VAT number.
    IT_VAT_CODE;
    /// A Polish PESEL number.
    PL_PESEL;
    /// A Swedish personal identity number.
    SE_PERSONNUMMER;
    /// A Thai citizen number.
    TH_TNIN;
    /// A Turkish identity number.
    TR_NATIONAL_ID;
    /// A British driver number.
    UK_DRIVING_LICENCE;
    /// An NHS number.
    UK_NHS;
    /// A British National Insurance number.
    UK_NINO;
    /// A routing number of a US bank.
    ABA_ROUTING_NUMBER;
    /// An Australian business number.
    AU_ABN;
    /// An Australian Medicare card number.
    AU_MEDICARE;
    /// An Australian tax file number.
    AU_TFN;
    /// A Canadian social insurance number.
    CA_SIN;
    /// An Indian Aadhaar number.
    IN_AADHAAR;
    /// An Indian goods and services tax number.
    IN_GSTIN;
    /// An Indian permanent account number.
    IN_PAN;
    /// A Korean foreigner registration number.
    KR_FRN;
    /// A Korean resident registration number.
    KR_RRN;
    /// A Singaporean identity number.
    SG_NRIC_FIN;
    /// A US individual taxpayer identification number.
    US_ITIN;
    /// A US Medicare beneficiary identifier.
    US_MBI;
    /// A US national provider identifier.
    US_NPI;
    /// A US social security number.
    US_SSN;
    /// A South African identity number.
    ZA_ID_NUMBER;
    /// The account name of a person at a social network or messenger.
    SOCIAL_ID;
    /// A password, token, key or other credential.
    SECRET;
}

impl EntityType {
    /// A kind by its name; any name is allowed.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self(name.into())
    }

    /// The kind with a name known at compile time.
    pub const fn from_static(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// The name, such as `EMAIL_ADDRESS`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntityType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for EntityType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&'static str> for EntityType {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

impl From<String> for EntityType {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}
