"""What the layers of the reader hold of each token of the corpus: what the measure learns from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from pipeline.encode.decode import places_of, tokens_of
from pipeline.encode.tagger import PREFIX
from pipeline.nlp.claims.learned import read_tags
from pipeline.records import Passage, Tagged, Window
from training.verifiable.corpus import Stretch

if TYPE_CHECKING:
    import onnx

Floats = npt.NDArray[np.float32]
LAYERS = (3, 5, 7)
"""Layers that are looked at, counted from 0: the lower ones know more of words, the last one of who says what."""
STATES = tuple(f"l{layer}.norm2" for layer in LAYERS)


@dataclass(frozen=True)
class States:
    """Tokens of many sentences after each other: ``rows`` (tokens, layers x width), ``sizes`` tokens of each sentence.

    ``labels`` and ``files`` have one entry for each sentence.
    """

    rows: Floats
    sizes: npt.NDArray[np.int64]
    labels: npt.NDArray[np.bool_]
    files: npt.NDArray[np.str_]

    def of(self, chosen: npt.NDArray[np.bool_]) -> States:
        """Return those of some sentences."""
        return States(
            self.rows[np.repeat(chosen, self.sizes)], self.sizes[chosen], self.labels[chosen], self.files[chosen]
        )


def collect(stretches: Sequence[Stretch], model: onnx.ModelProto, tokenizer: Tokenizer) -> States:
    """Read each sentence twice, alone and among its neighbours, in the windows of the main job."""
    from training.verifiable.graph import with_states  # needs onnx, which only those who train install

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    graph = with_states(model).SerializeToString(deterministic=True)
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    rows: list[Floats] = []

    def tag(windows: Sequence[Window]) -> list[Tagged]:
        for window in windows:
            rows.extend(_rows(window, session, tokenizer))
        return [Tagged(tuple(() for _ in window.sentences), (), (), (), (), ()) for window in windows]

    for stretch in stretches:
        for sentence in stretch.sentences:
            read_tags(sentence, (Passage(0, len(sentence), stretch.language, 0),), (), tag)
        read_tags(*stretch.joined(), (), tag)
    labels = [label for stretch in stretches for label in stretch.labels * 2]
    files = [stretch.file for stretch in stretches for _ in stretch.labels * 2]
    return States(np.concatenate(rows), np.array([len(row) for row in rows]), np.array(labels), np.array(files))


def _rows(window: Window, session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> Iterator[Floats]:
    """Give the rows of each sentence of a window; all of the corpus's are shorter than the length limit."""
    encoding = tokenizer.encode(PREFIX + window.text)
    states = session.run(list(STATES), {"input_ids": np.array([encoding.ids], np.int64)})
    table = np.concatenate([state[0] for state in states], axis=1)
    places = places_of(window.text, [(start - len(PREFIX), end - len(PREFIX)) for start, end in encoding.offsets])
    for sentence in window.sentences:
        yield table[tokens_of(sentence, places)]
