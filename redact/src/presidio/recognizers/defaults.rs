//! Presidio's default registry (`default_recognizers.yaml` of 2.2.366): which recognizers it lists,
//! for which languages, and which of them are enabled.

/// An entry of the default registry that is enabled.
#[derive(Debug)]
pub struct DefaultEntry {
    /// The class, such as `UsSsnRecognizer`.
    pub class: &'static str,
    /// Its languages; empty for those of the registry, whatever they are.
    pub languages: &'static [&'static str],
    /// The context words of languages for which they are not those of the class.
    pub context: &'static [(&'static str, &'static [&'static str])],
}

/// The context words of `CreditCardRecognizer` in Spanish, the one entry with words of its own.
const CREDIT_CARD_CONTEXT_ES: &[&str] = &[
    "tarjeta",
    "credito",
    "visa",
    "mastercard",
    "cc",
    "amex",
    "discover",
    "jcb",
    "diners",
    "maestro",
    "instapayment",
];

/// An entry with the context words of its class.
const fn on(class: &'static str, languages: &'static [&'static str]) -> DefaultEntry {
    DefaultEntry {
        class,
        languages,
        context: &[],
    }
}

/// The entries that are enabled, of recognizers that need no model. The file in the Python package has all.
pub static DEFAULT_REGISTRY: &[DefaultEntry] = &[
    on("ItDriverLicenseRecognizer", &["it"]),
    on("ItFiscalCodeRecognizer", &["it"]),
    on("ItIdentityCardRecognizer", &["it"]),
    on("ItPassportRecognizer", &["it"]),
    on("ItVatCodeRecognizer", &["it"]),
    on("PlPeselRecognizer", &["pl"]),
    on("EsNieRecognizer", &["es"]),
    on("EsNifRecognizer", &["es"]),
    on("NhsRecognizer", &["en"]),
    on("MedicalLicenseRecognizer", &[]),
    on("UsBankRecognizer", &["en"]),
    on("UsLicenseRecognizer", &["en"]),
    on("UsItinRecognizer", &["en"]),
    on("UsPassportRecognizer", &["en"]),
    on("UsSsnRecognizer", &["en"]),
    DefaultEntry {
        context: &[("es", CREDIT_CARD_CONTEXT_ES)],
        ..on("CreditCardRecognizer", &["en", "es", "it", "pl"])
    },
    on("CryptoRecognizer", &[]),
    on("DateRecognizer", &[]),
    on("EmailRecognizer", &[]),
    on("IbanRecognizer", &[]),
    on("IpRecognizer", &[]),
    on("MacAddressRecognizer", &[]),
    on("PhoneRecognizer", &[]),
    on("UrlRecognizer", &[]),
    on("UuidRecognizer", &[]),
];
