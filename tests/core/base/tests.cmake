omni_add_test(core/base tst_json.cpp tst_jsonscan.cpp tst_log.cpp tst_nearmatch.cpp tst_redaction.cpp)
