//! Check digits and checksums, one algorithm a file, named for the algorithm or, where an ordinance
//! defines one of its own, for the number.
//!
//! A check digit is the cheapest proof that a number is what it looks like. The functions here are
//! pure, know no rule and nothing else of this crate; which number carries which check is the
//! business of the rules. Functions over digits take their values (0 to 9) in order.

mod aba_routing;
mod au_business_number;
mod au_company_number;
mod au_medicare;
mod au_tax_file_number;
mod base58check;
mod bech32;
mod de_health_insurance;
mod de_pension_insurance;
mod de_physician_number;
mod dea;
mod eip55;
mod es_identity_letter;
mod fi_identity_character;
mod icao_9303;
mod in_gstin;
mod iso7064_mod11_10;
mod it_fiscal_code;
mod jp_corporate_number;
mod jp_drivers_license;
mod jp_health_insurer;
mod jp_individual_number;
mod kr_business_number;
mod kr_resident_number;
mod luhn;
mod mod97;
mod nhs_number;
mod ph_tax_number;
mod pl_pesel;
mod sg_entity_number;
mod sg_identity_number;
mod th_citizen_number;
mod tr_identity_number;
mod verhoeff;

pub use aba_routing::aba_routing;
pub use au_business_number::au_business_number;
pub use au_company_number::au_company_number;
pub use au_medicare::au_medicare;
pub use au_tax_file_number::au_tax_file_number;
pub use base58check::{Base58Alphabet, base58_decode, base58check_payload};
pub use bech32::{Bech32Variant, bech32};
pub use de_health_insurance::de_health_insurance;
pub use de_pension_insurance::de_pension_insurance;
pub use de_physician_number::de_physician_number;
pub use dea::dea;
pub use eip55::eip55;
pub use es_identity_letter::es_identity_letter;
pub use fi_identity_character::fi_identity_character;
pub use icao_9303::icao_9303;
pub use in_gstin::in_gstin;
pub use iso7064_mod11_10::iso7064_mod11_10;
pub use it_fiscal_code::it_fiscal_code;
pub(crate) use jp_corporate_number::jp_corporate_number;
pub(crate) use jp_drivers_license::jp_drivers_license;
pub(crate) use jp_health_insurer::jp_health_insurer;
pub(crate) use jp_individual_number::jp_individual_number;
pub use kr_business_number::kr_business_number;
pub use kr_resident_number::{kr_foreigner_number, kr_resident_number};
pub use luhn::luhn;
pub use mod97::mod97_10;
pub use nhs_number::nhs_number;
pub use ph_tax_number::ph_tax_number;
pub use pl_pesel::pl_pesel;
pub use sg_entity_number::sg_entity_number;
pub use sg_identity_number::sg_identity_number;
pub use th_citizen_number::th_citizen_number;
pub use tr_identity_number::tr_identity_number;
pub use verhoeff::verhoeff;

/// Exactly `N` digits as an array, or `None`.
pub(crate) fn exactly<const N: usize>(digits: impl Iterator<Item = u8>) -> Option<[u8; N]> {
    let mut array = [0; N];
    let mut count = 0;
    for digit in digits {
        *array.get_mut(count)? = digit;
        count += 1;
    }
    (count == N).then_some(array)
}

/// The digits of an ASCII text, for tests.
#[cfg(test)]
fn digits_of(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte - b'0')
}
