"""Scripts inside of pages are known by hash."""

import base64
import hashlib
from pathlib import Path

from chat_stream.server.inline_scripts import inline_scripts


def test_each_script_of_each_page_is_named_once(tmp_path: Path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_text("<p>no</p><script>\na < b && '&amp;'\n</script><script src=x>no</script>")
    (tmp_path / "deep" / "index.html").write_text("<script>\na < b && '&amp;'\n</script><style>no</style>")
    digest = hashlib.sha256(b"\na < b && '&amp;'\n").digest()
    assert inline_scripts(tmp_path) == [f"'sha256-{base64.b64encode(digest).decode()}'"]


def test_before_the_pages_are_built_nothing_is_named(tmp_path: Path):
    assert inline_scripts(tmp_path / "not there") == []
