# SPDX-FileCopyrightText: 2026 OmniRoute Desktop contributors
# SPDX-License-Identifier: MIT
omni_add_test(ui/pages GUI tst_home.cpp tst_settings.cpp tst_providers.cpp tst_accountcard.cpp tst_addaccount.cpp tst_customprovider.cpp LIBS omniroute_uisupport)
