set(ROOM_SOURCES cooldowns.cpp failure.cpp)
