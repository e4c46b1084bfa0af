//! The top-level domains by which Presidio knows an address without a scheme.
//!
//! Presidio: its list is of about 2016 and incomplete (no `museum`, `zip`, `aero`, `biz`; no
//! internationalized name), and it takes the first name on its list that the text begins with, so that of
//! `example.works` it takes `example.work`.

use std::sync::OnceLock;

/// The longest name of the list.
const LONGEST: usize = 13;

/// Names that are taken from the beginning of a longer text.
static NAMES: &str = "ac academy accountant actor ad adult ae af africa ag agency ai airforce al am an ao \
    apartments app aq ar archi army art as asia associates at attorney au auction audio auto aw \
    ax az ba baby band bar bb bd be beer berlin best bet bf bg bh bi bid bike bio bj black blog \
    blue bm bn bo boats bond boo boston bot boutique br bs bt build business buzz bv bw by bz ca \
    cab cafe cam capital car casa cash casino catering cc cd center ceo cf cfd cg ch charity chat \
    cheap christmas church ci city ck cl claims cleaning click clinic clothing cloud club cm cn \
    co codes coffee college com condos construction consulting contact contractors cooking cool \
    coupons courses cr credit cricket cruises cu cv cw cx cy cyou cz dad dance date dating day de \
    degree delivery democrat dental dentist desi dev diamonds diet digital direct discount dj dk \
    dm do doctor dog domains download dz earth ec eco edu ee eg email energy engineer enterprises \
    equipment er es esq estate et eu events exchange expert exposed express fail faith family \
    fans farm fashion feedback fi film finance financial fish fit fj fk flights florist flowers \
    fm fo football forsale foundation fr fun furniture futbol fyi ga gallery game garden gay gb \
    gd gdn ge gf gg gh gi gifts gives giving gl glass global gm gmbh gn gold golf gov gp gq gr \
    graphics gratis green gripe group gs gt gu guide guitars guru gw gy hair hamburg haus health \
    help hiphop hk hm hn hockey holdings holiday homes horse hospital host house how hr ht hu icu \
    id ie il im in info ink institute insure int investments io iq ir irish is it je jetzt \
    jewelry jm jo jp juegos kaufen ke kg kh ki kids kitchen kiwi km kn kp kr krd kw ky kyoto kz \
    la land lat law lb lc lease legal lgbt li life lighting limited limo link live lk loan lol \
    london love lr ls lt ltd lu luxury lv ly ma maison management market mba mc md me media \
    melbourne meme memorial men mg mh miami mil mk ml mm mn mo mobi moda moe mom money monster \
    mortgage motorcycles mov mp mq mr ms mt mu mv mw mx my mz na nagoya name navy nc ne net new \
    nf ng ngo ni ninja nl no now np nr nu nyc nz observer okinawa om one ong onl org osaka pa \
    page paris partners parts party pe pet pf pg ph phd photo pics pictures pink pizza pk pl \
    place plumbing plus pm pn poker porn pr press pro ps pt pub pw py qa quest racing re recipes \
    red rehab reise rent repair report republican rest review rip ro rocks rodeo rs rsvp ru run \
    rw sa saarland sale salon sarl sb sbs sc school schule science sd se services sex sg sh si \
    singles site sj sk skin sl sm sn so soccer social software solar solutions soy space spiegel \
    sr st study style su sucks supply support surf surgery sv sx sy systems sz tax tc td team \
    tech tel tf tg th theater tips tires tj tk tl tm tn to today tools top tours town toys tp tr \
    trade training tt tube tv tw tz ua ug uk university uno us uy uz va vacations vc ve ventures \
    vet vg vi video villas vin vip vision vlaanderen vn vodka vote voting voyage vu wales wang \
    watch webcam website wedding wf wiki wine work world ws wtf xxx xyz ye yoga yokohama you yt \
    za zm zone zw";

/// Names that follow one of their own beginnings on Presidio's list: taken only where a quotation mark
/// or a path has to follow.
static LATE_NAMES: &str = "accountants autos bargains blackfriday builders camera camp cards care careers cars community \
    company computer creditcard design directory education engineering fishing fitness fund games \
    healthcare hosting international lawyer loans ltda marketing markets movie network news \
    online organic photography photos productions prof promo properties property protection \
    reisen rentals restaurant reviews sexy shoes shop shopping show taxi technology works";

