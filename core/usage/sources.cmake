set(ROOM_SOURCES cost.cpp exchangestore.cpp requestlog.cpp trace.cpp)
