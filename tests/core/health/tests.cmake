omni_add_test(core/health tst_cooldowns.cpp)
