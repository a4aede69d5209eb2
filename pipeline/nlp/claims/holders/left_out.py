"""Words of saying beside a quotation that leave their subject out: "«P», dijo.", "And added: “P”"."""

from __future__ import annotations

import re

from pipeline.nlp.claims.frames import Frame

_BEHIND = re.compile(r"\s*(?:[.,;:!?…]|\Z|\n)")
_AUXILIARY = re.compile(r"ha|había|aveva|avrebbe|tinha|havia|ha\s+poi", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\s+\w+(?:d|t|st|ch)[oa]" + _BEHIND.pattern)
_PLURAL = {
    "es": re.compile(r"\b\w+n\b"),
    "it": re.compile(r"\b\w+no\b"),
    "pt": re.compile(r"\b\w+(?:m|ão)\b"),
}
"""Words, up to the word of saying, by which several speak."""
_ARABIC = re.compile(
    r"و?(?:قال|أضاف|تابع|أوضح|أكد|ذكر|صرح|واصل|أشار)ت?(?:\s+قائلة?ا?)?(?=\s*[:«\"“]|\s+(?:إن|أن|إلى)|\Z)"
)
"""A verb of one behind which no subject stands."""
_ANYBODY = re.compile(r"\b(?:se|si|lê-se|diz-se|fue|fu|foi|è\s+stato)\b", re.IGNORECASE)
"""Marks of what is read and said by nobody in particular."""
_GOES_ON = {
    "en": "and|then|and then|but then",
    "de": "und|dann|und dann",
    "fr": "et|puis|et puis|et de|et d'|et d’|puis de|avant de|avant d'|avant d’",
    "nl": "en|dan|en dan",
    "ru": "и|а|затем|потом|также|а затем|и затем|после этого|позже",
}
"""What stands before a verb that takes its subject from the sentence before."""


def is_bare(text: str, frame: Frame, code: str) -> bool:
    """Tell whether a quotation is one person's whom its sentence leaves out, where the form of a verb is enough."""
    if code == "ar":
        end = frame.contents[0].start
        return frame.cue is not None and _ARABIC.match(text, frame.cue.start, end + 1) is not None
    form = _PLURAL.get(code)
    if form is None or frame.cue is None or frame.kind != "direct":
        return False
    behind = frame.contents[-1].end <= frame.cue.start
    words = text[frame.contents[-1].end if behind else max(0, frame.cue.start - 12) : frame.cue.end]
    alone = _BEHIND.match(text, frame.cue.end) is not None
    if not alone and _AUXILIARY.fullmatch(text, frame.cue.start, frame.cue.end) is not None:
        alone = _PARTICIPLE.match(text, frame.cue.end) is not None
    return alone and form.search(words) is None and _ANYBODY.search(words) is None


def goes_on(text: str, frame: Frame, start: int, code: str) -> bool:
    """Tell whether a sentence begins with a quotation's word of saying, or with "and" and this word.

    Args:
        text: the text.
        frame: the saying.
        start: where the sentence begins.
        code: its language.
    """
    words = _GOES_ON.get(code)
    if words is None or frame.cue is None or frame.kind != "direct" or not start <= frame.cue.start < frame.start:
        return False
    before = text[start : frame.cue.start].strip(" \t\n*_—–-").casefold()
    return before in words.split("|") and text[frame.cue.end : frame.start].rstrip(' "“„«').rstrip()[-1:] in ":,"
