# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(ui/shell GUI tst_application.cpp tst_mainwindow.cpp tst_traymenu.cpp
    LIBS omniroute_uisupport)
