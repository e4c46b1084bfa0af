"""Constants that Presidio's classes have, for code that reads them; the checks here run natively and do without."""

from __future__ import annotations

import string
from typing import Any, Dict, Set


def _codes(ranges: str, width: int = 2) -> Set[str]:
    """The numbers of ranges such as ``1-3 7``, as texts of at least so many digits."""
    return {str(number).zfill(width) for number in _numbers(ranges)}


def _numbers(ranges: str) -> Set[int]:
    numbers: Set[int] = set()
    for one in ranges.split():
        first, _, last = one.partition("-")
        numbers.update(range(int(first), int(last or first) + 1))
    return numbers


# The districts of India's registration offices, by state or territory.
_DISTRICTS: Dict[str, str] = {
    "an": "1",
    "ap": "39-40",
    "ar": "1-17 19-20 22",
    "as": "1-20 22-34",
    "br": "1-11 19 21-22 24-34 37-39 43-46 50-53 55-56",
    "cg": "1-30",
    "ch": "1-4",
    "dd": "1-3",
    "dl": "1-13",
    "dn": "9",
    "ga": "1-12",
    "gj": "1-39",
    "hp": "1-20 22-99",
    "hr": "1-20 22-99",
    "jh": "1-20 22-24",
    "jk": "1-20 22",
    "ka": "1-20 22-71",
    "kl": "1-20 22-99",
    "la": "1-2",
    "ld": "1-9",
    "mh": "1-20 22-51",
    "ml": "1-10",
    "mn": "1-7",
    "mp": "1-20 22-71",
    "mz": "1-8",
    "nl": "1-10",
    "od": "1-20 22-35",
    "or": "1-20 22-31",
    "pb": "1-20 22-99",
    "py": "1-5",
    "rj": "1-20 22-58",
    "sk": "1-8",
    "tn": "1-20 22-99",
    "tr": "1-8",
    "ts": "1-20 22-38",
    "uk": "1-20",
    "up": "11-20 22-96",
    "wb": "1-20 22-98",
}


def _vehicles_of_india() -> Dict[str, Any]:
    # Delhi and Gujarat write their first nine without a nought.
    districts = {
        state: _codes(ranges, 1 if state in {"dl", "gj"} else 2)
        for state, ranges in _DISTRICTS.items()
    }
    states = set(
        "AP AR AS BR CG GA GJ HP HR JH KA KL MH ML MN MP MZ NL OD PB RJ SK TN TR TS UK UP UT WB".split()
    )
    territories = set("AN CH DH DL JK LA LD PY".split())
    old_states = {"OR", "UA", "UL"}
    old_territories = {"CT", "DN"}
    return {
        **{f"in_vehicle_dist_{state}": codes for state, codes in districts.items()},
        "state_rto_district_map": {state.upper(): codes for state, codes in districts.items()},
        "in_states": states,
        "in_union_territories": territories,
        "in_old_states": old_states,
        "in_old_union_territories": old_territories,
        "in_non_standard_state_or_ut": {"DD"},
        "two_factor_registration_prefix": states
        | territories
        | old_states
        | old_territories
        | {"DD"},
        "in_vehicle_armed_forces_codes": set("ABCDEFHKPRX"),
        "in_vehicle_diplomatic_codes": {"CC", "CD", "UN"},
        "in_vehicle_foreign_mission_codes": _numbers(
            "84-85 89 93-95 97-99 102 104-106 109 111-113 117 119-123 125-126 128 133-135 137 141 145 147 149 "
            "152-153 155-157 159-160"
        ),
    }


CONSTANTS: Dict[str, Dict[str, Any]] = {
    "DeBsnrRecognizer": {
        "VALID_KV_CODES": frozenset(
            _codes("1-3 17 20 35 38 46 51-52 71-74 78 83 88 93 98")
        )
    },
    "IbanRecognizer": {
        # ISO 7064: a letter counts for two digits, for str.translate.
        "LETTERS": {
            ord(character): str(value)
            for value, character in enumerate(string.digits + string.ascii_uppercase)
        }
    },
    "InVehicleRegistrationRecognizer": _vehicles_of_india(),
    "KrDriverLicenseRecognizer": {"REGION_CODES": _codes("11-26 28")},
    "SgUenRecognizer": {
        "UEN_FORMAT_A_WEIGHT": (10, 4, 9, 3, 8, 2, 7, 1),
        "UEN_FORMAT_A_ALPHABET": "XMKECAWLJDB",
        "UEN_FORMAT_B_WEIGHT": (10, 8, 6, 4, 9, 7, 5, 3, 1),
        "UEN_FORMAT_B_ALPHABET": "ZKCMDNERGWH",
        "UEN_FORMAT_C_WEIGHT": (4, 3, 5, 3, 10, 2, 2, 5, 7),
        "UEN_FORMAT_C_ALPHABET": "ABCDEFGHJKLMNPQRSTUVWX0123456789",
        "UEN_FORMAT_C_PREFIX": set("RST"),
        "UEN_FORMAT_C_ENTITY_TYPE": set(
            "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HC HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM "
            "SS TC TU VH XL".split()
        ),
    },
    "UsMbiRecognizer": {
        "VALID_LETTERS": "ACDEFGHJKMNPQRTUVWXY",
        "VALID_ALPHANUMERIC": "0-9ACDEFGHJKMNPQRTUVWXY",
    },
    "UuidRecognizer": {
        "NIL_UUID": "00000000-0000-0000-0000-000000000000",
        "VALID_VARIANT_PREFIXES": set("89ab"),
        "VALID_VERSIONS": set("12345678"),
    },
    "ZaCompanyRegistrationRecognizer": {
        "LEGACY_PREFIXES": frozenset("CK NR B K M N T W".split())
    },
    "ZaDriverLicenseRecognizer": {"MIN_LENGTH": 10, "MAX_LENGTH": 14},
    "ZaIdNumberRecognizer": {
        "ID_LENGTH": 13,
        "BIRTH_DATE_LENGTH": 6,
        "CITIZENSHIP_INDEX": 10,
        "LEGACY_RACE_INDEX": 11,
        "ALLOWED_CITIZENSHIP_VALUES": frozenset("012"),
        "ALLOWED_LEGACY_RACE_VALUES": frozenset("89"),
    },
    "ZaIncomeTaxNumberRecognizer": {
        "TAX_NUMBER_LENGTH": 10,
        "ALLOWED_LEADING_DIGITS": frozenset("01239"),
    },
    "ZaLicensePlateRecognizer": {
        "PROVINCE_SUFFIXES": frozenset("EC FS GP LP MP NC NW WP ZN".split())
    },
    "ZaPassportRecognizer": {"PASSPORT_LENGTH": 9, "ALLOWED_PREFIXES": frozenset("ADMT")},
    "ZaTrafficRegisterNumberRecognizer": {"TRN_LENGTH": 13},
    "ZaVatNumberRecognizer": {"VAT_LENGTH": 10, "VAT_PREFIX": "4"},
}
"""Values by class and name."""
