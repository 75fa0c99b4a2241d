//! The server behind the page, over plain HTTP: what it gives, and what it refuses.
