# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
#
# Sourced by ./run and ./check: what the machine needs, and how to build. Debian 12/13, Ubuntu 24.04.

build_packages=(
    g++ cmake ninja-build pkg-config ccache mold
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev libqt6svg6
    qt6-httpserver-dev qt6-websockets-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    libqt6sql6-sqlite qtkeychain-qt6-dev libsecret-1-0
    libcurl4-openssl-dev libsodium-dev rapidjson-dev libexpected-dev libspdlog-dev zlib1g-dev
    fonts-dejavu-core ca-certificates
)
test_packages=(
    xvfb xauth dbus dbus-x11 gnome-keyring libsecret-tools openssl
    clang-format desktop-file-utils appstream git
    dpkg-dev file # what the package target needs
)

say() { printf '%s: %s\n' "${script:-omniroute}" "$*" >&2; }

die() {
    say "$1"
    [ $# -lt 2 ] || say "What to do: $2"
    exit 1
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Installs those of the named packages that are absent; touches no package manager when all are there.
need_packages() {
    command -v dpkg-query >/dev/null || die "this is no Debian or Ubuntu" \
        "install the packages listed in packaging/prepare.sh by hand, then use cmake --preset release"
    local missing=() name
    for name in "$@"; do
        is_installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "these packages are missing: ${missing[*]}" \
            "install them as root (apt-get install ${missing[*]})"
        root=(sudo)
    fi
    say "installing ${#missing[@]} packages: ${missing[*]}"
    "${root[@]}" apt-get update -qq >&2 || die "apt-get update failed" "check the network and /etc/apt/sources.list"
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >&2 || die "apt-get could not install the packages" "read its message above"
}

# Configures (once) and builds a preset.
build_preset() {
    local preset=$1 dir=build/$1
    if [ ! -f "$dir/build.ninja" ]; then
        say "configuring the $preset preset"
        cmake --preset "$preset" >&2 || die "CMake could not configure" "read its message above"
    fi
    say "building the $preset preset"
    cmake --build --preset "$preset" >&2 || die "the build failed" "read the compiler's message above"
}
