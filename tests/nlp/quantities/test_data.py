"""The language data: complete, readable, and without words that are defined twice."""

from __future__ import annotations

from typing import get_args

import pytest
import yaml

from pipeline.nlp.quantities import lexicon
from pipeline.records import LANGUAGES, QuantityKind


class Unique(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), sorted(k for k in keys if keys.count(k) > 1)
        return super().construct_mapping(node, deep)


def test_every_language_has_data() -> None:
    assert set(lexicon.languages()) == set(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_defined_twice(lang: str) -> None:
    yaml.load((lexicon._DATA / f"{lang}.yaml").read_text("utf-8"), Loader=Unique)


def test_units_have_known_kinds() -> None:
    assert {unit.kind for unit in lexicon.catalogue().values()} <= set(get_args(QuantityKind))
