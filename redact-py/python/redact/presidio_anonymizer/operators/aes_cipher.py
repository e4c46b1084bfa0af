"""The cipher of the operators ``encrypt`` and ``decrypt``."""

import base64
import os

from redact import _native

_BLOCK = 16


class AESCipher:
    """AES in CBC mode with PKCS #7 padding, a random initialisation vector in front, in URL-safe base64.

    There is no authentication: it does not notice what was changed.
    """

    @staticmethod
    def encrypt(key: bytes, text: str) -> str:
        """Encrypts a text.

        :param key: 16, 24 or 32 bytes.
        :raises ValueError: when the key has another size.
        """
        message = text.encode("utf-8")
        vector = os.urandom(_BLOCK)
        encrypted = _native.aes_cbc_encrypt(_bytes(key), vector, message)
        return base64.urlsafe_b64encode(vector + encrypted).decode()

    @staticmethod
    def decrypt(key: bytes, text: str) -> str:
        """Decrypts a text.

        :param key: the key it was encrypted under.
        :raises ValueError: when the key is wrong, or the text no cipher text.
        """
        decoded = base64.urlsafe_b64decode(text)
        decrypted = _native.aes_cbc_decrypt(_bytes(key), decoded[:_BLOCK], decoded[_BLOCK:])
        return decrypted.decode("utf-8")

    @staticmethod
    def is_valid_key_size(key: bytes) -> bool:
        """Whether a key has a size that passes; 512 bits do, and fail when they are used."""
        return len(key) * 8 in (128, 192, 256, 512)


def _bytes(key: bytes) -> bytes:
    try:
        return bytes(memoryview(key))
    except TypeError:
        raise TypeError("key must be bytes-like") from None
