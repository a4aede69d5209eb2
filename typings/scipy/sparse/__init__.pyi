import numpy as np
import numpy.typing as npt

class coo_matrix:
    def __init__(
        self,
        arg1: tuple[npt.NDArray[np.bool_], tuple[npt.NDArray[np.signedinteger], npt.NDArray[np.signedinteger]]],
        shape: tuple[int, int],
    ) -> None: ...

class csr_matrix:
    def __init__(
        self,
        arg1: tuple[npt.NDArray[np.float32], npt.NDArray[np.int64], list[int]],
        shape: tuple[int, int],
    ) -> None: ...
    @property
    def T(self) -> csr_matrix: ...
    def __getitem__(self, rows: npt.NDArray[np.int64]) -> csr_matrix: ...
    def __matmul__(self, other: csr_matrix) -> csr_matrix: ...
    def toarray(self) -> npt.NDArray[np.float32]: ...
