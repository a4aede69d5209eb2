"""Configuration: ``sources.yaml`` to a frozen :class:`Config`, or one error that lists all that is wrong with it.

In:
    The path of a YAML file with ``questions``, ``sources`` and ``settings``.

Out:
    ``Config``: records for sources and questions, and for settings the frozen dataclass that each room owns.

Raises:
    :class:`~pipeline.errors.ConfigError`; its message has one line per problem, each with its dotted path and line.

Invariants:
    * What is not known is refused, with the nearest known word as a suggestion; nothing is guessed or coerced.
    * YAML is read by the rules of YAML 1.2: ``yes`` and ``no`` are words, dates and ``12:30`` are text.
    * Nothing heavier than YAML is imported until a file is loaded.

How to add one:
    A setting of a room is a field of that room's settings dataclass; its bounds are the field's ``metadata``. A field
    of a source or question is a field of its record and of its model in ``schema.py``; a rule about what values mean
    goes to ``rules.py``.
"""

from pipeline.config.load import load
from pipeline.config.settings import Config, Settings

__all__ = ["Config", "Settings", "load"]
