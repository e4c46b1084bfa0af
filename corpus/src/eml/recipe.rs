//! In which charset, encoding and form is a mail written?

/// The charset of body and headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// RFC 3629.
    Utf8,
    /// RFC 1468, the classic of Japanese mail.
    Iso2022Jp,
    /// JIS X 0208 in the coding of old PCs.
    ShiftJis,
    /// JIS X 0208 in the coding of old Unix machines.
    EucJp,
}

/// The content transfer encoding of text parts (RFC 2045 §6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// As it is, 7-bit bytes alone.
    SevenBit,
    /// As it is.
    EightBit,
    /// RFC 2045 §6.7.
    QuotedPrintable,
    /// RFC 2045 §6.8.
    Base64,
}

/// The parts of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One `text/plain` part.
    Plain,
    /// `multipart/alternative` of text and HTML.
    Alternative,
    /// One `text/html` part.
    Html,
}

/// How the name of an attachment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// `filename*=UTF-8''…` (RFC 2231).
    Rfc2231,
    /// An encoded word in a quoted string, which no standard allows and many programs write.
    Rfc2047,
}

/// A file that hangs on the mail. Its content is a placeholder: the corpus labels text alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The file name, free of personal data.
    pub name: String,
    /// How the name is written.
    pub naming: Naming,
}

/// How a mail is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// Charset of body and headers.
    pub charset: Charset,
    /// Encoding of the text parts.
    pub transfer: Transfer,
    /// Parts of the body.
    pub form: Form,
    /// A file beside the text.
    pub attachment: Option<Attachment>,
}

impl Recipe {
    /// Reads the columns of `mails.tsv`; `-` means no attachment.
    ///
    /// # Errors
    ///
    /// When a column holds a word that is none of the known ones.
    pub fn parse(
        charset: &str,
        transfer: &str,
        form: &str,
        attachment: &str,
    ) -> Result<Self, String> {
        if transfer == "7bit" && charset != "iso-2022-jp" {
            return Err(format!("{charset} does not fit in 7 bits"));
        }
        Ok(Self {
            charset: match charset {
                "utf-8" => Charset::Utf8,
                "iso-2022-jp" => Charset::Iso2022Jp,
                "shift_jis" => Charset::ShiftJis,
                "euc-jp" => Charset::EucJp,
                _ => return Err(format!("unknown charset {charset}")),
            },
            transfer: match transfer {
                "7bit" => Transfer::SevenBit,
                "8bit" => Transfer::EightBit,
                "quoted-printable" => Transfer::QuotedPrintable,
                "base64" => Transfer::Base64,
                _ => return Err(format!("unknown transfer encoding {transfer}")),
            },
            form: match form {
                "plain" => Form::Plain,
                "alternative" => Form::Alternative,
                "html" => Form::Html,
                _ => return Err(format!("unknown form {form}")),
            },
            attachment: match attachment.split_once(':') {
                Some(("rfc2231", name)) => Some(Attachment {
                    name: name.to_owned(),
                    naming: Naming::Rfc2231,
                }),
                Some(("rfc2047", name)) => Some(Attachment {
                    name: name.to_owned(),
                    naming: Naming::Rfc2047,
                }),
                None if attachment == "-" => None,
                _ => return Err(format!("unknown attachment {attachment}")),
            },
        })
    }
}

impl Charset {
    /// The name in MIME headers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Iso2022Jp => "ISO-2022-JP",
            Self::ShiftJis => "Shift_JIS",
            Self::EucJp => "EUC-JP",
        }
    }
}

impl Transfer {
    /// The name in MIME headers.
    pub fn name(self) -> &'static str {
        match self {
            Self::SevenBit => "7bit",
            Self::EightBit => "8bit",
            Self::QuotedPrintable => "quoted-printable",
            Self::Base64 => "base64",
        }
    }
}
