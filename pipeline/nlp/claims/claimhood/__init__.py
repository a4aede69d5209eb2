"""Whether a passage asserts anything: no question, list, request or title, and whether its words are verbatim."""
