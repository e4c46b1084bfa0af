//! Connections: accepting, bounding and ending them.

use std::future::pending;
use std::io::Write;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use anyhow::Context;
use axum::Router;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use super::Limits;

/// Serves until an interrupt or TERM, then lets running requests end within their time.
pub(super) async fn serve(
    address: SocketAddr,
    routes: Router,
    limits: Limits,
) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("cannot listen at {address}"))?;
    let address = listener.local_addr().unwrap_or(address);
    // The one line a person or a test waits for.
    let _ = writeln!(std::io::stderr(), "redact: listening at http://{address}");

    let mut http = hyper::server::conn::http1::Builder::new();
    // A client that sends its head byte by byte holds a connection no longer than this.
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.time);
    let connections = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop_signal());
    loop {
        let permit = Arc::clone(&connections).acquire_owned().await?;
        let stream = tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else {
                    // Out of file descriptors, for instance: others must end first.
                    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                    continue;
                };
                stream
            }
            () = &mut stop => break,
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(routes.clone());
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A connection that breaks off concerns nobody but its client.
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(limits.time) => {}
    }
    Ok(())
}

/// Waits for an interrupt or TERM.
async fn stop_signal() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
