# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(ui/pages GUI tst_home.cpp tst_settings.cpp LIBS omniroute_uisupport)
