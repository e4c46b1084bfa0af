//! Which kind of answer is asked for: the four scenarios of customer mail, as data, one file each.
//!
//! A scenario is chosen by name, or suggested by words of the mail. The trade-off of the suggestion: it
//! counts words, so that a person can see why; in doubt it says [`INQUIRY_RESPONSE`], whose answer
//! promises nothing.

mod bug_report_ack;
mod inquiry_response;
mod meeting_followup;
mod schedule_coordination;

pub use bug_report_ack::BUG_REPORT_ACK;
pub use inquiry_response::INQUIRY_RESPONSE;
pub use meeting_followup::MEETING_FOLLOWUP;
pub use schedule_coordination::SCHEDULE_COORDINATION;

/// What a model is asked to write, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The name, such as `INQUIRY_RESPONSE`.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub summary: &'static str,
    /// Who writes.
    pub persona: &'static str,
    /// What is to be written.
    pub task: &'static str,
    /// The parts of the answer, in order.
    pub structure: &'static [&'static str],
    /// How it is written, and what is not done.
    pub tone: &'static [&'static str],
    /// How the answer ends.
    pub closing: &'static str,
    /// Most characters of an answer.
    pub max_chars: usize,
    /// Words of a mail that speak for this scenario, folded, each with its weight.
    pub cues: &'static [(&'static str, u32)],
}

impl Scenario {
    /// Every scenario.
    pub const ALL: [&'static Self; 4] = [
        &INQUIRY_RESPONSE,
        &SCHEDULE_COORDINATION,
        &BUG_REPORT_ACK,
        &MEETING_FOLLOWUP,
    ];

    /// The scenario of a name; case and `-` for `_` do not matter.
    ///
    /// ```
    /// use redact::prompt::Scenario;
    ///
    /// assert_eq!(Scenario::named("bug-report-ack").unwrap().name, "BUG_REPORT_ACK");
    /// assert!(Scenario::named("POEM").is_none());
    /// ```
    pub fn named(name: &str) -> Option<&'static Self> {
        let wanted = name.trim().replace('-', "_");
        Self::ALL
            .into_iter()
            .find(|scenario| scenario.name.eq_ignore_ascii_case(&wanted))
    }

    /// The scenario that a mail's words speak for.
    ///
    /// ```
    /// use redact::prompt::Scenario;
    ///
    /// let mail = "アプリがエラーで落ちます。再現手順は以下のとおりです。";
    /// assert_eq!(Scenario::suggest(mail).name, "BUG_REPORT_ACK");
    /// ```
    pub fn suggest(text: &str) -> &'static Self {
        let text = super::injection::folded(text);
        let weight = |scenario: &Self| -> u32 {
            let met = scenario.cues.iter().filter(|(cue, _)| text.contains(cue));
            met.map(|(_, weight)| weight).sum()
        };
        let best = Self::ALL
            .into_iter()
            .map(|scenario| (weight(scenario), scenario))
            .rev()
            .max_by_key(|(weight, _)| *weight);
        match best {
            Some((weight, scenario)) if weight >= 2 => scenario,
            _ => &INQUIRY_RESPONSE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_is_complete_and_its_cues_are_folded() {
        for scenario in Scenario::ALL {
            assert_eq!(Scenario::named(scenario.name), Some(scenario));
            assert!(!scenario.structure.is_empty() && !scenario.tone.is_empty());
            assert!(scenario.max_chars >= 200);
            for (cue, weight) in scenario.cues {
                assert_eq!(super::super::injection::folded(cue), *cue);
                assert!(*weight > 0);
            }
        }
    }

    #[test]
    fn words_choose_the_scenario() {
        for (mail, name) in [
            (
                "来週の打ち合わせですが、候補日は 7/1、7/3 です。ご都合はいかがでしょうか。",
                "SCHEDULE_COORDINATION",
            ),
            (
                "ﾛｸﾞｲﾝできません。エラー画面が出て再現します。不具合でしょうか。",
                "BUG_REPORT_ACK",
            ),
            (
                "本日の会議の議事録と決定事項、次のアクションアイテムを共有します。",
                "MEETING_FOLLOWUP",
            ),
            ("商品の在庫について教えてください。", "INQUIRY_RESPONSE"),
            (
                "Are you available next week? Let me know your availability for a meeting.",
                "SCHEDULE_COORDINATION",
            ),
            (
                "The app crashes with an error. Steps to reproduce: open settings.",
                "BUG_REPORT_ACK",
            ),
            ("", "INQUIRY_RESPONSE"),
        ] {
            assert_eq!(Scenario::suggest(mail).name, name, "{mail}");
        }
    }
}
