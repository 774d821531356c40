"""The licences of what the page contains are passed on with it."""

import json
from pathlib import Path

from deploy.notices import notices


def package(web: Path, name: str, wording: str) -> None:
    (web / "node_modules" / name).mkdir(parents=True)
    if wording:
        (web / "node_modules" / name / "LICENSE.md").write_text(wording)


def test_packages_stand_by_the_wording_of_their_licence(tmp_path: Path):
    package(tmp_path, "react", "Do what you like.")
    package(tmp_path, "@fluent/bundle", "")
    package(tmp_path, "react-dom", "Do what you like.\r\n")
    package(tmp_path, "eslint", "Only for development.")
    entries = {
        "": {"name": "the page itself"},
        "node_modules/react": {"version": "19.2.1", "license": "MIT"},
        "node_modules/@fluent/bundle": {"version": "0.19.1", "license": "Apache-2.0"},
        "node_modules/react-dom": {"version": "19.2.1", "license": "MIT"},
        "node_modules/eslint": {"version": "9.0.0", "license": "MIT", "dev": True},
        "node_modules/fsevents": {"version": "2.3.3", "optional": True},
    }
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": entries}))
    text = notices(tmp_path)
    assert "react 19.2.1 (MIT)\nreact-dom 19.2.1 (MIT)\n\nDo what you like.\n" in text
    assert "@fluent/bundle 0.19.1 (Apache-2.0)\n\nThe package names its licence" in text
    assert "eslint" not in text
    assert "fsevents" not in text
