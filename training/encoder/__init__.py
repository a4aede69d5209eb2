"""How the shipped sentence encoder is made from published weights. Run it with ``python -m training.build_encoder``."""
