"""Character model of 55 languages, built from the letter statistics that langdetect ships.

langdetect scores a text as a bag of overlapping 1-, 2- and 3-letter groups, which counts every letter six times. The
same counts make a Markov chain instead, P(letter | the two before it), with interpolation to shorter contexts: each
letter counts once, a seldom group costs what it should, and nothing is sampled. Capital and small letters are merged.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from pipeline.errors import ReadError
from pipeline.nlp.language.scripts import count_scripts, main_script
from pipeline.packaged import read_yaml
from pipeline.records import LANGUAGES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Row = NDArray[np.float64]

_CUT = 1e-4
"""Groups seldomer than this share of a profile are left out, since profiles were cut at different depths."""
_RESERVED = 0.1
"""Share of every context's mass that goes to the shorter context, on top of what the cut left unexplained."""
_PSEUDO = 300.0
"""Pseudo-counts of the shorter context, in units of an average profile."""
_UNSEEN = 1e-7
"""Probability of a letter that the profile never saw."""
_SPACE = 0.15
"""Probability of a word end where nothing is known."""
_FUNCTION_WORD = 1.5
"""Log-likelihood a language gains when a word is on its list of function words."""

_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
_FOLD = str.maketrans({"ș": "ş", "ț": "ţ", "ی": "ي", "’": "'"})
_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u0dff\u0e00-\u0e7f]+[^\W\d_]*)*")


class Profiles:
    """Log-likelihood of words in every language. ``codes`` names the columns (``zh-cn`` and ``zh-tw`` kept apart)."""

    def __init__(self) -> None:
        import numpy as np

        self._np = np
        raw = _read_profiles()
        self.codes: tuple[str, ...] = tuple(sorted(raw))
        self._zero = np.zeros(len(self.codes))
        self._places, self._counts = self._count(raw)
        del raw
        self._total = self._sum_over(1)[""]
        self._after_one, self._after_two = self._sum_over(2), self._sum_over(3)
        self._pseudo = _PSEUDO * self._total / self._total.mean()
        self.log_prior = np.array(_log_prior(self.codes))
        self.scripts: tuple[str | None, ...] = self._scripts()
        self._bonus = self._function_words()
        # Bounded: a long run meets many words, and each holds half a kilobyte. The common ones come again soon.
        self.word = lru_cache(maxsize=8_192)(self._word)
        self._log_three = lru_cache(maxsize=16_384)(self._three_log)

    def words(self, text: str) -> list[str]:
        """Lower-case words of a text, in the form that the model is indexed by."""
        plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFC", text.lower())))
        return _WORD.findall(plain.translate(_FOLD))

    def _word(self, word: str) -> Row:
        padded = " " + "".join(_fold_vietnamese(c) for c in word) + " "
        row = self._np.log(self._two(" ", padded[1]))
        for i in range(2, len(padded)):
            row = row + self._log_three(padded[i - 2 : i + 1])
        bonus = self._bonus.get(word)
        return row if bonus is None else row + bonus

    def _one(self, c: str) -> Row:
        if c == " ":
            return self._zero + _SPACE
        return self._row(c) / self._total + _UNSEEN

    def _two(self, a: str, c: str) -> Row:
        seen = self._after_one.get(a, self._zero)
        return self._interpolate(seen if a == " " else self._row(a), seen, a + c, self._one(c))

    def _three_log(self, group: str) -> Row:
        head = group[:2]
        seen = self._after_two.get(head, self._zero)
        shorter = self._two(group[1], group[2])
        row: Row = self._np.log(self._interpolate(self._row(head), seen, group, shorter))
        return row

    def _interpolate(self, context: Row, seen: Row, group: str, shorter: Row) -> Row:
        total = self._np.maximum(context, seen)
        free = (total - seen) + _RESERVED * total + self._pseudo
        row: Row = (self._row(group) * (1 - _RESERVED) + free * shorter) / (total + self._pseudo)
        return row

    def _count(self, raw: dict[str, dict[str, float]]) -> tuple[dict[str, int], NDArray[np.uint32]]:
        """Return the row of each group, and the counts: which are whole numbers (four bytes each)."""
        places: dict[str, int] = {}
        for code in self.codes:
            for group in raw[code]:
                places.setdefault(group, len(places))
        counts = self._np.zeros((len(places), len(self.codes)), self._np.uint32)
        for column, code in enumerate(self.codes):
            counts[[places[group] for group in raw[code]], column] = list(raw[code].values())
        return places, counts

    def _row(self, group: str) -> Row:
        place = self._places.get(group)
        if place is None:
            return self._zero
        row: Row = self._counts[place].astype(self._np.float64)
        return row

    def _sum_over(self, length: int) -> dict[str, Row]:
        sums: dict[str, Row] = {}
        for group in self._places:
            if len(group) == length:
                head, row = group[:-1], self._row(group)
                sums[head] = sums[head] + row if head in sums else row
        return sums

    def _scripts(self) -> tuple[str | None, ...]:
        found = []
        singles = [(c, self._row(c)) for c in self._places if len(c) == 1]
        for column in range(len(self.codes)):
            letters = sorted(((row[column], c) for c, row in singles), reverse=True)
            found.append(main_script(count_scripts("".join(c for _, c in letters[:10]))))
        return tuple(found)

    def _function_words(self) -> dict[str, Row]:
        column = {code: i for i, code in enumerate(self.codes)}
        bonus: dict[str, Row] = {}
        for code, words in load_yaml("words.yaml").items():
            for word in self.words(words):
                bonus.setdefault(word, self._np.zeros(len(self.codes)))[column[code]] = _FUNCTION_WORD
        return bonus


def _fold_vietnamese(c: str) -> str:
    # langdetect's profiles keep all the Vietnamese letters of this block under one of them.
    return "ể" if "\u1ea0" <= c <= "\u1eff" else c


def _read_profiles() -> dict[str, dict[str, float]]:
    try:
        folder = resources.files("langdetect") / "profiles"
        return {item.name: _read_profile(item.read_text("utf-8")) for item in folder.iterdir() if "." not in item.name}
    except (OSError, ValueError, KeyError, ModuleNotFoundError) as error:
        message = f"language profiles cannot be read ({error}): reinstall langdetect==1.0.9"
        raise ReadError(message, item="langdetect", kind="profiles") from error


def _read_profile(text: str) -> dict[str, float]:
    data = json.loads(text)
    cut = _CUT * data["n_words"][0]
    groups: dict[str, float] = {}
    for group, frequency in data["freq"].items():
        if frequency >= cut:
            folded = sys.intern(group.lower())
            groups[folded] = groups.get(folded, 0.0) + frequency
    return groups


def _log_prior(codes: tuple[str, ...]) -> list[float]:
    data = load_yaml("shares.yaml")
    weights: dict[str, float] = dict.fromkeys(LANGUAGES, data["readable"]) | {"en": 0.0}
    for step in ("common", "less_common", "rare"):
        weights |= dict.fromkeys(data[step]["languages"], data[step]["weight"])
    return [weights[code.split("-")[0]] for code in codes]


def load_yaml(name: str) -> dict[str, Any]:
    """One of this package's data files."""
    data: dict[str, Any] = read_yaml((resources.files(__package__) / name).read_text("utf-8"))
    return data


@lru_cache(maxsize=1)
def load_profiles() -> Profiles:
    """The model, built at first use (about a third of a second)."""
    return Profiles()
