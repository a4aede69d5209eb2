"""Scripts and own corpora that rebuild every weight in ``models/``."""
