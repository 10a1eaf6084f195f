# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(core/control tst_commandline.cpp tst_documents.cpp tst_controlserver.cpp)
