omni_add_test(core/chat tst_responsebuilder.cpp)
