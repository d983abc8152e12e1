#!/bin/sh
# Installs the latest release of Seaworthy for this machine, after checking its SHA-256 sum:
#   curl -fsSL https://github.com/OWNER/seaworthy/releases/latest/download/install.sh | sh
# SEAWORTHY_VERSION=0.1.0      that release instead
# SEAWORTHY_BIN=DIRECTORY      where to put the program (default: ~/.local/bin)
# SEAWORTHY_DOWNLOADS=URL      a mirror of the release's files
set -eu

# The release writes its own repository here.
repository=${SEAWORTHY_REPOSITORY:-OWNER/seaworthy}
bin=${SEAWORTHY_BIN:-$HOME/.local/bin}

fail() {
    echo "install.sh: $1" >&2
    exit 1
}

case $(uname -s) in
    Linux) system=linux ;;
    Darwin) system=osx ;;
    *) fail "no release for $(uname -s): use npx seaworthy, the container image, or dotnet tool install" ;;
esac
case $(uname -m) in
    x86_64 | amd64) machine=x64 ;;
    aarch64 | arm64) machine=arm64 ;;
    *) fail "no release for $(uname -m): use dotnet tool install" ;;
esac
[ "$system-$machine" != osx-x64 ] || fail "no release for macOS on Intel: use dotnet tool install"
if [ "$system" = linux ] && ldd --version 2>&1 | grep -qi musl; then
    fail "the release needs glibc, and this system has musl: use the container image"
fi

if [ -z "${SEAWORTHY_DOWNLOADS:-}" ]; then
    case $repository in OWNER/*) fail "no release is published yet; build from source (see README), or set SEAWORTHY_REPOSITORY" ;; esac
    release=${SEAWORTHY_VERSION:+download/v$SEAWORTHY_VERSION}
    SEAWORTHY_DOWNLOADS=https://github.com/$repository/releases/${release:-latest/download}
fi

archive=seaworthy-$system-$machine.tar.gz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() {
    if command -v curl >/dev/null; then
        curl -fsSL --proto '=https,http' -o "$work/$1" "$SEAWORTHY_DOWNLOADS/$1"
    else
        wget -q -O "$work/$1" "$SEAWORTHY_DOWNLOADS/$1"
    fi || fail "cannot download $SEAWORTHY_DOWNLOADS/$1"
}

fetch "$archive"
fetch SHA256SUMS
cd "$work"
grep " $archive\$" SHA256SUMS >wanted || fail "SHA256SUMS has no sum of $archive"
if command -v sha256sum >/dev/null; then
    sha256sum -c wanted >/dev/null 2>&1
else
    shasum -a 256 -c wanted >/dev/null 2>&1
fi || fail "the SHA-256 sum of $archive is wrong: nothing was installed"

tar xzf "$archive"
mkdir -p "$bin"
mv seaworthy "$bin/seaworthy"
chmod 755 "$bin/seaworthy"
echo "installed $("$bin/seaworthy" --version) in $bin"
case ":$PATH:" in *":$bin:"*) ;; *) echo "add $bin to PATH" ;; esac
