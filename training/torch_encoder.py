"""Write the shipped encoder as a torch fp32 folder for sentence-transformers: ``python -m training.torch_encoder``.

For comparison only (``benchmarks/speed.py``): the same published weights and vocabulary, without the int8 form.
Needs ``pip install -e .[training]``.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from sentence_transformers import SentenceTransformer
from sentence_transformers.models import Normalize, Pooling, Transformer
from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerFast

from pipeline.encode.names import ENCODER, TOKENIZER
from pipeline.encode.settings import MODELS
from training.build_judge import kept
from training.encoder.packed import Packed, locate
from training.encoder.published import read_weights
from training.stance.model import JudgeNet


def main() -> None:
    """Build the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("build/encoder"))
    out = parser.parse_args().out
    path = MODELS / ENCODER / TOKENIZER
    packed = Packed(locate())
    network = JudgeNet(read_weights(packed, kept(packed, Tokenizer.from_file(str(path)))), frozen=0).bert
    marks = {"bos_token": "<s>", "eos_token": "</s>", "cls_token": "<s>", "sep_token": "</s>", "pad_token": "<pad>"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(path), unk_token="<unk>", model_max_length=512, **marks)
    with tempfile.TemporaryDirectory() as bare:
        network.save_pretrained(bare)
        tokenizer.save_pretrained(bare)
        model = SentenceTransformer(modules=[Transformer(bare), Pooling(network.config.hidden_size), Normalize()])
        model.save(str(out))
    print(f"wrote {out}")


if __name__ == "__main__":
    main()
