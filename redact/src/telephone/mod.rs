//! What is known of telephone numbers apart from any text: numbering plans, and what may stand
//! beside a number.

pub(crate) mod countries;
pub(crate) mod japan;
pub(crate) mod surroundings;
