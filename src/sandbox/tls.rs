//! A certificate for discord.com from an authority of our own, and a listener that speaks TLS with it.
//!
//! The authority is made afresh at each start, trusted by nobody else, and its key never leaves memory.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use anyhow::Context as _;
use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The names the sandbox's certificate holds for.
const NAMES: [&str; 3] = ["discord.com", "localhost", "127.0.0.1"];

/// The authority's certificate as PEM, and a server that proves itself with it.
pub(super) struct Identity {
    pub(super) ca_pem: String,
    pub(super) acceptor: TlsAcceptor,
}

pub(super) fn identity() -> anyhow::Result<Identity> {
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    authority.distinguished_name.push(DnType::CommonName, "Fresh Legs sandbox");
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
    let leaf_key = KeyPair::generate()?;
    let leaf =
        CertificateParams::new(NAMES.map(str::to_owned))?.signed_by(&leaf_key, &authority)?;
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(leaf_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .context("the sandbox's own certificate was refused")?;
    Ok(Identity { ca_pem: authority.pem(), acceptor: TlsAcceptor::from(Arc::new(config)) })
}

/// Accepts TLS connections that can be cut from the inside.
///
/// Handshakes run beside each other: a client that opens a connection and says nothing holds up
/// nobody else.
pub(super) struct TlsListener {
    ready: mpsc::Receiver<CuttableStream>,
}

impl TlsListener {
    pub(super) fn new(listener: TcpListener, acceptor: TlsAcceptor) -> Self {
        let (done, ready) = mpsc::channel(16);
        tokio::spawn(accept_all(listener, acceptor, done));
        Self { ready }
    }
}

async fn accept_all(
    mut listener: TcpListener,
    acceptor: TlsAcceptor,
    done: mpsc::Sender<CuttableStream>,
) {
    loop {
        let stream = tokio::select! {
            (stream, _) = Listener::accept(&mut listener) => stream,
            () = done.closed() => return,
        };
        let (acceptor, done) = (acceptor.clone(), done.clone());
        tokio::spawn(async move {
            // Answers are small and come one by one: waiting to fill a packet only delays them.
            let shaken = match stream.set_nodelay(true) {
                Ok(()) => acceptor.accept(stream).await,
                Err(error) => Err(error),
            };
            match shaken {
                Ok(inner) => {
                    let stream = CuttableStream { inner, cutter: Cutter::default() };
                    // Nobody takes it only when the sandbox is ending.
                    drop(done.send(stream).await);
                }
                Err(error) => tracing::debug!(%error, "a client gave up its TLS handshake"),
            }
        });
    }
}

impl Listener for TlsListener {
    type Io = CuttableStream;
    type Addr = Cutter;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(stream) => {
                let cutter = stream.cutter.clone();
                (stream, cutter)
            }
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(Cutter::default())
    }
}

/// Cuts the connection it belongs to, so that an answer is lost on its way.
#[derive(Clone, Debug, Default)]
pub(super) struct Cutter(Arc<AtomicBool>);

impl Cutter {
    pub(super) fn cut(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn check(&self) -> io::Result<()> {
        if self.0.load(Ordering::SeqCst) {
            Err(io::ErrorKind::ConnectionReset.into())
        } else {
            Ok(())
        }
    }
}

impl Connected<IncomingStream<'_, TlsListener>> for Cutter {
    fn connect_info(stream: IncomingStream<'_, TlsListener>) -> Self {
        stream.remote_addr().clone()
    }
}

/// A TLS stream that fails once its [`Cutter`] was used.
pub(super) struct CuttableStream {
    inner: TlsStream<TcpStream>,
    cutter: Cutter,
}

impl AsyncRead for CuttableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.cutter.check()?;
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.cutter.check()?;
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.cutter.check()?;
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}
