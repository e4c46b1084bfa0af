"""A cipher text decrypted."""

from typing import Any, Dict, Optional

from redact.presidio_anonymizer.operators.aes_cipher import AESCipher
from redact.presidio_anonymizer.operators.encrypt import Encrypt, encoded
from redact.presidio_anonymizer.operators.operator import Operator, OperatorType


class Decrypt(Operator):
    """Puts a value back in place of its cipher text, with the ``key`` it was encrypted under."""

    NAME = "decrypt"
    KEY = "key"

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """The value."""
        return AESCipher.decrypt(encoded(params.get(self.KEY)), text)  # type: ignore[union-attr, arg-type]

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """The key is a string or bytes, of a size that the cipher has."""
        Encrypt().validate(params)

    def operator_name(self) -> str:
        """``decrypt``"""
        return self.NAME

    def operator_type(self) -> OperatorType:
        """Puts back."""
        return OperatorType.Deanonymize
