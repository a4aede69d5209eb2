"""Look-ups across the parts of one edition."""

from __future__ import annotations

from pipeline.records import Article, Claim, Edition, Origin, Quantity, Reading, Stance


class EditionIndex:
    """Ids to records, built once per edition. Later duplicates of an id lose: an id is a content hash."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.articles: dict[str, Article] = {article.id: article for article in edition.articles}
        self.readings: dict[str, Reading] = {reading.article_id: reading for reading in edition.readings}
        self.claims: dict[str, Claim] = {claim.id: claim for reading in edition.readings for claim in reading.claims}
        self.quantities: dict[str, Quantity] = {
            quantity.id: quantity for reading in edition.readings for quantity in reading.quantities
        }
        self.claim_of_quantity: dict[str, str] = {}
        for claim in self.claims.values():
            for quantity_id in claim.quantities:
                self.claim_of_quantity.setdefault(quantity_id, claim.id)
        self._origins = dict(edition.analysis.origins)
        self._families = dict(edition.analysis.families)
        self._stances = dict(edition.analysis.stances)

    def origin(self, article_id: str) -> Origin:
        """Where an article comes from; one that was never compared stands for itself, role unknown."""
        return self._origins.get(article_id) or Origin(family_id=article_id, role="unknown", of=None)

    def family(self, claim_id: str) -> str | None:
        """Family of claims that say the same, or None."""
        return self._families.get(claim_id)

    def stances(self, claim_id: str) -> tuple[Stance, ...]:
        """Answers of one claim to the questions, in their order."""
        return self._stances.get(claim_id, ())

    def label(self, claim_id: str, question_id: str) -> str | None:
        """Label of one claim for one question, or None if it was not judged."""
        return next((stance.label for stance in self.stances(claim_id) if stance.question_id == question_id), None)

    def language(self, article_id: str) -> str:
        """Language code of an article, ``und`` if it was never read."""
        reading = self.readings.get(article_id)
        return reading.language.code if reading else "und"
