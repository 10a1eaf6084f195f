# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
set(ROOM_SOURCES accountcard.cpp accountform.cpp accountlist.cpp accountwords.cpp addsheet.cpp baseurl.cpp catalogmodel.cpp catalogpicker.cpp customform.cpp field.cpp grip.cpp headerrows.cpp keycheck.cpp keyfield.cpp noteline.cpp providerdetail.cpp providerrows.cpp providerspage.cpp providerwords.cpp removesheet.cpp replacekeysheet.cpp)
