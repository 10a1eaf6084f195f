omni_add_test(core/base tst_json.cpp tst_jsonscan.cpp)
