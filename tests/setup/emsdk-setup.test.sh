#!/usr/bin/env bash
# Tests emsdk-setup.sh without a network: downloads come from file: URLs, and curl, npm and apt-get are replaced by
# scripts that record how they are called. Usage: emsdk-setup.test.sh [NAME-OF-A-TEST…]
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
world=$(mktemp -d)
trap 'rm -rf "$world"' EXIT
clone=$world/clone
output=$world/output

# --- Replacements for programs -----------------------------------------------------------------------------------------
stand_in() {
  cat >"$world/bin/$1"
  chmod +x "$world/bin/$1"
}
make_stand_ins() {
  mkdir "$world/bin"
  # Besides file: URLs, curl reaches the addresses that contain a line of $world/online.
  stand_in curl <<SCRIPT
#!/usr/bin/env bash
echo "\${@: -1}" >>'$world/curl-calls'
case \${@: -1} in file://*) exec '$(command -v curl)' "\$@" ;; esac
while read -r word; do [[ \${@: -1} != *"\$word"* ]] || exit 0; done <'$world/online'
exit 6
SCRIPT
  stand_in npm <<SCRIPT
#!/bin/sh
[ ! -e '$world/npm-fails' ] || { echo 'npm error EINTEGRITY'; exit 1; }
case "\$*" in 'config get cache') echo "\$HOME/.npm"; exit ;; esac
case " \$* " in *' --ignore-scripts '*) ;; *) echo 'npm would run scripts of packages'; exit 1 ;; esac
[ "\$(grep -o sha512- package-lock.json | wc -l)" -eq 2 ] || exit 1
mkdir -p node_modules/acorn node_modules/typescript/bin
SCRIPT
  # Serves the packages in $world/debs, and of the suite experimental those in $world/experimental, and fails when
  # that folder does not exist. `update` offers every package when $world/has-package exists; `install` then puts the
  # programs in $world/on-install on PATH. It is interrupted when $world/interrupt exists.
  stand_in apt-get <<SCRIPT
