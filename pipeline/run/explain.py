"""Show a published claim in its paragraph, with everything that was found in it and why.

What a stance rests on is computed again from the vectors and scores in the store: no model is loaded.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import ConfigError, LockedError
from pipeline.records import Claim, Question
from pipeline.run.inspect import latest_folder

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from pipeline.cluster.stance import Beside, Reasons
    from pipeline.cluster.stance.answer import Answer
    from pipeline.store import Store

    Vectors = dict[str, npt.NDArray[np.float32]]

Json = dict[str, Any]

_SAME = 0.0002
"""Two probabilities that differ by less are one: they were rounded."""


class _Unknown(Exception):
    """Why the reasons of a stance cannot be told, in words."""


def explain_lines(claim_id: str, out: Path) -> Iterator[str]:
    """Show a claim of the newest edition under ``out``.

    Raises:
        ConfigError: the newest edition has no such claim.
        StoreError: nothing was published there, or the state beside it cannot be read.
    """
    folder = latest_folder(out)
    claim = next(_rows(folder / "claims.jsonl", claim_id, "id"), None)
    if claim is None:
        raise ConfigError(f"{claim_id}: no such claim in {folder}; ids are in claims.jsonl", item=claim_id)
    article = next(_rows(folder / "articles.jsonl", claim["article_id"], "id"), {})
    yield f"{claim['id']}  {claim['language']}  score {claim['score']}"
    yield f"{article.get('outlet', '')}: {article.get('title', '')} ({article.get('published') or 'undated'})"
    yield f"{article.get('url', '')}, characters {claim['start']} to {claim['end']}"
    yield ""
    yield from textwrap.wrap(_in_context(article.get("text", ""), claim), 100)
    yield ""
    yield from _labels(claim)
    yield from _stances(claim, folder)
    yield f"family:     {claim['family_id']}"


def _rows(path: Path, id_: str, key: str) -> Iterator[Json]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            # Parsing every line of a large file costs more than looking for the id first.
            if f'"{id_}"' in line:
                row: Json = json.loads(line)
                if row[key] == id_:
                    yield row


def _in_context(text: str, claim: Json) -> str:
    start = text.rfind("\n\n", 0, claim["start"]) + 1
    end = text.find("\n\n", claim["end"])
    after = text[claim["end"] : end if end >= 0 else len(text)]
    return f"{text[start : claim['start']].strip()} [[{claim['text']}]] {after.strip()}".strip()


def _labels(claim: Json) -> Iterator[str]:
    holder = claim["holder"]
    yield f"holder:     {holder['text']} ({holder['kind']})" if holder else "holder:     the author"
    for other in claim.get("joint", []):
        yield f"with:       {other['text']} ({other['kind']})"
    for level in claim["attribution"]:
        source = level["source"]["text"] if level["source"] else "-"
        cue = level["cue"]["text"] if level["cue"] else "-"
        yield f"attributed: {source} | {cue} | {level['kind']}, {level['commitment']}"
    yield f"quoted:     {claim['quoted']}; negated: {claim['negated']}; hedged: {claim['hedged']}"
    for item in claim.get("evidence", []):
        yield f"because:    {item['label']:<16} {item['rule']:<28} “{item['text']}”"


def _stances(claim: Json, folder: Path) -> Iterator[str]:
    why: Mapping[str, Reasons] = {}
    unknown = ""
    try:
        why = _reasons(claim, folder)
    except _Unknown as error:
        unknown = str(error)
    for stance in claim["stances"]:
        leaning = f", leaning to {stance['leaning']}" if stance.get("leaning") else ""
        yield f"stance:     {stance['question_id']}: {stance['label']} ({stance['probability']}){leaning}"
        if stance["question_id"] in why:
            yield from _told(why[stance["question_id"]], stance)
    if unknown and claim["stances"]:
        yield f"  why is not known: {unknown}"


def _reasons(claim: Json, folder: Path) -> dict[str, Reasons]:
    """Judge a claim again as its edition did; by question."""
    from pipeline.store import Store, lock

    state = folder.resolve().parent.parent / ".state"
    if not (state / "pipeline.sqlite").exists():
        raise _Unknown(f"{state}, where the run keeps what it computed, is not there; explain beside it")
    try:
        with lock(state), Store(state) as store:
            return _judged(claim, folder, store)
    except LockedError:
        raise _Unknown("a run is at work at this moment; ask again when it has ended") from None


def _judged(claim: Json, folder: Path, store: Store) -> dict[str, Reasons]:
    from pipeline.cluster.stance import StanceJudge, pairs_in_doubt, pairs_needed, points_needed, reasons, stance_text
    from pipeline.run.edition import asked_of
    from pipeline.wire import claim_of

    edition = json.loads((folder / "edition.json").read_text(encoding="utf-8"))
    row, models = store.last_edition(), edition["models"]
    questions = asked_of(row) if row is not None and row.id == edition["id"] else ()
    if not questions:
        raise _Unknown("the state keeps what the newest edition was asked; make one with: stancewire publish")
    claims = [claim_of(found) for found in _rows(folder / "claims.jsonl", claim["article_id"], "article_id")]
    vectors = _vectors(store, models["encoder"], claims, questions)
    judged = models["stance-judge"]
    points = _arrays(store, models["point-encoder"], points_needed(questions, claims, vectors))
    scores = _scores(store, judged, pairs_needed(questions, claims, vectors, points))
    points = _arrays(store, models["point-encoder"], points_needed(questions, claims, vectors, scores))
    scores |= _scores(store, judged, pairs_in_doubt(questions, claims, vectors, scores))
    judge = StanceJudge(questions, vectors, scores, points)
    placed = [(one, vectors[stance_text(one)]) for one in claims]
    at = next(at for at, pair in enumerate(placed) if pair[0].id == claim["id"])
    found = reasons(judge, *placed[at], judge.rarities(placed)[at])
    return {why.stance.question_id: why for why in found}


def _vectors(store: Store, revision: str, claims: Sequence[Claim], questions: Sequence[Question]) -> Vectors:
    """Return the vectors of questions and claims, in the form that the edition compared them in."""
    import numpy as np

    from pipeline.cluster.stance import anchor_texts, stance_text
    from pipeline.encode import centre, sentence_form
    from pipeline.run.edition import language_of

    languages = {text: "und" for question in questions for text in anchor_texts(question)}
    languages |= {stance_text(claim): claim.language for claim in claims}
    forms = {text: sentence_form(text) for text in languages}
    raw = _arrays(store, revision, set(forms.values()))
    rows = centre(np.stack([raw[form] for form in forms.values()]), [language_of(*pair) for pair in languages.items()])
    return dict(zip(languages, rows, strict=True))


def _scores(store: Store, revision: str, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[float]]:
    names = {pair: "\x1f".join(pair) for pair in pairs}
    found = _arrays(store, revision, names.values())
    return {pair: found[name].tolist() for pair, name in names.items()}


def _arrays(store: Store, revision: str, texts: Collection[str]) -> Vectors:
    import numpy as np

    found = store.numbers(revision, texts)
    if missing := [text for text in sorted(texts) if text not in found]:
        lost = f"the state lacks what a model said of {len(missing)} texts ({missing[0][:60]!r})"
        raise _Unknown(f"{lost}; compute it again with: stancewire run")
    return {text: np.frombuffer(value, dtype="<f4") for text, value in found.items()}


def _told(why: Reasons, stance: Json) -> Iterator[str]:
    yield f"  judged:   “{why.meant.text}”{_commitment(why)}; firmness {why.meant.firmness:.2f}"
    for one in why.beside:
        yield f"  beside:   “{one.statement}” ({one.side or 'the question'}): {_said(one, why)}"
    like = "not measured" if why.likeness is None else f"{why.likeness:.2f} times as likely as usual to bear on it"
    yield f"  vectors:  axis yes {why.lean:.2f}, no {1 - why.lean:.2f}; nearness {why.nearness:.2f}; likeness {like}"
    yield f"  together: {_shares(why.answer, 'yes', 'no')}, for the words as they stand"
    yield f"  rarity:   {why.rarity:.1f} where it stands, {why.usual:.1f} where nothing is known of the surroundings"
    own = why.stance
    if own.label != stance["label"] or abs(own.probability - stance["probability"]) > _SAME:
        yield f"  but:      judged alone it is {own.label} ({own.probability}); its literal opposite in another claim"
        yield "            decided, or the program has changed since"


def _commitment(why: Reasons) -> str:
    turned = ", turned: the holder denies, doubts or rebuts them" if why.meant.turned else ""
    return turned + (", held back: the holder stops short of saying so" if why.meant.withheld else "")


def _said(one: Beside, why: Reasons) -> str:
    if one.said is not None:
        return _shares(one.said, *(("agrees", "contradicts") if one.side else ("yes", "no")))
    if all(other.said is None for other in why.beside):
        return "not read, since the words are too far from the question and its statements"
    return "not read, since the other reading settled it"


def _shares(answer: Answer, yes: str, no: str) -> str:
    return f"{yes} {answer.yes:.2f}, {no} {answer.no:.2f}, no side {answer.none:.2f}, both {answer.mixed:.2f}"
