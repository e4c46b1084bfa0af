"""What the catalogue does not say of a class: its module in Presidio, and parameters of its constructor."""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Tuple

COUNTRY_FOLDERS: Dict[str, str] = {
    "au": "australia",
    "ca": "canada",
    "de": "germany",
    "es": "spain",
    "fi": "finland",
    "in": "india",
    "it": "italy",
    "kr": "korea",
    "ng": "nigeria",
    "ph": "philippines",
    "pl": "poland",
    "se": "sweden",
    "sg": "singapore",
    "th": "thai",
    "tr": "turkey",
    "uk": "uk",
    "us": "us",
    "za": "south_africa",
}
"""Presidio's folders of countries."""

MODULES: Dict[str, str] = {
    "ItVatCodeRecognizer": "it_vat_code",
    "MacAddressRecognizer": "mac_recognizer",
    "NhsRecognizer": "uk_nhs_recognizer",
    "UsClaimNumberRecognizer": "us_healthcare_admin_recognizers",
    "UsLicenseRecognizer": "us_driver_license_recognizer",
    "UsPrescriptionNumberRecognizer": "us_healthcare_admin_recognizers",
    "UsPriorAuthorizationNumberRecognizer": "us_healthcare_admin_recognizers",
    "UsProviderTaxIdRecognizer": "us_healthcare_admin_recognizers",
    "UsReferralNumberRecognizer": "us_healthcare_admin_recognizers",
    "ZaMobileNumberRecognizer": "za_phone_number_recognizer",
    "ZaTelephoneNumberRecognizer": "za_phone_number_recognizer",
}
"""Modules that are not named for their class."""

Pairs = List[Tuple[str, str]]

_HYPHEN: Pairs = [("-", "")]
_HYPHEN_BLANK: Pairs = [("-", ""), (" ", "")]
_HYPHEN_BLANK_COLON: Pairs = [("-", ""), (" ", ""), (":", "")]

REPLACEMENT_PAIRS: Dict[str, Pairs] = {
    "AbaRoutingRecognizer": _HYPHEN,
    "AuAbnRecognizer": _HYPHEN_BLANK,
    "AuAcnRecognizer": _HYPHEN_BLANK,
    "AuMedicareRecognizer": _HYPHEN_BLANK,
    "AuTfnRecognizer": _HYPHEN_BLANK,
    "CreditCardRecognizer": _HYPHEN_BLANK,
    "EsNieRecognizer": _HYPHEN_BLANK,
    "EsNifRecognizer": _HYPHEN_BLANK,
    "IbanRecognizer": _HYPHEN_BLANK,
    "InAadhaarRecognizer": _HYPHEN_BLANK_COLON,
    "InGstinRecognizer": _HYPHEN_BLANK,
    "InPanRecognizer": _HYPHEN_BLANK,
    "InVehicleRegistrationRecognizer": _HYPHEN_BLANK_COLON,
    "ItVatCodeRecognizer": [("-", ""), (" ", ""), ("_", "")],
    "KrBrnRecognizer": _HYPHEN,
    "KrDriverLicenseRecognizer": _HYPHEN_BLANK,
    "KrFrnRecognizer": _HYPHEN,
    "KrRrnRecognizer": _HYPHEN,
    "MedicalLicenseRecognizer": _HYPHEN_BLANK,
    "NhsRecognizer": _HYPHEN_BLANK,
    "PhTinRecognizer": _HYPHEN_BLANK,
    "ThTninRecognizer": [],
    "TrLicensePlateRecognizer": _HYPHEN_BLANK,
    "TrNationalIdRecognizer": [],
    "UkVehicleRegistrationRecognizer": _HYPHEN_BLANK,
    "UsNpiRecognizer": _HYPHEN_BLANK,
    "ZaLicensePlateRecognizer": _HYPHEN_BLANK,
}
"""What is replaced in a match before it is checked, for the classes that take it as a parameter."""

OWN_PATTERNS: Dict[str, List[Tuple[str, str, float]]] = {
    "CryptoRecognizer": [
        ("Crypto (Medium)", r"\b(?:bc1[02-9ac-hj-np-z]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b", 0.5)
    ],
    "EmailRecognizer": [
        ("Email (Medium)", r"\b[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+\b", 0.5),
    ],
    "IbanRecognizer": [("IBAN Generic", r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b", 0.5)],
    "UrlRecognizer": [
        ("Standard Url", r"https?://[^\s\"'<>]+", 0.6),
        ("Non schema URL", r"(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s\"'<>]*)?", 0.5),
        ("Quoted URL", r"[\"']https?://[^\"']+[\"']", 0.6),
        ("Quoted Non-schema URL", r"[\"'](?:[\w-]+\.)+[a-z]{2,}(?:/[^\"']*)?[\"']", 0.5),
    ],
}
"""Name, rough shape and score of the patterns of classes that find by code of their own: what explanations
and dictionaries say of them. The shapes are not what runs."""

SILENT_UNLESS_REFUTED = frozenset({"IpRecognizer"})
"""Classes whose ``invalidate_result`` answers ``None`` where that of others answers ``False``."""


def module_of(class_name: str, country: Optional[str]) -> str:
    """The module of a class, below ``predefined_recognizers``."""
    module = MODULES.get(class_name)
    if module is None:
        module = re.sub(r"(?<!^)(?=[A-Z])", "_", class_name).lower()
    if country is None:
        return f"generic.{module}"
    return f"country_specific.{COUNTRY_FOLDERS.get(country, country)}.{module}"
