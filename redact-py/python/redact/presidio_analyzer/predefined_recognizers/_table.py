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
