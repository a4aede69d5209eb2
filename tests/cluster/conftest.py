"""Make the invented world importable as ``cluster_world``: tests are imported without package names."""

import importlib.util
import sys
from pathlib import Path

_spec = importlib.util.spec_from_file_location("cluster_world", Path(__file__).with_name("world.py"))
_module = importlib.util.module_from_spec(_spec)
sys.modules["cluster_world"] = _module
_spec.loader.exec_module(_module)
