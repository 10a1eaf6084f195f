set(ROOM_SOURCES format.cpp part.cpp streamevent.cpp usage.cpp)
