"""Sentences that assert nothing of their own, told by their form: lists, announcements, requests, offers, titles.

The learned reader knows sentences by their words, and a topic ("rate limits of the new model") or an announcement ("let
us look at the figures") has the words of a claim. What has no predicate at all, or does something else than assert by
its very form, is none however familiar it looks. The forms stand in ``data/unasserted.yaml``, language by language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.nlp.claims.claimhood.listed import is_bare_item
from pipeline.nlp.claims.claimhood.questions import is_counted_question
from pipeline.nlp.claims.claimhood.verbless import is_only_named, is_point, is_verbless, leads_over
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.words.forms import before, spaced
from pipeline.nlp.claims.words.forms import forms as read

KINDS = (
    "announcement", "elsewhere", "licence", "bidding", "leading", "request", "offer", "asked", "notice", "scene",
    "clause_alone",
)  # fmt: skip
"""What a sentence does instead of asserting: it says what this text or another will do, binds who takes a licence, bids
the reader imagine or hope, leads over to what follows, wants something of the reader, sells, tells that nobody in
particular asked something or asks it as a counted point, or why a letter came, sets a scene, is a clause without a
main one."""
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!?。！？؟…:：]\W*$")
_OPENING = ("asked", "scene", "clause_alone", "bidding")
_INSIDE = ("request", "offer", "elsewhere")
"""Kinds told by how a sentence begins, and kinds told by what stands anywhere in it."""
_DIRECTION = re.compile(
    r"[\[［【](?:extraits?|clips?|vid[eé]os?|images?|photos?|pictures?|applau[sd]\w*|laugh\w*|music|rires|musi[kq]\w*"
    r"|gelächter|lachen|beifall|ausschnitte?|bild|foto'?s?|risas|aplausos|música|imagen|vídeo|fragmento|risate|applausi"
    r"|immagin[ei]|estratt[oi]|musica|risos|imagem|excertos?|afbeelding|fragment|gelach|applaus|смех|аплодисменты|музыка"
    r"|фото|видео|отрывок|笑|拍手|音楽|動画|画像|写真|図|掌声|笑声|音乐|视频|图|웃음|박수|음악|사진|영상|그림|ضحك|تصفيق|موسيقى|صورة|فيديو)"
    r"(?!\w)[^\[\]]*[\]］】]\W*",
    re.IGNORECASE,
)
"""What a transcript or a page says in square brackets of what is heard and shown."""
_BROKEN = {
    "en": "that|the|an?|of|and that|because|whether|the ones?|those",
    "de": "dass|eine[nmr]?|weil|und dass",
    "fr": "que|le|la|les|une?|des|du|qui|dont|parce que",
    "es": "que|el|los|las|una?|del?|porque",
    "it": "che|il|gli|una?|di|del|della|dei|perché",
    "pt": "que|uma?|de|d[ao]s?|porque",
    "nl": "dat|een|omdat",
    "ru": "что|чтобы|потому что|и что|котор\\w+",
    "ar": "أن|إن|بأن|في|من|على|الذي|التي",
}
"""Words that no sentence ends in."""
_TOPICS, _ITEM = 3, 9
"""Fewest topics of a list, and most words of one: what is longer has a verb, known or not."""
_FEWEST = 3
"""Most words of a line that may name a word, or be cut short for style."""
_FEW = {"en": 2, "de": 1, "fr": 1, "nl": 1, "zh": 3, "ja": 3}
"""Most words of a fragment without a predicate. Elsewhere a verb alone is a sentence, and not every verb is known."""
_VERBAL = re.compile(
    r"\b(?:i|you|he|she|it|we|they|who)\s+(?:\w+ly\s+|just\s+|still\s+|then\s+|also\s+)?[a-z]+\b"
    r"|\b[a-z]{3,}(?:s|ed)\s+(?:the|an?|its|his|her|their|our|your|it|them|him|us|that|how|why|no|more|off|up|out)\b"
    r"|\b(?:then|also|still|never|always|just|now)\s+[a-z]{2,}(?:s|ed)\b",
    re.IGNORECASE,
)
"""Where an English verb stands that the lexicon does not know: behind a pronoun or adverb, before an object."""
_HEADLINE = re.compile(
    r"\b(?:lose|win|rise|fall|drop|jump|face|seek|ban|back|buy|sell|join|quit|die|slam|reject|unveil|reveal|acquire"
    r"|replicate|overtake|overheat|refuse|admit|lift|block|raise|open|close)s\b|\b(?:launch|approach|push|clash)es\b"
    r"|\bdenies\b|\b[a-z]{2,}ed \d|\b[a-z]{3,}ed (?:in|by|at|on|over|after|for|to)\b"
)
"""English verbs of headlines, and participles that stand for a passive ("bail refused in theft case")."""
_LAST_ITEM = re.compile(r"[,;]\s+(?:and|or|but|while|which|who|then|says?|said)\b", re.IGNORECASE)
_WITH_OBJECT = re.compile(
    r"\b[a-z]{2,}[^\Ws]s (?!(?:for|in|of|to|and|or|vs|with|on|from|at|by|as|between|via|per|under|over|against)\b)\w"
)
"""A word in "s" before another that is no preposition: a verb with its object, rather than nouns."""
_NOUNS = frozenset(("s", "think", "cost", "costs", "work", "run", "lead", "need", "cut"))
"""Finite verbs of English that are nouns as well, and the mark of an owner."""
_LEAD = re.compile(r"^[\s>#*_\-–—•·▪●◦\[\]()«»“”\"„'‘’「『（【]*(?:\d{1,3}[.)]\s+)?[\s*_\[(«“\"„「『（【]*")
_NOTE = re.compile(
    r"reading time|minutes? read\b|lesezeit|temps de lecture|tiempo de lectura|tempo d[ie] (?:lettura|leitura)|leestijd"
    r"|время чтения|阅读(?:时间|时长)|閱讀時間|読了時間|読む時間|읽는 시간|وقت القراءة|مدة القراءة"
    r"|word count|wörter(?:zahl)?|nombre de mots|字数|文字数|글자 수|"
    r"\b(?:score|comments?|upvotes?|karma|views|likes|shares|retweets|activity|points)\b",
    re.IGNORECASE,
)
"""What a page says of itself before a colon and a number."""
_LINKED = re.compile(
    r"\W*(?:(?:links?|liens?|enlaces?) (?:mentioned|mentionnés?|mencionados?|citados?|menzionat[oi])"
    r"|(?:erwähnter?|genoemde|упомянут\w+) (?:links?|ссылк\w+))\s?[:：]",
    re.IGNORECASE,
)
"""What stands before the title of a page that was linked to."""
_NOTE_ALONE = re.compile(r"[:：]\s*[~≈]?\s*\d[\d.,:]*\s*\w{0,8}\W*$")
_OPENED = re.compile(r"[:：;]\s*\S+(?:\s+\S+){3}|[：]\s*\S{10}")
"""What follows a colon is asserted, whatever announces it."""
_LABEL = re.compile(r"[:：]\s*[~≈<>≥≤±+\-−]?\s*[$€£¥₽]?\s*\d")


@cache
def forms(code: str) -> Mapping[str, re.Pattern[str]]:
    """Return the forms of a language by kind; none for a language without."""
    edge = before(code)
    return {
        kind: re.compile("|".join(edge + "(?:" + spaced(str(f)) + ")" for f in found), re.IGNORECASE)
        for kind, found in read("unasserted").get(code, {}).items()
    }


def unasserted(marked: Marked, piece: str, *, attributed: bool, predicate: bool) -> dict[str, bool]:
    """Return which marks of that sort a passage bears.

    Args:
        marked: the passage.
        piece: its words, addresses blanked out.
        attributed: somebody is said to say it.
        predicate: the lexicon knows a verb in it.
    """
    lead = _LEAD.match(piece)
    body = piece[lead.end() if lead else 0 :]
    known = {} if attributed else forms(marked.lexicon.code)
    opened = _OPENED.search(body) is not None
    found = {"announcement": "announcement" in known and not opened and known["announcement"].match(body) is not None}
    found |= {kind: kind in known and known[kind].match(body) is not None for kind in _OPENING}
    found |= {kind: kind in known and known[kind].search(body) is not None for kind in _INSIDE}
    code = marked.lexicon.code
    found["asked"] = found["asked"] or is_counted_question(piece, code)
    leads = "leading" in known and body.rstrip(" \n*_")[-1:] in tuple(":：,，،、")
    found["lead_in"] = leads and known["leading"].match(body) is not None
    binding = forms(code).get("licence")  # a licence is quoted, and nobody is said to say it
    found["licence"] = binding is not None and binding.search(body) is not None
    found["direction"] = not attributed and _DIRECTION.match(piece.strip()) is not None
    found["broken_off"] = _is_broken_off(piece, code)
    noted = (is_note(piece) and _NOTE_ALONE.search(piece) is not None and not attributed) or _LINKED.match(piece)
    found["metadata"] = bool(noted) or ("notice" in known and known["notice"].match(body) is not None)
    found["topics"] = _is_row_of_topics(marked, piece)
    bare = not predicate and not (attributed and not _is_list(piece))
    found["no_predication"] = bare and (_is_list(piece) or _is_fragment(marked, piece) or _is_topic(marked, piece))
    return found if attributed else _with_verbless(found, marked, body, len(piece) - len(body))


def _with_verbless(found: dict[str, bool], marked: Marked, body: str, lead: int) -> dict[str, bool]:
    """Add what lacks a verb in words that are nobody else's: items, points, names of things, lines that lead over."""
    code, verbs = marked.lexicon.code, _verbs(marked, lead)
    found["bare_item"] = is_bare_item(marked.text, marked.span, body, marked.lexicon)
    found["verbless"] = any(form(body, code, verbs) for form in (is_verbless, is_point, is_only_named))
    found["lead_in"] = found["lead_in"] or leads_over(body, code, verbs)
    return found


