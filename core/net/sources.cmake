set(ROOM_SOURCES address.cpp answerhead.cpp awseventreader.cpp connectreader.cpp curlclient.cpp curlfailure.cpp curljob.cpp curlloop.cpp headerblock.cpp
    httprequest.cpp jsonarrayreader.cpp notifierset.cpp framereader.cpp ssereader.cpp target.cpp)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    list(APPEND ROOM_SOURCES socketset_linux.cpp)
else()
    list(APPEND ROOM_SOURCES socketset_portable.cpp)
endif()
