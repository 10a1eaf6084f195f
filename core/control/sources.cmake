set(ROOM_SOURCES command.cpp table/start.cpp table/account.cpp table/routing.cpp table/key.cpp
    table/observe.cpp table/local.cpp invocation.cpp commandline.cpp help.cpp manpage.cpp
    completions.cpp exitcode.cpp datafolder.cpp platform_unix.cpp protocol.cpp answer.h
    controlserver.cpp client/connection.cpp client/console.cpp client/texttable.cpp
    client/render.cpp client/renderinstance.cpp client/renderaccounts.cpp client/renderrouting.cpp
    client/renderobserve.cpp client/run.cpp client/localcommands.cpp client/translatecommand.cpp baseurl.cpp customprovider.cpp operations.cpp
    expiry.cpp logfeed.cpp finding.cpp handlers.cpp commands/values.cpp commands/instance.cpp
    commands/doctor.cpp commands/provider.cpp commands/account.cpp commands/model.cpp
    commands/combo.cpp commands/key.cpp commands/observe.cpp commands/setting.cpp)
