"""The tokenizer of a Qwen2 network, cut to its commonest tokens.

Byte-level byte pair encoding (Sennrich et al. 2016, "Neural machine translation of rare words with subword units";
Radford et al. 2019 for bytes): tokens stand in the order in which they were merged, so the first ones are the
commonest, and every text can be written with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers
from tokenizers.models import BPE

KEPT = 90_000
"""Of 151,936 tokens. What is cut is spelled with more of the tokens that stay."""
_WORDS = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
"""What no merge reaches across, as published with Qwen2 (Yang et al. 2024, "Qwen2 technical report")."""


def make_tokenizer(tokens: Sequence[str], merges: Sequence[str], kept: int = KEPT) -> Tokenizer:
    """Return a tokenizer whose ids are the positions of the first ``kept`` tokens, without any special ones.

    ``merges`` are pairs of tokens with a space between them, the first to apply first.

    Raises:
        SystemExit: some bytes have no token among those kept.
    """
    ids = {token: at for at, token in enumerate(tokens[:kept])}
    if missing := [char for char in pre_tokenizers.ByteLevel.alphabet() if char not in ids]:
        raise SystemExit(f"{len(missing)} of 256 bytes have no token among the first {kept}; pass a Qwen2 network")
    pairs = [(left, right) for left, right in map(str.split, merges) if {left, right, left + right} <= ids.keys()]
    tokenizer = Tokenizer(BPE(vocab=ids, merges=pairs, fuse_unk=False, byte_fallback=False))
    tokenizer.normalizer = normalizers.NFC()
    words = pre_tokenizers.Split(Regex(_WORDS), "isolated")
    as_bytes = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([words, as_bytes])
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer
