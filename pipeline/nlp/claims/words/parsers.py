"""spaCy pipelines, loaded once a process, with the parser and what it needs, nothing else."""

from __future__ import annotations

import sys
from functools import cache, partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

_UNUSED = ["ner", "lemmatizer", "senter", "sentencizer", "entity_linker", "textcat"]
_LATIN = "a-zà-öø-ɏ"
"""Small letters of the Latin alphabets, for patterns that do not look at case."""

_PARTS = (
    "prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match", "exceptions", "faster_heuristics",
)  # fmt: skip
"""What a stored tokenizer consists of."""

_ON_TORCH = ("spacy_transformers", "spacy_curated_transformers")


@cache
def load(package: str) -> Language:
    """Return the spaCy pipeline ``package``, parser and tagger only.

    Raises:
        ModelError: it is not installed.
    """
    _import_spacy()
    import spacy

    try:
        if spacy.util.is_package(package) and spacy.util.get_package_path(package).name.startswith("fr_core_news"):
            return _french(package)
        return spacy.load(package, exclude=_UNUSED)
    except OSError as error:
        message = f"spaCy pipeline {package!r} is not installed; pip install it, or leave it out of nlp.spacy_models"
        raise ModelError(message, item=package, kind="missing_model") from error


def _import_spacy() -> None:
    """Import spaCy without torch, which its library of layers loads wherever it finds it, whether it is needed or not.

    That takes a second and 130 MB in every worker. Pipelines that do need it come with one of ``_ON_TORCH``.
    """
    if {"spacy", "torch"} & sys.modules.keys() or any(find_spec(name) for name in _ON_TORCH):
        return
    sys.modules["torch"] = None  # type: ignore[assignment]  # import answers ImportError for such a name (PEP 328)
    try:
        import spacy  # noqa: F401  # for its effect
    finally:
        del sys.modules["torch"]


def _french(package: str) -> Language:
    """Load a French pipeline without the seconds that its tokenizer costs.

    Its pattern for words with hyphens names every small letter of every script, 458 times, and takes two seconds to
    compile. Such words are Latin: with Latin letters alone it gives the same tokens at once. The language is left open
    while loading, so that spaCy does not compile its own copy.
    """
    import spacy
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
    from spacy.util import from_bytes, get_package_path, to_bytes

    pipeline = spacy.load(package, exclude=[*_UNUSED, "tokenizer"], config={"nlp": {"lang": "xx"}})
    folder = next(path.parent for path in sorted(get_package_path(package).rglob("tokenizer")))
    data: dict[str, Any] = {}
    from_bytes((folder / "tokenizer").read_bytes(), {name: partial(data.__setitem__, name) for name in _PARTS}, [])
    data["token_match"] = data["token_match"].replace(ALPHA_LOWER, _LATIN).replace(ALPHA, _LATIN)
    fast = to_bytes({name: partial(data.__getitem__, name) for name in data}, [])
    tokenizer: Any = pipeline.tokenizer  # compiled code without types
    tokenizer.from_bytes(fast)
    return pipeline
