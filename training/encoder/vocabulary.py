"""Build the tokenizer, and cut its vocabulary to the pieces that twelve languages use.

A piece stays when it occurs in the tokenised word list of a language (``wordfreq``, 30,000 words each), when it is a
single character of a script of theirs or holds no letter, when it is among the 60,000 likeliest pieces and wholly in
their scripts (this mends what word lists fold away, such as the German sharp s), or when it is written in Chinese,
Japanese or Korean script (few pieces, and word lists do not show how running text joins them).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from tokenizers import Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "zh", "ja", "ko", "ru", "ar")
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
MAX_TOKENS = 512
_WORDS, _LIKELY = 30_000, 60_000
_ALL = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL"})
_WHOLE = _ALL | {"LATIN", "CYRILLIC", "ARABIC"}
_SINGLE = _WHOLE | {"GREEK", "DIGIT", "FULLWIDTH", "HALFWIDTH"}

Pieces = Sequence[tuple[str, float]]


def make_tokenizer(pieces: Pieces, charsmap: bytes) -> Tokenizer:
    """Return a tokenizer whose ids are positions in ``pieces``; texts are framed by <s> and </s>, pairs by </s></s>."""
    ids = {text: at for at, (text, _score) in enumerate(pieces)}
    tokenizer = Tokenizer(Unigram(list(pieces), unk_id=ids["<unk>"], byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Precompiled(charsmap)])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()])
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", ids["<s>"]), ("</s>", ids["</s>"])],
    )
    tokenizer.add_special_tokens(list(SPECIAL))
    return tokenizer


def kept_ids(pieces: Pieces, tokenizer: Tokenizer) -> list[int]:
    """Return the sorted ids of the pieces that stay."""
    keep = {at for at, (text, _score) in enumerate(pieces) if text in SPECIAL}
    for language in LANGUAGES:
        for encoding in tokenizer.encode_batch(list(_forms(language)), add_special_tokens=False):
            keep.update(encoding.ids)
    likely = set(sorted(range(len(pieces)), key=lambda at: -pieces[at][1])[:_LIKELY])
    keep.update(at for at, (text, _score) in enumerate(pieces) if _stays(text.replace("▁", ""), at in likely))
    return sorted(keep)


def _forms(language: str) -> Iterable[str]:
    """Yield the words of a language as they occur: small, capital, after an apostrophe, inside a run of characters."""
    import wordfreq

    size = "large" if language in wordfreq.available_languages("large") else "small"
    for word in wordfreq.top_n_list(language, _WORDS, size):
        yield word
        if word.lower() != word.upper():
            yield from (word.capitalize(), "'" + word, "'" + word.capitalize())
        if language == "de" and "ss" in word:
            yield from (word.replace("ss", "ß"), word.capitalize().replace("ss", "ß"))
        if language in ("zh", "ja"):
            yield from ("，" + word, "a" + word)


def _stays(letters: str, likely: bool) -> bool:
    scripts = {_script(char) for char in letters if char.isalpha()}
    if not scripts or scripts <= _ALL:
        return True
    if len(letters) == 1:
        return scripts <= _SINGLE
    return likely and scripts <= _WHOLE


def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]
