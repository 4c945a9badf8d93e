#!/usr/bin/env bash
# Puts milepost on the path of the steps that follow: built from the checkout of the action, or a
# released binary that has the checksum it was released with.
#
# ACTION_PATH, ACTION_REPOSITORY, VERSION; and what GitHub's runner sets.
set -euo pipefail

bin=$RUNNER_TEMP/milepost
mkdir -p "$bin"
exe=milepost
[[ ${RUNNER_OS:-} != Windows ]] || exe=milepost.exe

if [[ -z $VERSION ]]; then
	go build -C "$ACTION_PATH" -trimpath -o "$bin/$exe" ./cmd/milepost
else
	if ! [[ $VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
		echo "::error::version has the form 0.3.0" >&2
		exit 2
	fi
	case ${RUNNER_OS:-}-${RUNNER_ARCH:-} in
	Linux-X64) name=linux_amd64 ;;
	Linux-ARM64) name=linux_arm64 ;;
	macOS-X64) name=darwin_amd64 ;;
	macOS-ARM64) name=darwin_arm64 ;;
	Windows-X64) name=windows_amd64.exe ;;
	*)
		echo "::error::there is no release for ${RUNNER_OS:-} ${RUNNER_ARCH:-}; leave version empty to build it" >&2
		exit 2
		;;
	esac
	from=${GITHUB_SERVER_URL:-https://github.com}/$ACTION_REPOSITORY/releases/download/v$VERSION
	cd "$bin"
	curl --fail --silent --show-error --location --retry 3 -o "milepost_$name" "$from/milepost_$name"
	curl --fail --silent --show-error --location --retry 3 -o checksums.txt "$from/checksums.txt"
	# One line for one file: a list without it must not pass for a list that fits.
	grep -E "^[0-9a-f]{64}  milepost_$name\$" checksums.txt >checksum.txt
	if command -v sha256sum >/dev/null; then sha256sum --check --quiet checksum.txt; else shasum -a 256 --check --quiet checksum.txt; fi
	mv "milepost_$name" "$exe"
	chmod +x "$exe"
fi
echo "$bin" >>"$GITHUB_PATH"
