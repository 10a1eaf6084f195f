# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(ui/pages GUI tst_accountcard.cpp tst_addaccount.cpp tst_combolist.cpp
    tst_comborules.cpp tst_combos.cpp tst_connect.cpp tst_customprovider.cpp tst_home.cpp tst_providers.cpp
    tst_settings.cpp
    EXTRA combobench.cpp LIBS omniroute_uisupport)