#!/usr/bin/env bash
echo "\$*" >>'$world/apt-calls'
case "\$*" in
  update) [[ ! -e '$world/has-package' ]] || touch '$world/lists'; exit ;;
  *--print-uris*) echo "'uri' file 12000001 sum"; exit ;;
  install*) [[ ! -e '$world/interrupt' ]] || { kill -INT "\$PPID"; exit 100; }
    [[ -e '$world/lists' ]] && for link in '$world'/on-install/*; do cp -P "\$link" '$world/without/'; done; exit ;;
esac
debs='$world/debs'
[[ "\$*" != *apt/experimental/* ]] || debs='$world/experimental'
[[ -d \$debs ]] || exit 100
case "\$*" in
  indextargets*) . /etc/os-release && echo "Packages \$VERSION_CODENAME main http://localhost/" ;;
  *download\ *) cp "\$debs/\${@: -1}"_*.deb . ;;
  *) [[ " \$* " == *' update '* ]] ;;
esac
SCRIPT
  stand_in apt-cache <<SCRIPT
#!/bin/sh
if [ -e '$world/lists' ]; then echo '  Candidate: 7'; else echo 'Candidate: (none)'; fi
SCRIPT
  printf '#!/bin/sh\nexec "$@"\n' | stand_in sudo
  local name
  for name in clang-19 wasm-ld-19 llvm-ar-19 em-config emcc tsc; do
    echo '#!/bin/sh' | stand_in "$name"
  done
}

# An Emscripten folder whose em++ writes the module that emsdk-setup.sh compiles as a trial.
make_emscripten() {
  local folder=$1 version=$2 command
  mkdir -p "$folder/cmake/Modules/Platform"
  touch "$folder/cmake/Modules/Platform/Emscripten.cmake"
  echo "\"$version\"" >"$folder/emscripten-version.txt"
  for command in emcc em++; do
    echo "# $version" >"$folder/$command.py"
    cat >"$folder/$command" <<SCRIPT
#!/bin/sh
[ -z "\$EM_CONFIG" ] || { echo 'misled by EM_CONFIG'; exit 1; }
[ ! -e '$world/em-fails' ] || exit 1
echo trial >>'$world/trials'
echo "\$*" >>'$world/em-calls'
printf '\\0asm\\1\\0\\0\\0' >trial.wasm
echo 'export default async () => ({ answer: () => 42 });' >trial.mjs
echo 'answer(): number' >trial.d.ts
SCRIPT
    chmod +x "$folder/$command"
  done
}
make_archive() {
  make_emscripten "$world/archive/install/emscripten" 3.1.69
  mkdir "$world/archive/install/bin"
  tar -cJf "$world/emsdk.tar.xz" -C "$world/archive" install
  archive_sha256=$(sha256sum "$world/emsdk.tar.xz" | cut -d' ' -f1)
}
# make_package PACKAGE [FOLDER]: packs $world/packages/PACKAGE into $world/FOLDER.
make_package() {
  local folder=$world/${2:-debs}
  mkdir -p "$world/packages/$1/DEBIAN" "$folder"
  printf 'Package: %s\nVersion: 1\nArchitecture: all\nMaintainer: nobody\nDescription: none\n' "$1" \
    >"$world/packages/$1/DEBIAN/control"
  dpkg-deb --build -Znone "$world/packages/$1" "$folder/$1_1_all.deb" >/dev/null
}
# make_json_package MINOR PATCH [FOLDER]
make_json_package() {
  local folder=$world/packages/nlohmann-json3-dev/usr/include/nlohmann/detail
  mkdir -p "$folder"
  printf '#define NLOHMANN_JSON_VERSION_%s\n' 'MAJOR 3' "MINOR $1" "PATCH $2" >"$folder/abi_macros.hpp"
  make_package nlohmann-json3-dev "${3:-debs}"
}

# --- Running and checking ----------------------------------------------------------------------------------
# A fresh clone and no reachable address.
start_over() {
  rm -rf "$clone" "${world:?}"/{debs,experimental,packages,has-package,on-install,lists,without,interrupt,npm-fails,em-fails,trials,em-calls,curl-calls,apt-calls,shared,other,home}
  mkdir -p "$clone/src/cmake" "$world/without" "$world/on-install"
  cp "$project/emsdk-setup.sh" "$clone/"
  cp "$project"/src/cmake/{module-options,emscripten-releases}.cmake "$clone/src/cmake/"
  : >"$world/online"
  : >"$world/trials"
}
# Runs the script with the given VARIABLE=value pairs and arguments (after -- or not); `status` is its exit status.
setup() {
  local variables=()
  while [[ ${1:-} == *=* ]]; do
    variables+=("$1")
    shift
  done
  [[ ${1:-} != -- ]] || shift
  status=0
  : >"$world/curl-calls"
  "${as_user[@]}" env -u EMSDK -u EM_CONFIG -u KOODRIVE_EMSDK_DIR PATH="$world/bin:$PATH" HOME="$world/home" "${variables[@]}" \
    "$clone/emsdk-setup.sh" "$@" >"$output" 2>&1 || status=$?
}
# The same, as a user who is not root and has no sudo.
setup_as_nobody() {
  local as_user=()
  if ((EUID == 0)); then
    chmod -R a+rwX "$world" "$clone"
    [[ ! -d $world/home ]] || chmod 555 "$world/home"
    as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  fi
  setup "$@"
}
# Sets `search` to a PATH on which the given programs are not: $world/without holds links to all other programs of their
# folders, the stand-ins first. What a package brings is put there, too.
hide() {
  local folder name
  search=$world/without
  cp -s "$world"/bin/* "$world/without/"
  while IFS= read -r -d: folder; do
    for name; do
      if [[ -x $folder/$name ]]; then
        cp -s "$folder"/* "$world/without/" 2>/dev/null || true
        continue 2
      fi
    done
    search+=:$folder
  done <<<"$PATH:"
  for name; do rm -f "$world/without/$name"; done
}
setup_from_archive() {
  setup KOODRIVE_EMSDK_ARCHIVE_URL="file://$world/emsdk.tar.xz" \
    KOODRIVE_EMSDK_ARCHIVE_SHA256="$archive_sha256" "$@"
}
check() {
  "${@:2}" && return 0
  printf 'not ok - %s: %s\n' "$title" "$1"
  sed 's/^/    | /' "$output"
  exit 1
}
succeeded() { [[ $status == 0 ]]; }
failed() { [[ $status != 0 ]]; }
said() { grep -qF -- "$1" "$output"; }
not() { ! "$@"; }
took_json() {
  grep -qxF "set(KOODRIVE_NLOHMANN_JSON_INCLUDE_DIR \"$clone/.emsdk/deps/nlohmann_json-$1/include\")" \
    "$clone/.emsdk/setup.cmake"
}
took_emscripten_of() { grep -qxF "set(KOODRIVE_EMSCRIPTEN_ROOT \"$1\")" "$clone/.emsdk/setup.cmake"; }
tried() { [[ $(wc -l <"$world/trials") == "$1" ]]; }
left_nothing_half_done() {
  [[ ! -e $clone/.emsdk/upstream-3.1.69 ]] && ! compgen -G "$clone/.emsdk/.stage.*" >/dev/null
}
state_of() { find "$1/" ! -name lock -printf '%p %T@ %s\n' | grep -vxE "$1/ .*" | sort; }

# --- The tests ---------------------------------------------------------------------------------------------
test_installs_the_release_archive() {
  echo github >"$world/online"
  setup_from_archive
  check 'it succeeds' succeeded
  check 'CMake is told' took_emscripten_of "$clone/.emsdk/upstream-3.1.69/emscripten"
  check 'its programs are configured' grep -qF "LLVM_ROOT = '$clone/.emsdk/upstream-3.1.69/bin'" \
    "$clone/.emsdk/upstream-3.1.69/emscripten/.emscripten"
  check 'the libraries are left to FetchContent' said 'leaving the C++ libraries to FetchContent'
  check 'HOME stays empty' not test -e "$world/home"
  (cd "$world" && EM_CONFIG=/elsewhere "$clone/.emsdk/upstream-3.1.69/emscripten/em++" >"$output") || status=$?
  check 'a stale EM_CONFIG does not mislead it' succeeded
}

test_a_second_run_changes_nothing() {
  local before
  echo github >"$world/online"
  setup_from_archive
  before=$(state_of "$clone/.emsdk")
  check 'there are files to compare' test -n "$before"
  : >"$world/online"
  setup
  check 'it succeeds' succeeded
  check 'it asks no server' test ! -s "$world/curl-calls"
  check 'it changes no file' test "$before" == "$(state_of "$clone/.emsdk")"
}

test_refuses_an_archive_with_another_checksum() {
  archive_sha256=${archive_sha256//[0-9]/0} setup_from_archive
  check 'it fails' failed
  check 'it says why' said "emsdk's release archive is not the expected file"
  check 'nothing stays' left_nothing_half_done
}

test_names_what_is_missing_when_nothing_can_be_reached() {
  setup
  check 'it fails' failed
  check 'it names Emscripten' said 'FAILED: Emscripten 3.1.69 or newer is missing'
  check 'it names the first way' said "- cannot reach emsdk's release archive"
  check 'it names the second way' said "- no use of Debian's packages"
  check 'nothing stays' left_nothing_half_done
}

test_recovers_from_a_run_that_failed_half_way() {
  echo github >"$world/online"
  touch "$world/npm-fails"
  setup_from_archive
  check 'it fails' failed
  check 'it names the log' said "its output: $clone/.emsdk/log/npm.log"
  check 'nothing stays' left_nothing_half_done
  rm "$world/npm-fails"
  touch "$world/em-fails"
  setup_from_archive
  check 'an Emscripten that does not work is a failure' failed
  rm "$world/em-fails"
  mkdir "$clone/.emsdk/.stage.killed"
  setup_from_archive
  check 'the next run succeeds' succeeded
  check 'what a killed run left is gone' test ! -e "$clone/.emsdk/.stage.killed"
}

test_takes_the_emscripten_that_EMSDK_names() {
  echo github >"$world/online"
  make_emscripten "$world/other/upstream/emscripten" 4.0.10
  setup EMSDK="$world/other" EM_CONFIG=/elsewhere
  check 'it succeeds' succeeded
  check 'CMake is told' took_emscripten_of "$world/other/upstream/emscripten"
  check 'it was tried' tried 1
  setup EMSDK="$world/other"
  check 'it is tried once only' tried 1
  echo 'broken' >>"$world/other/upstream/emscripten/emcc.py"
  setup EMSDK="$world/other"
  check 'it is tried again when it changed' tried 2
}

test_passes_over_an_emscripten_that_is_too_old_or_broken() {
  echo github >"$world/online"
  make_emscripten "$world/other/upstream/emscripten" 3.1.6
  setup_from_archive EMSDK="$world/other"
  check 'it succeeds' succeeded
  check 'it names the old one' said 'passing over the Emscripten of EMSDK: 3.1.6 is older than 3.1.69'
  check 'CMake is told of the good one' took_emscripten_of "$clone/.emsdk/upstream-3.1.69/emscripten"
  make_emscripten "$world/other/upstream/emscripten" 4.0.10
  echo 'exit 1' >>"$world/other/upstream/emscripten/em++"
  setup EMSDK="$world/other"
  check 'it succeeds' succeeded
  check 'it names the broken one' said 'passing over the Emscripten of EMSDK: it failed a trial'
  check 'CMake is told of the good one' took_emscripten_of "$clone/.emsdk/upstream-3.1.69/emscripten"
  make_emscripten "$world/other/upstream/emscripten" 4.0.11
  sed -i s/42/41/ "$world/other/upstream/emscripten/em++"
  setup EMSDK="$world/other"
  check 'it names the one that miscompiles' said 'passing over the Emscripten of EMSDK: it failed a trial'
  setup EMSDK="$world/nowhere"
  check 'it names the absent one' said 'passing over the Emscripten of EMSDK: there is none in'
}

test_shares_a_folder_between_clones() {
  echo github >"$world/online"
  setup_from_archive KOODRIVE_EMSDK_DIR="$world/shared"
  check 'it succeeds' succeeded
  check '.emsdk links to the folder' test "$(readlink "$clone/.emsdk")" == "$world/shared"
  check 'everything is in it' took_emscripten_of "$world/shared/upstream-3.1.69/emscripten"
  setup
  check 'the link is enough afterwards' succeeded
  rm "$clone/.emsdk"
  mkdir -p "$clone/.emsdk/something"
  setup KOODRIVE_EMSDK_DIR="$world/shared"
  check 'it fails' failed
  check 'it does not replace a folder' said "$clone/.emsdk is another folder"
}

test_two_runs_at_once_take_turns() {
  local first
  echo github >"$world/online"
  (setup_from_archive; exit "$status") &
  first=$!
  setup_from_archive
  check 'one succeeds' succeeded
  wait "$first" || status=$?
  check 'the other succeeds' succeeded
  check 'only one installs' tried 1
}

test_refuses_an_archive_address_without_a_checksum() {
  setup KOODRIVE_EMSDK_ARCHIVE_URL="file://$world/emsdk.tar.xz"
  check 'it fails' failed
  check 'it says why' said 'needs KOODRIVE_EMSDK_ARCHIVE_SHA256'
  setup --with-tests
  check 'an unknown argument fails' failed
  setup --help
  check 'help succeeds' succeeded
}

test_installs_what_the_distribution_has() {
  hide ninja
  ln -s "$(command -v ninja)" "$world/on-install/ninja"
  echo github >"$world/online"
  setup_from_archive PATH="$search"
  check 'it fails without the package' failed
  check 'it names what is missing' said '- Ninja'
  check 'it says how to install it' said 'apt-get install --no-install-recommends ninja-build'
  touch "$world/has-package"
  setup_from_archive PATH="$search"
  check 'it succeeds with the package' succeeded
  check 'it names the package and its size' said 'installing distribution packages (13 MB to download): ninja-build'
}

test_an_interrupt_while_packages_are_installed_ends_it() {
  hide ninja
  ln -s "$(command -v ninja)" "$world/on-install/ninja"
  touch "$world/has-package" "$world/lists" "$world/interrupt"
  echo github >"$world/online"
  setup_from_archive PATH="$search"
  check 'its status is that of an interrupt' test "$status" == 130
  check 'it says so' said 'interrupted; run this script again'
  check 'nothing else is begun' not said 'Node.js'
  check 'nothing stays' left_nothing_half_done
}

test_names_all_packages_at_once_where_nobody_can_install_them() {
  hide ninja clang-19 firefox-esr chromium sudo
  : >"$world/apt-calls"
  setup_as_nobody PATH="$search" -- --with-test-tools
  check 'it fails' failed
  check 'it says why' said 'Only root can install packages, and there is no sudo.'
  check 'it names the build tool' said '- Ninja'
  check 'it names the tool of a later step' said '- LLVM 19'
  check 'it names the tool of the tests' said '- Firefox'
  check 'one command brings all of them' grep -qE \
    'apt-get install .* ninja-build .*clang-19 lld-19 llvm-19.* chromium .*firefox-esr' "$output"
}

test_names_a_full_disk() {
  echo 'echo "Filesystem 1M-blocks Used Available Capacity Mounted"; echo "disk 100 100 0 100% /"' |
    (echo '#!/bin/sh' && cat) | stand_in df
  echo github >"$world/online"
  touch "$world/npm-fails"
  setup_from_archive
  rm "$world/bin/df"
  check 'it fails' failed
  check 'it names the cause' said 'the disk is full: 0 MB are free'
}

test_shows_what_a_long_step_is_doing() {
  local sleep
  sleep=$(command -v sleep)
  printf '#!/bin/sh\nexec %s 0.01\n' "$sleep" | stand_in sleep
  echo github >"$world/online"
  make_emscripten "$world/other/upstream/emscripten" 4.0.10
  sed -i "2i echo compiling a library; $sleep 2" "$world/other/upstream/emscripten/em++"
  setup EMSDK="$world/other"
  rm "$world/bin/sleep"
  check 'it succeeds' succeeded
  check 'it shows the last line' said '… 10 s: compiling a library'
  check 'it says how much is to be downloaded' test -n "$(setup_from_archive; grep -oE 'of emsdk, [0-9]+ MB' "$output")"
}

test_gives_npm_a_cache_where_HOME_is_not_writable() {
  echo github >"$world/online"
  mkdir -p "$world/home"
  chmod 555 "$world/home"
  setup_as_nobody KOODRIVE_EMSDK_ARCHIVE_URL="file://$world/emsdk.tar.xz" KOODRIVE_EMSDK_ARCHIVE_SHA256="$archive_sha256"
  check 'it succeeds' succeeded
  check 'the build is given another npm' \
    grep -qxF "set(KOODRIVE_NPM_EXECUTABLE \"$clone/.emsdk/tools/npm\")" "$clone/.emsdk/setup.cmake"
  check 'which has a cache of its own' grep -qF "npm_config_cache='$clone/.emsdk/npm-cache'" "$clone/.emsdk/tools/npm"
  setup_from_archive HOME="$clone"
  check 'where HOME is writable, npm keeps its cache' \
    grep -qxF "set(KOODRIVE_NPM_EXECUTABLE \"$world/bin/npm\")" "$clone/.emsdk/setup.cmake"
}

test_tries_an_emscripten_with_the_options_of_the_build() {
  local option
  echo github >"$world/online"
  make_emscripten "$world/other/upstream/emscripten" 6.0.5
  setup EMSDK="$world/other"
  check 'it succeeds' succeeded
  for option in $(cmake -DEMSCRIPTEN_VERSION=6.0.5 -P "$project/src/cmake/module-options.cmake"); do
    check "$option is tried" grep -qF -- "$option" "$world/em-calls"
  done
  sed -i 's/-sTEXTDECODER=2/-sTEXTDECODER=1/' "$clone/src/cmake/module-options.cmake"
  setup EMSDK="$world/other"
  check 'other options are tried again' tried 2
}

test_an_emscripten_without_typescript_needs_the_package_that_has_it() {
  hide tsc
  echo '#!/bin/sh' >"$world/on-install/tsc"
  chmod +x "$world/on-install/tsc"
  echo github >"$world/online"
  make_emscripten "$world/other/upstream/emscripten" 6.0.5
  setup EMSDK="$world/other" PATH="$search"
  check 'it fails without the package' failed
  check 'it names the package' said \
    'passing over the Emscripten of EMSDK: the TypeScript compiler tsc is missing (packages: node-typescript)'
  check 'it does not try this Emscripten' tried 0
  touch "$world/has-package"
  setup EMSDK="$world/other" PATH="$search"
  check 'it succeeds with the package' succeeded
  check 'it installs the package' said 'node-typescript'
  rm "$world/without/tsc"
  mkdir -p "$world/other/upstream/emscripten/node_modules/typescript/bin"
  touch "$world/other/upstream/emscripten/node_modules/typescript/bin/tsc"
  rm "$world/has-package" "$world/lists"
  setup EMSDK="$world/other" PATH="$search"
  check 'its own TypeScript will do' succeeded
}

test_takes_the_package_of_a_distribution_without_LLVM_19() {
  is_debian || return 0
  hide clang-19 em-config emcc tsc
  echo github >"$world/online"
  make_emscripten "$world/other" 6.0.5
  printf '#!/bin/sh\necho "%s"\n' "$world/other" >"$world/on-install/em-config"
  cp "$world/on-install/em-config" "$world/on-install/emcc"
  cp "$world/on-install/em-config" "$world/on-install/tsc"
  chmod +x "$world"/on-install/*
  touch "$world/has-package"
  setup PATH="$search"
  check 'it succeeds' succeeded
  check 'it says why the way before is no way' said "no use of Debian's Emscripten 3.1.69: LLVM 19 is missing"
  check 'CMake is told' took_emscripten_of "$world/other"
}

test_names_a_browser_that_is_too_old_before_the_tests() {
  hide firefox-esr chromium chromium-headless-shell
  printf '#!/bin/sh\necho Mozilla Firefox 140.12.0esr\n' >"$world/without/firefox-esr"
  printf '#!/bin/sh\necho Chromium 156.0.8078.108 built on Debian\n' | tee "$world/without/chromium" >"$world/without/chromium-headless-shell"
  chmod +x "$world/without"/{firefox-esr,chromium,chromium-headless-shell}
  echo github >"$world/online"
  make_emscripten "$world/other/upstream/emscripten" 6.0.5
  setup EMSDK="$world/other" PATH="$search" -- --with-test-tools
  check 'it fails' failed
  check 'it says what is needed' said '- Firefox 153 or newer'
  check 'the other browser will do' not said '- Chromium'
  check 'the tests are not given the old one' not grep -q KOODRIVE_FIREFOX "$clone/.emsdk/setup.cmake"
  check 'the tests are given the other one' grep -q 'KOODRIVE_CHROMIUM ' "$clone/.emsdk/setup.cmake"
}

is_debian() {
  # shellcheck source=/dev/null
  [[ "$(. /etc/os-release 2>/dev/null && echo "${ID:-}")" == debian ]] && return 0
  skipped='this machine does not run Debian'
  return 1
}

test_unpacks_the_packages_of_debian() {
  local packages=$world/packages package
  is_debian || return 0
  make_emscripten "$packages/emscripten/usr/share/emscripten" 3.1.69
  mkdir -p "$packages"/{binaryen/usr/bin,libc6/usr/lib/machine}
  echo '#!/bin/sh' >"$packages/binaryen/usr/bin/wasm-opt"
  printf '#!/bin/sh\necho "$@"\n' >"$packages/libc6/usr/lib/machine/ld-linux-machine.so.2"
  chmod +x "$packages/libc6/usr/lib/machine/ld-linux-machine.so.2"
  for package in emscripten binaryen libc6 libstdc++6 libgcc-s1; do make_package "$package"; done
  make_json_package 11 3
  make_json_package 12 0 experimental
  setup
  check 'it succeeds' succeeded
  check 'CMake is told' took_emscripten_of "$clone/.emsdk/debian-3.1.69/emscripten"
  "$clone/.emsdk/debian-3.1.69/binaryen/bin/wasm-opt" --version >"$output"
  check 'Binaryen starts by the loader of its own release' \
    grep -q -- '--library-path .*/root/usr/lib/machine .*/root/usr/bin/wasm-opt --version' "$output"
  check 'the JSON library of the suite that has the release in use is taken' took_json 3.12.0
  check 'the oldest release is left to the tests' not test -e "$clone/.emsdk/deps/nlohmann_json-3.11.3"
  check 'both suites are asked' test "$(grep -c ' update$' "$world/apt-calls")" == 2
  check 'signatures are asked for' not grep -vE 'AllowUnauthenticated=false|^indextargets' "$world/apt-calls"
}

