//! What Prometheus reads: how many requests, how long they took, how much text. No label holds
//! anything of a request but its route.

use std::sync::atomic::AtomicU64;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Route {
    route: String,
    status: u16,
}

/// The counters of a server.
pub(super) struct Metrics {
    registry: Registry,
    requests: Family<Route, Counter>,
    seconds: Histogram,
    text_bytes: Counter<u64, AtomicU64>,
    in_flight: Gauge,
}

impl Metrics {
    pub(super) fn new() -> Self {
        let mut registry = Registry::with_prefix("redact");
        let metrics = Self {
            requests: Family::default(),
            // From 50 microseconds to 1.6 seconds.
            seconds: Histogram::new((0..16).map(|step| 50e-6 * f64::from(1 << step))),
            text_bytes: Counter::default(),
            in_flight: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register(
            "requests",
            "Requests by route and status",
            metrics.requests.clone(),
        );
        registry.register_with_unit(
            "request_duration",
            "Time from the head of a request to its answer",
            Unit::Seconds,
            metrics.seconds.clone(),
        );
        registry.register_with_unit(
            "body",
            "Bodies of requests",
            Unit::Bytes,
            metrics.text_bytes.clone(),
        );
        registry.register(
            "requests_in_flight",
            "Requests being served",
            metrics.in_flight.clone(),
        );
        Self {
            registry,
            ..metrics
        }
    }

    pub(super) fn begin(&self) {
        self.in_flight.inc();
    }

    pub(super) fn end(&self, route: &str, status: u16, seconds: f64) {
        self.in_flight.dec();
        self.seconds.observe(seconds);
        let route = Route {
            route: route.to_owned(),
            status,
        };
        self.requests.get_or_create(&route).inc();
    }

    pub(super) fn add_body(&self, bytes: usize) {
        self.text_bytes
            .inc_by(u64::try_from(bytes).unwrap_or(u64::MAX));
    }

    /// In Prometheus' text format.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        // Writing into a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
