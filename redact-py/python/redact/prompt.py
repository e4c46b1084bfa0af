"""How a mail reaches a language model, and what may come back.

In this order: :func:`visible_only` takes out what no person sees, the analyzer and the anonymizer hide
personal data, :class:`PromptEnvelope` puts the redacted mail behind a fence, :func:`injection_report` tells a
reviewer what the mail tries, and :class:`OutputGuard` judges the draft before anything is restored in it.

>>> import redact, redact.prompt
>>> text, removed = redact.prompt.visible_only("こんにちは、taro@example.jp です。")
>>> redacted, map = redact.redact(text)
>>> prompt = redact.prompt.PromptEnvelope(redacted)
>>> draft = "[EMAIL_1] 様、お問い合わせありがとうございます。"  # what a model answers
>>> guard = redact.prompt.OutputGuard(map, redact.Analyzer(), offering=[redacted], prompt=prompt)
>>> guard.check(draft).is_clean
True
>>> redact.Restorer(map).restore(draft).text
'taro@example.jp 様、お問い合わせありがとうございます。'
"""

from redact._native import (
    SCENARIOS,
    GuardReport,
    InjectionReport,
    Invisible,
    OutputGuard,
    PromptEnvelope,
    Signal,
    Violation,
    injection_report,
    remove_marks,
    visible_only,
)

__all__ = [
    "GuardReport",
    "InjectionReport",
    "Invisible",
    "OutputGuard",
    "PromptEnvelope",
    "SCENARIOS",
    "Signal",
    "Violation",
    "injection_report",
    "remove_marks",
    "visible_only",
]
