"""On what a figure was measured."""

import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

PACKAGES = "reflex", "python-socketio", "granian", "httpx", "litellm", "sqlalchemy", "aiosqlite", "asyncpg", "redis"


def machine() -> dict[str, Any]:
    """Processor, memory, versions, commit."""
    return {
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count(),
        "memory": _field("/proc/meminfo", "MemTotal"),
        "system": platform.platform(),
        "python": sys.version.split()[0],
        "packages": {name: version(name) for name in PACKAGES},
        "commit": _git("rev-parse", "--short", "HEAD") + ("*" if _git("status", "--porcelain", "-uno") else ""),
    }


def _field(path: str, name: str) -> str:
    if not Path(path).exists():
        return ""
    lines = Path(path).read_text().splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False).stdout.strip()
