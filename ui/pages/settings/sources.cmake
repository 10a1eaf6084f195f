# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
set(ROOM_SOURCES autostart.cpp generalpane.cpp serverpane.cpp settingspage.cpp unsaferow.cpp)
