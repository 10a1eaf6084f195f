set(ROOM_SOURCES adapters.cpp genericadapter.cpp)
