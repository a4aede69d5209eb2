"""Lines of a thread that repeat what somebody wrote before: "＞ the cranes are too old", as replies quote each other.

Whose they are shows in the post that has the same words, or nearly so where a thread was translated. A line that none
of the posts before has is left to whoever wrote it: what follows such a mark may be the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.nlp.claims.rules.located import Located
from pipeline.records import Passage, Span

CITED = "line of another post"
"""Rule of the frames made here."""
_MARK = re.compile(r"\s*[>＞≫]{1,3}\s*(?=[^\s>＞≫])")
_LEFT_OUT = re.compile(r"…+|\.{3,}")
_NO_LETTER = re.compile(r"[\W_]+")
_NEAR = 8
"""How many posts back a reply may reach for words that it does not repeat to the letter."""
_SHARE = 0.5
"""Share of the runs of letters of a line from which on a post has it."""
_RUN, _ALPHABETIC = 2, 7
"""Letters of a run: in scripts with a sign a syllable or more, and in alphabets."""
_SYLLABLES = "\u2e80"
"""From here on the scripts of Chinese, Japanese and Korean begin."""
_SHORTEST = 5
"""Fewest letters of a line that can be told apart from others."""


def with_cited_lines(
    text: str, passages: Sequence[Passage], speech: Speech, posts: Sequence[tuple[Span, Span]]
) -> Speech:
    """Return a speech in which the lines that a post repeats are their writer's.

    Args:
        text: the text.
        passages: its sentences.
        speech: what is known of who says what.
        posts: the words of each post and the name of its writer, in order.
    """
    marked = [(p, m.end()) for p in passages if (m := _MARK.match(text, p.start, p.end)) is not None] if posts else []
    if not marked:
        return speech
    found = [said for passage, at in marked if (said := _cited(text, passage, at, posts)) is not None]
    every, contents = Located(speech.said), [s.frame.contents[0] for s in found]
    bare = {id(s) for c in contents for s in every.touching(c.start, c.end) if s.frame.cue is None}
    kept = [s for s in speech.said if id(s) not in bare]
    ordered = sorted((*kept, *found), key=lambda s: (s.frame.start, -s.frame.contents[-1].end))
    return Speech(tuple(ordered), speech.quotes)


def _cited(text: str, passage: Passage, at: int, posts: Sequence[tuple[Span, Span]]) -> Said | None:
    own = next((i for i, (words, _) in enumerate(posts) if words.start <= passage.start < words.end), None)
    writer = _writer(text, Span(at, passage.end), posts[: own + 1]) if own is not None else None
    if writer is None:
        return None
    frame = Frame(writer, None, (Span(at, passage.end),), "direct", "asserts", CITED)
    return Said(frame, passage.paragraph, linked=True)


def _writer(text: str, line: Span, posts: Sequence[tuple[Span, Span]]) -> Span | None:
    """Return the writer of the nearest post, by somebody else than the last, that has a line."""
    name = _name(text, posts[-1][1])
    before = [(_letters(text, words), who) for words, who in reversed(posts[:-1]) if _name(text, who) != name]
    parts = [p for part in _LEFT_OUT.split(text[line.start : line.end]) if (p := _NO_LETTER.sub("", part).lower())]
    if sum(map(len, parts)) < _SHORTEST:
        return None
    same = next((who for words, who in before if all(part in words for part in parts)), None)
    if same is not None:
        return same
    size = _ALPHABETIC if parts[0][0] < _SYLLABLES else _RUN
    runs = _runs("".join(parts), size)
    shares = [(len(runs & _runs(words, size)) / max(1, len(runs)), who) for words, who in before[:_NEAR]]
    share, who = max(shares, key=lambda s: s[0], default=(0.0, None))
    return who if share >= _SHARE else None


def _name(text: str, who: Span) -> str:
    return text[who.start : who.end]


def _letters(text: str, words: Span) -> str:
    return _NO_LETTER.sub("", text[words.start : words.end]).lower()


def _runs(letters: str, size: int) -> set[str]:
    return {letters[i : i + size] for i in range(len(letters) - size + 1)}
