set(ROOM_SOURCES catalog.cpp catalogstore.cpp fieldreader.cpp livecatalog.cpp provider.cpp providerjson.cpp
    traitsjson.cpp)
