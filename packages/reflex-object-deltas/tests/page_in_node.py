"""The page half in Node, without a page around it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import reflex_object_deltas

HERE = Path(__file__).parent
SOURCE = Path(reflex_object_deltas.__file__).parent
VERSION_0 = HERE / "pages" / "version_0.js.txt"
"""The page half from before the protocol had versions."""


class Page:
    """The store of one page. It answers the page's newest question unless it is told of another."""

    def __init__(self, entry: Path = SOURCE / "page.js") -> None:
        command = ["node", str(HERE / "page_driver.mjs"), str(SOURCE), str(entry)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.run = 1

    def do(self, command: str, argument: Any = None) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([command, argument]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def take(self, *operations: Any, run: int | None = None) -> None:
        self.do("delta", [run or self.run, *operations])

    def asked(self) -> list[Any]:
        """The page's reports of what it has, one for each question since the last look: subject, bookmark, streams."""
        questions = self.do("asked")
        for *_, self.run in questions:
            pass
        return [question[:-1] for question in questions]

    def next_question(self) -> list[Any]:
        """The page's report of what it has when it asks the next time, however long that takes."""
        *question, self.run = self.do("nextQuestion")
        return question

    def object(self, key: str, map_name: str = "m") -> Any:
        return self.do("object", [map_name, key])

    def close(self) -> None:
        self.process.communicate(timeout=10)
