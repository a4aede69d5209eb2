"""Write ``requirements.lock``: every distribution that ``make`` installs, with its version and hashes.

Usage: ``.venv/bin/python tools/lock.py`` (needs ``uv`` installed). torch is left out with the CUDA packages that
its default build asks for: ``make`` installs it first, so that a CPU build is taken where there is one.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEPARATE = re.compile(r"(torch|triton|nvidia-|cuda-)")


def main() -> None:
    """Resolve for all supported Pythons and platforms at once."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"], "setuptools>=77"]
    with tempfile.TemporaryDirectory() as folder:
        source, override, result = (Path(folder) / name for name in ("in.txt", "override.txt", "lock.txt"))
        source.write_text("\n".join(wanted))
        override.write_text("torch==2.13.0\n")
        command = ["uv", "pip", "compile", "--quiet", str(source), "--universal", "--python-version", "3.11"]
        command += ["--generate-hashes", "--no-annotate", "--no-header", "--override", str(override), "-o", str(result)]
        subprocess.run([sys.executable, "-m", *command], check=True)
        blocks = re.split(r"\n(?=\S)", result.read_text().strip())
    kept = [block for block in blocks if not SEPARATE.match(block)]
    header = "# Written by tools/lock.py; install with: pip install --no-deps --require-hashes -r requirements.lock\n"
    (ROOT / "requirements.lock").write_text(header + "\n".join(kept) + "\n")


if __name__ == "__main__":
    main()
