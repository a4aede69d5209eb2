"""Those who are named in an article and can speak, in order of appearance, each by their fullest name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.nlp.claims.holders.genders import is_title, without_title
from pipeline.nlp.claims.words.tokens import fold
from pipeline.records import Entity, Holder, Span

_SOURCES = ("person", "organisation", "publication")
_WORD = re.compile(r"\w{2,}")
_FAMILY = {
    "ko": re.compile(r"(?P<name>[가-힣])\s?씨"),
    "zh": re.compile(r"(?P<name>[\u4e00-\u9fff])(?:先生|女士|小姐|太太)"),
}
"""A family name of one sign before a form of address."""
_FIELD = re.compile(r"(?:AI|IA|KI|ИИ|ML|LLMs?|AGI|IT|EV|VR|TV)")
"""Fields and kinds of things in capitals, which name nobody: "AI researchers", "les entreprises d'IA"."""
_DESCRIBES = {"zh": re.compile(r"[^，、。]*的"), "ja": re.compile(r"[^、。はがにへを]+[うくぐすつぬぶむるただ]")}
"""What leads from a name to the one that it describes."""
_HEAD = 5
"""Characters from the start of a phrase within which the name of a body is what the phrase is about."""


class Names:
    """The people and bodies that an article names."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        self._named = sorted((_bare(e) for e in entities if e.type in _SOURCES), key=lambda e: (e.start, -e.end))
        self._starts = [e.start for e in self._named]
        self._fullest: dict[tuple[str, str], Entity] = {}
        self._index()

    def _index(self) -> None:
        """Map each last word of a name (and each name) to the fullest name of the article that ends with it."""
        for entity in self._named:
            for key in {_last(entity.text), fold(entity.text)}:
                best = self._fullest.get((entity.type, key))
                if best is None or len(_WORD.findall(entity.text)) > len(_WORD.findall(best.text)):
                    self._fullest[entity.type, key] = entity

    def holder(self, entity: Entity) -> Holder:
        """Return the holder that a name stands for, by their fullest name."""
        key = _last(entity.text) if entity.type == "person" else fold(entity.text)
        full = self._fullest.get((entity.type, key), entity)
        return Holder(full.text, full.start, full.end, "named", full.entity_id or entity.entity_id)

    def people(self) -> list[Entity]:
        """Return the persons who are named."""
        return [e for e in self._named if e.type == "person"]

    def guest(self, title: str) -> Holder | None:
        """Return the one person, named in the text by more than one word, whom a title names; None for several."""
        people = [e for e in self.people() if e.text in title and (" " in e.text or not e.text.isascii())]
        who = {self.holder(e).text: self.holder(e) for e in people}
        return next(iter(who.values())) if len(who) == 1 else None

    def between(self, start: int, end: int) -> list[Entity]:
        """Return those who are named between two offsets."""
        index = bisect_right(self._starts, start - 1)
        found = []
        while index < len(self._named) and self._named[index].start < end:
            if self._named[index].end <= end:
                found.append(self._named[index])
            index += 1
        return found

    def before(self, at: int, most: int) -> Iterator[Entity]:
        """Yield those who are named before an offset, the last one first, at most so many."""
        index = bisect_right(self._starts, at - 1)
        return reversed(self._named[max(0, index - most) : index])

    def inside(self, source: Span) -> Entity | None:
        """Return whom a phrase names: a person in it, or the body that it begins with."""
        named = self.between(source.start, source.end)
        inside = [e for e in named if not is_title(e.text) and not is_field(e.text)]
        people = [e for e in inside if e.type == "person"]
        head = [e for e in inside if e.start - source.start <= _HEAD]
        return next(iter(people or head), None)

    def head(self, source: Span, code: str) -> Entity | None:
        """Return the person whom a phrase describes before it names them: "与文恩共事的|沃斯"."""
        describes = _DESCRIBES.get(code)
        people = [e for e in self.between(source.start, source.end) if e.type == "person" and not is_title(e.text)]
        if describes is None or len(people) < 2:
            return None
        between = self._text[people[-2].end : people[-1].start]
        return people[-1] if describes.fullmatch(between) is not None else None

    def full(self, bare: Span, code: str) -> Entity | None:
        """Return the one person named before whose short name a phrase is, where no capital shows a name.

        Korean and Chinese say the family name, which comes first, with a form of address ("정 씨", "马女士").
        """
        phrase = self._text[bare.start : bare.end]
        before = [e for e in self.people() if e.end <= bare.start]
        if code == "ar" and phrase:
            fits = [e for e in before if e.text.split()[-1] == phrase]
        else:
            family = _FAMILY[code].match(self._text, bare.start, bare.end + 3) if code in _FAMILY else None
            fits = [e for e in before if e.text.startswith(family["name"])] if family is not None else []
        return fits[-1] if len({e.text for e in fits}) == 1 else None

    def at(self, start: int, end: int) -> Entity | None:
        """Return the first name between two offsets."""
        return next(iter(self.between(start, end)), None)


def _bare(entity: Entity) -> Entity:
    """Return a person's name without the title that a reader took in behind it."""
    bare = without_title(entity.text) if entity.type == "person" else entity.text
    return entity if bare == entity.text else replace(entity, text=bare, end=entity.start + len(bare))


def is_field(name: str) -> bool:
    """Tell whether a word in capitals is of a field, and nobody's name ("AI")."""
    return _FIELD.fullmatch(name) is not None


def _last(name: str) -> str:
    """Return the last word of a name."""
    words: list[str] = _WORD.findall(fold(name)) or [fold(name)]
    return words[-1]
