set(ROOM_SOURCES engine.h appsettings.cpp attention.cpp core.cpp corecontrol.cpp liveengine.cpp liveengineaccounts.cpp snapshot.cpp snapshotmaker.cpp storage.cpp)
