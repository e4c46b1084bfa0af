//! Japanese replies with the quotes and signatures of many mail programs, against what a reader
//! would call the reply.
#![cfg(feature = "mail")]

use std::path::Path;

use redact::mail::visible::visible;

/// The share of replies whose visible text is right, up to white space.
const FLOOR: f64 = 0.97;

#[test]
fn japanese_replies_are_read_as_their_readers_do() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/replies");
    let (mut all, mut right) = (0_u32, 0_u32);
    for number in 1.. {
        let Ok(reply) = std::fs::read_to_string(folder.join(format!("{number:03}.txt"))) else {
            break;
        };
        let expected = folder.join(format!("{number:03}.visible.txt"));
        let expected = std::fs::read_to_string(expected).unwrap();
        let found = visible(&reply).text(&reply);
        all += 1;
        if found.split_whitespace().eq(expected.split_whitespace()) {
            right += 1;
        } else {
            println!("{number:03}:\n{found}\n-----");
        }
    }
    assert!(all >= 30, "only {all} replies");
    let share = f64::from(right) / f64::from(all);
    assert!(share >= FLOOR, "{right} of {all}");
}
