"""How the shipped stance judge is trained. Run it with ``python -m training.build_judge``."""
