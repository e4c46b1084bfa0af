"""A value encrypted."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.entities import InvalidParamError
from redact.presidio_anonymizer.operators.aes_cipher import AESCipher
from redact.presidio_anonymizer.operators.operator import Operator, OperatorType
from redact.presidio_anonymizer.services.validators import validate_parameter


class Encrypt(Operator):
    """Puts a value's cipher text in its place; whoever has the ``key`` can decrypt it."""

    KEY = "key"

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """The cipher text."""
        return AESCipher.encrypt(encoded(params.get(self.KEY)), text)  # type: ignore[union-attr, arg-type]

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """The key is a string or bytes, of a size that the cipher has."""
        key = params.get(self.KEY)  # type: ignore[union-attr]
        if not isinstance(key, str):
            validate_parameter(key, self.KEY, bytes)
        if not AESCipher.is_valid_key_size(encoded(key)):
            raise InvalidParamError(f"Invalid input, {self.KEY} must be of length 128, 192 or 256 bits")

    def operator_name(self) -> str:
        """``encrypt``"""
        return "encrypt"

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize


def encoded(key: Any) -> bytes:
    """The bytes of a key."""
    return key.encode("utf-8") if isinstance(key, str) else key
