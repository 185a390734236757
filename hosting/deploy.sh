#!/bin/sh
# Replaces the site in a folder that a web server serves, while readers read:
#
#   deploy.sh DIST FOLDER [compress]
#
# - No file names another that is not there yet: files with a hash in their name come first, then what search loads, then
#   pages, and service-worker.js last. Each file is replaced in one step.
# - Files with a hash in their name stay a day after the build that had them, for tabs that are still open. Other files of
#   that build go at once. What was never a file of the site stays.
# - Every program may read the files, whatever the umask of whoever built them.
# - A compressed file (.gz, .br) that is older than its source goes. With `compress`, each text gets new ones; .br needs
#   the program brotli.
set -eu
if [ $# -lt 2 ] || [ ! -f "$1/SHA256SUMS" ]; then
  echo 'Usage: deploy.sh DIST FOLDER [compress]   DIST is the built site, FOLDER what the web server serves' >&2
  exit 2
fi
umask 022
mkdir -p "$2"
dist=$(cd "$1" && pwd) folder=$(cd "$2" && pwd) compress=${3-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

HASHED='^(assets/|search/.*\.pf_[a-z]+$)'
TEXTS='\.(html|css|js|json|csv|geojson|svg|xml|txt|webmanifest)$'
# Only a page from a disk loads these.
TWINS='\.pf_[a-z]+\.js$'

# Hashes of all files of this build, and of the same files in the folder; the paths of those that differ; the paths that
# only the build before had.
(cd "$dist" && find . -type f -exec sha256sum {} +) | sed 's|  \./|  |' | sort >"$work/build"
cut -c 67- "$work/build" | sort >"$work/new"
(cd "$folder" && find . -type f -exec sha256sum {} +) | sed 's|  \./|  |' | sort >"$work/folder"
comm -23 "$work/build" "$work/folder" | cut -c 67- >"$work/changed"
{ cut -c 67- "$folder/SHA256SUMS" 2>/dev/null || true; } | sort >"$work/old"
comm -13 "$work/new" "$work/old" >"$work/gone"

remove() {
  while IFS= read -r path; do rm -f "$folder/$path" "$folder/$path.gz" "$folder/$path.br"; done
}

copy() {
  while IFS= read -r path; do
    install -m 644 "$dist/$path" "$folder/$path.incoming"
    if [ -f "$folder/$path" ]; then rm -f "$folder/$path.gz" "$folder/$path.br"; fi
    mv "$folder/$path.incoming" "$folder/$path"
  done
}

(cd "$dist" && find . -type d) | while IFS= read -r path; do mkdir -p "$folder/$path"; done
grep -E "$HASHED" "$work/changed" | copy
grep -Ev "$HASHED" "$work/changed" | grep '^search/' | copy
grep -Ev "$HASHED|^search/|^service-worker\.js$" "$work/changed" | copy
grep '^service-worker\.js$' "$work/changed" | copy

# The day of a file begins when a build without it comes.
grep -Ev "$HASHED" "$work/gone" | remove
grep -E "$HASHED" "$work/gone" | while IFS= read -r path; do
  if [ -f "$folder/$path" ]; then touch "$folder/$path"; fi
done
(cd "$folder" && find . -type f -mmin +1440) | sed 's|^\./||' | grep -E "$HASHED" | sort >"$work/aged" || true
comm -13 "$work/new" "$work/aged" | remove

cd "$folder"
grep -E "$TEXTS" "$work/new" | grep -Ev "$TWINS" | while IFS= read -r path; do
  for compressed in "$path.gz" "$path.br"; do
    if [ "$compressed" -ot "$path" ]; then rm -f "$compressed"; fi
  done
  [ -f "$path.gz" ] || echo "$path" >>"$work/gz"
  [ -f "$path.br" ] || echo "$path" >>"$work/br"
done
[ "$compress" = compress ] || exit 0
[ ! -f "$work/gz" ] || xargs gzip -9nk <"$work/gz"
[ ! -f "$work/br" ] || ! command -v brotli >/dev/null || xargs brotli -k <"$work/br"
# Both tools set the time of the source, and may cut it to seconds.
for kind in gz br; do
  [ ! -f "$work/$kind" ] || sed "s/\$/.$kind/" "$work/$kind" | xargs touch -c
done