/// How many bytes the name takes that stands at the beginning of `text`, if one does. Nothing is said of
/// what follows it.
pub(super) fn leading(text: &str) -> Option<usize> {
    let head = Head::of(text);
    let length = names().0.leading(head.first(head.length))?;
    Some(head.bytes(length))
}

/// Whether all of `text` is a name of the list.
pub(super) fn is_listed(text: &str) -> bool {
    let head = Head::of(text);
    let name = head.first(head.length);
    head.bytes(head.length) == text.len() && (names().0.contains(name) || names().1.contains(name))
}

/// Sorted names.
struct Names(Vec<&'static [u8]>);

impl Names {
    fn contains(&self, name: &[u8]) -> bool {
        self.0.binary_search(&name).is_ok()
    }

    /// The length of the longest name that `text` begins with.
    fn leading(&self, text: &[u8]) -> Option<usize> {
        let mut text = text;
        loop {
            // A name that the text begins with sorts before it, and all names between the two begin
            // with it as well.
            let behind = self.0.partition_point(|name| *name <= text);
            let name = self.0.get(behind.checked_sub(1)?)?;
            if text.starts_with(name) {
                return Some(name.len());
            }
            let common = name
                .iter()
                .zip(text)
                .take_while(|(one, other)| one == other)
                .count();
            text = text.get(..common).filter(|common| !common.is_empty())?;
        }
    }
}

fn names() -> &'static (Names, Names) {
    static SORTED: OnceLock<(Names, Names)> = OnceLock::new();
    SORTED.get_or_init(|| {
        let sorted = |list: &'static str| {
            let mut names: Vec<&[u8]> = list.split(' ').map(str::as_bytes).collect();
            names.sort_unstable();
            Names(names)
        };
        (sorted(NAMES), sorted(LATE_NAMES))
    })
}

/// The letters at the beginning of a text, in lower case.
struct Head {
    letters: [u8; LONGEST],
    length: usize,
    /// Where letters stand that take more than one byte, and how many more: `ſ` is an `s` in any case,
    /// the Kelvin sign a `k`.
    longer: [u8; LONGEST],
}

impl Head {
    fn of(text: &str) -> Self {
        let mut head = Self {
            letters: [0; LONGEST],
            length: 0,
            longer: [0; LONGEST],
        };
        let places = head.letters.iter_mut().zip(&mut head.longer);
        for ((letter, longer), character) in places.zip(text.chars()) {
            (*letter, *longer) = match character {
                'ſ' => (b's', 1),
                '\u{212A}' => (b'k', 2),
                _ => match u8::try_from(character) {
                    Ok(byte) if byte.is_ascii_alphabetic() => (byte.to_ascii_lowercase(), 0),
                    _ => break,
                },
            };
            head.length += 1;
        }
        head
    }

    fn first(&self, length: usize) -> &[u8] {
        self.letters.get(..length).unwrap_or_default()
    }

    /// How many bytes of the text the first letters take.
    fn bytes(&self, length: usize) -> usize {
        let longer = self.longer.iter().take(length);
        length + longer.map(|&more| usize::from(more)).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_longest_name_leads(text in "[a-z]{0,14}|(co|com|community|net|network|x){1,3}[a-z]{0,3}") {
            let longest = (0..=text.len())
                .rev()
                .find(|&length| names().0.contains(&text.as_bytes()[..length]));
            prop_assert_eq!(names().0.leading(text.as_bytes()), longest);
        }
    }

    #[test]
    fn the_longest_name_that_counts_is_taken() {
        assert_eq!(leading("com/a"), Some(3));
        assert_eq!(leading("COMx"), Some(3));
        assert_eq!(leading("works"), Some(4));
        assert_eq!(leading("museum"), Some(2));
        assert_eq!(leading("zip"), None);
        assert_eq!(leading("\u{212A}r"), Some(4));
        assert!(is_listed("works") && is_listed("Com") && !is_listed("museum"));
    }

    #[test]
    fn no_name_is_longer_than_the_head() {
        let names = NAMES.split(' ').chain(LATE_NAMES.split(' '));
        assert_eq!(names.map(str::len).max(), Some(LONGEST));
    }
}
