# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
set(ROOM_SOURCES actions.cpp application.cpp header.cpp language.cpp mainwindow.cpp notices.cpp notifier.cpp pages.cpp palette.cpp paletteentries.cpp palettepanel.cpp quitsheet.cpp sidebar.cpp tray.cpp trayhost.cpp trayicons.cpp traymenu.cpp)
