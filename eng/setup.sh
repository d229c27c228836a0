# Functions shared by ./run and ./test. Sourced, never run; the caller has set -euo pipefail and is in the repository's root.
# shellcheck shell=bash

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build servers would outlive the script.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
# Some container images switch ICU off; Vietnamese text would then silently not be normalised.
unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT
# A machine without a home folder (a bare service account) still needs a place for packages.
if [[ -z "${HOME:-}" || ! -d "$HOME" || ! -w "$HOME" ]]; then
  export HOME="$PWD/.local/home"
  mkdir -p "$HOME"
fi

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"
  elif has sudo; then sudo "$@"
  else return 1
  fi
}

# Debian's scripts start a server right after its package is installed; a policy of "no" stops them. The system's own servers
# are not ours to start: everything here runs on private ports with data of its own.
hold_back_services() {
  if [[ ! -e /etc/postgresql-common/createcluster.conf ]]; then
    as_root mkdir -p /etc/postgresql-common
    printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  POLICY_IS_OURS=""
  if [[ ! -e /usr/sbin/policy-rc.d ]]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee /usr/sbin/policy-rc.d >/dev/null
    as_root chmod 755 /usr/sbin/policy-rc.d
    POLICY_IS_OURS=yes
  fi
}

release_services() {
  if [[ -n "${POLICY_IS_OURS:-}" ]]; then as_root rm -f /usr/sbin/policy-rc.d; fi
  # An enabled unit would start at the next boot.
  if [[ -d /run/systemd/system && " $* " == *" rabbitmq-server "* ]]; then
    as_root systemctl disable --quiet rabbitmq-server 2>/dev/null || true
  fi
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold "$@"; }

# install_packages <package>… : what the machine lacks, in one go; quiet unless it fails.
install_packages() {
  local missing=() name log status
  for name in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [[ ${#missing[@]} -eq 0 ]] && return 0
  if ! has apt-get || ! { [[ $EUID -eq 0 ]] || has sudo; }; then
    say "Missing, and only root can install: apt-get install --no-install-recommends ${missing[*]}"
    return 1
  fi
  say "Installing ${missing[*]} …"
  log=$(mktemp)
  hold_back_services
  status=0
  apt_get install --no-install-recommends "${missing[@]}" >"$log" 2>&1 || status=$?
  if [[ $status -ne 0 ]]; then
    # A fresh machine has no package lists yet.
    status=0
    { apt_get update && apt_get install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || status=$?
  fi
  release_services "${missing[@]}"
  [[ $status -eq 0 ]] || tail -n 20 "$log" >&2
  rm -f "$log"
  return "$status"
}

# The servers, unless every connection comes from outside.
install_servers() {
  local name needs=()
  for name in IDENTITY CAMPAIGNS SCORING NOMINATIONS DOCUMENTS; do
    [[ -n "$(connection "$name")" ]] || { needs+=(postgresql-15); break; }
  done
  [[ -n "$(connection MESSAGING)" ]] || needs+=(rabbitmq-server)
  if [[ " ${needs[*]} " == *" postgresql-15 "* ]] && compgen -G '/usr/lib/postgresql/1[5-9]/bin/postgres' >/dev/null; then
    needs=("${needs[@]/postgresql-15/}")
  fi
  # shellcheck disable=SC2068 # Removed entries are empty words.
  install_packages ${needs[@]} || fail "Without these servers the system cannot start. Or give ConnectionStrings__<name>."
}

# connection <NAME> : the connection string of that name from the environment, however it is written.
connection() {
  local entry
  while IFS= read -r entry; do
    if [[ "${entry%%=*}" =~ ^[Cc][Oo][Nn][Nn][Ee][Cc][Tt][Ii][Oo][Nn][Ss][Tt][Rr][Ii][Nn][Gg][Ss]__(.+)$ && "${BASH_REMATCH[1]^^}" == "$1" ]]; then
      printf '%s' "${entry#*=}"
      return
    fi
  done < <(env)
}

need_dotnet() {
  has dotnet || fail "The .NET SDK 10 is needed: https://dot.net"
  # Vietnamese text needs ICU; a bare machine may lack it.
  if ! compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null && ! compgen -G '/lib/*/libicuuc.so.*' >/dev/null; then
    install_packages "$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1 | grep . || echo libicu72)" \
      || fail "The ICU library is needed (Debian: libicu72)."
  fi
}

# Restores with the committed lock files; skipped while nothing that decides about packages has changed since the last time.
restore_once() {
  local target=$1 stamp=$2 now
  shift 2
  now=$( (cat global.json Directory.Build.props Directory.Packages.props; find . -name '*.csproj' -o -name packages.lock.json -o -name '*.props' | grep -v /obj/ | LC_ALL=C sort | xargs cat; echo "$target $* $HOME ${NUGET_PACKAGES:-}") | sha256sum)
  if [[ -f "$stamp" && "$(cat "$stamp")" == "$now" && -f AppHost/obj/project.assets.json && -d "${NUGET_PACKAGES:-$HOME/.nuget/packages}" ]]; then return 0; fi
  say "Restoring packages …"
  dotnet restore "$target" --locked-mode --nologo -v quiet "$@" >&2
  mkdir -p "$(dirname "$stamp")"
  printf '%s\n' "$now" >"$stamp"
}
