"""chat_stream: people talk with AI models, and every message is an object with a live stream of its own."""

import sys
from pathlib import Path

__version__ = "0.1.0"

# The project's own packages are taken from this very tree: they need no installing, and a copy that is installed
# somewhere is never used by accident. A wheel of chat_stream brings them below `installed/`.
_FOLDER = Path(__file__).parent
_ROOTS = (_FOLDER.parent, _FOLDER / "installed")
sys.path[:0] = [str(source) for root in _ROOTS for source in root.glob("packages/*/src")]
