"""How the reader model learned which sentences hold something that can be checked.

Run it with ``python -m training.build_verifiable``.
"""
