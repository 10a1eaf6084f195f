omni_add_test(core/route tst_combos.cpp tst_plan.cpp)
