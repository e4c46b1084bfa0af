"""What a mail says: bytes in, decoded header and text out, quotes and signature told apart.

>>> import redact.mail
>>> mail = redact.mail.parse(b"From: Taro <taro@example.jp>\\r\\nSubject: Hi\\r\\n\\r\\nHello\\r\\n-- \\r\\nTaro\\r\\n")
>>> mail.sender.address, mail.subject
('taro@example.jp', 'Hi')
>>> redact.mail.visible_text(mail.text).text
'Hello'
"""

from redact._native import Attachment, Mail, Mailbox, VisibleText, parse, visible_text

__all__ = ["Attachment", "Mail", "Mailbox", "VisibleText", "parse", "visible_text"]
