"""Whether a claim is affirmed or negated, and how firmly: marks, and where they stand."""