def _verbs(marked: Marked, lead: int) -> list[int]:
    """Return where verbs stand that are known or look like one, counted from the first word behind ``lead`` marks."""
    named = [h.start for h in marked.hits if any(n.startswith(("finite", "verbs", "weak")) for n in h.labels)]
    first = marked.span.start + lead
    pattern = marked.lexicon.patterns["finite_patterns"]
    shaped = pattern.finditer(marked.text, first, marked.span.end) if pattern is not None else ()
    plural = "es" if marked.lexicon.code == "en" else None  # "cranes" looks like "reaches"
    like = [m.start() for m in shaped if plural is None or not m[0].endswith(plural)]
    return sorted({at - first for at in (*named, *like)})


@cache
def _broken(code: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{_BROKEN[code]})\s*$", re.IGNORECASE) if code in _BROKEN else None


def _is_broken_off(piece: str, code: str) -> bool:
    """True for a paragraph that stops in mid-sentence, at a word that none ends in."""
    pattern = _broken(code) if piece[-1:].isalpha() else None
    return pattern is not None and pattern.search(piece) is not None and len(_WORD.findall(piece)) > _FEWEST


def is_note(piece: str) -> bool:
    """Tell whether the first number behind a colon is what a page says of itself ("Comments: 76")."""
    label = _LABEL.search(piece)
    return label is not None and _NOTE.search(piece[max(0, label.start() - 60) : label.start()]) is not None


