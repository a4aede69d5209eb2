"""Who is for or against a thing, wants it or thinks of it, read from a dependency parse (English and French)."""
