omni_add_test(core/store tst_database.cpp tst_databasefile.cpp tst_durability.cpp tst_filesecretstore.cpp
    tst_settings.cpp EXTRA tst_keychain.cpp LIBS Qt6::DBus)
# Needs a keyring and a bus of its own.
add_test(NAME core/store/tst_keychain COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/support/with-keyring.sh
    $<TARGET_FILE:test_core_store> --class tst_keychain)
set_tests_properties(core/store/tst_keychain PROPERTIES SKIP_RETURN_CODE 77 LABELS keyring
    TIMEOUT 300 ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC")
