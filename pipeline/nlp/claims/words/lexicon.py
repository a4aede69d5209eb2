"""Language data of the claims reader: one YAML file per language under ``lexicon/``.

A word entry ``stem/paradigm`` stands for the stem with each ending of that paradigm (``paradigms`` in the same file);
an entry without a slash stands for itself. A 13th language is a 13th file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pipeline.errors import ConfigError
from pipeline.nlp.claims.words.tokens import PhraseTable, fold
from pipeline.packaged import read_yaml

_CUES = ("verbs", "separable", "weak", "about", "prepositions", "postpositions", "nouns")
_COMMITMENTS = ("asserts", "reports", "denies", "doubts")
_LISTS = (
    "complementizers", "openers", "pronouns", "first_person", "impersonal", "skip", "breaks", "inside",
    "starters", "determiners", "definite", "relatives", "as_words", "voiced", "idle", "auxiliaries", "anonymous",
    "groups", "roles", "collectives", "hedges", "negations", "questions", "imperatives", "promo", "greetings",
    "conditionals", "concessions", "rebuttal_heads", "rebuttal_tails", "finite", "contrasts", "fiction",
    "tails", "opinion", "answers", "no_negation", "things", "dissent",
)  # fmt: skip
_PLAIN = frozenset({"things", "voiced", "relatives", "auxiliaries"})
"""Lists that are asked by the word and never looked for in a text."""
_PATTERNS = (
    "hedge_patterns",
    "question_patterns",
    "finite_patterns",
    "reported_mood",
    "running_mood",
    "infinitive",
    "impersonal_reports",
    "negation_patterns",
    "inverted_quote",
    "participle",
    "gerund",
    "evidential",
    "plain_prepositions",
    "source_nouns",
    "idle_negation",
    "idle_hedge",
    "passive",
    "passive_reports",
    "said_before",
)


@dataclass(frozen=True)
class Lexicon:
    """What one language contributes. Sets hold folded words; ``table`` labels phrases of every list."""

    code: str
    characters: bool
    table: PhraseTable
    words: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str] | None]
    genders: Mapping[str, str]
    """Pronoun to ``m``, ``f``, ``n``, ``p`` (plural) or ``x`` (unknown)."""
    particles: Mapping[str, frozenset[str]]
    """First word of a separable verb to the particles that may close its clause."""
    inverted: bool
    """The subject may follow the verb after a fronted adverbial (German, Dutch)."""
    verb_final: bool
    zero_subject: bool
    """A sentence may leave out who speaks when that was said before (Japanese, Chinese, Spanish, Arabic)."""

    def has(self, name: str, word: str) -> bool:
        """Return whether a folded single word stands in the list ``name``."""
        return word in self.words[name]

    def holds(self, name: str, words: Sequence[str]) -> bool:
        """Return whether one of the words stands in a list; where words are not parted, whether the last ends so."""
        if self.characters:
            return bool(words) and words[-1].endswith(tuple(self.words[name]))
        return any(word in self.words[name] for word in words)


def expand(entries: list[str] | str | None, paradigms: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the forms of a list (or of a string of words parted by white space).

    >>> list(expand("say argu/e point/s_out", {"e": ["e", "ed"], "s": ["s"]}))
    ['say', 'argue', 'argued', 'points out']
    """
    for entry in entries.split() if isinstance(entries, str) else entries or []:
        stem, slash, name = str(entry).rpartition("/")
        if not slash:
            yield str(entry).replace("_", " ")
            continue
        paradigm, _, rest = name.partition("_")
        for ending in paradigms[paradigm]:
            yield f"{stem}{ending} {rest}".replace("_", " ").rstrip()


@cache
def load(code: str) -> Lexicon | None:
    """Return the lexicon of a language, or None when there is none.

    Raises:
        ConfigError: the file is not what this reader expects.
    """
    path = resources.files("pipeline.nlp.claims") / "lexicon" / f"{code}.yaml"
    if not path.is_file():
        return None
    data = read_yaml(path.read_text(encoding="utf-8"))
    try:
        return _build(code, data)
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise ConfigError(f"lexicon {code}.yaml: {error!r}; compare it with lexicon/en.yaml", item=code) from error


def languages() -> tuple[str, ...]:
    """Return the codes that have a lexicon, sorted."""
    folder = resources.files("pipeline.nlp.claims") / "lexicon"
    return tuple(sorted(p.name.removesuffix(".yaml") for p in folder.iterdir() if p.name.endswith(".yaml")))


def _build(code: str, data: dict[str, object]) -> Lexicon:
    unknown = set(data) - {
        *_CUES,
        *_LISTS,
        *_PATTERNS,
        "paradigms",
        "scheme",
        "prefixes",
        "inverted",
        "verb_final",
        "zero_subject",
    }
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    paradigms: dict[str, list[str]] = {
        name: [e.replace("_", "") for e in str(value).split()]
        for name, value in dict(data.get("paradigms") or {}).items()  # type: ignore[call-overload]
    }
    lists = {name: list(_forms(data.get(name), paradigms)) for name in _LISTS}
    particles: dict[str, set[str]] = {}
    for _, form in _cues(data.get("separable"), paradigms):
        first, _, particle = fold(form).partition(" ")
        particles.setdefault(first, set()).add(particle)
    entries = [
        (form.partition(" ")[0] if kind == "separable" else form, f"{kind}.{commitment}")
        for kind in _CUES
        for commitment, form in _cues(data.get(kind), paradigms)
    ]
    for commitment, form in _cues(data.get("separable"), paradigms):
        entries.append(("".join(reversed(form.split())), f"verbs.{commitment}"))
    entries += [(form, name) for name in _LISTS if name not in _PLAIN for form in lists[name]]
    characters = data.get("scheme") == "characters"
    pronouns = data.get("pronouns")
    return Lexicon(
        code=code,
        characters=characters,
        table=PhraseTable(entries, characters=characters, prefixes=str(data.get("prefixes") or "")),
        words={name: frozenset(fold(w) for w in forms) for name, forms in lists.items()},
        patterns={name: _pattern(data.get(name)) for name in _PATTERNS},
        genders={fold(str(k)): str(v) for k, v in pronouns.items()} if isinstance(pronouns, dict) else {},
        particles={first: frozenset(tails) for first, tails in particles.items()},
        inverted=bool(data.get("inverted")),
        verb_final=bool(data.get("verb_final")),
        zero_subject=bool(data.get("zero_subject")),
    )


def _forms(value: object, paradigms: Mapping[str, list[str]]) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (str(key) for key in value)
    elif value is None or isinstance(value, str | list):
        yield from expand(value, paradigms)
    else:
        raise TypeError(f"expected words, found {value!r}")


def _cues(value: object, paradigms: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    if not isinstance(value, dict) or not set(value) <= set(_COMMITMENTS):
        raise TypeError(f"expected a mapping of {_COMMITMENTS}, found {value!r}")
    for commitment in _COMMITMENTS:
        for form in _forms(value.get(commitment), paradigms):
            yield commitment, form


def _pattern(value: object) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{p})" for p in value), re.IGNORECASE) if isinstance(value, list) and value else None
