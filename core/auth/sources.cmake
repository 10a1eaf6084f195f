set(ROOM_SOURCES accounts.cpp accountstore.cpp clientkeys.cpp clientkeystore.cpp credentials.cpp modelsjson.cpp secretremovalstore.cpp)
