#!/bin/sh
# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
#
# with-keyring.sh PROGRAM ARGS…: runs the program with OMNI_KEYRING=unlocked, thread, locked,
# noservice and nobus, each in surroundings of that kind: a home, a runtime folder and a bus of its own.
# Ends with 77 (skipped) when the keyring's programs are not installed.
for tool in gnome-keyring-daemon dbus-run-session; do
    command -v "$tool" >/dev/null || {
        echo "SKIPPED: $tool is not installed; the keychain was NOT tested" >&2
        exit 77
    }
done

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/home" "$work/run"
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run" XDG_DATA_HOME="$work/home/.local/share"
# Without a display the prompter ends at once, so nothing waits for a person.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP \
    KDE_FULL_SESSION DESKTOP_SESSION

cat >"$work/silent.conf" <<'CONF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
CONF

failed=0
# Daemons that the bus starts keep pipes open, so their output goes to a file.
run() {
    where=$1
    shift
    OMNI_KEYRING=$where timeout 120 "$@" >"$work/out" 2>&1
    code=$?
    cat "$work/out"
    echo "with-keyring: $where: exit $code"
    [ "$code" -eq 0 ] || failed=1
}

run unlocked dbus-run-session -- sh -c '
    printf testpass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$@"' _ "$@"
run thread dbus-run-session -- sh -c '
    printf testpass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    "$@"' _ "$@"
run locked dbus-run-session -- sh -c '
    gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1
    "$@"' _ "$@"
run noservice dbus-run-session --config-file="$work/silent.conf" -- "$@"
run nobus "$@"
exit $failed
