set(ROOM_SOURCES estimate.cpp fieldpath.cpp reasoningcarrier.cpp requestfacts.cpp statuscodes.cpp
    toolnames.cpp upstreamerror.cpp)
