"""Data files of the package: word lists and tables in YAML, read fast.

Here and not in a room, since several rooms keep such files.
"""

from __future__ import annotations

from typing import Any


def read_yaml(text: str) -> Any:  # noqa: ANN401  # what a file holds, its reader knows
    """Parse a data file with libyaml where PyYAML has it: eight times as fast as in Python, to the same values.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe
