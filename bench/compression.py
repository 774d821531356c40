"""The possible gain of compressing a viewer's frames, and its cost: RFC 7692, with context takeover.

No server of ours compresses; the frames are those that were sent, put through zlib as a server would.
"""

import subprocess
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.servers import PAGE

WINDOWS = {"32 kB": (15, 8), "4 kB": (12, 5)}
"""Windows: zlib's own defaults, and those of the websockets package, which uvicorn uses. Bits, and the memory level."""
LEVEL = 6
SOCKETS = 500
TAIL = 4
"""Bytes of a flush that the protocol leaves out."""


def compressed(frames: Sequence[bytes], text_size: int) -> dict[str, Any]:
    """Bytes of TCP payload per byte of text, without compression and with each kind."""
    plain = sum(len(frame) + _header(len(frame)) for frame in frames)
    sizes = {name: _size(frames, *kind) for name, kind in WINDOWS.items()}
    return {name: round(size / text_size, 2) for name, size in {"plain": plain, **sizes}.items()}


def _size(frames: Sequence[bytes], bits: int, memory: int) -> int:
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -bits, memory)
    sizes = (len(stream.compress(frame) + stream.flush(zlib.Z_SYNC_FLUSH)) - TAIL for frame in frames)
    return sum(size + _header(size) for size in sizes)


def _header(size: int) -> int:
    """Of a frame from a server."""
    return 2 if size < 126 else 4 if size < 65_536 else 10


async def measure(folder: Path, *, is_quick: bool) -> list[dict[str, Any]]:
    """The memory and time that compression costs for one socket, measured on many, in a process that does nothing
    else."""
    return [{"window": name, "kilobytes": _memory(*kind)} for name, kind in WINDOWS.items()]


def _memory(bits: int, memory: int) -> int:
    code = (
        "import zlib\n"
        "from pathlib import Path\n"
        f"used = lambda: int(Path('/proc/self/statm').read_text().split()[1]) * {PAGE // 1024}\n"
        "before, all = used(), []\n"
        f"for _ in range({SOCKETS}):\n"
        f"    stream = zlib.compressobj({LEVEL}, zlib.DEFLATED, -{bits}, {memory})\n"
        "    for number in range(50): stream.compress(b'text %d ' % number * 200); stream.flush(zlib.Z_SYNC_FLUSH)\n"
        "    all.append(stream)\n"
        "print(used() - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return round(int(done.stdout) / SOCKETS)
