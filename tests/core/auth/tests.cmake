omni_add_test(core/auth tst_accounts.cpp tst_clientkeys.cpp)
