omni_add_test(support tst_fakeupstream.cpp LIBS omni_fakeupstream)
