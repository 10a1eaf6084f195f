omni_add_test(core/engine tst_liveengine.cpp LIBS omni_fakeupstream)
