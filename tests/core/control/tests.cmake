# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(core/control tst_commandline.cpp tst_documents.cpp tst_controlserver.cpp
    tst_handlers.cpp tst_client.cpp LIBS omni_fakeupstream)
