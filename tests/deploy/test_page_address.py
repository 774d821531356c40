"""A built page talks with the address that it was loaded from."""

import gzip
from pathlib import Path

import pytest

from deploy.page_address import UnknownPage, use_own_address
from tests.support.site import Site

ENV = 'var e={PING:"http://page-origin.invalid/ping",EVENT:`ws://page-origin.invalid/_event`,TRANSPORT:`websocket`};'
OWN = 'var e={PING:location.origin+"/ping",EVENT:location.origin.replace("http","ws")+"/_event",TRANSPORT:`websocket`};'


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """The script with addresses, as Reflex builds it."""
    script = tmp_path / "assets" / "reflex-env-DifFo3iQ.js"
    script.parent.mkdir()
    script.write_text(ENV)
    return script


def test_addresses_become_the_pages_own_in_the_compressed_script_too(script: Path, tmp_path: Path):
    compressed = Path(f"{script}.gz")
    compressed.write_bytes(gzip.compress(ENV.encode()))
    use_own_address(tmp_path)
    assert script.read_text() == OWN
    assert gzip.decompress(compressed.read_bytes()).decode() == OWN


def test_a_page_without_the_script_is_not_known(tmp_path: Path):
    with pytest.raises(UnknownPage, match="0 scripts"):
        use_own_address(tmp_path)


def test_a_script_that_names_addresses_in_another_way_is_not_known(script: Path, tmp_path: Path):
    script.write_text('var e={HOST:"page-origin"};')
    with pytest.raises(UnknownPage, match="names no address"):
        use_own_address(tmp_path)


def test_an_address_that_stands_elsewhere_is_not_left_behind(script: Path, tmp_path: Path):
    (tmp_path / "index.html").write_text('<link rel="preconnect" href="http://page-origin.invalid">')
    with pytest.raises(UnknownPage, match=r"index\.html"):
        use_own_address(tmp_path)


def test_the_page_that_is_built_here_names_no_address(site: Site):
    script = next(site.build.glob("assets/reflex-env*.js")).read_text()
    assert 'PING:location.origin+"/ping"' in script
    assert "://" not in script
