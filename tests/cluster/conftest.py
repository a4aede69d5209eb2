"""Make the invented world and the reading of plain texts importable: tests are imported without package names."""

import importlib.util
import sys
from pathlib import Path

for _name, _file in (("cluster_world", "world.py"), ("cluster_reading", "reading.py")):
    _spec = importlib.util.spec_from_file_location(_name, Path(__file__).with_name(_file))
    _module = importlib.util.module_from_spec(_spec)
    sys.modules[_name] = _module
    _spec.loader.exec_module(_module)
