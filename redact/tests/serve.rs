//! `redact serve` as its clients see it: Presidio's routes and JSON, and what keeps one client from
//! taking everything.

#![allow(
    clippy::unwrap_used,
    reason = "what tests share fails as the tests themselves do"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(options: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_redact"))
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(options)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let stderr = process.stderr.take().unwrap();
        BufReader::new(stderr).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("//").next().unwrap().to_owned();
        Self { process, address }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        stream
    }

    fn request(&self, method: &str, path: &str, body: &[u8]) -> (u16, Value) {
        let mut stream = self.connect();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        // A server that refuses a body answers before it was sent to its end.
        let _ = stream.write_all(body);
        answer(stream)
    }

    fn get(&self, path: &str) -> (u16, Value) {
        self.request("GET", path, b"")
    }

    fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.request("POST", path, body.to_string().as_bytes())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Status and body; a body that is no JSON as a text.
fn answer(mut stream: TcpStream) -> (u16, Value) {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8(bytes).unwrap();
    let status = text
        .split(' ')
        .nth(1)
        .map_or(0, |status| status.parse().unwrap());
    let body = text.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    let value = serde_json::from_str(body).unwrap_or_else(|_| json!(body));
    (status, value)
}

#[test]
fn analyze_answers_as_documented() {
    let server = Server::start(&[]);
    let (status, found) = server.post(
        "/analyze",
        &json!({"text": "John Smith drivers license is AC432223", "language": "en"}),
    );
    assert_eq!(status, 200);
    // Persons need a language model there, and none is here.
    assert_eq!(
        found,
        json!([{
            "analysis_explanation": null, "end": 38, "entity_type": "US_DRIVER_LICENSE",
            "score": 0.649_999_999_999_999_9, "start": 30,
        }])
    );
    let zip = json!({
        "text": "John Smith drivers license is AC432223 and the zip code is 10023",
        "language": "en", "return_decision_process": false, "score_threshold": 0.1,
        "correlation_id": "123e4567-e89b-12d3-a456-426614174000",
        "entities": ["US_DRIVER_LICENSE", "ZIP"], "trace": false,
        "ad_hoc_recognizers": [{
            "name": "Zip code Recognizer", "supported_language": "en", "context": ["zip", "code"],
            "patterns": [{"name": "zip code (weak)", "regex": r"(\b\d{5}(?:\-\d{4})?\b)", "score": 0.01}],
            "supported_entity": "ZIP",
        }],
    });
    let (status, found) = server.post("/analyze", &zip);
    let kinds: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["entity_type"])
        .collect();
    assert_eq!(
        (status, kinds),
        (200, vec![&json!("US_DRIVER_LICENSE"), &json!("ZIP")])
    );
    let (status, found) = server.post("/analyze", &json!({
        "text": ["mail a@example.com", "nothing"], "language": "en", "entities": ["EMAIL_ADDRESS"],
        "return_decision_process": true,
    }));
    assert_eq!(status, 200);
    assert_eq!(found[1], json!([]));
    assert_eq!(
        found[0][0]["analysis_explanation"]["recognizer"],
        "EmailRecognizer"
    );
}

#[test]
fn anonymize_and_deanonymize_answer_as_documented() {
    let server = Server::start(&[]);
    let (status, done) = server.post("/anonymize", &json!({
        "text": "hello world, my name is Jane Doe. My number is: 034453334",
        "anonymizers": {
            "DEFAULT": {"type": "replace", "new_value": "ANONYMIZED"},
            "PHONE_NUMBER": {"type": "mask", "masking_char": "*", "chars_to_mask": 4, "from_end": true},
        },
        "analyzer_results": [
            {"start": 24, "end": 32, "score": 0.8, "entity_type": "NAME"},
            {"start": 24, "end": 28, "score": 0.8, "entity_type": "FIRST_NAME"},
            {"start": 29, "end": 32, "score": 0.6, "entity_type": "LAST_NAME"},
            {"start": 48, "end": 57, "score": 0.95, "entity_type": "PHONE_NUMBER"},
        ],
    }));
    assert_eq!(status, 200);
    assert_eq!(
        done["text"],
        "hello world, my name is ANONYMIZED. My number is: 03445****"
    );
    assert_eq!(done["items"][0]["operator"], "mask");

    let key = "WmZq4t7w!z%C&F)J";
    let (_, hidden) = server.post(
        "/anonymize",
        &json!({
            "text": "My name is Jane",
            "anonymizers": {"NAME": {"type": "encrypt", "key": key}},
            "analyzer_results": [{"start": 11, "end": 15, "score": 0.8, "entity_type": "NAME"}],
        }),
    );
    let (status, back) = server.post(
        "/deanonymize",
        &json!({
            "text": hidden["text"], "anonymizer_results": hidden["items"],
            "deanonymizers": {"NAME": {"type": "decrypt", "key": key}},
        }),
    );
    assert_eq!((status, &back["text"]), (200, &json!("My name is Jane")));
}

