set(ROOM_SOURCES estimate.cpp fields.cpp media.cpp reasoningcarrier.cpp requestfacts.cpp
    statuscodes.cpp toolnames.cpp upstreamerror.cpp)
