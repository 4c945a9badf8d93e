#!/usr/bin/env bash
# release.sh FOLDER: builds the binaries of a release and their checksums, the same bytes from any
# checkout of the same commit.
set -euo pipefail

out=$1
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$(dirname "$0")/../.."
for platform in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64; do
	name=milepost_${platform/\//_}
	[[ $platform != windows/* ]] || name=$name.exe
	CGO_ENABLED=0 GOOS=${platform%/*} GOARCH=${platform#*/} \
		go build -trimpath -ldflags='-s -w -buildid=' -o "$out/$name" ./cmd/milepost
done
cd "$out"
if command -v sha256sum >/dev/null; then sha256sum milepost_* >checksums.txt; else shasum -a 256 milepost_* >checksums.txt; fi
