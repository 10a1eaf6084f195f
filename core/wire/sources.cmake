# One a line, so that changes meet without a conflict.
set(ROOM_SOURCES
    answerfacts.cpp
    answerjson.cpp
    awserror.cpp
    boundreasoning.cpp
    chatjson.cpp
    conversationid.cpp
    codec.cpp
    detect.cpp
    effort.cpp
    estimate.cpp
    fields.cpp
    formats.cpp
    freeform.cpp
    media.cpp
    openaierror.cpp
    openaiusage.cpp
    partstream.cpp
    passthrough.cpp
    playground.cpp
    reasoningcarrier.cpp
    requestfacts.cpp
    statuscodes.cpp
    surrogates.cpp
    systemturns.cpp
    tokencounts.cpp
    toolnames.cpp
    tooloffer.cpp
    toolpairs.cpp
    toolrestorer.cpp
    toolschemas.cpp
    translate.cpp
    upstreamcodec.cpp
    upstreamerror.cpp)

list(APPEND ROOM_SOURCES anthropic/betas.cpp anthropic/blockdecoder.cpp anthropic/blockencoder.cpp
    anthropic/codec.cpp anthropic/conversation.cpp anthropic/errors.cpp anthropic/finish.cpp
    anthropic/media.cpp anthropic/requestdecoder.cpp anthropic/requestencoder.cpp
    anthropic/response.cpp anthropic/streamdecoder.cpp anthropic/streamencoder.cpp
    anthropic/textdelta.cpp anthropic/thinking.cpp anthropic/toolplan.cpp anthropic/tools.cpp
    anthropic/usage.cpp)

list(APPEND ROOM_SOURCES openaichat/answerpieces.cpp openaichat/codec.cpp
    openaichat/messagedecoder.cpp openaichat/messagewriter.cpp openaichat/pieces.cpp
    openaichat/requestdecoder.cpp openaichat/requestencoder.cpp openaichat/responsedecoder.cpp
    openaichat/responseencoder.cpp openaichat/streamdecoder.cpp openaichat/streamencoder.cpp
    openaichat/toolcallpieces.cpp)

list(APPEND ROOM_SOURCES ollama/codec.cpp ollama/errors.cpp ollama/messagedecoder.cpp
    ollama/messagewriter.cpp ollama/models.cpp ollama/options.cpp ollama/requestdecoder.cpp ollama/requestencoder.cpp
    ollama/response.cpp ollama/streamdecoder.cpp ollama/streamencoder.cpp ollama/words.cpp)

list(APPEND ROOM_SOURCES openairesponses/codec.cpp openairesponses/compaction.cpp openairesponses/inputdecoder.cpp
    openairesponses/inputwriter.cpp openairesponses/items.cpp openairesponses/itemwriter.cpp
    openairesponses/requestdecoder.cpp openairesponses/requestencoder.cpp
    openairesponses/responsedecoder.cpp openairesponses/responseencoder.cpp
    openairesponses/responseobject.cpp openairesponses/streamdecoder.cpp
    openairesponses/state.cpp openairesponses/streamencoder.cpp openairesponses/streamitems.cpp
    openairesponses/streampieces.cpp openairesponses/tooldecoder.cpp
    openairesponses/toolwriter.cpp openairesponses/usage.cpp)

list(APPEND ROOM_SOURCES signaturecache.cpp)
list(APPEND ROOM_SOURCES gemini/codeassistcodec.cpp gemini/codec.cpp gemini/contents.cpp
    gemini/conversation.cpp gemini/envelope.cpp gemini/errors.cpp gemini/finish.cpp gemini/generationconfig.cpp gemini/grounding.cpp gemini/models.cpp
    gemini/partdecoder.cpp gemini/partialargs.cpp gemini/partwriter.cpp gemini/requestdecoder.cpp
    gemini/requestencoder.cpp gemini/retag.cpp gemini/responsedecoder.cpp gemini/responseencoder.cpp
    gemini/schemareader.cpp gemini/schemareducer.cpp gemini/streamdecoder.cpp
    gemini/streamencoder.cpp gemini/thinking.cpp gemini/toolplan.cpp gemini/tools.cpp
    gemini/usage.cpp gemini/words.cpp)

list(APPEND ROOM_SOURCES openaicompletions/codec.cpp openaicompletions/logprobs.cpp
    openaicompletions/requestdecoder.cpp openaicompletions/requestencoder.cpp
    openaicompletions/response.cpp openaicompletions/streamdecoder.cpp
    openaicompletions/streamencoder.cpp)

list(APPEND ROOM_SOURCES bedrock/blockreader.cpp bedrock/blockwriter.cpp bedrock/codec.cpp
    bedrock/requestdecoder.cpp bedrock/requestencoder.cpp bedrock/response.cpp
    bedrock/streamdecoder.cpp bedrock/turns.cpp bedrock/words.cpp)

list(APPEND ROOM_SOURCES kiro/codec.cpp kiro/errors.cpp kiro/requestencoder.cpp
    kiro/streamdecoder.cpp kiro/turns.cpp)

list(APPEND ROOM_SOURCES cursor/codec.cpp cursor/errors.cpp cursor/protobuf.cpp
    cursor/requestencoder.cpp cursor/streamdecoder.cpp cursor/turns.cpp)
