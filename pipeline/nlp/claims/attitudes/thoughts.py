"""Thoughts that no list of cues holds: who knows, finds or hears that P; what seems so to nobody (English).

A verb that takes a whole clause for its object tells what somebody has in mind ("the voters knew that P", "she could
not say why P"), but for a few that bring P about or only join it. "The bridge seems to hold" and "it is clear that P"
name nobody: what is thought is the subject with its complement, or the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.nlp.claims.attitudes import cues as cue_data
from pipeline.nlp.claims.attitudes.attitudes import Attitude, is_somebodys, named
from pipeline.nlp.claims.frames import label_of
from pipeline.nlp.claims.polarity.marks import Marked
from pipeline.nlp.claims.words import tree
from pipeline.nlp.claims.words.lexicon import Lexicon
from pipeline.nlp.claims.words.lexicon import load as load_lexicon
from pipeline.nlp.claims.words.parsed import Parse, Parses
from pipeline.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CODE = "en"
_SEEM = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})
_LIKE = frozenset({"like", "as"})
_OPEN = frozenset({"clear", "unclear", "obvious", "apparent", "evident"})
"""What a clause can be to everybody."""
_EMPTY = frozenset({"it", "that", "this", "there", "what", "which", "you", "us", "'s"})
"""What names nobody who thinks, whatever a parse makes of it."""
_CAUSES = frozenset(
    {
        "make", "makes", "made", "making", "let", "lets", "letting", "have", "has", "had", "having", "help", "helps",
        "helped", "helping", "ensure", "ensures", "ensured", "ensuring", "mean", "means", "meant", "meaning", "get",
        "gets", "got", "getting", "keep", "keeps", "kept", "cause", "causes", "caused", "be", "is", "are", "was",
        "were", "been", "being", "do", "does", "did", "watch", "watches", "watched", "want", "wants", "wanted",
        "like",
    }
)  # fmt: skip
"""Verbs that bring a thing about or join a clause to something else, or whose object no clause is."""
_PROVES = frozenset({"prove", "proves", "proved", "proving", "confirm", "confirms", "confirmed", "confirming"})
"""Verbs that things do too."""
_MARKS = frozenset({"that", "whether", "if"})
_ASKS = frozenset({"what", "whatever", "how", "why", "who", "which", "where"})
_DEGREES = frozenset({"so", "such", "now"})
"""What "that" may belong to instead of a verb."""
_PRONOUNS = frozenset({"what", "which"})
_RESTS = frozenset({"ccomp", "xcomp", "oprd"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def read_thoughts(text: str, parses: Parses, reported: Sequence[Span], cues: Sequence[Span]) -> list[Attitude]:
    """Return the thoughts that the author tells of, beside what other readers have found.

    Args:
        text: the text.
        parses: its sentences.
        reported: what is said or thought by others: a thought inside it belongs to that.
        cues: the words by which that is known: each is one act.
    """
    lexicon = load_lexicon(CODE)
    if lexicon is None:
        return []
    found: list[Attitude] = []
    for parse in (p for p in parses.found if p.code == CODE):
        found += [a for a in _Sentence(text, parse, lexicon).thoughts() if is_somebodys(text, a, lexicon)]
    kept: list[Attitude] = []
    for thought in sorted(found, key=lambda a: (a.target.start, -a.target.end)):
        outer = (*reported, *(k.target for k in kept))
        inner = any(o.start <= thought.cue.start and thought.cue.end <= o.end for o in outer)
        same = any(max(o.start, thought.target.start) < min(o.end, thought.target.end) for o in outer)
        if not inner and not same and not any(c.start < thought.cue.end and thought.cue.start < c.end for c in cues):
            kept.append(thought)
    return kept


class _Sentence:
    """One sentence, with what its words are known for."""

    def __init__(self, text: str, parse: Parse, lexicon: Lexicon) -> None:
        self.text = text
        self.parse = parse
        self.lexicon = lexicon

    def thoughts(self) -> Iterator[Attitude]:
        """Yield what its verbs tell of, one each."""
        for token in self.parse.doc:
            if token.pos_ in ("VERB", "AUX") and (token.is_alpha or token.text.startswith("'")):
                found = self._seeming(token) if token.lower_ in _SEEM else self._open_to_all(token)
                found = found or self._known(token) or self._gap(token)
                if found is not None:
                    yield found

    def _seeming(self, verb: Token) -> Attitude | None:
        """Read "the bridge seems to hold", "it seems that P"."""
        subject = tree.child(verb, tree.SUBJECTS)
        if subject is None or subject.i > verb.i:
            return None
        behind = [c for c in verb.children if c.i > verb.i]
        clause = next((c for c in behind if c.dep_ == "ccomp" and _is_thought(c)), None)
        if clause is not None and subject.lower_ == "it":
            return self._made(None, verb, verb, clause)
        said = [c for c in behind if c.dep_ in ("xcomp", "oprd") and (c.pos_ != "VERB" or tree.is_infinitive(c))]
        said += [c for c in behind if c.dep_ == "acomp" or (c.dep_ == "prep" and c.lower_ in _LIKE)]
        if not said or subject.lower_ in ("it", "there"):
            return None
        return replace(self._made(None, verb, verb, said[0]), of=tree.governed(subject, self.parse.start))

    def _open_to_all(self, verb: Token) -> Attitude | None:
        """Read "it is clear that P", "it was unclear whether P"."""
        word = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _OPEN), None)
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "expl")), None)
        if word is None or (subject is not None and subject.lower_ != "it"):
            return None
        behind = (c for h in (verb, word) for c in h.children if c.dep_ in ("ccomp", "advcl") and c.i > word.i)
        clause = next((c for c in behind if _is_thought(c)), None)
        return self._made(None, verb, word, clause) if clause is not None else None

    def _known(self, verb: Token) -> Attitude | None:
        """Read "the voters knew that P", "she could not say why P"."""
        if verb.lower_ in _CAUSES or tree.is_passive(verb) or not verb.is_alpha:
            return None
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and _is_thought(c)), None)
        holder = tree.subject(verb) if clause is not None else None
        if clause is None or holder is None or holder.lower_ in _EMPTY or clause.left_edge.i <= verb.i:
            return None
        first = clause.left_edge
        # "turned what looked like a lead into a race": a thing, unless the verb is one of saying or thinking.
        words = {c.lower_ for c in clause.children if c.dep_ == "mark"} | {first.lower_}
        opened = bool(words & (_MARKS | _ASKS)) and first.lower_ != "what"
        if not opened and not self._is_cue(verb):
            return None
        if first.lower_ == "that" and any(w.lower_ in _DEGREES for w in verb.doc[verb.i + 1 : first.i]):
            return None  # "drove so fast that P", "now that P"
        loose = verb.lower_ in _PROVES or not self._is_cue(verb)
        return replace(self._made(holder, verb, verb, clause), loose=loose)

    def _gap(self, verb: Token) -> Attitude | None:
        """Read "what Voss called a fraud", "the bridge, which she said was safe": the pronoun and the rest is said."""
        holder = tree.child(verb, tree.SUBJECTS)
        if holder is None or holder.i > verb.i or holder.left_edge.i == 0 or tree.is_passive(verb):
            return None
        word = holder.left_edge.nbor(-1)
        clause = verb.dep_ in (*tree.RELATIVES, "ccomp", "pcomp", "csubj")
        if word.lower_ not in _PRONOUNS or not clause or self._has_object(verb, word) or not self._is_cue(verb):
            return None
        rest = next((c for c in verb.children if c.i > verb.i and c.dep_ in _RESTS), None)
        of = self.parse.span(word.i, word.i)
        made = replace(self._made(holder, verb, verb, word), target=of, loose=True, bare=True)
        if rest is None:
            return made
        return replace(made, of=of, target=tree.governed(rest, self.parse.start, verb), bare=False)

    def _has_object(self, verb: Token, word: Token) -> bool:
        """Tell whether a verb has an object besides a relative pronoun."""
        return any(c.dep_ in tree.OBJECTS and c.i != word.i for c in verb.children)

    def _is_cue(self, verb: Token) -> bool:
        """Tell whether a verb is known as one of saying, thinking or taking sides."""
        span = self.parse.span(verb.i, verb.i)
        hits = Marked(self.text, span, self.lexicon).hits
        cues = cue_data.load(CODE)
        frames = cues.verbs.get(verb.lower_, {}) if cues is not None else {}
        return () in frames or ("to",) in frames or any(label_of(hit, "verbs", "weak", "about") for hit in hits)

    def _made(self, holder: Token | None, verb: Token, last: Token, target: Token) -> Attitude:
        who = named(holder, verb, self.parse.start) if holder is not None else None
        return Attitude(who, self.parse.span(verb.i, last.i), tree.governed(target, self.parse.start), "about")


def _is_thought(clause: Token) -> bool:
    """Tell whether a clause says something: it has a subject, and a finite verb or a word that opens it."""
    opened = any(c.dep_ == "mark" and c.lower_ in _MARKS for c in clause.children)
    asked = any(w.lower_ in _ASKS for w in clause.doc[clause.left_edge.i : clause.i])
    subject = tree.child(clause, tree.SUBJECTS | tree.PASSIVE) is not None
    finite = clause.tag_ in _FINITE or any(c.dep_.startswith("aux") and c.tag_ in _FINITE for c in clause.children)
    return finite and (subject or opened or asked)
