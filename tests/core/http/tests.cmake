omni_add_test(core/http tst_hostile.cpp)