test_takes_the_oldest_json_library_where_the_newest_cannot_be_had() {
  is_debian || return 0
  make_emscripten "$world/other/upstream/emscripten" 3.1.69
  make_json_package 11 3
  setup EMSDK="$world/other"
  check 'it succeeds without the suite' succeeded
  check 'CMake is told of the oldest release' took_json 3.11.3
  make_json_package 12 1 experimental
  setup EMSDK="$world/other"
  check 'it succeeds with a release that is not the expected one' succeeded
  check 'CMake is still told of the oldest release' took_json 3.11.3
  make_json_package 12 0 experimental
  setup EMSDK="$world/other"
  check 'it succeeds when the newest has come' succeeded
  check 'CMake is told of the newest release' took_json 3.12.0
  check 'CMake is told of the oldest release for the tests' \
    grep -qxF "set(KOODRIVE_OLDEST_NLOHMANN_JSON_INCLUDE_DIR \"$clone/.emsdk/deps/nlohmann_json-3.11.3/include\")" \
    "$clone/.emsdk/setup.cmake"
  : >"$world/apt-calls"
  setup EMSDK="$world/other"
  check 'nothing is fetched again' test ! -s "$world/apt-calls"
  rm -rf "$clone/.emsdk/deps" "$world/experimental"
  make_json_package 11 2
  setup EMSDK="$world/other"
  check 'an older release is refused' failed
}

as_user=()
make_stand_ins
make_archive
for node in "$project"/.emsdk/node-*/bin; do [[ ! -d $node ]] || PATH=$node:$PATH; done
(($# > 0)) || mapfile -t tests < <(compgen -A function test_)
for test in "${@:-${tests[@]}}"; do
  title=${test#test_} skipped=''
  title="emsdk-setup.sh: ${title//_/ }"
  start_over
  "$test"
  echo "ok - $title${skipped:+ # SKIP $skipped}"
done
