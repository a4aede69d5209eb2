"""One decision from two readers: what the rules found, what the learned reader says, and what mends either."""
