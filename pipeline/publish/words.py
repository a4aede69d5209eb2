"""Small words around real quotes: counts, dates, names of languages and labels."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from pipeline.records import Totals

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "zh": "Chinese",
}
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
UNNAMED = "someone unnamed"
UNSIGNED = "unsigned"
NOBODY = "Nobody read so far takes a side."
SIDES = ("yes", "no", "mixed")
LABEL_WORDS = {"yes": "Yes", "no": "No", "mixed": "Both", "none": "No side", "abstain": "Unclear"}
VERDICT_WORDS = {
    "verbatim": "word for word",
    "translation": "faithful translation",
    "paraphrase_in_quotes": "quotation marks around other words",
    "altered": "meaning changed",
    "no_original": "no original found",
}
SHIFT_WORDS = {
    "reversal": "changed their mind",
    "narrowed": "the earlier answer, for a part",
    "overtaken": "the facts moved on",
    "older_report": "said before",
    "reporting": "words of others, not the holder's",
    "unsure": "may be no change of mind",
}
_FORTNIGHT, _SEASON = 14, 92
"""Days from which on a stretch is told by its month, and by its year."""
_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def day(moment: date | None) -> str:
    """Spell a day for readers.

    >>> day(date(2026, 9, 3)), day(None)
    ('3 September 2026', 'undated')
    """
    return "undated" if moment is None else f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def span(first: date, last: date, cut: date | None = None) -> str:
    """Spell a stretch of days no more exactly than it is known. ``cut``: the day from which on it may have been cut.

    >>> span(date(1973, 1, 1), date(1973, 12, 31)), span(date(2026, 9, 1), date(2026, 9, 9), date(2026, 9, 9))
    ('in 1973', 'in September 2026')
    >>> span(date(2026, 9, 3), date(2026, 9, 3)), span(date(2023, 5, 1), date(2024, 4, 29))
    ('3 September 2026', 'about 2023')
    """
    if first == last:
        return day(first)
    middle, after = first + (last - first) / 2, last + timedelta(days=1)
    month, year = f"{MONTHS[middle.month - 1]} {middle.year}", str(middle.year)
    if (first.day, first.month, first.year) == (1, last.month, last.year) and (last == cut or after.day == 1):
        return f"in {month}"
    if (first.day, first.month, first.year) == (1, 1, last.year) and (last == cut or after.year > last.year):
        return f"in {year}"
    width = (last - first).days
    return f"about {day(middle) if width < _FORTNIGHT else month if width < _SEASON else year}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Spell a number with its noun.

    >>> count(1, "voice"), count(2, "voice"), count(0, "story", "stories")
    ('1 voice', '2 voices', '0 stories')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def small(number: int) -> str:
    """Spell small numbers as words.

    >>> small(3), small(0), small(40)
    ('three', 'no', '40')
    """
    return _SMALL[number] if number < len(_SMALL) else str(number)


def clipped(text: str, most: int = 160) -> str:
    """Give the words of a text on one line, cut after a whole word where there are too many.

    >>> clipped("one two  three", 9)
    'one two …'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    space = line.rfind(" ", most // 2, most)
    return f"{line[:space] if space > 0 else line[: most - 2]} …"


def language(code: str) -> str:
    """Name a language in English; an unknown code stands for itself."""
    return LANGUAGES.get(code, "an unknown language" if code == "und" else code)


def direction(code: str) -> str:
    """Give ``rtl`` or ``ltr``."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def listing(parts: list[str]) -> str:
    """Join words as a list.

    >>> listing(["a", "b", "c"])
    'a, b and c'
    """
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


def headline(totals: Mapping[str, Totals], divided: Mapping[str, int] | None) -> str:
    """Say in one sentence how the voices divide, in parts that add up.

    ``divided`` holds the voices that say only yes, only no, and (``mixed``) those found on both sides; where it is not
    known, the sides are given as they are, and that a voice may be on both.

    >>> headline({}, {"no": 20, "yes": 20, "mixed": 13})
    'Of 53 voices that take a side, 20 say only yes, 20 say only no and 13 are found on both sides.'
    >>> headline({}, {"no": 3, "yes": 1})
    'Three voices say no and one says yes.'
    """
    voices = divided if divided is not None else {label: total.voices for label, total in totals.items()}
    order = _weighed(totals) or [*SIDES]
    ranked = _ranked({label: voices.get(label, 0) for label in order if label != "mixed"})
    both = voices.get("mixed", 0)
    if divided is None:
        return _unsure(ranked, both)
    whole = sum(number for _, number in ranked) + both
    if both and ranked:
        parts = [f"{small(number)} {_say(number)} only {label}" for label, number in ranked]
        return f"Of {small(whole)} voices that take a side, {listing([*parts, f'{_found(both)} on both sides'])}."
    if both:
        return _capital(f"{_found(both, 'voice')} on both sides.")
    parts = [_says(label, number, first=not position) for position, (label, number) in enumerate(ranked)]
    return _capital(f"{listing(parts)}.") if parts else NOBODY


def _unsure(ranked: list[tuple[str, int]], both: int) -> str:
    """Give the sides where it is not known who is on both."""
    pairs = [*ranked, *([("mixed", both)] if both else [])]
    parts = [_says(label, number, first=not position) for position, (label, number) in enumerate(pairs)]
    doubt = "; a voice may count on more than one side." if len(parts) > 1 else "."
    return _capital(listing(parts) + doubt) if parts else NOBODY


def independence(totals: Mapping[str, Totals], whole: int) -> str:
    """Say how many independent origins stand behind each side: an echo counts once.

    ``whole``: origins with any side. Where one stands behind several, the sentence says so.
    """
    ranked = _ranked({label: totals[label].origins for label in _weighed(totals)})
    if not ranked:
        return ""
    found = listing([f"{number} for {LABEL_WORDS[label].lower()}" for label, number in ranked])
    shared = sum(number for _, number in ranked) > whole
    more = f", of {whole} in all, since one can hold several answers" if shared else ""
    return f"Counted by origins, where copies, translations and coverage of one text count once: {found}{more}."


def _weighed(totals: Mapping[str, Totals]) -> list[str]:
    """Order the sides as the report does: by origins, then voices; of equals, the order of :data:`SIDES`."""
    known = [label for label in SIDES if label in totals]
    return sorted(known, key=lambda label: (-totals[label].origins, -totals[label].voices))


def _ranked(numbers: dict[str, int]) -> list[tuple[str, int]]:
    """Leave out what is zero, the largest first; equals keep their order."""
    return sorted((pair for pair in numbers.items() if pair[1]), key=lambda pair: -pair[1])


def _says(label: str, voices: int, *, first: bool) -> str:
    noun = (" voice" if voices == 1 else " voices") if first else ""
    return f"{small(voices)}{noun} {_say(voices)} {'both' if label == 'mixed' else label}"


def _say(number: int) -> str:
    return "says" if number == 1 else "say"


def _found(number: int, noun: str = "") -> str:
    words = f" {noun}{'' if number == 1 else 's'}" if noun else ""
    return f"{small(number)}{words} {'is' if number == 1 else 'are'} found"


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
