"""Words that reject a statement: rebuttals, retorts, verdicts, and what calls something false."""
