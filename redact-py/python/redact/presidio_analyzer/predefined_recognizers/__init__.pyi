# Written by tests/presidio_analyzer/predefined_stubs.py from the native catalogue.
from typing import Any, ClassVar, Dict, List, Optional, Sequence, Tuple, Type

from redact.presidio_analyzer.local_recognizer import LocalRecognizer
from redact.presidio_analyzer.pattern import Pattern
from redact.presidio_analyzer.pattern_recognizer import PatternRecognizer
from redact.presidio_analyzer.predefined_recognizers.ner import (
    GLiNERRecognizer as GLiNERRecognizer,
    HuggingFaceNerRecognizer as HuggingFaceNerRecognizer,
    MedicalNERRecognizer as MedicalNERRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.nlp_engine_recognizers import (
    SpacyRecognizer as SpacyRecognizer,
    StanzaRecognizer as StanzaRecognizer,
    TransformersRecognizer as TransformersRecognizer,
)
from redact.presidio_analyzer.predefined_recognizers.third_party import (
    AzureAILanguageRecognizer as AzureAILanguageRecognizer,
    AzureHealthDeidRecognizer as AzureHealthDeidRecognizer,
    AzureOpenAILangExtractRecognizer as AzureOpenAILangExtractRecognizer,
    BasicLangExtractRecognizer as BasicLangExtractRecognizer,
    LangExtractRecognizer as LangExtractRecognizer,
)
from redact.presidio_analyzer.recognizer_result import RecognizerResult

NLP_RECOGNIZERS: Dict[str, Type[SpacyRecognizer]]

__all__ = [
    "CreditCardRecognizer",
    "CryptoRecognizer",
    "DateRecognizer",
    "EmailRecognizer",
    "IbanRecognizer",
    "IpRecognizer",
    "MacAddressRecognizer",
    "UrlRecognizer",
    "UuidRecognizer",
    "AuAbnRecognizer",
    "AuAcnRecognizer",
    "AuMedicareRecognizer",
    "AuTfnRecognizer",
    "CaPostalCodeRecognizer",
    "CaSinRecognizer",
    "DeBsnrRecognizer",
    "DeFuehrerscheinRecognizer",
    "DeHandelsregisterRecognizer",
    "DeHealthInsuranceRecognizer",
    "DeIdCardRecognizer",
    "DeKfzRecognizer",
    "DeLanrRecognizer",
    "DePassportRecognizer",
    "DePlzRecognizer",
    "DeSocialSecurityRecognizer",
    "DeTaxIdRecognizer",
    "DeTaxNumberRecognizer",
    "DeVatIdRecognizer",
    "EsNieRecognizer",
    "EsNifRecognizer",
    "EsPassportRecognizer",
    "FiPersonalIdentityCodeRecognizer",
    "InAadhaarRecognizer",
    "InGstinRecognizer",
    "InPanRecognizer",
    "InPassportRecognizer",
    "InVehicleRegistrationRecognizer",
    "InVoterRecognizer",
    "ItDriverLicenseRecognizer",
    "ItFiscalCodeRecognizer",
    "ItIdentityCardRecognizer",
    "ItPassportRecognizer",
    "ItVatCodeRecognizer",
    "KrBrnRecognizer",
    "KrDriverLicenseRecognizer",
    "KrPassportRecognizer",
    "KrRrnRecognizer",
    "NgNinRecognizer",
    "NgVehicleRegistrationRecognizer",
    "PhPassportRecognizer",
    "PhTinRecognizer",
    "PhUmidRecognizer",
    "PlPeselRecognizer",
    "SeOrganisationsnummerRecognizer",
    "SePersonnummerRecognizer",
    "SgFinRecognizer",
    "SgUenRecognizer",
    "ThTninRecognizer",
    "TrLicensePlateRecognizer",
    "TrNationalIdRecognizer",
    "UkDrivingLicenceRecognizer",
    "NhsRecognizer",
    "UkNinoRecognizer",
    "UkPassportRecognizer",
    "UkPostcodeRecognizer",
    "UkVehicleRegistrationRecognizer",
    "AbaRoutingRecognizer",
    "MedicalLicenseRecognizer",
    "UsBankRecognizer",
    "UsClaimNumberRecognizer",
    "UsHealthInsuranceMemberIdRecognizer",
    "UsItinRecognizer",
    "UsLicenseRecognizer",
    "UsMbiRecognizer",
    "UsNpiRecognizer",
    "UsPassportRecognizer",
    "UsPrescriptionNumberRecognizer",
    "UsPriorAuthorizationNumberRecognizer",
    "UsProviderTaxIdRecognizer",
    "UsReferralNumberRecognizer",
    "UsSsnRecognizer",
    "ZaCompanyRegistrationRecognizer",
    "ZaDriverLicenseRecognizer",
    "ZaIdNumberRecognizer",
    "ZaIncomeTaxNumberRecognizer",
    "ZaLicensePlateRecognizer",
    "ZaPassportRecognizer",
    "ZaTrafficRegisterNumberRecognizer",
    "ZaVatNumberRecognizer",
    "KrFrnRecognizer",
    "PhoneRecognizer",
    "ZaMobileNumberRecognizer",
    "ZaTelephoneNumberRecognizer",
    "AzureAILanguageRecognizer",
    "AzureHealthDeidRecognizer",
    "AzureOpenAILangExtractRecognizer",
    "BasicLangExtractRecognizer",
    "GLiNERRecognizer",
    "HuggingFaceNerRecognizer",
    "LangExtractRecognizer",
    "MedicalNERRecognizer",
    "NLP_RECOGNIZERS",
    "SpacyRecognizer",
    "StanzaRecognizer",
    "TransformersRecognizer",
]

class PhoneRecognizer(LocalRecognizer):
    CONTEXT: ClassVar[List[str]]
    SCORE: float
    DEFAULT_SUPPORTED_REGIONS: Tuple[str, ...]
    supported_regions: Sequence[str]
    leniency: Optional[int]
    def __init__(
        self,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'PHONE_NUMBER',
        supported_regions: Sequence[str] = ('US', 'GB', 'DE', 'FR', 'IL', 'IN', 'CA', 'BR'),
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None: ...
    def load(self) -> None: ...
    def analyze(
        self, text: str, entities: List[str], nlp_artifacts: Any = None
    ) -> List[RecognizerResult]: ...

class AbaRoutingRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ABA_ROUTING_NUMBER',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class AuAbnRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'AU_ABN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class AuAcnRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'AU_ACN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class AuMedicareRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'AU_MEDICARE',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class AuTfnRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'AU_TFN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class CaPostalCodeRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'CA_POSTAL_CODE',
        name: Optional[str] = None,
    ) -> None: ...

class CaSinRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'CA_SIN',
        name: Optional[str] = None,
    ) -> None: ...

class CreditCardRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'CREDIT_CARD',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class CryptoRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'CRYPTO',
        name: Optional[str] = None,
    ) -> None: ...

class DateRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'DATE_TIME',
        name: Optional[str] = None,
    ) -> None: ...

class DeBsnrRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_BSNR',
        name: Optional[str] = None,
    ) -> None: ...

class DeFuehrerscheinRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_FUEHRERSCHEIN',
        name: Optional[str] = None,
    ) -> None: ...

class DeHandelsregisterRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_HANDELSREGISTER',
        name: Optional[str] = None,
    ) -> None: ...

class DeHealthInsuranceRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_HEALTH_INSURANCE',
        name: Optional[str] = None,
    ) -> None: ...

class DeIdCardRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_ID_CARD',
        name: Optional[str] = None,
    ) -> None: ...

class DeKfzRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_KFZ',
        name: Optional[str] = None,
    ) -> None: ...

class DeLanrRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_LANR',
        name: Optional[str] = None,
    ) -> None: ...

class DePassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class DePlzRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_PLZ',
        name: Optional[str] = None,
    ) -> None: ...

class DeSocialSecurityRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_SOCIAL_SECURITY',
        name: Optional[str] = None,
    ) -> None: ...

class DeTaxIdRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_TAX_ID',
        name: Optional[str] = None,
    ) -> None: ...

class DeTaxNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_TAX_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class DeVatIdRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'de',
        supported_entity: str = 'DE_VAT_ID',
        strict_checksum: bool = False,
        name: Optional[str] = None,
    ) -> None: ...

class EmailRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'EMAIL_ADDRESS',
        name: Optional[str] = None,
    ) -> None: ...

class EsNieRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'es',
        supported_entity: str = 'ES_NIE',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class EsNifRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'es',
        supported_entity: str = 'ES_NIF',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class EsPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'es',
        supported_entity: str = 'ES_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class FiPersonalIdentityCodeRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'fi',
        supported_entity: str = 'FI_PERSONAL_IDENTITY_CODE',
        name: Optional[str] = None,
    ) -> None: ...

class IbanRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IBAN_CODE',
        exact_match: bool = False,
        bos_eos: Tuple[str, str] = ('^', '$'),
        regex_flags: int = 24,
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class InAadhaarRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IN_AADHAAR',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class InGstinRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IN_GSTIN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class InPanRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IN_PAN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class InPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IN_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class InVehicleRegistrationRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IN_VEHICLE_REGISTRATION',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class InVoterRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IN_VOTER',
        name: Optional[str] = None,
    ) -> None: ...

class IpRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'IP_ADDRESS',
        name: Optional[str] = None,
    ) -> None: ...

class ItDriverLicenseRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'it',
        supported_entity: str = 'IT_DRIVER_LICENSE',
        name: Optional[str] = None,
    ) -> None: ...

class ItFiscalCodeRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'it',
        supported_entity: str = 'IT_FISCAL_CODE',
        name: Optional[str] = None,
    ) -> None: ...

class ItIdentityCardRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'it',
        supported_entity: str = 'IT_IDENTITY_CARD',
        name: Optional[str] = None,
    ) -> None: ...

class ItPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'it',
        supported_entity: str = 'IT_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class ItVatCodeRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'it',
        supported_entity: str = 'IT_VAT_CODE',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
        version: str = '0.0.1',
    ) -> None: ...

class KrBrnRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'ko',
        supported_entity: str = 'KR_BRN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class KrDriverLicenseRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'ko',
        supported_entity: str = 'KR_DRIVER_LICENSE',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class KrPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'ko',
        supported_entity: str = 'KR_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class KrRrnRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'ko',
        supported_entity: str = 'KR_RRN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class MacAddressRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'MAC_ADDRESS',
        name: Optional[str] = None,
    ) -> None: ...

class MedicalLicenseRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'MEDICAL_LICENSE',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class NgNinRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'NG_NIN',
        name: Optional[str] = None,
    ) -> None: ...

class NgVehicleRegistrationRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'NG_VEHICLE_REGISTRATION',
        name: Optional[str] = None,
    ) -> None: ...

class NhsRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'UK_NHS',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class PhPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'PH_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class PhTinRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'PH_TIN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class PhUmidRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'PH_UMID',
        name: Optional[str] = None,
    ) -> None: ...

class PlPeselRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'pl',
        supported_entity: str = 'PL_PESEL',
        name: Optional[str] = None,
    ) -> None: ...

class SeOrganisationsnummerRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'sv',
        supported_entity: str = 'SE_ORGANISATIONSNUMMER',
        name: Optional[str] = None,
    ) -> None: ...

class SePersonnummerRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'sv',
        supported_entity: str = 'SE_PERSONNUMMER',
        name: Optional[str] = None,
    ) -> None: ...

class SgFinRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'SG_NRIC_FIN',
        name: Optional[str] = None,
    ) -> None: ...

class SgUenRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'SG_UEN',
        name: Optional[str] = None,
    ) -> None: ...

class ThTninRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'th',
        supported_entity: str = 'TH_TNIN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class TrLicensePlateRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'tr',
        supported_entity: str = 'TR_LICENSE_PLATE',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class TrNationalIdRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'tr',
        supported_entity: str = 'TR_NATIONAL_ID',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class UkDrivingLicenceRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'UK_DRIVING_LICENCE',
        name: Optional[str] = None,
    ) -> None: ...

class UkNinoRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'UK_NINO',
        name: Optional[str] = None,
    ) -> None: ...

class UkPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'UK_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class UkPostcodeRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'UK_POSTCODE',
        name: Optional[str] = None,
    ) -> None: ...

class UkVehicleRegistrationRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'UK_VEHICLE_REGISTRATION',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class UrlRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'URL',
        name: Optional[str] = None,
    ) -> None: ...

class UsBankRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_BANK_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class UsClaimNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_CLAIM_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class UsHealthInsuranceMemberIdRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_HEALTH_INSURANCE_MEMBER_ID',
        name: Optional[str] = None,
    ) -> None: ...

class UsItinRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_ITIN',
        name: Optional[str] = None,
    ) -> None: ...

class UsLicenseRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_DRIVER_LICENSE',
        name: Optional[str] = None,
    ) -> None: ...

class UsMbiRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_MBI',
        name: Optional[str] = None,
    ) -> None: ...

class UsNpiRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_NPI',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class UsPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class UsPrescriptionNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_PRESCRIPTION_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class UsPriorAuthorizationNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_PRIOR_AUTHORIZATION_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class UsProviderTaxIdRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_PROVIDER_TAX_ID',
        name: Optional[str] = None,
    ) -> None: ...

class UsReferralNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_REFERRAL_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class UsSsnRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'US_SSN',
        name: Optional[str] = None,
    ) -> None: ...

class UuidRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'UUID',
        name: Optional[str] = None,
    ) -> None: ...

class ZaCompanyRegistrationRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_COMPANY_REGISTRATION',
        name: Optional[str] = None,
    ) -> None: ...

class ZaDriverLicenseRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_DRIVER_LICENSE',
        name: Optional[str] = None,
    ) -> None: ...

class ZaIdNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_ID_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class ZaIncomeTaxNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_INCOME_TAX_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class ZaLicensePlateRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_LICENSE_PLATE',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class ZaPassportRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_PASSPORT',
        name: Optional[str] = None,
    ) -> None: ...

class ZaPhoneNumberRecognizer(PhoneRecognizer):
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        supported_entity: str,
        target_classification: str,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None: ...

class ZaTrafficRegisterNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_TRAFFIC_REGISTER_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class ZaVatNumberRecognizer(PatternRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_VAT_NUMBER',
        name: Optional[str] = None,
    ) -> None: ...

class KrFrnRecognizer(KrRrnRecognizer):
    PATTERNS: ClassVar[List[Pattern]]
    CONTEXT: ClassVar[List[str]]
    replacement_pairs: List[Tuple[str, str]]
    def __init__(
        self,
        patterns: Optional[List[Pattern]] = None,
        context: Optional[List[str]] = None,
        supported_language: str = 'ko',
        supported_entity: str = 'KR_FRN',
        replacement_pairs: Optional[List[Tuple[str, str]]] = None,
        name: Optional[str] = None,
    ) -> None: ...

class ZaMobileNumberRecognizer(ZaPhoneNumberRecognizer):
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_MOBILE_NUMBER',
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None: ...

class ZaTelephoneNumberRecognizer(ZaPhoneNumberRecognizer):
    CONTEXT: ClassVar[List[str]]
    def __init__(
        self,
        context: Optional[List[str]] = None,
        supported_language: str = 'en',
        supported_entity: str = 'ZA_TELEPHONE_NUMBER',
        leniency: Optional[int] = 1,
        name: Optional[str] = None,
    ) -> None: ...
