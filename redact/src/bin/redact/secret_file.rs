//! Files that hold a key or a salt.

use std::path::Path;

use anyhow::Context;

/// The text of a file that its owner alone may read, without the white space around it. What others can
/// read is refused, as ssh refuses such a key: it is no secret.
pub(crate) fn read(path: &Path) -> anyhow::Result<String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;

        let data =
            std::fs::metadata(path).with_context(|| format!("cannot open {}", path.display()))?;
        let mode = data.permissions().mode() & 0o777;
        if data.is_file() && mode & 0o077 != 0 {
            anyhow::bail!(
                "{0} is open to others (mode {mode:03o}); a key or salt must be yours alone: chmod 600 {0}",
                path.display()
            );
        }
    }
    Ok(crate::input::read_utf8(path)?.trim().to_owned())
}

/// The key that a file holds as 64 hexadecimal digits.
pub(crate) fn read_key(path: &Path) -> anyhow::Result<redact::encryption::SecretKey> {
    // The error names the file alone: what stands in it is a secret.
    let key = hexadecimal(&read(path)?)
        .with_context(|| format!("{} does not hold 64 hexadecimal digits", path.display()))?;
    Ok(redact::encryption::SecretKey::new(key))
}

/// The bytes that 64 hexadecimal digits say.
fn hexadecimal(digits: &str) -> Option<[u8; 32]> {
    let values: Option<Vec<u8>> = digits
        .chars()
        .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
        .collect();
    let values: [u8; 64] = values?.try_into().ok()?;
    let mut key = [0; 32];
    for (byte, pair) in key.iter_mut().zip(values.chunks_exact(2)) {
        *byte = pair.iter().fold(0, |byte, digit| byte << 4 | digit);
    }
    Some(key)
}