def _is_list(piece: str) -> bool:
    """True for topics parted by commas, in no sentence."""
    items = re.split(r"[,，、;；]\s*", piece.strip())
    if ": " in ",".join(items[:2]):
        return False
    short = all(1 <= len(_WORD.findall(item)) <= _ITEM for item in items)
    return len(items) >= _TOPICS and short and not _CJK.search(piece) and not _is_verbal(piece) and not _ends(piece)


def _is_row_of_topics(marked: Marked, piece: str) -> bool:
    """True for three or more titles in a row, whatever word in them may be a verb elsewhere ("Think Tokens")."""
    items = re.split(r"[,;]\s+", piece.strip(" \t\n*_"))
    if marked.lexicon.code != "en" or len(items) < _TOPICS or _ends(piece):
        return False
    clauses = [n for n, item in enumerate(items) if _has_verb(marked, item)]
    if clauses and not (len(clauses) == 1 and len(items) > _TOPICS and 0 < clauses[0] < len(items) - 1):
        return False
    titles = [item[:1].isupper() or item[:1].isdigit() or item[:1] in '"“' for item in items]
    short = all(1 <= len(_WORD.findall(item)) <= _ITEM and ": " not in item for item in items)
    rest = ", ".join(item for n, item in enumerate(items) if n not in clauses)
    return short and sum(titles) >= len(items) - 1 and titles[0] and not _is_clause(rest)


def _has_verb(marked: Marked, item: str) -> bool:
    """True for a topic that is a sentence of its own ("Locking everything is safe")."""
    verbs = {marked.text[h.start : h.end].lower().strip("'’") for h in marked.of("finite")} - _NOUNS
    return not verbs.isdisjoint(re.findall(r"\w+", item.lower()))


def _is_clause(piece: str) -> bool:
    """True for English words of which one stands where a verb does, or joins the last of several."""
    return _is_verbal(piece) or any(p.search(piece) is not None for p in (_HEADLINE, _LAST_ITEM, _WITH_OBJECT))


def _is_topic(marked: Marked, piece: str) -> bool:
    """True for a line of English without a stop in which no word stands as a verb does."""
    plain = len(_WORD.findall(piece)) <= _ITEM and ": " not in piece and piece.rstrip()[-1:] != ")" and not _ends(piece)
    headline = _is_verbal(piece) or _HEADLINE.search(piece) is not None
    return marked.lexicon.code == "en" and plain and not headline


def _is_fragment(marked: Marked, piece: str) -> bool:
    """True for a word or two; where words are not parted, for those in another script alone."""
    few = len(_WORD.findall(piece)) <= _FEW.get(marked.lexicon.code, 0)
    return few and not _CJK.search(piece) and not marked.of("answers")


def _is_verbal(piece: str) -> bool:
    return _VERBAL.search(piece) is not None


def _ends(piece: str) -> bool:
    return _ENDS.search(piece) is not None
