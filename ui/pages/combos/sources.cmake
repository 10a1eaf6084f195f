# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
set(ROOM_SOURCES combospage.cpp drafts.cpp editorhead.cpp editorpane.cpp leavesheet.cpp limitcard.cpp listpane.cpp previewpane.cpp problemnotes.cpp
    problems.cpp stepdelegate.cpp stepinfo.cpp stepmodel.cpp stepscard.cpp stepview.cpp verdictrow.cpp verdicts.cpp)
