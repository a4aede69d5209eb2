from collections.abc import Mapping, Sequence

import numpy as np

class SessionOptions:
    intra_op_num_threads: int
    inter_op_num_threads: int
    log_severity_level: int
    def add_session_config_entry(self, key: str, value: str) -> None: ...

class NodeArg:
    name: str
    shape: list[int | str]

class InferenceSession:
    def __init__(
        self, path: str, sess_options: SessionOptions | None = ..., providers: Sequence[str] | None = ...
    ) -> None: ...
    def get_outputs(self) -> list[NodeArg]: ...
    def run(self, output_names: Sequence[str] | None, input_feed: Mapping[str, np.ndarray]) -> list[np.ndarray]: ...
