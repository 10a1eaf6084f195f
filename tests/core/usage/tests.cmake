omni_add_test(core/usage tst_requestlog.cpp)
