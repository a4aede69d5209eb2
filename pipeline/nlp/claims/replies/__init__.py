"""Sayings and sentences that answer what stands before them: who agrees, who disagrees, what is rejected."""
