"""Acts of saying as corpora of attribution count them, which claims do not."""
