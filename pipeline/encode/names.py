"""Names of the shipped models and their files."""

from __future__ import annotations

ENCODER = "e5-small-12"
"""multilingual-e5-small, cut to twelve languages."""
JUDGE = "stance-judge"
"""The stance judge, trained from it; it shares the encoder's tokenizer."""
POINTS = "point-encoder"
"""The encoder of arguments and key points, trained from it; it shares the encoder's tokenizer."""
WEIGHTS = "model_int8.onnx"
TOKENIZER = "tokenizer.json"
MEANS = "means.json"
READER = "reader"
"""The reader model, trained from the encoder's lower layers; it shares the encoder's tokenizer."""
LINKING = "linking.json"
VERIFIABLE = "verifiable"
"""The reader's second output, beside its tags."""
TAGS = "tags"
