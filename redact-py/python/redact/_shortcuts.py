"""The two steps, find and replace, as one call."""

from __future__ import annotations

from redact._native import Analyzer, Anonymizer, PlaceholderMap, RedactedText

__all__ = ["redact"]

_analyzer: Analyzer | None = None
_anonymizer = Anonymizer()


def redact(
    text: str,
    map: PlaceholderMap | None = None,
    *,
    analyzer: Analyzer | None = None,
    anonymizer: Anonymizer | None = None,
) -> tuple[RedactedText, PlaceholderMap]:
    """Finds personal data in a text and puts placeholders in its place.

    :param text: the text.
    :param map: the map of the case that the text belongs to; a new one unless said.
    :param analyzer: what finds; ``Analyzer()``, built at the first call, unless said.
    :param anonymizer: what replaces; placeholders unless said.
    :returns: the redacted text, and the map from which it can be restored.

    >>> import redact
    >>> redacted, map = redact.redact("メールは taro@example.jp です")
    >>> redacted.text
    'メールは [EMAIL_1] です'
    >>> redact.Restorer(map).restore("[EMAIL_1] へ送りました").text
    'taro@example.jp へ送りました'
    """
    global _analyzer
    if analyzer is None:
        analyzer = _analyzer = _analyzer or Analyzer()
    if map is None:
        map = PlaceholderMap()
    return (anonymizer or _anonymizer).anonymize(text, analyzer.analyze(text), map), map
