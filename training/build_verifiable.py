"""Learn what can be checked, and write it into ``models/reader``: ``python -m training.build_verifiable`` (minutes).

Needs ``pip install -e .[training]``. The reader's layers are read as they are; two numbers a token are weighed out of
them (``training/verifiable``), so it must run again after every ``training.build_reader``. Learned from our own corpus
alone, ``training/corpora/verifiable``; each fifth of its files is judged first by what the others teach. Same reader,
same corpus, same bytes on the same kind of processor. With ``--check`` nothing is learned or written: the measure that
the model holds is judged on the sentences that were kept back from it (``training/corpora/verifiable/kept``).
"""

from __future__ import annotations

import argparse

import onnx
import torch
from tokenizers import Tokenizer

from pipeline.encode.names import ENCODER, LINKING, READER, TOKENIZER, WEIGHTS
from pipeline.encode.settings import MODELS
from training.encoder.vocabulary import LANGUAGES
from training.lock import renew
from training.verifiable.corpus import KEPT, load_all
from training.verifiable.fit import cross_validate, fit, judge, measure
from training.verifiable.graph import measure_of, with_measure
from training.verifiable.states import collect


def main() -> None:
    """Measure, learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-folds", action="store_true", help="do not measure on files kept back")
    parser.add_argument("--check", action="store_true", help="only judge the model on the sentences kept back")
    options = parser.parse_args()
    torch.set_num_threads(1)
    path = MODELS / READER / WEIGHTS
    model = onnx.load(str(path))
    tokenizer = Tokenizer.from_file(str(MODELS / ENCODER / TOKENIZER))
    if options.check:
        kept = collect(load_all(KEPT), model, tokenizer)
        measure(kept, judge(kept, measure_of(model)), lambda line: print(line, flush=True))
        return
    states = collect(load_all(), model, tokenizer)
    print(f"{len(states.labels) // 2} sentences, {states.labels.mean():.2f} of them verifiable", flush=True)
    if not options.no_folds:
        cross_validate(states, lambda line: print(line, flush=True))
    path.write_bytes(with_measure(model, *fit(states)).SerializeToString(deterministic=True))
    onnx.checker.check_model(str(path))
    about = {
        "license": "CC-BY-4.0",
        "languages": list(LANGUAGES),
        "source": "trained from e5-small-12 by training/build_reader.py and training/build_verifiable.py",
    }
    print(f"revision {renew(READER, (WEIGHTS, LINKING), about)}")


if __name__ == "__main__":
    main()
