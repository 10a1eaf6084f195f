omni_add_test(core/store tst_database.cpp)
