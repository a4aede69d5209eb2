"""The reports that claims alone count, one kind after the other, added to the frames of rules and learned reader."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.nlp.claims.reports.as_said import with_as_said
from pipeline.nlp.claims.reports.commonplaces import with_commonplaces
from pipeline.nlp.claims.reports.hearsay import with_hearsay
from pipeline.nlp.claims.reports.judged import with_judged
from pipeline.nlp.claims.reports.main_reports import with_main_reports
from pipeline.nlp.claims.reports.mistakes import with_mistakes
from pipeline.nlp.claims.reports.own_words import without_own, without_rebutted
from pipeline.nlp.claims.reports.participles import without_participles
from pipeline.nlp.claims.reports.put_so import with_put_so
from pipeline.nlp.claims.reports.retold import with_retold
from pipeline.nlp.claims.reports.rumours import with_rumours
from pipeline.nlp.claims.reports.side_clauses import with_side_clauses
from pipeline.nlp.claims.reports.spoken_lists import with_spoken_lists
from pipeline.nlp.claims.reports.told import with_told
from pipeline.nlp.claims.reports.voiced import with_voiced
from pipeline.nlp.claims.rules.bylines import Parts
from pipeline.nlp.claims.rules.discourse import Speech
from pipeline.records import Entity, Passage


def with_reports(
    text: str, passages: Sequence[Passage], read: Speech, entities: Sequence[Entity], parts: Parts
) -> Speech:  # fmt: skip
    """Return a speech without the frames that leave a sentence its author's, and with all reports of this package.

    The order counts: each looks only at sentences that those before it left to the author.
    """
    speech = with_spoken_lists(text, passages, without_own(text, passages, read))
    speech = without_participles(text, passages, speech)
    speech = with_main_reports(text, passages, speech)
    speech = with_mistakes(text, passages, speech)
    speech = with_side_clauses(text, passages, speech)
    speech = with_told(text, passages, with_retold(text, passages, speech), parts.quotes)
    speech = with_commonplaces(text, passages, speech)
    speech = with_voiced(text, passages, with_judged(text, passages, speech, entities))
    speech = with_put_so(text, passages, speech, entities)
    speech = with_rumours(text, passages, with_hearsay(text, passages, with_as_said(text, passages, speech)))
    return without_rebutted(text, passages, read, speech)
