# The linter and the type checker of the page's scripts, and known holes in what npm brings. Sourced after setup.sh.

# tools/page has a lock of its own: the page itself needs none of it.
install_page_tools() {
  stamp=tools/page/node_modules/installed-from-lock
  if [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint tools/page/package-lock.json)" ]; then return; fi
  patiently "Installing the checks of the page's scripts (some seconds, once)" \
    "The checks of the page's scripts could not be installed. Is the network there? Then run $0 again." \
    npm ci --prefix tools/page
  fingerprint tools/page/package-lock.json >"$stamp"
}

# The page's own packages, and the tools that check its scripts.
check_npm_packages() {
  for folder in reflex.lock tools/page; do
    if report=$(npm audit --prefix "$folder" --package-lock-only --fetch-retries 0 2>&1); then
      printf 'npm packages of %s: no known hole.\n' "$folder"
      continue
    fi
    case $report in
    *'audit endpoint returned an error'* | *ENOTFOUND* | *ECONNREFUSED* | *ETIMEDOUT*)
      printf 'npm packages of %s: the database of known holes could not be reached, they are NOT checked.\n' "$folder"
      ;;
    *) fail "$report" ;;
    esac
  done
}
