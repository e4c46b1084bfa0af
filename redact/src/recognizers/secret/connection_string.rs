//! Connection strings with a password.

use crate::credential::is_placeholder;
use crate::recognizer::{
    Activation, Anchor, Boundary, Candidate, CounterExample, Example, KnownGap, Pattern,
    RecognizerSpec, Validity,
};
use crate::{EntityType, Score};

pub(crate) static SPEC: RecognizerSpec = RecognizerSpec {
    id: "secret/connection_string",
    entity: EntityType::SECRET,
    summary: "Connection strings of databases, queues and servers with user and password.",
    reference: "RFC 3986 section 3.2.1 (userinfo); PostgreSQL documentation 34.1.1, MongoDB connection string, RabbitMQ and Redis URI specifications",
    activation: Activation::Default,
    patterns: &[Pattern {
        name: "userinfo",
        // The user holds no `/`, the password neither `@` nor white space: one try ends before the next
        // scheme.
        regex: r"(?i:postgres|postgresql|mysql|mariadb|mongodb|mongodb\+srv|redis|rediss|amqp|amqps|mssql|sqlserver|oracle|clickhouse|cockroachdb|nats|mqtt|mqtts|kafka|ldap|ldaps|ftp|ftps|sftp|ssh|smtp|smtps|imap|imaps|http|https|postgresql\+psycopg2|mysql\+pymysql|git)://[^\s:@/]*:[^\s@/]+@[A-Za-z0-9\[][A-Za-z0-9\-._~:/?#\[\]@!$&()*+,;=%]*[A-Za-z0-9/=]",
        score: Score::new(0.95),
        boundary: Boundary::Word,
        anchors: &[Anchor::Literal(&[
            "postgres://",
            "postgresql://",
            "mysql://",
            "mariadb://",
            "mongodb://",
            "mongodb+srv://",
            "redis://",
            "rediss://",
            "amqp://",
            "amqps://",
            "mssql://",
            "sqlserver://",
            "oracle://",
            "clickhouse://",
            "cockroachdb://",
            "nats://",
            "mqtt://",
            "mqtts://",
            "kafka://",
            "ldap://",
            "ldaps://",
            "ftp://",
            "ftps://",
            "sftp://",
            "ssh://",
            "smtp://",
            "smtps://",
            "imap://",
            "imaps://",
            "http://",
            "https://",
            "postgresql+psycopg2://",
            "mysql+pymysql://",
            "git://",
        ])],
    }],
    context: &[],
    counter_context: &[],
    check: Some(check),
    examples: &[
        Example {
            text: concat!(
                "DATABASE_URL=«postgres://app:",
                "s3cr3t-Pw",
                "@db.example.com:5432/shop»"
            ),
        },
        Example {
            text: concat!(
                "接続先は«mongodb+srv://app:",
                "Kx7vQ2",
                "@cluster0.example.net/test»です"
            ),
        },
        Example {
            text: concat!("«redis://:", "Kx7vQ2", "@cache.example.com:6379/0»"),
        },
        Example {
            text: concat!("«https://deploy:", "Kx7vQ2", "@git.example.com/shop.git»"),
        },
    ],
    counter_examples: &[
        CounterExample {
            text: "postgres://db.example.com:5432/shop",
            reason: "no user and no password",
        },
        CounterExample {
            text: "postgres://<user>:<password>@host/db",
            reason: "placeholders",
        },
    ],
    known_gaps: &[KnownGap {
        text: "«host=db user=app dbname=shop»",
        reason: "without its password a connection string opens nothing",
    }],
};

fn check(candidate: &Candidate<'_>) -> Validity {
    let password = candidate
        .as_str()
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('@'))
        .and_then(|(user_info, _)| user_info.split_once(':'))
        .map_or("", |(_, password)| password);
    let says_password = ["password", "passwd", "pass", "pwd"]
        .iter()
        .any(|word| password.eq_ignore_ascii_case(word));
    Validity::refuted_unless(!says_password && !is_placeholder(password))
}
