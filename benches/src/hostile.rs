//! Inputs made to be slow: repetitions of what rules begin with, and of what makes them fail late.

/// A hostile text by its name.
pub struct Hostile {
    /// What it repeats, in words.
    pub name: &'static str,
    unit: &'static str,
}

impl Hostile {
    /// The text, of at least `bytes` bytes.
    pub fn text(&self, bytes: usize) -> String {
        self.unit.repeat(bytes.div_ceil(self.unit.len()))
    }
}

/// Every hostile text.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "at signs",
        unit: "a@",
    },
    Hostile {
        name: "local parts without end",
        unit: "a!",
    },
    Hostile {
        name: "long local parts",
        unit: "abcdefghijklmnopqrstuvwxyz.abcdefghijklmnopqrstuvwxyz@-",
    },
    Hostile {
        name: "dots",
        unit: ".",
    },
    Hostile {
        name: "labels of a host",
        unit: "a.",
    },
    Hostile {
        name: "schemes",
        unit: "http://",
    },
    Hostile {
        name: "digits",
        unit: "1",
    },
    Hostile {
        name: "zeros",
        unit: "0",
    },
    Hostile {
        name: "digits and hyphens",
        unit: "1-",
    },
    Hostile {
        name: "digits and spaces",
        unit: "12 ",
    },
    Hostile {
        name: "groups of four",
        unit: "4111 ",
    },
    Hostile {
        name: "groups of four with hyphens",
        unit: "4111-",
    },
    Hostile {
        name: "phone heads",
        unit: "090-",
    },
    Hostile {
        name: "plus signs",
        unit: "+81 ",
    },
    Hostile {
        name: "brackets",
        unit: "(",
    },
    Hostile {
        name: "colons",
        unit: "a:",
    },
    Hostile {
        name: "double colons",
        unit: "::",
    },
    Hostile {
        name: "hex groups",
        unit: "2001:db8:",
    },
    Hostile {
        name: "hex pairs",
        unit: "00-1A-",
    },
    Hostile {
        name: "octets",
        unit: "1.2.3.",
    },
    Hostile {
        name: "slashes of dates",
        unit: "2025/1/",
    },
    Hostile {
        name: "years",
        unit: "令和7年",
    },
    Hostile {
        name: "postal marks",
        unit: "〒",
    },
    Hostile {
        name: "labels",
        unit: "口座番号",
    },
    Hostile {
        name: "labels with values",
        unit: "口座番号 1234567 ",
    },
    Hostile {
        name: "passwords",
        unit: "password: ",
    },
    Hostile {
        name: "token heads",
        unit: "ghp_",
    },
    Hostile {
        name: "heads of web tokens",
        unit: "eyJ",
    },
    Hostile {
        name: "key heads",
        unit: "-----BEGIN PRIVATE KEY-----",
    },
    Hostile {
        name: "key heads without end",
        unit: "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n",
    },
    Hostile {
        name: "connection heads",
        unit: "postgres://a:",
    },
    Hostile {
        name: "account heads",
        unit: "GB82 WEST ",
    },
    Hostile {
        name: "wallet heads",
        unit: "bc1q",
    },
    Hostile {
        name: "plates",
        unit: "品川 300 あ ",
    },
    Hostile {
        name: "full-width digits",
        unit: "１",
    },
    Hostile {
        name: "half-width kana",
        unit: "ｶﾞ",
    },
    Hostile {
        name: "combining marks",
        unit: "か\u{3099}",
    },
    Hostile {
        name: "marks without base",
        unit: "\u{301}",
    },
    Hostile {
        name: "invisible characters",
        unit: "\u{200B}",
    },
    Hostile {
        name: "long vowels",
        unit: "1ー",
    },
    Hostile {
        name: "kanji of names",
        unit: "田中山",
    },
    Hostile {
        name: "honorifics",
        unit: "様",
    },
    Hostile {
        name: "names with honorifics",
        unit: "田中様",
    },
    Hostile {
        name: "katakana",
        unit: "マリア・",
    },
    Hostile {
        name: "prefectures",
        unit: "東京都",
    },
    Hostile {
        name: "towns and blocks",
        unit: "神南一丁目1-",
    },
    Hostile {
        name: "quotes",
        unit: "> ",
    },
    Hostile {
        name: "placeholders",
        unit: "[EMAIL_1] ",
    },
    Hostile {
        name: "placeholder heads",
        unit: "[EMAIL_",
    },
    Hostile {
        name: "numbers of North America behind plus",
        unit: "+1 206 ",
    },
    Hostile {
        name: "phone heads with spaces",
        unit: "03 1234 ",
    },
    Hostile {
        name: "phone heads in brackets",
        unit: "(03)",
    },
    Hostile {
        name: "octets of one digit",
        unit: "1.1.1.1.",
    },
    Hostile {
        name: "hex pairs with colons",
        unit: "aa:bb:",
    },
    Hostile {
        name: "years with hyphens",
        unit: "2025-",
    },
    Hostile {
        name: "times",
        unit: "12:34:",
    },
    Hostile {
        name: "the word for number",
        unit: "番号",
    },
    Hostile {
        name: "the word for sign",
        unit: "記号",
    },
    Hostile {
        name: "labels with digits",
        unit: "番号1",
    },
    Hostile {
        name: "passwords in Japanese",
        unit: "パスワード：",
    },
    Hostile {
        name: "values of passwords",
        unit: "password: a1b2c3 ",
    },
    Hostile {
        name: "networks with names",
        unit: "LINE ID: a_1 ",
    },
    Hostile {
        name: "insured persons",
        unit: "保険証 記号 12 番号 3 ",
    },
    Hostile {
        name: "bare card numbers",
        unit: "4111111111111111 ",
    },
    Hostile {
        name: "line breaks",
        unit: "\n",
    },
];
