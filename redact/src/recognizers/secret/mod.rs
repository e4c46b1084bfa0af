//! Credentials: what opens a door to whoever reads it.

rules! {
    private_key,
}
