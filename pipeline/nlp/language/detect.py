"""Language detection: script first, then a character model, tempered so that its probability means something."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from pipeline.nlp.language.profiles import load_profiles
from pipeline.nlp.language.scripts import count_scripts, han_origin, main_script, word_script
from pipeline.records import Language

_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\x00")
_SMALL = re.compile(r"(?<!\S)[a-zà-öø-ÿ]{2,}")
_TEMPER = 0.5
"""The model's letters are not independent: its log-likelihoods are halved before they are called probabilities."""
_HINT = 3.0
"""Log-odds that a page's own word about its language adds."""
_KANA_SHARE = 0.1
"""Japanese prose holds at least this share of kana (weighted); a Chinese sentence with one kana brand name does not."""
_SAMPLE = 1200
"""Code points read of each of the three places that a document is sampled at."""
_PASSAGE = 4000
_FLOOR = 1e-4
"""Share of a prior that is kept for the languages that it does not name."""
_UNKNOWN = Language("und", 0.0)


def detect(text: str, *, hint: str | None = None, prior: Mapping[str, float] | None = None) -> Language:
    """Return the language of a sentence or paragraph.

    Args:
        text: Any text; addresses in it are ignored, and only the first 4,000 code points are read.
        hint: BCP 47 tag that the page or the configuration gives; believed when the text leaves room for doubt.
        prior: Probability per language code, such as ``{"fr": 0.9}`` for a passage of a French article. What is left
            of 1 is shared by all other languages.

    Returns:
        The most probable language; confidence is its probability, 0..1. ``und`` if there are no letters, or none of a
        script that any known language is written in.
    """
    return _detect(text[:_PASSAGE], _primary(hint), tuple(sorted(prior.items())) if prior else ())


def detect_document(text: str, hint: str | None = None) -> Language:
    """Return the main language of a document, judged at its beginning, middle and end (3,600 code points at most)."""
    if len(text) <= 3 * _SAMPLE:
        return _detect(text, _primary(hint), ())
    middle = (len(text) - _SAMPLE) // 2
    sample = (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])
    return _detect("\n".join(sample), _primary(hint), ())


@lru_cache(maxsize=4096)
def _detect(text: str, hint: str | None, prior: tuple[tuple[str, float], ...]) -> Language:
    clean = _NOISE.sub(" ", text)
    counts = _without_names(clean, count_scripts(clean))
    script = main_script(counts)
    if script is None or script == "other":
        return _UNKNOWN
    share = _script_share(counts, script)
    if script == "hangul":
        return Language("ko", round(share, 4))
    if script == "cjk":
        return _east_asian(clean, counts, hint, dict(prior), share)
    return _by_letters(clean, script, hint, dict(prior))


def _without_names(text: str, counts: Counter[str]) -> Counter[str]:
    """Latin names stand in texts of every script: beside enough other letters, only small-letter words count."""
    latin = counts["latin"]
    if latin and sum(counts.values()) - latin >= latin / 3:
        counts = counts.copy()
        counts["latin"] = sum(map(len, _SMALL.findall(text)))
    return +counts


def _script_share(counts: Counter[str], script: str) -> float:
    own = counts["han"] + counts["kana"] if script == "cjk" else counts[script]
    return min(0.9999, own / sum(counts.values()))


def _east_asian(
    text: str, counts: Counter[str], hint: str | None, prior: Mapping[str, float], share: float
) -> Language:
    """Kana is Japanese; characters alone are Chinese unless their forms or the context say Japanese."""
    if counts["kana"] >= _KANA_SHARE * (counts["kana"] + counts["han"]):
        return Language("ja", round(share, 4))
    forms = Counter(han_origin(c) for c in text)
    odds = 1.0 + 2.5 * (forms["zh"] - forms["ja"]) + 0.1 * counts["han"]
    odds += _HINT * ((hint == "zh") - (hint == "ja"))
    odds += math.log(max(prior.get("zh", _FLOOR), _FLOOR) / max(prior.get("ja", _FLOOR), _FLOOR))
    certainty = 1 / (1 + math.exp(-min(abs(odds), 30.0)))
    return Language("zh" if odds >= 0 else "ja", round(certainty * share, 4))


def _by_letters(text: str, script: str, hint: str | None, prior: Mapping[str, float]) -> Language:
    model = load_profiles()
    words = [word for word in model.words(text) if word_script(word) == script]
    columns = [i for i, own in enumerate(model.scripts) if own == script]
    if not words or not columns:
        return _UNKNOWN
    row = model.log_prior + _TEMPER * sum(model.word(word) for word in words)
    logs = {model.codes[i].split("-")[0]: float(row[i]) for i in columns}
    for code in logs:
        logs[code] += _context(code, len(logs), hint, prior)
    return _softmax(logs)


def _context(code: str, languages: int, hint: str | None, prior: Mapping[str, float]) -> float:
    value = _HINT if code == hint else 0.0
    if prior:
        rest = max(_FLOOR, 1.0 - sum(prior.values())) / max(1, languages - len(prior))
        value += math.log(max(prior.get(code, rest), _FLOOR / languages))
    return value


def _softmax(logs: Mapping[str, float]) -> Language:
    top = max(logs.values())
    weights = {code: math.exp(value - top) for code, value in logs.items()}
    best = min(weights, key=lambda code: (-weights[code], code))
    return Language(best, round(min(0.9999, weights[best] / sum(weights.values())), 4))


def _primary(tag: str | None) -> str | None:
    return re.split("[-_]", tag.strip())[0].lower() or None if tag else None
