# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
set(ROOM_SOURCES button.cpp card.cpp clipboard.cpp controls.cpp copybutton.cpp emptystate.cpp focusring.cpp formrows.cpp hourbars.cpp iconstore.cpp label.cpp masterlist.cpp navdelegate.cpp noticebar.cpp notepanel.cpp rowdelegate.cpp scrolled.cpp segments.cpp sheet.cpp spinner.cpp stateshape.cpp stylesheet.cpp systemscheme.cpp theme.cpp tile.cpp tokens.cpp)
