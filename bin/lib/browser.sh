# The browser that the tests drive. Sourced after setup.sh.

# Sets CHROMIUM: the one given, Playwright's own, the machine's, or Debian's package installed now.
find_browser() {
  export CHROMIUM="${CHROMIUM:-}"
  if [ -x "$CHROMIUM" ]; then return; fi
  look_for_browser && return
  if command -v apt-get >/dev/null; then install_browser && look_for_browser && return; fi
  fail "The tests need a browser and found none. Install Chromium or Chrome, or set CHROMIUM to the path of one."
}

look_for_browser() {
  for CHROMIUM in \
    "$(playwrights_browser)" \
    "$(command -v chromium)" \
    "$(command -v chromium-browser)" \
    "$(command -v google-chrome)" \
    "$(command -v google-chrome-stable)" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -x "$CHROMIUM" ]; then return; fi
  done
  return 1
}

playwrights_browser() {
  python - <<'PYTHON'
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
}

install_browser() {
  if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else return 1; fi
  patiently "Installing Chromium for the tests (about a minute, once)" \
    "Chromium could not be installed. Is the network there? Then run $0 again, or set CHROMIUM to the path of a browser." \
    $as_root sh -c 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium'
}
