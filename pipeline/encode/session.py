"""ONNX Runtime sessions and tokenizers that give the same digits on every run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession as InferenceSession  # the alias says that others may import it from here
    from tokenizers import Tokenizer as Tokenizer

MAX_TOKENS = 512
"""What the encoder was trained on; longer texts are cut."""


def open_session(path: Path, threads: int) -> InferenceSession:
    """Open a graph on the CPU. Idle threads sleep: spinning ones starve neighbours on a shared machine."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    try:
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library raises its own classes, some of them plain Exception
        message = f"{path}: ONNX Runtime cannot load it ({error}); install onnxruntime>=1.20"
        raise ModelError(message, item=str(path), kind="model-unusable") from error


def open_tokenizer(path: Path) -> Tokenizer:
    """Open a tokenizer that cuts at the longest length the encoder knows."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.no_padding()
    return tokenizer
