#!/usr/bin/env bash
# html5gum 0.9.0: `naive_next_state` does not know the element `noframes`.
#
# Expected: the HTML Living Standard, section 13.2.6.4.4 ("in head": a start tag whose name is one of
# "noframes", "style" follows the generic raw text element parsing algorithm), so the tokenizer, told to switch states by
# itself, gives the content of <noframes> as text, as it does for <style>, <iframe> and <noembed>.
# Seen: the content of <noframes> is tokenized as markup. The table of the function has "noframe", a name
# that no element of HTML has, and not "noframes".
#
# Exit status 0 while this is so, 1 when it changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export CARGO_TARGET_DIR=$folder/target
cargo init --quiet --bin --name noframes
cargo add --quiet 'html5gum@=0.9.0'
cat > src/main.rs <<'RUST'
use html5gum::{DefaultEmitter, Token, Tokenizer};

fn main() {
    for name in ["noembed", "noframe", "noframes"] {
        let html = format!("<{name}><b>text</b></{name}>");
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let tokens = Tokenizer::new_with_emitter(html.as_str(), emitter).flatten();
        let tags = tokens.filter(|token| matches!(token, Token::StartTag(_))).count();
        println!("{name}: {tags} start tags");
    }
}
RUST
output=$(cargo run --quiet)
echo "$output"
# noembed and noframe: their own start tag alone; noframes: <b> too.
expected=$'noembed: 1 start tags\nnoframe: 1 start tags\nnoframes: 2 start tags'
[ "$output" = "$expected" ]
