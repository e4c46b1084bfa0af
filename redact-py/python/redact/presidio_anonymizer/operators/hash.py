"""A salted hash in place of a value."""

import os
from hashlib import sha256, sha512
from typing import Any, Dict, Optional

from redact.presidio_anonymizer.entities import InvalidParamError
from redact.presidio_anonymizer.operators.operator import Operator, OperatorType
from redact.presidio_anonymizer.services.validators import validate_parameter_in_range

#: Fewest bytes of a salt.
_MIN_SALT = 16


class Hash(Operator):
    """Puts a salted hash in place of a value, in hexadecimal.

    ``hash_type`` is ``sha256``, the default, or ``sha512``. With a ``salt`` of at least 16 bytes, equal values
    have equal hashes; without one each value has a random salt of its own.
    """

    HASH_TYPE = "hash_type"
    SALT = "salt"
    SHA256 = "sha256"
    SHA512 = "sha512"

    def operate(self, text: Optional[str] = None, params: Optional[Dict[str, Any]] = None) -> str:
        """The hash of the value's UTF-8 and the salt."""
        hash_type = self._get_hash_type_or_default(params)
        if self.SALT in params:  # type: ignore[operator]
            salt = _checked(params.get(self.SALT))  # type: ignore[union-attr]
        else:
            salt = os.urandom(32)
        functions: Dict[Any, Any] = {self.SHA256: sha256, self.SHA512: sha512}
        function = functions.get(hash_type)
        return function(text.encode() + salt).hexdigest()  # type: ignore[union-attr, misc, no-any-return]

    def validate(self, params: Optional[Dict[str, Any]] = None) -> None:
        """The hash is one of both; the salt is checked when it is needed."""
        validate_parameter_in_range(
            [self.SHA256, self.SHA512], self._get_hash_type_or_default(params), self.HASH_TYPE, str
        )

    def operator_name(self) -> str:
        """``hash``"""
        return "hash"

    def _get_hash_type_or_default(self, params: Optional[Dict[str, Any]] = None) -> Any:
        return params.get(self.HASH_TYPE, self.SHA256)  # type: ignore[union-attr]

    def operator_type(self) -> OperatorType:
        """Takes away."""
        return OperatorType.Anonymize


def _checked(salt: Any) -> bytes:
    if isinstance(salt, str):
        salt = salt.encode()
    size = len(salt)
    if size == 0:
        raise InvalidParamError(
            "Salt parameter cannot be empty. Either omit the salt parameter to auto-generate a random salt, "
            "or provide a salt of at least 16 bytes (128 bits)."
        )
    if size < _MIN_SALT:
        raise InvalidParamError(
            f"Salt must be at least {_MIN_SALT} bytes (128 bits). Provided salt is {size} bytes."
        )
    return salt  # type: ignore[no-any-return]
