"""Train ``models/reader``: ``python -m training.build_reader --public DIR`` (under an hour on two cores).

Needs ``pip install -e .[training]`` and a folder DIR with ``entity/crossner_ai.jsonl`` (CrossNER, MIT) as JSON Lines.
All else is our own corpus, ``training/corpora/reading``; every sixth file of each language is kept back, and the reader
is measured on it at the end.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from tokenizers import Tokenizer

from pipeline.encode.decode import decode
from pipeline.encode.names import ENCODER, LINKING, READER, TOKENIZER, WEIGHTS
from pipeline.encode.settings import MODELS
from pipeline.records import Tagged, Window
from training.build_judge import kept
from training.encoder.packed import Packed, locate
from training.encoder.published import read_weights
from training.encoder.vocabulary import LANGUAGES
from training.lock import renew
from training.reading.evaluate import evaluate
from training.reading.examples import PREFIX
from training.reading.export import export
from training.reading.fit import fit
from training.reading.markup import CORPUS, kept_back, load_all
from training.reading.net import ReaderNet
from training.reading.public import field_names

LONGEST = 256
"""Tokens of a training text."""
ROUNDS = ((5, 2e-4), (4, 1.3e-4), (2, 1.3e-4))
"""Epochs and highest learning rate of each round; the rate rises and falls once a round."""


def main() -> None:
    """Train, and measure or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, required=True, help="folder with the public sets")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--frozen", type=int, default=2)
    parser.add_argument("--resume", type=Path, help="weights (.pt) to go on from, with the last round alone")
    parser.add_argument("--device", default="cpu", help="where to train: cpu or cuda (default cpu)")
    parser.add_argument("--out", type=Path, default=MODELS / READER)
    options = parser.parse_args()
    torch.set_num_threads(1)  # a second thread waits more than it works where other processes run
    tokenizer = Tokenizer.from_file(str(MODELS / ENCODER / TOKENIZER))
    tokenizer.enable_truncation(LONGEST)
    weights = read_weights(packed := Packed(locate()), kept(packed, tokenizer))
    net = ReaderNet(weights, options.layers, options.frozen).to(options.device)
    passages, terms = load_all(options.corpus), field_names(options.public)
    held = kept_back(passages)
    names = {passage.id for passage in held}
    seen = [passage for passage in passages if passage.id not in names]
    print(f"{len(seen)} passages, {len(held)} held back, {len(terms)} texts with terms", flush=True)
    if options.resume:
        net.load_state_dict(torch.load(options.resume, weights_only=True))
    for number, (epochs, rate) in enumerate(ROUNDS):
        if number == len(ROUNDS) - 1 or not options.resume:
            fit(net, tokenizer, seen, terms * 2, epochs=epochs, rate=rate, seed=number)
    net.cpu()
    for language in (*LANGUAGES, None):
        part = [passage for passage in held if language in (None, passage.language)]
        print(language or "all", len(part), json.dumps(evaluate(part, lambda w: tag(net, tokenizer, w))), flush=True)
    _write(net, weights, options.out, locked=options.out == MODELS / READER)


def tag(net: ReaderNet, tokenizer: Tokenizer, windows: Sequence[Window]) -> list[Tagged]:
    """Tag with the torch network, as the shipped reader does."""
    near = [(float(a), float(b)) for a, b in net.near.tolist()]
    found = []
    for window in windows:
        encoding = tokenizer.encode(PREFIX + window.text)
        ids = torch.tensor([encoding.ids])
        with torch.inference_mode():
            table = net(ids, torch.ones_like(ids))[0].numpy()
        offsets = [(start - len(PREFIX), end - len(PREFIX)) for start, end in encoding.offsets]
        found.append(decode(window, np.asarray(table, np.float32), offsets, near))
    return found


def _write(net: ReaderNet, weights: object, folder: Path, *, locked: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not locked:
        torch.save(net.state_dict(), folder.with_suffix(".pt"))
    (folder / WEIGHTS).write_bytes(export(net, weights).SerializeToString(deterministic=True))  # type: ignore[arg-type]
    onnx.checker.check_model(str(folder / WEIGHTS))
    near = [[round(float(x), 6) for x in pair] for pair in net.near.tolist()]
    (folder / LINKING).write_text(json.dumps({"near": near}) + "\n", encoding="utf-8")
    if locked:
        about = {
            "license": "CC-BY-4.0",
            "languages": list(LANGUAGES),
            "source": "trained from e5-small-12 by training/build_reader.py",
        }
        print(f"revision {renew(READER, (WEIGHTS, LINKING), about)}")


if __name__ == "__main__":
    main()
