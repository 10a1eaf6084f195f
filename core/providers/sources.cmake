set(ROOM_SOURCES accountcheck.cpp adapters.cpp genericadapter.cpp modellist.cpp)
