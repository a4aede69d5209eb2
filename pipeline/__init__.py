"""Stancewire: who claims what, on which side of a question, and since when, with proof.

The flow, room by room::

    sources.yaml
      | config    questions, sources, settings    -> Config
      | fetch     Source + FetchState             -> Fetched | Unchanged
      | extract   Fetched                         -> Article(s)
      | nlp       Article                         -> Reading (passages, claims, holders, quantities, entities)
      | encode    texts                           -> Vectors
      | cluster   readings + vectors (+ last ids) -> Analysis (families, origins, stances, groups, positions, drift)
      | publish   Edition                         -> outputs/editions/<id>/ , then latest.json

Rooms know ``records`` and ``errors`` and nothing of each other; ``run`` wires them to the store and an executor.
"""

__version__ = "0.1.0"
