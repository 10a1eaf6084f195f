set(ROOM_SOURCES estimate.cpp requestfacts.cpp statuscodes.cpp)
