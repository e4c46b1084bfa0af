//! All automation of the workspace, one subcommand a file.

fn main() {}
