"""The operators, and the list of them."""

from redact.presidio_anonymizer.operators.aes_cipher import AESCipher
from redact.presidio_anonymizer.operators.ahds_surrogate import AHDSSurrogate
from redact.presidio_anonymizer.operators.custom import Custom
from redact.presidio_anonymizer.operators.deanonymize_keep import DeanonymizeKeep
from redact.presidio_anonymizer.operators.decrypt import Decrypt
from redact.presidio_anonymizer.operators.encrypt import Encrypt
from redact.presidio_anonymizer.operators.hash import Hash
from redact.presidio_anonymizer.operators.keep import Keep
from redact.presidio_anonymizer.operators.mask import Mask
from redact.presidio_anonymizer.operators.operator import Operator, OperatorType
from redact.presidio_anonymizer.operators.operators_factory import AHDS_AVAILABLE, OperatorsFactory
from redact.presidio_anonymizer.operators.redact import Redact
from redact.presidio_anonymizer.operators.replace import Replace

__all__ = [
    "OperatorType",
    "Operator",
    "Hash",
    "Mask",
    "Redact",
    "Keep",
    "DeanonymizeKeep",
    "Replace",
    "Custom",
    "Encrypt",
    "Decrypt",
    "AESCipher",
    "OperatorsFactory",
    "AHDS_AVAILABLE",
    "AHDSSurrogate",
]
