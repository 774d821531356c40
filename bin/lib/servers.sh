# The PostgreSQL, Redis and Caddy that the tests and the local cluster start for themselves. Sourced after setup.sh.

# Installs Debian's packages where it may. The machine's own servers, if any, are left alone.
find_servers() {
  has_servers && return
  if command -v apt-get >/dev/null; then install_servers && has_servers && return; fi
  fail "This needs PostgreSQL, Redis and Caddy and found not all of them. Install them (on Debian and Ubuntu: apt-get install postgresql redis-server caddy) and try again."
}

has_servers() {
  command -v redis-server >/dev/null && command -v caddy >/dev/null && find_postgresql >/dev/null
}

# Debian keeps PostgreSQL's programs outside of PATH.
find_postgresql() {
  for postgres in "$(command -v postgres)" /usr/lib/postgresql/*/bin/postgres /opt/homebrew/opt/postgresql*/bin/postgres /usr/local/opt/postgresql*/bin/postgres; do
    if [ -x "$postgres" ]; then printf '%s\n' "$postgres" && return; fi
  done
  return 1
}

# Debian would start what it installs; RUNLEVEL=1 tells it not to. shellcheck is for the commands themselves.
install_servers() {
  if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else return 1; fi
  patiently "Installing PostgreSQL, Redis and Caddy (about a minute, once)" \
    "PostgreSQL, Redis and Caddy could not be installed. Is the network there? Then run $0 again." \
    $as_root sh -c 'apt-get update && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends postgresql redis-server caddy shellcheck'
}
