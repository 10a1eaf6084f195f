omni_add_test(core/providers tst_accountcheck.cpp tst_adapter.cpp tst_modellist.cpp
    LIBS omni_fakeupstream)
