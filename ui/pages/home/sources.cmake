# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
set(ROOM_SOURCES accountscard.cpp attentioncard.cpp daycard.cpp errorcard.cpp firststeps.cpp homepage.cpp livecard.cpp statecard.cpp)
