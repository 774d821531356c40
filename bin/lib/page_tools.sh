# The linter and the type checker of the page's scripts. Sourced after setup.sh.

# tools/page has a lock of its own: the page itself needs none of it.
install_page_tools() {
  stamp=tools/page/node_modules/installed-from-lock
  if [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint tools/page/package-lock.json)" ]; then return; fi
  patiently "Installing the checks of the page's scripts (some seconds, once)" \
    "The checks of the page's scripts could not be installed. Is the network there? Then run $0 again." \
    npm ci --prefix tools/page
  fingerprint tools/page/package-lock.json >"$stamp"
}
