"""A frame of pandas: two columns redacted under one map, handed on, and restored when they come back."""

import pandas as pd

import redact
import redact.pandas

frame = pd.DataFrame(
    {
        "ticket": [101, 102, 103],
        "customer": ["山田太郎 <taro@example.jp>", "Hanako <hanako@example.jp>", None],
        "note": ["電話 03-1234-5678 に折り返し", "no call back", "taro@example.jp を CC に"],
    }
)

# Where is personal data at all?
print(redact.pandas.analyze(frame, ["customer", "note"]).to_string())

# The same value has the same placeholder in both columns. The map is the secret.
map = redact.PlaceholderMap()
redacted = redact.pandas.anonymize(frame, ["customer", "note"], map=map)
print(redacted.to_string())
assert "taro@example.jp" not in redacted.to_string()
assert redacted["ticket"].equals(frame["ticket"])

restored = redact.pandas.restore(redacted, ["customer", "note"], map)
pd.testing.assert_frame_equal(restored, frame)

# Without a map: other operators, each kind by its own.
masked = redact.pandas.anonymize(
    frame,
    ["note"],
    operator="replace",
    operators={"PHONE_NUMBER": redact.Operator("mask", count=4, from_end=True)},
)
print(masked["note"].tolist())
assert masked["note"][0] == "電話 03-1234-**** に折り返し"
