"""The markup of the reading corpus (``training/corpora/reading/README.md``): labelled passages from text files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "reading"
LABELS = ("+f", "+o", "-q", "-i", "-a", "-n", "-g", "-p", "-x")
ENTITIES = ("per", "org", "prod", "bench", "metric", "pub", "loc", "event", "law", "other")
UNSPACED = frozenset({"zh", "ja"})
"""Languages whose sentences are joined by nothing."""

_HEAD = re.compile(r"# ([a-z-]+)/([a-z-]+)")
_LINE = re.compile(r"(/?)(>|[+-][a-z]) (.+)")
_TAG = re.compile(r"([sadi])(\d)|(c)(\d)([ardu])|([nh])|E:([a-z]+)")


class MarkupError(ValueError):
    """A file breaks the rules of the markup. The message names file and line."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence; ``label`` is one of :data:`LABELS`, or ``>`` for context."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch. ``tag``: s a c d i n h or an entity type; ``number`` 0 where the tag has none."""

    tag: str
    number: int
    commitment: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """One passage without its markup; offsets are half-open code points into ``text``."""

    id: str
    language: str
    kind: str
    field: str
    text: str
    sentences: tuple[Sentence, ...]
    spans: tuple[Marked, ...]


def load(path: Path) -> list[LabelledPassage]:
    """Read one file of the corpus.

    Raises:
        MarkupError: the first broken line, with its number.
    """
    language = path.stem[:2]
    passages, block, first = [], [], 1
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.strip():
            if not block:
                first = number
            block.append(line.strip())
        elif block:
            passages.append(_passage(block, f"{path.name}:{first}", language))
            block = []
    return passages


def load_all(folder: Path = CORPUS) -> list[LabelledPassage]:
    """Read every file of the corpus, in the order of their names."""
    return [passage for path in sorted(folder.glob("??-*.txt")) for passage in load(path)]


def _passage(lines: list[str], where: str, language: str) -> LabelledPassage:
    head = _HEAD.fullmatch(lines[0])
    if head is None:
        raise MarkupError(f"{where}: a passage begins with '# kind/field', not {lines[0][:40]!r}")
    text, sentences, spans = "", [], []
    for offset, line in enumerate(lines[1:], 1):
        found = _LINE.fullmatch(line)
        if found is None or found[2] not in (*LABELS, ">"):
            raise MarkupError(f"{where}+{offset}: no label in front of {line[:40]!r}")
        if text:
            text += "\n" if found[1] else "" if language in UNSPACED else " "
        try:
            plain, marked = strip(found[3])
        except MarkupError as error:
            raise MarkupError(f"{where}+{offset}: {error} in {line[:60]!r}") from None
        at = len(text)
        sentences.append(Sentence(at, at + len(plain), found[2]))
        spans += [Marked(m.tag, m.number, m.commitment, m.start + at, m.end + at) for m in marked]
        text += plain
    passage = LabelledPassage(where, language, head[1], head[2], text, tuple(sentences), tuple(spans))
    _check(passage)
    return passage


def strip(line: str) -> tuple[str, list[Marked]]:
    """Return a line without its markup, and what was marked, in order of start.

    Raises:
        MarkupError: braces that do not match, or an unknown tag.
    """
    out: list[str] = []
    open_spans: list[tuple[str, int, str, int]] = []
    marked = []
    at = 0
    while at < len(line):
        character = line[at]
        if character == "\\" and at + 1 < len(line):
            out.append(line[at + 1])
            at += 2
        elif character == "{":
            tag, space, _ = line[at + 1 :].partition(" ")
            open_spans.append((*_tag(tag), len(out)))
            at += len(tag) + len(space) + 1
        elif character == "}":
            if not open_spans:
                raise MarkupError("a brace closes what was not opened")
            name, number, commitment, start = open_spans.pop()
            marked.append(Marked(name, number, commitment, start, len(out)))
            at += 1
        else:
            out.append(character)
            at += 1
    if open_spans:
        raise MarkupError("a brace is not closed")
    return "".join(out), sorted(marked, key=lambda m: (m.start, -m.end))


def _tag(tag: str) -> tuple[str, int, str]:
    found = _TAG.fullmatch(tag)
    if found is None or (found[7] and found[7] not in ENTITIES):
        raise MarkupError(f"unknown tag {tag[:12]!r}")
    if found[7]:
        return found[7], 0, ""
    return found[1] or found[3] or found[6], int(found[2] or found[4] or 0), found[5] or ""


def _check(passage: LabelledPassage) -> None:
    labelled = [s for s in passage.sentences if s.label != ">"]
    if not 1 <= len(labelled) <= 6:
        raise MarkupError(f"{passage.id}: {len(labelled)} labelled sentences; a passage has one to six")
    contents = {m.number for m in passage.spans if m.tag in "di"}
    for mark in passage.spans:
        if mark.start == mark.end or not passage.text[mark.start : mark.end].strip():
            raise MarkupError(f"{passage.id}: an empty {mark.tag} span")
        if mark.tag in "sca" and mark.number not in contents:
            raise MarkupError(f"{passage.id}: attribution {mark.number} has no content")
    modes = {(m.number, m.tag) for m in passage.spans if m.tag in "di"}
    if len(modes) != len(contents):
        raise MarkupError(f"{passage.id}: an attribution is both direct and indirect")


def kept_back(passages: list[LabelledPassage], step: int = 6) -> list[LabelledPassage]:
    """Return the passages that no model is trained on: those of every sixth file of each language, by name."""
    files: dict[str, list[str]] = {}
    for passage in passages:
        name = passage.id.partition(":")[0]
        own = files.setdefault(passage.language, [])
        if name not in own:
            own.append(name)
    kept = {name for names in files.values() for name in names[step - 1 :: step]}
    return [passage for passage in passages if passage.id.partition(":")[0] in kept]
