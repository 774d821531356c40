# The PostgreSQL and Redis that the tests start for themselves. Sourced after setup.sh.

# Installs Debian's packages where it may. The machine's own servers, if any, are left alone.
find_servers() {
  has_servers && return
  if command -v apt-get >/dev/null; then install_servers && has_servers && return; fi
  fail "The tests need PostgreSQL and Redis and found not both. Install them (on Debian and Ubuntu: apt-get install postgresql redis-server) and try again."
}

has_servers() {
  command -v redis-server >/dev/null && find_postgresql >/dev/null
}

# Debian keeps PostgreSQL's programs outside of PATH.
find_postgresql() {
  for postgres in "$(command -v postgres)" /usr/lib/postgresql/*/bin/postgres /opt/homebrew/opt/postgresql*/bin/postgres /usr/local/opt/postgresql*/bin/postgres; do
    if [ -x "$postgres" ]; then printf '%s\n' "$postgres" && return; fi
  done
  return 1
}

install_servers() {
  if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else return 1; fi
  patiently "Installing PostgreSQL and Redis for the tests (about a minute, once)" \
    "PostgreSQL and Redis could not be installed. Is the network there? Then run $0 again." \
    $as_root sh -c 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends postgresql redis-server'
}
