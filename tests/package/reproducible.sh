#!/usr/bin/env bash
# Builds the release of the last commit in two fresh clones in different folders, and compares every byte.
set -euo pipefail
repository=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

clones=(one 'another folder/two')
# Both before the first is built: the repository may go on meanwhile.
for clone in "${clones[@]}"; do git clone --quiet "$repository" "$folder/$clone"; done
for clone in "${clones[@]}"; do
  (
    cd "$folder/$clone"
    KOODRIVE_EMSDK_DIR=$(realpath "$repository/.emsdk") ./emsdk-setup.sh
    cmake --workflow --preset package
  )
done
cd "$folder"
cat one/build/release/SHA256SUMS
diff --recursive one/build/release "another folder/two/build/release"
diff --recursive one/dist "another folder/two/dist"
echo 'The two builds are the same.'
