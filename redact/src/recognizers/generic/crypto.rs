//! Wallet addresses of crypto currencies.
//!
//! Nearly all carry a checksum, so that an address is certain and a random token is none. Solana's
//! carry none: such a run of letters and digits counts beside a label only.

use crate::check_digit::{Base58Alphabet, base58_decode, base58check_payload, bech32, eip55};
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Run, Then, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "generic/crypto",
    entity: EntityType::CRYPTO,
    summary: "Wallet addresses of Bitcoin and its kin, Ethereum, Ripple and Tron by checksum, of Solana beside a label.",
    reference: "Bitcoin base58check; BIP 32, BIP 173, BIP 350; EIP-55; XRPL base58 encodings",
    activation: Activation::Default,
    patterns: &[
        Pattern {
            name: "base58check",
            regex: r"[13LMDXTrt][1-9A-HJ-NP-Za-km-z]{24,35}",
            score: Score::new(0.05),
            boundary: Boundary::Word,
            anchors: &[
                Anchor::Word {
                    run: Run::Mixed,
                    length: (25, 36),
                    then: Then::ANY,
                },
                Anchor::Word {
                    run: Run::Letters,
                    length: (25, 36),
                    then: Then::ANY,
                },
            ],
        },
        Pattern {
            name: "bech32",
            regex: r"(?i-u:bc1|ltc1|tb1)[02-9AC-HJ-NP-Zac-hj-np-z]{6,87}",
            score: Score::new(0.05),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["bc1", "ltc1", "tb1"])],
        },
        Pattern {
            name: "ethereum",
            regex: r"0[xX][0-9A-Fa-f]{40}",
            score: Score::new(0.8),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (42, 42),
                then: Then::ANY,
            }],
        },
        Pattern {
            name: "extended key",
            regex: r"[xyz]pub[1-9A-HJ-NP-Za-km-z]{100,108}",
            score: Score::new(0.05),
            boundary: Boundary::Word,
            anchors: &[Anchor::Literal(&["xpub", "ypub", "zpub"])],
        },
        Pattern {
            name: "solana",
            regex: r"[1-9A-HJ-NP-Za-km-z]{32,44}",
            score: Score::new(0.05),
            boundary: Boundary::Word,
            anchors: &[Anchor::Word {
                run: Run::Mixed,
                length: (32, 44),
                then: Then::ANY,
            }],
        },
    ],
    context: &[
        "solana",
        "sol",
        "phantom",
        "spl",
        "ソラナ",
        "ウォレットアドレス",
        "wallet address",
    ],
    counter_context: &[
        "token",
        "トークン",
        "hash",
        "ハッシュ",
        "api key",
        "APIキー",
    ],
    check: Some(check),
    examples: &[
        Example {
            text: "送金先は«1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2»です",
        },
        Example {
            text: "«3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy», «bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4»。",
        },
        Example {
            text: "«bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0»へ",
        },
        Example {
            text: "ETH: «0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed»、«0x52908400098527886e0f7030069857d2e4169ee7»",
        },
        Example {
            text: "Ripple «r347NQt4yRmsPuf9i8HRPkNNvVUD5abNEu»",
        },
        Example {
            text: "LTC «LSbRVdCD4616ehoK2vGifmJ18hZVmVwKQW» DOGE «DCWZmfq2GqfKvuHkbNGywWPqocvX23G8si»",
        },
        Example {
            text: "«xpub8i8S3Uf18Tz8vnJm8beLkbVUL3gYkVYfn92JKFsXa1fPFPvhuvXp7CsNd8wEr8pdAMacRR12rEd2eBNxczYrTi97wDzgEU6BBAfuvkWswJd»",
        },
        Example {
            text: "ソラナのアドレスは«6SaxMUHmrqwP2rXA2fdz7UojWaoRrfH8zKBKc2MAoEM1»です",
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3 bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
            reason: "the checksum does not hold",
        },
        CounterExample {
            text: "6SaxMUHmrqwP2rXA2fdz7UojWaoRrfH8zKBKc2MAoEM1",
            reason: "without a checksum and without a label it is any token",
        },
        CounterExample {
            text: "commit 0xdeadbeef 5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
            reason: "a number in a program, a commit",
        },
    ],
    known_gaps: &[KnownGap {
        text: "«addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3jcu5d8ps7zex2k2xt3uqxgjqnnj83ws8lhrn648jjxtwq2ytjqp»",
        reason: "Cardano and others with a format of their own",
    }],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    let text = candidate.as_str();
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        // An address in one case carries no checksum, and its length is that of nothing else.
        return if eip55(hex) {
            Validity::Valid
        } else {
            Validity::Unknown
        };
    }
    let bitcoin = base58check_payload(text, Base58Alphabet::Bitcoin);
    if bitcoin.is_some_and(|payload| is_known_version(&payload)) || is_segwit(text) {
        return Validity::Valid;
    }
    if text.starts_with('r')
        && base58check_payload(text, Base58Alphabet::Ripple)
            .is_some_and(|payload| payload.len() == 21 && payload.first() == Some(&0))
    {
        return Validity::Valid;
    }
    let is_public_key = (32..=44).contains(&text.len())
        && base58_decode(text, Base58Alphabet::Bitcoin).is_some_and(|key| key.len() == 32);
    Validity::refuted_unless(is_public_key)
}

/// Whether the first bytes are those of an address or extended public key.
fn is_known_version(payload: &[u8]) -> bool {
    match payload.len() {
        // Bitcoin (hash of a key, of a script), Litecoin (both), Dogecoin, Dash, Tron.
        21 => matches!(
            payload.first(),
            Some(0x00 | 0x05 | 0x30 | 0x32 | 0x1E | 0x4C | 0x41)
        ),
        // Zcash, transparent.
        22 => payload.starts_with(&[0x1C, 0xB8]) || payload.starts_with(&[0x1C, 0xBD]),
        // BIP 32 and its kin: xpub, ypub, zpub.
        78 => [
            [0x04, 0x88, 0xB2, 0x1E],
            [0x04, 0x9D, 0x7C, 0xB2],
            [0x04, 0xB2, 0x47, 0x46],
        ]
        .iter()
        .any(|version| payload.starts_with(version)),
        _ => false,
    }
}

fn is_segwit(text: &str) -> bool {
    let prefix = text.split('1').next().unwrap_or_default();
    ["bc", "ltc", "tb"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(prefix))
        && bech32(text).is_some()
}
