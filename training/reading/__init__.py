"""How the shipped reader model is trained: who says what, learned from our own corpus.

Run it with ``python -m training.build_reader``.
"""