#[test]
fn lists_and_states() {
    let server = Server::start(&["--languages", "en,es"]);
    assert_eq!(
        server.get("/health"),
        (200, json!("Presidio Analyzer service is up"))
    );
    let (_, names) = server.get("/recognizers?language=es");
    assert!(
        names
            .as_array()
            .unwrap()
            .contains(&json!("EsNifRecognizer")),
        "{names}"
    );
    let (_, kinds) = server.get("/supportedentities?language=en");
    assert!(
        kinds.as_array().unwrap().contains(&json!("US_SSN")),
        "{kinds}"
    );
    assert!(
        !kinds.as_array().unwrap().contains(&json!("ES_NIF")),
        "{kinds}"
    );
    assert!(
        server
            .get("/anonymizers")
            .1
            .as_array()
            .unwrap()
            .contains(&json!("encrypt"))
    );
    assert_eq!(
        server.get("/deanonymizers").1,
        json!(["decrypt", "deanonymize_keep"])
    );
    let (_, metrics) = server.get("/metrics");
    assert!(
        metrics
            .as_str()
            .unwrap()
            .contains("redact_requests_total{route=\"/health\",status=\"200\"} 1")
    );
}

#[test]
fn the_default_profile_answers_in_the_same_json() {
    let server = Server::start(&["--profile", "default"]);
    let (status, found) = server.post(
        "/analyze",
        &json!({"text": "電話は090-1234-5678です", "language": "ja"}),
    );
    assert_eq!(status, 200);
    assert_eq!(
        (&found[0]["entity_type"], &found[0]["start"]),
        (&json!("PHONE_NUMBER"), &json!(3))
    );
}

#[test]
fn wrong_requests_are_told_so() {
    let server = Server::start(&[]);
    for (path, body, status) in [
        ("/analyze", "{", 400),
        ("/analyze", "[1]", 400),
        ("/analyze", r#"{"text": 3, "language": "en"}"#, 400),
        (
            "/analyze",
            r#"{"text": "a", "language": "en", "entities": "URL"}"#,
            400,
        ),
        (
            "/analyze",
            r#"{"text": "a", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "A", "patterns": [{"name": "n", "regex": "(", "score": 0.5}]}]}"#,
            400,
        ),
        ("/analyze", r#"{"language": "en"}"#, 500),
        ("/analyze", r#"{"text": "a"}"#, 500),
        ("/analyze", r#"{"text": "a", "language": "xx"}"#, 500),
        ("/anonymize", "{", 400),
        ("/anonymize", "{}", 400),
        (
            "/anonymize",
            r#"{"text": "a b", "anonymizers": {"A": {"type": "custom"}}, "analyzer_results": [{"start": 0, "end": 1, "score": 1, "entity_type": "A"}]}"#,
            400,
        ),
        (
            "/anonymize",
            r#"{"text": "a b", "anonymizers": {"A": {"type": "mask"}}, "analyzer_results": [{"start": 0, "end": 1, "score": 1, "entity_type": "A"}]}"#,
            422,
        ),
        ("/nowhere", "{}", 404),
        ("/health", "{}", 405),
    ] {
        let (answered, error) = server.request("POST", path, body.as_bytes());
        assert_eq!(answered, status, "{path} {body}: {error}");
        assert!(error["error"].is_string(), "{path} {body}: {error}");
    }
}

#[test]
fn large_bodies_are_refused_before_they_are_read() {
    let server = Server::start(&[]);
    let (status, error) = server.request("POST", "/analyze", &vec![b' '; 100 << 20]);
    // The refusal can be lost when the connection ends while the body is still being sent.
    assert!(status == 413 || status == 0, "{status} {error}");
    assert_eq!(server.get("/health").0, 200);
    let (_, metrics) = server.get("/metrics");
    assert!(
        metrics.as_str().unwrap().contains("status=\"413\""),
        "{metrics}"
    );
}

#[test]
fn slow_clients_end_and_hold_nobody_up() {
    let server = Server::start(&["--timeout", "1"]);
    let mut slow_head = server.connect();
    slow_head
        .write_all(b"POST /analyze HTTP/1.1\r\nhost:")
        .unwrap();
    let mut slow_body = server.connect();
    slow_body
        .write_all(
            b"POST /analyze HTTP/1.1\r\nhost: localhost\r\ncontent-length: 50\r\n\r\n{\"text\"",
        )
        .unwrap();
    assert_eq!(server.get("/health").0, 200);
    let start = Instant::now();
    assert_eq!(answer(slow_body).0, 408);
    // Nothing can be answered to a head that never ends.
    let (status, _) = answer(slow_head);
    assert!(status == 0 || status == 408, "{status}");
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[cfg(unix)]
#[test]
fn a_request_ends_before_the_server_does() {
    let mut server = Server::start(&[]);
    let body = json!({"text": "a@example.com ".repeat(50_000), "language": "en"}).to_string();
    let mut stream = server.connect();
    write!(
        stream,
        "POST /analyze HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n",
        body.len()
    )
    .unwrap();
    let (half, rest) = body.split_at(body.len() / 2);
    stream.write_all(half.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    let killed = Command::new("kill")
        .args(["-TERM", &server.process.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    std::thread::sleep(Duration::from_millis(100));
    assert!(
        TcpStream::connect(&server.address).is_err(),
        "no new connections"
    );
    stream.write_all(rest.as_bytes()).unwrap();
    assert_eq!(answer(stream).0, 200);
    assert!(server.process.wait().unwrap().success());
}
