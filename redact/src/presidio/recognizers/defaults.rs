//! Presidio's default registry (`default_recognizers.yaml` of 2.2.366): which recognizers it lists,
//! for which languages, and which of them are enabled.

/// An entry of the default registry.
#[derive(Debug)]
pub struct DefaultEntry {
    /// The class, such as `UsSsnRecognizer`.
    pub class: &'static str,
    /// Its languages as the file writes them (`kr` beside `ko` included); empty for those of the registry, whatever they
    /// are.
    pub languages: &'static [&'static str],
    /// Whether it is enabled.
    pub enabled: bool,
    /// The context words of languages for which they are not those of the class.
    pub context: &'static [(&'static str, &'static [&'static str])],
}

/// The context words of `CreditCardRecognizer` in English: the class writes a blank after `cc`, the file does not.
const CREDIT_CARD_CONTEXT_EN: &[&str] = &[
    "credit",
    "card",
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

/// The context words of `CreditCardRecognizer` in Spanish.
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

/// An entry that is enabled, with the context words of its class.
const fn on(class: &'static str, languages: &'static [&'static str]) -> DefaultEntry {
    DefaultEntry {
        class,
        languages,
        enabled: true,
        context: &[],
    }
}

/// An entry that is not enabled: its languages are served once it is.
const fn off(class: &'static str, languages: &'static [&'static str]) -> DefaultEntry {
    DefaultEntry {
        enabled: false,
        ..on(class, languages)
    }
}

/// The entries of recognizers that need no model.
pub static DEFAULT_REGISTRY: &[DefaultEntry] = &[
    off("AuAbnRecognizer", &["en"]),
    off("AuAcnRecognizer", &["en"]),
    off("AuMedicareRecognizer", &["en"]),
    off("AuTfnRecognizer", &["en"]),
    off("CaPostalCodeRecognizer", &["en", "fr"]),
    off("CaSinRecognizer", &["en", "fr"]),
    off("FiPersonalIdentityCodeRecognizer", &["fi"]),
    off("DeBsnrRecognizer", &["de"]),
    off("DeFuehrerscheinRecognizer", &["de"]),
    off("DeHandelsregisterRecognizer", &["de"]),
    off("DeHealthInsuranceRecognizer", &["de"]),
    off("DeIdCardRecognizer", &["de"]),
    off("DeKfzRecognizer", &["de"]),
    off("DeLanrRecognizer", &["de"]),
    off("DePassportRecognizer", &["de"]),
    off("DePlzRecognizer", &["de"]),
    off("DeSocialSecurityRecognizer", &["de"]),
    off("DeTaxIdRecognizer", &["de"]),
    off("DeTaxNumberRecognizer", &["de"]),
    off("DeVatIdRecognizer", &["de"]),
    off("InAadhaarRecognizer", &["en"]),
    off("InGstinRecognizer", &["en"]),
    off("InPanRecognizer", &["en"]),
    off("InPassportRecognizer", &["en"]),
    off("InVehicleRegistrationRecognizer", &["en"]),
    off("InVoterRecognizer", &[]),
    on("ItDriverLicenseRecognizer", &["it"]),
    on("ItFiscalCodeRecognizer", &["it"]),
    on("ItIdentityCardRecognizer", &["it"]),
    on("ItPassportRecognizer", &["it"]),
    on("ItVatCodeRecognizer", &["it"]),
    off("KrBrnRecognizer", &["ko"]),
    off("KrDriverLicenseRecognizer", &["ko"]),
    off("KrFrnRecognizer", &["ko"]),
    off("KrPassportRecognizer", &["ko", "kr"]),
    off("KrRrnRecognizer", &["ko", "kr"]),
    off("NgNinRecognizer", &["en"]),
    off("NgVehicleRegistrationRecognizer", &["en"]),
    off("PhPassportRecognizer", &["en"]),
    off("PhTinRecognizer", &["en"]),
    off("PhUmidRecognizer", &["en"]),
    on("PlPeselRecognizer", &["pl"]),
    off("SgFinRecognizer", &["en"]),
    off("SgUenRecognizer", &["en"]),
    off("ZaCompanyRegistrationRecognizer", &["en"]),
    off("ZaDriverLicenseRecognizer", &["en"]),
    off("ZaIdNumberRecognizer", &["en"]),
    off("ZaIncomeTaxNumberRecognizer", &["en"]),
    off("ZaLicensePlateRecognizer", &["en"]),
    off("ZaPassportRecognizer", &["en"]),
    off("ZaMobileNumberRecognizer", &["en"]),
    off("ZaTelephoneNumberRecognizer", &["en"]),
    off("ZaTrafficRegisterNumberRecognizer", &["en"]),
    off("ZaVatNumberRecognizer", &["en"]),
    on("EsNieRecognizer", &["es"]),
    on("EsNifRecognizer", &["es"]),
    off("EsPassportRecognizer", &["es"]),
    off("SeOrganisationsnummerRecognizer", &["sv"]),
    off("SePersonnummerRecognizer", &["sv"]),
    off("ThTninRecognizer", &["th"]),
    off("TrLicensePlateRecognizer", &["tr"]),
    off("TrNationalIdRecognizer", &["tr"]),
    off("UkDrivingLicenceRecognizer", &["en"]),
    on("NhsRecognizer", &["en"]),
    off("UkNinoRecognizer", &["en"]),
    off("UkPassportRecognizer", &["en"]),
    off("UkPostcodeRecognizer", &["en"]),
    off("UkVehicleRegistrationRecognizer", &["en"]),
    off("AbaRoutingRecognizer", &["en"]),
    on("MedicalLicenseRecognizer", &[]),
    on("UsBankRecognizer", &["en"]),
    on("UsLicenseRecognizer", &["en"]),
    off("UsHealthInsuranceMemberIdRecognizer", &["en"]),
    off("UsClaimNumberRecognizer", &["en"]),
    off("UsPrescriptionNumberRecognizer", &["en"]),
    off("UsPriorAuthorizationNumberRecognizer", &["en"]),
    off("UsProviderTaxIdRecognizer", &["en"]),
    off("UsReferralNumberRecognizer", &["en"]),
    on("UsItinRecognizer", &["en"]),
    off("UsMbiRecognizer", &["en"]),
    off("UsNpiRecognizer", &["en"]),
    on("UsPassportRecognizer", &["en"]),
    on("UsSsnRecognizer", &["en"]),
    DefaultEntry {
        context: &[
            ("en", CREDIT_CARD_CONTEXT_EN),
            ("es", CREDIT_CARD_CONTEXT_ES),
        ],
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
