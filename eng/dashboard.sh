#!/usr/bin/env bash
# Installs the standalone Aspire dashboard from the npm package of the Aspire CLI (MIT) into the user's cache folder.
# The system runs without it; then telemetry is off.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=eng/setup.sh
source eng/setup.sh

version=13.5.4
package=@microsoft/aspire-cli-linux-x64
folder="${EMULATION_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/emulation}/aspire-dashboard-$version"
[[ -f "$folder/complete" ]] && exit 0
[[ "$(uname -sm)" == "Linux x86_64" ]] || { say "The dashboard package is for Linux on x64."; exit 1; }
has npm || install_packages npm || exit 1

mkdir -p "$folder"
exec 9>"$folder/lock"
flock -w 300 9 || exit 1
[[ -f "$folder/complete" ]] && exit 0
say "Installing the Aspire dashboard …"
log="$folder/install.log"
home="$folder/home"
mkdir -p "$home"
{
  timeout 240 npm install --prefix "$folder" --no-audit --no-fund --loglevel=error "$package@$version" </dev/null
  # Unpacks the dashboard beside the CLI, and a second copy under HOME, which nothing here uses.
  HOME="$home" timeout 120 "$folder/node_modules/$package/bin/aspire" setup --non-interactive --nologo </dev/null
} >"$log" 2>&1 || { say "The Aspire dashboard could not be installed: $(tail -n 1 "$log")"; exit 1; }
rm -rf "$home"
[[ -x "$folder/node_modules/$package/bundle/managed/aspire-managed" ]] || { say "The package holds no dashboard."; exit 1; }
touch "$folder/complete"
