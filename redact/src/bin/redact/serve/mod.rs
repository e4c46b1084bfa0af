//! `redact serve`: Presidio's HTTP interface, so that whoever calls Presidio by URL can call this.

mod analyze;
mod anonymize;
mod answer;
mod engine;
mod metrics;
mod routes;
mod server;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use clap::{Args, ValueEnum};

use crate::Served;

/// Answers over HTTP, with the routes and the JSON of Presidio's analyzer and anonymizer
///
/// Both services answer at one address: POST /analyze, /anonymize and /deanonymize, GET /recognizers,
/// /supportedentities, /anonymizers, /deanonymizers, /health and /metrics (for Prometheus).
/// Texts are neither stored nor logged. An interrupt (or TERM) lets running requests end.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Serve {
    /// Where to listen; 0.0.0.0 for every network, which wants a proxy with authentication in front
    #[arg(long, value_name = "IP:PORT", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,

    /// Whose judgement is followed
    #[arg(long, value_enum, default_value = "presidio")]
    profile: Profile,

    /// The languages of the profile presidio; the default profile serves all at once
    #[arg(long, value_name = "A,B", value_delimiter = ',', default_value = "en")]
    languages: Vec<String>,

    /// A recognizer registry in Presidio's YAML, instead of its default one (profile presidio)
    #[arg(long, value_name = "FILE.yaml")]
    registry: Option<PathBuf>,

    /// The least score of a result where a request says none, from 0 to 1
    #[arg(long, value_name = "X", value_parser = crate::engine::parse_score)]
    score_threshold: Option<redact::Score>,

    /// The largest body of a request, in bytes; a larger one is answered with 413
    #[arg(long, value_name = "BYTES", default_value_t = 8 * 1024 * 1024)]
    max_body: usize,

    /// How long a request may take, its arrival included, in seconds; then it is answered with 408
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    timeout: u64,

    /// How many connections at a time; further ones wait
    #[arg(long, value_name = "N", default_value_t = 1024)]
    max_connections: usize,
}

/// Whose judgement a server follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Profile {
    /// Presidio's behaviour, without a language model's entities
    Presidio,
    /// What a redactor needs: Japanese and English, names and addresses included
    Default,
}

const EXAMPLES: &str = "\
Examples:
  redact serve
  curl -s localhost:3000/analyze -H 'content-type: application/json' \\
       -d '{\"text\": \"My SSN is 078-05-1126\", \"language\": \"en\"}'
  redact serve --profile default --listen 127.0.0.1:5002";

/// What keeps one client from taking everything.
#[derive(Clone, Copy)]
struct Limits {
    body: usize,
    time: Duration,
    connections: usize,
}

impl Serve {
    pub(crate) fn run(self) -> anyhow::Result<Served> {
        let engine = engine::Engine::new(&self)?;
        let limits = Limits {
            body: self.max_body,
            time: Duration::from_secs(self.timeout.max(1)),
            connections: self.max_connections.max(1),
        };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .context("no threads to serve with")?;
        runtime.block_on(server::serve(
            self.listen,
            routes::routes(engine, limits),
            limits,
        ))?;
        Ok(Served::All)
    }
}
