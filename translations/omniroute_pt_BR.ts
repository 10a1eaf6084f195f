<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR">
<context>
    <name>AccountWords</name>
    <message>
        <source>The account rests for %1: %2.</source>
        <translation>A conta descansa por %1: %2.</translation>
    </message>
    <message>
        <source>cooling for %1 (%2), other models answer</source>
        <translation>esfriando por %1 (%2), os outros modelos respondem</translation>
    </message>
    <message>
        <source>%1 cooling for %2 (%3), other models answer</source>
        <translation>%1 esfriando por %2 (%3), os outros modelos respondem</translation>
    </message>
    <message>
        <source>No key needed.</source>
        <translation>Não precisa de chave.</translation>
    </message>
    <message>
        <source>Key %1.</source>
        <translation>Chave %1.</translation>
    </message>
    <message>
        <source>Own address %1.</source>
        <translation>Endereço próprio %1.</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>Ainda não usada.</translation>
    </message>
    <message>
        <source>Last used %1.</source>
        <translation>Último uso: %1.</translation>
    </message>
    <message>
        <source>Not checked yet.</source>
        <translation>Ainda não verificada.</translation>
    </message>
    <message>
        <source>Checked %1.</source>
        <translation>Verificada: %1.</translation>
    </message>
    <message>
        <source>The key works.</source>
        <translation>A chave funciona.</translation>
    </message>
    <message>
        <source>It answers.</source>
        <translation>O servidor responde.</translation>
    </message>
    <message numerus="yes">
        <source>The key works. %n model(s).</source>
        <translation>
            <numerusform>A chave funciona. %n modelo.</numerusform>
            <numerusform>A chave funciona. %n modelos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It answers. %n model(s).</source>
        <translation>
            <numerusform>O servidor responde. %n modelo.</numerusform>
            <numerusform>O servidor responde. %n modelos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttentionWords</name>
    <message>
        <source>%1, %2</source>
        <comment>provider, account</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 is cooling</source>
        <translation>%1 está em descanso</translation>
    </message>
    <message>
        <source>%1, %2 to go.</source>
        <comment>reason, time</comment>
        <translation>%1, faltam %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a reason as a sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>A request for %1 failed</source>
        <translation>Uma requisição para %1 falhou</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>reason, age</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Other computers can ask</source>
        <translation>Outros computadores podem fazer requisições</translation>
    </message>
    <message>
        <source>Everyone in this network who has a client key can use your accounts.</source>
        <translation>Qualquer pessoa nesta rede com uma chave de cliente pode usar suas contas.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>No client key is required</source>
        <translation>Nenhuma chave de cliente é exigida</translation>
    </message>
    <message>
        <source>Every program on this computer can use your accounts.</source>
        <translation>Qualquer programa neste computador pode usar suas contas.</translation>
    </message>
    <message>
        <source>%1 needs a new key</source>
        <translation>%1 precisa de uma chave nova</translation>
    </message>
    <message>
        <source>The provider refused the key.</source>
        <translation>O provedor recusou a chave.</translation>
    </message>
    <message>
        <source>Show account</source>
        <translation>Mostrar conta</translation>
    </message>
    <message>
        <source>%1 is locked</source>
        <translation>%1 está bloqueada</translation>
    </message>
    <message>
        <source>The keyring is locked or lost this key. Requests wait until it is open.</source>
        <translation>O chaveiro está bloqueado ou perdeu esta chave. As requisições esperam até ele ser aberto.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>The server is not running</source>
        <translation>O servidor não está em execução</translation>
    </message>
    <message>
        <source>Programs get no connection until it runs.</source>
        <translation>Os programas ficam sem conexão até ele ser iniciado.</translation>
    </message>
    <message>
        <source>Open Home</source>
        <translation>Abrir Início</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>Não é possível gravar no banco de dados</translation>
    </message>
    <message>
        <source>Settings and history of this session may be lost. Check the free space.</source>
        <translation>As configurações e o histórico desta sessão podem se perder. Verifique o espaço livre.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Fora do ar</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Parado</translation>
    </message>
    <message>
        <source>OmniRoute, starting</source>
        <translation>OmniRoute, iniciando</translation>
    </message>
    <message>
        <source>OmniRoute, running on port %1</source>
        <translation>OmniRoute, em execução na porta %1</translation>
    </message>
    <message>
        <source>OmniRoute, paused on port %1</source>
        <translation>OmniRoute, pausado na porta %1</translation>
    </message>
    <message>
        <source>OmniRoute, port %1 is busy</source>
        <translation>OmniRoute, a porta %1 está ocupada</translation>
    </message>
    <message>
        <source>OmniRoute, down</source>
        <translation>OmniRoute, fora do ar</translation>
    </message>
    <message>
        <source>OmniRoute, stopped</source>
        <translation>OmniRoute, parado</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Nenhuma conta ainda</translation>
    </message>
    <message>
        <source>No account can answer now</source>
        <translation>Nenhuma conta pode responder agora</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n account(s) can answer</source>
        <translation>
            <numerusform>%1 de %n conta pode responder</numerusform>
            <numerusform>%1 de %n contas podem responder</numerusform>
        </translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Saudável</translation>
    </message>
    <message>
        <source>Cooling %1</source>
        <translation>Em descanso %1</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>Em descanso</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Chave recusada</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Carregando</translation>
    </message>
</context>
<context>
    <name>BaseUrl</name>
    <message>
        <source>Begin with https://, or with http:// for this computer.</source>
        <translation>Comece com https://, ou com http:// para este computador.</translation>
    </message>
    <message>
        <source>Name a host, as in https://api.example.com/v1.</source>
        <translation>Informe um servidor, como em https://api.example.com/v1.</translation>
    </message>
    <message>
        <source>Leave out user name and password; the key comes next.</source>
        <translation>Deixe fora usuário e senha; a chave vem em seguida.</translation>
    </message>
    <message>
        <source>End with the path: no ? and no #.</source>
        <translation>Termine com o caminho: sem ? e sem #.</translation>
    </message>
    <message>
        <source>Give it a prefix, for example lab.</source>
        <translation>Dê um prefixo, por exemplo lab.</translation>
    </message>
    <message>
        <source>Use small letters, digits and . _ - only.</source>
        <translation>Use só letras minúsculas, algarismos e . _ -</translation>
    </message>
</context>
<context>
    <name>CatalogEntries</name>
    <message>
        <source>your own, %1</source>
        <translation>seu, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>vendor, how one gets in</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation>Fora desta versão</translation>
    </message>
</context>
<context>
    <name>ComboProblems</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>Você quis dizer %1?</translation>
    </message>
    <message>
        <source>Did you mean %1 or %2?</source>
        <translation>Você quis dizer %1 ou %2?</translation>
    </message>
    <message>
        <source>The account of %1 was removed.</source>
        <translation>A conta de %1 foi removida.</translation>
    </message>
    <message>
        <source>Choose another account for it, or any account.</source>
        <translation>Escolha outra conta para ele ou qualquer conta.</translation>
    </message>
    <message>
        <source>%1 has no account.</source>
        <translation>%1 não tem conta.</translation>
    </message>
    <message>
        <source>It is skipped until an account is added under Providers.</source>
        <translation>É pulado até que uma conta seja adicionada em Provedores.</translation>
    </message>
    <message>
        <source>The key for %1 was refused.</source>
        <translation>A chave de %1 foi recusada.</translation>
    </message>
    <message>
        <source>Replace the key under Providers; requests to it fail until then.</source>
        <translation>Troque a chave em Provedores; até lá, as requisições a ele falham.</translation>
    </message>
    <message>
        <source>The accounts of %1 are paused.</source>
        <translation>As contas de %1 estão em pausa.</translation>
    </message>
    <message>
        <source>It is skipped until one of them is resumed.</source>
        <translation>É pulado até que uma delas seja retomada.</translation>
    </message>
    <message>
        <source>%1 has no chat interface that we speak.</source>
        <translation>%1 não tem uma interface de chat que conhecemos.</translation>
    </message>
    <message>
        <source>It is always skipped. Take it out.</source>
        <translation>É sempre pulado. Retire-o.</translation>
    </message>
    <message>
        <source>Nothing in the combo %1 can answer.</source>
        <translation>Nada no combo %1 pode responder.</translation>
    </message>
    <message>
        <source>It is skipped. Look into that combo.</source>
        <translation>É pulado. Veja esse combo.</translation>
    </message>
    <message>
        <source>There is no model in this combo yet.</source>
        <translation>Ainda não há nenhum modelo neste combo.</translation>
    </message>
    <message>
        <source>Add at least one; requests try them from top to bottom.</source>
        <translation>Adicione pelo menos um; as requisições os tentam de cima para baixo.</translation>
    </message>
    <message>
        <source>The combo contains itself.</source>
        <translation>O combo contém a si mesmo.</translation>
    </message>
    <message>
        <source>Take %1 out of the list.</source>
        <translation>Retire %1 da lista.</translation>
    </message>
    <message>
        <source>%1 leads back to this combo.</source>
        <translation>%1 leva de volta a este combo.</translation>
    </message>
    <message>
        <source>The way round is %1. Take one of them out.</source>
        <translation>O círculo é %1. Retire um deles.</translation>
    </message>
    <message>
        <source>%1 holds combos more than %2 deep.</source>
        <translation>%1 contém combos a mais de %2 níveis.</translation>
    </message>
    <message>
        <source>Name the models themselves instead.</source>
        <translation>Indique os próprios modelos.</translation>
    </message>
    <message>
        <source>%1 stands in the list twice.</source>
        <translation>%1 está duas vezes na lista.</translation>
    </message>
    <message>
        <source>The second one only repeats what failed before. Take it out, or choose another account for it.</source>
        <translation>O segundo só repete o que já falhou. Retire-o ou escolha outra conta para ele.</translation>
    </message>
    <message>
        <source>%1 has a smaller context than the models before it.</source>
        <translation>%1 tem um contexto menor que os modelos antes dele.</translation>
    </message>
    <message>
        <source>Requests above %1 tokens skip it. Nothing to do if that is meant.</source>
        <translation>Requisições acima de %1 tokens o pulam. Se é essa a intenção, não há nada a fazer.</translation>
    </message>
    <message>
        <source>Give it a name; programs ask for it by that name.</source>
        <translation>Dê um nome a ele; os programas o pedem por esse nome.</translation>
    </message>
    <message>
        <source>No spaces: letters, digits and - _ . / only.</source>
        <translation>Sem espaços: só letras, dígitos e - _ . /</translation>
    </message>
    <message>
        <source>“%1” cannot stand in a name: letters, digits and - _ . / only.</source>
        <translation>“%1” não pode estar em um nome: só letras, dígitos e - _ . /</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>No máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>Another combo has this name.</source>
        <translation>Outro combo tem este nome.</translation>
    </message>
    <message>
        <source>No account offers %1.</source>
        <translation>Nenhuma conta oferece %1.</translation>
    </message>
    <message>
        <source>It is skipped as long as that is so.</source>
        <translation>É pulado enquanto for assim.</translation>
    </message>
    <message>
        <source>%1 has no account yet. It can be added all the same and is skipped until then.</source>
        <translation>%1 ainda não tem conta. Pode ser adicionado mesmo assim e é pulado até lá.</translation>
    </message>
    <message>
        <source>No account offers this name now. It can be added all the same and is skipped until one does.</source>
        <translation>Nenhuma conta oferece este nome agora. Pode ser adicionado mesmo assim e é pulado até que alguma ofereça.</translation>
    </message>
    <message>
        <source>Other combos ask for “%1”: %2.</source>
        <translation>Outros combos pedem “%1”: %2.</translation>
    </message>
    <message>
        <source>They skip it once it has another name. Change it there too.</source>
        <translation>Eles o pulam quando tiver outro nome. Troque o nome ali também.</translation>
    </message>
    <message numerus="yes">
        <source>The keys for %n model(s) cannot be read.</source>
        <translation>
            <numerusform>Não é possível ler a chave de %n modelo.</numerusform>
            <numerusform>Não é possível ler as chaves de %n modelos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock the keyring; they are skipped until then.</source>
        <translation>Desbloqueie o chaveiro; até lá, são pulados.</translation>
    </message>
</context>
<context>
    <name>ComboSteps</name>
    <message>
        <source>Healthy</source>
        <translation>Em ordem</translation>
    </message>
    <message>
        <source>Cooling %1</source>
        <translation>Em descanso %1</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>Em descanso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Em pausa</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Chave recusada</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Carregando</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Sem conta</translation>
    </message>
    <message>
        <source>Cannot chat</source>
        <translation>Sem chat</translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation>Modelo desconhecido</translation>
    </message>
    <message>
        <source>Cannot answer</source>
        <translation>Não responde</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>assinatura</translation>
    </message>
    <message>
        <source>free</source>
        <translation>grátis</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>price of a million tokens in, out</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>só %1</translation>
    </message>
    <message>
        <source>%1, while %2 cools down</source>
        <translation>%1, enquanto %2 descansa</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, depois %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, then %n more</source>
        <translation>
            <numerusform>%1, depois mais %n</numerusform>
            <numerusform>%1, depois mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>an account that was removed</source>
        <translation>uma conta que foi removida</translation>
    </message>
    <message>
        <source>no account offers it</source>
        <translation>nenhuma conta o oferece</translation>
    </message>
    <message numerus="yes">
        <source>combo of %n model(s)</source>
        <translation>
            <numerusform>combo de %n modelo</numerusform>
            <numerusform>combo de %n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in it can answer</source>
        <translation>Nada nele pode responder</translation>
    </message>
    <message>
        <source>Everything in it cools down</source>
        <translation>Tudo nele está em descanso</translation>
    </message>
    <message numerus="yes">
        <source>%n of its models cannot answer</source>
        <translation>
            <numerusform>%n dos modelos dele não pode responder</numerusform>
            <numerusform>%n dos modelos dele não podem responder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComboVerdicts</name>
    <message>
        <source>%1, %2 to go</source>
        <comment>reason, time</comment>
        <translation>%1, faltam %2</translation>
    </message>
    <message>
        <source>Skipped: %1.</source>
        <translation>Pulado: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Skipped, %n account(s): %1.</source>
        <translation>
            <numerusform>Pulado, %n conta: %1.</numerusform>
            <numerusform>Pulado, %n contas: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Skipped.</source>
        <translation>Pulado.</translation>
    </message>
    <message>
        <source>“%1”: %2.</source>
        <comment>account, reason</comment>
        <translation>“%1”: %2.</translation>
    </message>
    <message>
        <source>Takes the request.</source>
        <translation>Atende a requisição.</translation>
    </message>
    <message>
        <source>Takes the request, account “%1”.</source>
        <translation>Atende a requisição, conta “%1”.</translation>
    </message>
    <message>
        <source>If it fails, “%1”.</source>
        <comment>account</comment>
        <translation>Se falhar, “%1”.</translation>
    </message>
    <message>
        <source>Last.</source>
        <translation>Por último.</translation>
    </message>
    <message>
        <source>Next, if that fails.</source>
        <translation>A seguir, se esse falhar.</translation>
    </message>
    <message numerus="yes">
        <source>Last, with %n account(s).</source>
        <translation>
            <numerusform>Por último, com %n conta.</numerusform>
            <numerusform>Por último, com %n contas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next, with %n account(s).</source>
        <translation>
            <numerusform>A seguir, com %n conta.</numerusform>
            <numerusform>A seguir, com %n contas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last, account “%1”.</source>
        <translation>Por último, conta “%1”.</translation>
    </message>
    <message>
        <source>Next, if that fails: account “%1”.</source>
        <translation>A seguir, se esse falhar: conta “%1”.</translation>
    </message>
    <message>
        <source>No model can answer now. The next one is free in %1.</source>
        <translation>Nenhum modelo pode responder agora. O próximo fica livre em %1.</translation>
    </message>
    <message>
        <source>No model can answer now.</source>
        <translation>Nenhum modelo pode responder agora.</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>The request is not valid.</source>
        <translation>A requisição não é válida.</translation>
    </message>
    <message>
        <source>A value is missing or not allowed.</source>
        <translation>Falta um valor ou ele não é permitido.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Corrija e tente de novo.</translation>
    </message>
    <message>
        <source>The key was refused.</source>
        <translation>A chave foi recusada.</translation>
    </message>
    <message>
        <source>It is wrong, expired or was revoked.</source>
        <translation>Ela está errada, venceu ou foi revogada.</translation>
    </message>
    <message>
        <source>Enter a valid key.</source>
        <translation>Informe uma chave válida.</translation>
    </message>
    <message>
        <source>This is not allowed.</source>
        <translation>Isto não é permitido.</translation>
    </message>
    <message>
        <source>The account or key may not do this.</source>
        <translation>A conta ou a chave não pode fazer isto.</translation>
    </message>
    <message>
        <source>Use another account, or change what the key may do.</source>
        <translation>Use outra conta ou mude o que a chave pode fazer.</translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation>Não existe.</translation>
    </message>
    <message>
        <source>The name is wrong, or it was removed.</source>
        <translation>O nome está errado ou o item foi removido.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Verifique o nome.</translation>
    </message>
    <message>
        <source>The conversation is too long for this model.</source>
        <translation>A conversa é longa demais para este modelo.</translation>
    </message>
    <message>
        <source>It holds more tokens than the model can read.</source>
        <translation>Ela tem mais tokens do que o modelo consegue ler.</translation>
    </message>
    <message>
        <source>Shorten it, or use a model with a larger context.</source>
        <translation>Encurte-a ou use um modelo com contexto maior.</translation>
    </message>
    <message>
        <source>The provider refused the content.</source>
        <translation>O provedor recusou o conteúdo.</translation>
    </message>
    <message>
        <source>Its safety rules forbid it.</source>
        <translation>As regras de segurança dele o proíbem.</translation>
    </message>
    <message>
        <source>Word it differently.</source>
        <translation>Escreva de outra forma.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Foi cancelada.</translation>
    </message>
    <message>
        <source>The program or a person stopped it.</source>
        <translation>O programa ou uma pessoa a interrompeu.</translation>
    </message>
    <message>
        <source>Start it again if you need it.</source>
        <translation>Inicie de novo se precisar.</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>Isto não é suportado.</translation>
    </message>
    <message>
        <source>The provider or model cannot do it.</source>
        <translation>O provedor ou o modelo não consegue fazê-lo.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Escolha outro modelo.</translation>
    </message>
    <message>
        <source>Something went wrong inside OmniRoute.</source>
        <translation>Algo deu errado dentro do OmniRoute.</translation>
    </message>
    <message>
        <source>This should not happen.</source>
        <translation>Isto não deveria acontecer.</translation>
    </message>
    <message>
        <source>Try again. If it comes back, report it with the details.</source>
        <translation>Tente de novo. Se voltar a acontecer, informe com os detalhes.</translation>
    </message>
    <message>
        <source>The provider limits the rate.</source>
        <translation>O provedor limita o ritmo.</translation>
    </message>
    <message>
        <source>Too many requests in a short time.</source>
        <translation>Requisições demais em pouco tempo.</translation>
    </message>
    <message>
        <source>Wait, or add another account to a combo.</source>
        <translation>Espere ou adicione outra conta a um combo.</translation>
    </message>
    <message>
        <source>The quota is used up.</source>
        <translation>A cota acabou.</translation>
    </message>
    <message>
        <source>The account has nothing left for this window.</source>
        <translation>A conta não tem mais nada nesta janela.</translation>
    </message>
    <message>
        <source>Wait for the reset, or use another account.</source>
        <translation>Espere a renovação ou use outra conta.</translation>
    </message>
    <message>
        <source>The provider is overloaded.</source>
        <translation>O provedor está sobrecarregado.</translation>
    </message>
    <message>
        <source>It has more requests than it can answer.</source>
        <translation>Ele tem mais requisições do que consegue responder.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Tente de novo daqui a pouco.</translation>
    </message>
    <message>
        <source>The provider failed.</source>
        <translation>O provedor falhou.</translation>
    </message>
    <message>
        <source>It answered with an error of its own.</source>
        <translation>Ele respondeu com um erro próprio.</translation>
    </message>
    <message>
        <source>Try again, or use another provider.</source>
        <translation>Tente de novo ou use outro provedor.</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>O provedor não respondeu a tempo.</translation>
    </message>
    <message>
        <source>The longest wait has passed.</source>
        <translation>O tempo máximo de espera passou.</translation>
    </message>
    <message>
        <source>Try again, or allow a longer wait.</source>
        <translation>Tente de novo ou permita uma espera maior.</translation>
    </message>
    <message>
        <source>The provider cannot be reached.</source>
        <translation>Não é possível alcançar o provedor.</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>A conexão falhou.</translation>
    </message>
    <message>
        <source>Check the address and your network.</source>
        <translation>Verifique o endereço e a sua rede.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <translation>Tente de novo em %1.</translation>
    </message>
    <message>
        <source>%1 The provider answered with status %2.</source>
        <translation>%1 O provedor respondeu com o status %2.</translation>
    </message>
    <message>
        <source>OmniRoute cannot start on port %1</source>
        <translation>O OmniRoute não pode iniciar na porta %1</translation>
    </message>
    <message>
        <source>Another program uses it.</source>
        <translation>Outro programa a usa.</translation>
    </message>
    <message>
        <source>Another program uses it: %1.</source>
        <translation>Outro programa a usa: %1.</translation>
    </message>
    <message>
        <source>Stop that program, or let OmniRoute use the next free port. Programs that ask the old port must then be told.</source>
        <translation>Pare esse programa ou deixe o OmniRoute usar a próxima porta livre. Os programas que usam a porta antiga precisam então ser ajustados.</translation>
    </message>
    <message>
        <source>Stop that program, then try again.</source>
        <translation>Pare esse programa e tente de novo.</translation>
    </message>
    <message>
        <source>OmniRoute cannot listen on port %1</source>
        <translation>O OmniRoute não pode escutar na porta %1</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>O sistema não permite.</translation>
    </message>
    <message>
        <source>Choose a port above 1023, or check the address in Settings.</source>
        <translation>Escolha uma porta acima de 1023 ou verifique o endereço em Configurações.</translation>
    </message>
    <message>
        <source>OmniRoute cannot read its database</source>
        <translation>O OmniRoute não consegue ler seu banco de dados</translation>
    </message>
    <message>
        <source>The file is damaged or cannot be opened.</source>
        <translation>O arquivo está danificado ou não pode ser aberto.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Restore a backup, or look into the log.</source>
        <translation>Nada foi sobrescrito. Restaure um backup ou consulte o log.</translation>
    </message>
    <message>
        <source>The server is not running</source>
        <translation>O servidor não está em execução</translation>
    </message>
    <message>
        <source>It stopped for a reason it did not expect.</source>
        <translation>Ele parou por um motivo inesperado.</translation>
    </message>
    <message>
        <source>request not valid</source>
        <translation>requisição inválida</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>chave recusada</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>não permitido</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>não encontrado</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>limite de ritmo</translation>
    </message>
    <message>
        <source>quota used up</source>
        <translation>cota esgotada</translation>
    </message>
    <message>
        <source>too long for the model</source>
        <translation>longo demais para o modelo</translation>
    </message>
    <message>
        <source>content refused</source>
        <translation>conteúdo recusado</translation>
    </message>
    <message>
        <source>provider overloaded</source>
        <translation>provedor sobrecarregado</translation>
    </message>
    <message>
        <source>provider failed</source>
        <translation>o provedor falhou</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sem resposta a tempo</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>inalcançável</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>não suportado</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>erro interno</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>em descanso</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausada</translation>
    </message>
    <message>
        <source>keyring locked</source>
        <translation>chaveiro bloqueado</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>sem conta</translation>
    </message>
    <message>
        <source>no chat interface that we speak</source>
        <translation>sem interface de chat que falamos</translation>
    </message>
    <message>
        <source>no key stored</source>
        <translation>sem chave guardada</translation>
    </message>
    <message>
        <source>unknown model</source>
        <translation>modelo desconhecido</translation>
    </message>
    <message>
        <source>context too small</source>
        <translation>contexto pequeno demais</translation>
    </message>
    <message>
        <source>provider rests after failures</source>
        <translation>o provedor descansa após falhas</translation>
    </message>
    <message>
        <source>cannot use tools</source>
        <translation>não usa ferramentas</translation>
    </message>
    <message>
        <source>cannot see images</source>
        <translation>não vê imagens</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 K</source>
        <comment>thousands</comment>
        <translation>%1 mil</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 mi</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>billions</comment>
        <translation>%1 bi</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days, hours</comment>
        <translation>%1 d %2 h</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>hours, minutes in words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>agora mesmo</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>há %1</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Rotear</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Provedores</translation>
    </message>
    <message>
        <source>Combos</source>
        <translation>Combos</translation>
    </message>
</context>
<context>
    <name>ProviderRows</name>
    <message>
        <source>In use</source>
        <translation>Em uso</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>a group of providers</comment>
        <translation>Pausados</translation>
    </message>
</context>
<context>
    <name>ProviderWords</name>
    <message>
        <source>Has no chat models; this version uses chat only.</source>
        <translation>Não tem modelos de conversa; esta versão só usa esses.</translation>
    </message>
    <message>
        <source>This version cannot talk to it yet.</source>
        <translation>Esta versão ainda não fala com ele.</translation>
    </message>
    <message>
        <source>Needs a sign-in, which comes in a later version.</source>
        <translation>Exige login, que vem em uma versão futura.</translation>
    </message>
    <message>
        <source>The vendor has closed this service.</source>
        <translation>O fornecedor encerrou este serviço.</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>assinatura</translation>
    </message>
    <message>
        <source>pay per use</source>
        <translation>pago por uso</translation>
    </message>
    <message>
        <source>low price</source>
        <translation>preço baixo</translation>
    </message>
    <message>
        <source>free</source>
        <translation>grátis</translation>
    </message>
    <message>
        <source>local, no key</source>
        <translation>local, sem chave</translation>
    </message>
    <message>
        <source>with or without a key</source>
        <translation>com ou sem chave</translation>
    </message>
    <message>
        <source>by key</source>
        <translation>por chave</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sem chave</translation>
    </message>
    <message>
        <source>by sign-in</source>
        <translation>por login</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Chave recusada</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Saudável</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>Esfriando</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Carregando</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::CombosPage</name>
    <message>
        <source>Combos</source>
        <translation>Combos</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 salvo</translation>
    </message>
    <message>
        <source>Delete combo</source>
        <translation>Excluir combo</translation>
    </message>
    <message>
        <source>Delete “%1”? It stands in %2; they skip it from then on.</source>
        <translation>Excluir “%1”? Ele está em %2; a partir daí, será pulado ali.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>New combo</source>
        <translation>Novo combo</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 excluído</translation>
    </message>
    <message>
        <source>No combos yet</source>
        <translation>Ainda não há combos</translation>
    </message>
    <message>
        <source>A combo is a name for several models in order. A program asks for the name; the first model that can answer takes the request, and when it reaches its limit the next one goes on.</source>
        <translation>Um combo é um nome para vários modelos em ordem. Um programa pede o nome; o primeiro modelo que pode responder atende a requisição, e quando ele chega ao limite o próximo continua.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What would happen now?</source>
        <translation>O que aconteceria agora?</translation>
    </message>
    <message>
        <source>Parts of this combo</source>
        <translation>Partes deste combo</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::EditorHead</name>
    <message>
        <source>It was deleted elsewhere meanwhile. Save makes it again.</source>
        <translation>Enquanto isso, foi excluído em outro lugar. Salvar o cria de novo.</translation>
    </message>
    <message>
        <source>Cannot be saved yet; the note below says why.</source>
        <translation>Ainda não pode ser salvo; a nota abaixo diz por quê.</translation>
    </message>
    <message>
        <source>It was changed elsewhere meanwhile. Save replaces that, Discard takes it over.</source>
        <translation>Enquanto isso, foi alterado em outro lugar. Salvar substitui isso, Descartar o aceita.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Ainda não foi salvo.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s). Saving affects new requests only.</source>
        <translation>
            <numerusform>%n alteração não salva. Salvar só afeta requisições novas.</numerusform>
            <numerusform>%n alterações não salvas. Salvar só afeta requisições novas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs use it by asking for this name as the model.</source>
        <translation>Os programas o usam pedindo este nome como modelo.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copiar nome</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Name, for example always-on</source>
        <translation>Nome, por exemplo always-on</translation>
    </message>
    <message>
        <source>Name of the combo</source>
        <translation>Nome do combo</translation>
    </message>
    <message>
        <source>Copy the combo&apos;s name</source>
        <translation>Copiar o nome do combo</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Desfazer a última alteração</translation>
    </message>
    <message>
        <source>More for this combo</source>
        <translation>Mais para este combo</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::EditorPane</name>
    <message>
        <source>moves a model</source>
        <translation>move um modelo</translation>
    </message>
    <message>
        <source>Takes new requests</source>
        <translation>Atende novas requisições</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Use for new requests</source>
        <translation>Usar em novas requisições</translation>
    </message>
    <message>
        <source>Stop using it for new requests</source>
        <translation>Parar de usá-lo em novas requisições</translation>
    </message>
    <message>
        <source>The combo in use takes every request that names no other combo.</source>
        <translation>O combo em uso atende toda requisição que não pede outro combo.</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridade</translation>
    </message>
    <message>
        <source>The first model that can answer takes the request.</source>
        <translation>Atende o primeiro modelo que puder responder.</translation>
    </message>
    <message>
        <source>Add model</source>
        <translation>Adicionar modelo</translation>
    </message>
    <message>
        <source>Combo editor</source>
        <translation>Editor do combo</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::LeaveSheet</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Alterações não salvas</translation>
    </message>
    <message numerus="yes">
        <source>Save the changes to %n combo(s)?</source>
        <translation>
            <numerusform>Salvar as alterações em %n combo?</numerusform>
            <numerusform>Salvar as alterações em %n combos?</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests go on as before until they are saved.</source>
        <translation>Até serem salvas, as requisições continuam como antes.</translation>
    </message>
    <message>
        <source>They cannot be saved yet: stay to see why, or discard them.</source>
        <translation>Ainda não podem ser salvas: fique para ver por quê ou descarte-as.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar alterações</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::LimitCard</name>
    <message>
        <source>When a model answers with a limit</source>
        <translation>Quando um modelo responde com um limite</translation>
    </message>
    <message>
        <source>Try the next one at once</source>
        <translation>Tentar logo o próximo</translation>
    </message>
    <message>
        <source>Wait up to</source>
        <translation>Esperar até</translation>
    </message>
    <message>
        <source>Wait if the reset is near</source>
        <translation>Esperar se a renovação estiver perto</translation>
    </message>
    <message>
        <source>if the reset is that near</source>
        <translation>se a renovação estiver tão perto</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds to wait at most</source>
        <translation>Segundos de espera no máximo</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::ListPane</name>
    <message>
        <source>New combo</source>
        <translation>Novo combo</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), in use</source>
        <translation>
            <numerusform>%n modelo, em uso</numerusform>
            <numerusform>%n modelos, em uso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s), priority</source>
        <translation>
            <numerusform>%n modelo, prioridade</numerusform>
            <numerusform>%n modelos, prioridade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n combo(s)</source>
        <translation>
            <numerusform>%n combo</numerusform>
            <numerusform>%n combos</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Novo</translation>
    </message>
    <message>
        <source>Combos</source>
        <translation>Combos</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::PreviewPane</name>
    <message>
        <source>What would happen now?</source>
        <translation>O que aconteceria agora?</translation>
    </message>
    <message>
        <source>A request with</source>
        <translation>Uma requisição com</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>Size of the request</source>
        <translation>Tamanho da requisição</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>ferramentas</translation>
    </message>
    <message>
        <source>The request needs tools</source>
        <translation>A requisição precisa de ferramentas</translation>
    </message>
    <message>
        <source>images</source>
        <translation>imagens</translation>
    </message>
    <message>
        <source>The request has images</source>
        <translation>A requisição tem imagens</translation>
    </message>
    <message>
        <source>Add a model to see who would answer.</source>
        <translation>Adicione um modelo para ver quem responderia.</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::ProblemNotes</name>
    <message numerus="yes">
        <source>%n further note(s)</source>
        <translation>
            <numerusform>mais %n nota</numerusform>
            <numerusform>mais %n notas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::StepDelegate</name>
    <message>
        <source>Drag to another place, or press Alt+Up and Alt+Down</source>
        <translation>Arraste para outro lugar ou pressione Alt+Acima e Alt+Abaixo</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mais para %1</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::StepModel</name>
    <message>
        <source>%1, position %2 of %3</source>
        <translation>%1, posição %2 de %3</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::StepView</name>
    <message>
        <source>Moved to position %1 of %2</source>
        <translation>Movido para a posição %1 de %2</translation>
    </message>
    <message>
        <source>Models in the order in which they are tried</source>
        <translation>Modelos na ordem em que são tentados</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move the chosen model, Delete removes it.</source>
        <translation>Alt+Acima e Alt+Abaixo movem o modelo escolhido, Delete o remove.</translation>
    </message>
    <message>
        <source>Already the first</source>
        <translation>Já é o primeiro</translation>
    </message>
    <message>
        <source>Already the last</source>
        <translation>Já é o último</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 removido</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Mover para o início</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Mover para o fim</translation>
    </message>
    <message>
        <source>Any account</source>
        <translation>Qualquer conta</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Só %1</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Copiar nome</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::combos::StepsCard</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Model or combo, for example glm/glm-4.7</source>
        <translation>Modelo ou combo, por exemplo glm/glm-4.7</translation>
    </message>
    <message>
        <source>Model or combo to add</source>
        <translation>Modelo ou combo a adicionar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fechar a busca</translation>
    </message>
    <message>
        <source>Name a model or a combo first.</source>
        <translation>Indique primeiro um modelo ou um combo.</translation>
    </message>
    <message>
        <source>%1 added as number %2</source>
        <translation>%1 adicionado como número %2</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::connect::ConnectPage</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Keys %1</source>
        <translation>Chaves %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Chaves</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Trechos</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Partes desta página</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::connect::EndpointPane</name>
    <message>
        <source>no key in use</source>
        <translation>nenhuma chave em uso</translation>
    </message>
    <message>
        <source>No model yet. Add an account on Providers; its models appear here.</source>
        <translation>Nenhum modelo ainda. Adicione uma conta em Provedores; os modelos dela aparecem aqui.</translation>
    </message>
    <message>
        <source>A program asks for one of these names. A combo&apos;s name asks for its first target that can answer.</source>
        <translation>Um programa pede um destes nomes. O nome de um combo pede o primeiro alvo dele que puder responder.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>The server does not run, so programs get no connection.</source>
        <translation>O servidor não está em execução, por isso os programas ficam sem conexão.</translation>
    </message>
    <message>
        <source>Home says why and what can be done.</source>
        <translation>Início diz por quê e o que pode ser feito.</translation>
    </message>
    <message>
        <source>Address and key</source>
        <translation>Endereço e chave</translation>
    </message>
    <message>
        <source>OpenAI base URL</source>
        <translation>URL base da OpenAI</translation>
    </message>
    <message>
        <source>Codex, Cline, OpenCode and whatever speaks OpenAI</source>
        <translation>Codex, Cline, OpenCode e tudo que fala OpenAI</translation>
    </message>
    <message>
        <source>Copy the OpenAI base URL</source>
        <translation>Copiar a URL base da OpenAI</translation>
    </message>
    <message>
        <source>Anthropic base URL</source>
        <translation>URL base da Anthropic</translation>
    </message>
    <message>
        <source>Claude Code and the Anthropic libraries</source>
        <translation>Claude Code e as bibliotecas da Anthropic</translation>
    </message>
    <message>
        <source>Copy the Anthropic base URL</source>
        <translation>Copiar a URL base da Anthropic</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Chave de cliente</translation>
    </message>
    <message>
        <source>Copy client key</source>
        <translation>Copiar chave de cliente</translation>
    </message>
    <message>
        <source>Show snippets</source>
        <translation>Mostrar trechos</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Todas as chaves</translation>
    </message>
    <message>
        <source>Model names</source>
        <translation>Nomes de modelos</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Provedores</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::connect::KeySheet</name>
    <message>
        <source>New key</source>
        <translation>Nova chave</translation>
    </message>
    <message>
        <source>New client key</source>
        <translation>Nova chave de cliente</translation>
    </message>
    <message>
        <source>For one program on this computer.</source>
        <translation>Para um programa neste computador.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Criar</translation>
    </message>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>all, or for example glm/*, always-on</source>
        <translation>todos, ou por exemplo glm/*, always-on</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>In 7 days</source>
        <translation>Em 7 dias</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>Em 30 dias</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>Em um ano</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sem limite</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>May ask for</source>
        <translation>Pode pedir</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Validade</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Requisições por minuto</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>A nova chave</translation>
    </message>
    <message>
        <source>Paste it into the program&apos;s settings. It can be copied again later on the Keys tab.</source>
        <translation>Cole-a nas configurações do programa. Ela pode ser copiada de novo mais tarde na aba Chaves.</translation>
    </message>
    <message>
        <source>Give the key a name first.</source>
        <translation>Dê um nome à chave primeiro.</translation>
    </message>
    <message>
        <source>The key is made</source>
        <translation>A chave foi criada</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Copiar e fechar</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::connect::KeysPane</name>
    <message>
        <source>revoked</source>
        <translation>revogada</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>vencida</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>all models</source>
        <translation>todos os modelos</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nunca usada</translation>
    </message>
    <message>
        <source>Copy the key &quot;%1&quot;</source>
        <translation>Copiar a chave &quot;%1&quot;</translation>
    </message>
    <message>
        <source>More for &quot;%1&quot;</source>
        <translation>Mais opções para &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Programs on this computer show one of these keys. Give each its own, so that you can take one back.</source>
        <translation>Os programas neste computador mostram uma destas chaves. Dê uma própria a cada um, para poder retirá-la.</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nova chave</translation>
    </message>
    <message>
        <source>No keys. Without one, programs are refused.</source>
        <translation>Nenhuma chave. Sem uma, os programas são recusados.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>May ask for</source>
        <translation>Pode pedir</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Client keys</source>
        <translation>Chaves de cliente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Replace by a new value…</source>
        <translation>Substituir por um novo valor…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revogar…</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in 30 s.</source>
        <translation>Copiada. Ela sai da área de transferência em 30 s.</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>Substituir chave</translation>
    </message>
    <message>
        <source>Replace the value of &quot;%1&quot;? Programs that use the old one are refused at once.</source>
        <translation>Substituir o valor de &quot;%1&quot;? Os programas que usam o antigo são recusados imediatamente.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>The new value is in the clipboard.</source>
        <translation>O novo valor está na área de transferência.</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Revogar chave</translation>
    </message>
    <message>
        <source>Revoke &quot;%1&quot;? Programs that use it are refused at once. This cannot be undone.</source>
        <translation>Revogar &quot;%1&quot;? Os programas que a usam são recusados imediatamente. Isto não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revogar</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::connect::SnippetsPane</name>
    <message>
        <source>Copied without a key. Make one on the Keys tab.</source>
        <translation>Copiado sem chave. Crie uma na aba Chaves.</translation>
    </message>
    <message>
        <source>Copied with your client key. It leaves the clipboard in 30 s.</source>
        <translation>Copiado com sua chave de cliente. Ela sai da área de transferência em 30 s.</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>JavaScript</translation>
    </message>
    <message>
        <source>Shell variables</source>
        <translation>Variáveis do shell</translation>
    </message>
    <message>
        <source>bash, zsh</source>
        <translation>bash, zsh</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>fish</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>cmd</source>
        <translation>cmd</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialeto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Snippet</source>
        <translation>Trecho</translation>
    </message>
    <message>
        <source>Copy with key</source>
        <translation>Copiar com a chave</translation>
    </message>
    <message>
        <source>The key is masked here and complete in the copy. Programs that already run see a new variable only after a restart.</source>
        <translation>A chave aparece mascarada aqui e completa na cópia. Programas já abertos só veem uma nova variável depois de reiniciados.</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::AccountsCard</name>
    <message>
        <source>not used yet</source>
        <translation>ainda não usada</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Contas</translation>
    </message>
    <message numerus="yes">
        <source>All %n account(s)</source>
        <translation>
            <numerusform>Toda a %n conta</numerusform>
            <numerusform>Todas as %n contas</numerusform>
        </translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Todas as contas</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation>Precisa de atenção</translation>
    </message>
    <message>
        <source>All good.</source>
        <translation>Tudo certo.</translation>
    </message>
    <message numerus="yes">
        <source>%n more under the bell</source>
        <translation>
            <numerusform>mais %n no sino</numerusform>
            <numerusform>mais %n no sino</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::DayCard</name>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requisições</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondidas</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n request(s)</source>
        <translation>
            <numerusform>%1: %n requisição</numerusform>
            <numerusform>%1: %n requisições</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last 24 hours, by hour</source>
        <translation>
            <numerusform>%n requisição nas últimas 24 horas, por hora</numerusform>
            <numerusform>%n requisições nas últimas 24 horas, por hora</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 estimated</source>
        <translation>%1 estimado</translation>
    </message>
    <message>
        <source>Nothing spent</source>
        <translation>Nada gasto</translation>
    </message>
    <message>
        <source>Cost unknown: no prices for these models</source>
        <translation>Custo desconhecido: sem preços para estes modelos</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::ErrorCard</name>
    <message>
        <source>Use port %1</source>
        <translation>Usar a porta %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
    <message>
        <source>The server listens on port %1.</source>
        <translation>O servidor escuta na porta %1.</translation>
    </message>
    <message>
        <source>Port %1 cannot be used either.</source>
        <translation>A porta %1 também não pode ser usada.</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::FirstSteps</name>
    <message>
        <source>Add an account next.</source>
        <translation>Agora adicione uma conta.</translation>
    </message>
    <message>
        <source>It can answer as soon as the server runs.</source>
        <translation>Ela pode responder assim que o servidor estiver em execução.</translation>
    </message>
    <message>
        <source>The server is running. Add an account next.</source>
        <translation>O servidor está em execução. Agora adicione uma conta.</translation>
    </message>
    <message>
        <source>It listens only on this computer. Your programs will ask %1.</source>
        <translation>Ele escuta só neste computador. Seus programas usarão %1.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Adicione uma conta</translation>
    </message>
    <message>
        <source>A key you have, or a free provider. Free ones need no card.</source>
        <translation>Uma chave que você tem ou um provedor gratuito. Os gratuitos não pedem cartão.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Adicionar conta</translation>
    </message>
    <message>
        <source>Connect a program</source>
        <translation>Conecte um programa</translation>
    </message>
    <message>
        <source>Tell Claude Code or another program where to ask. Address and key are ready to copy.</source>
        <translation>Diga ao Claude Code ou a outro programa onde perguntar. Endereço e chave estão prontos para copiar.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Send the first request</source>
        <translation>Envie a primeira requisição</translation>
    </message>
    <message>
        <source>Ask something in the program, or try it from a terminal.</source>
        <translation>Pergunte algo no programa ou experimente em um terminal.</translation>
    </message>
    <message>
        <source>Show snippets</source>
        <translation>Mostrar trechos</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::HomePage</name>
    <message>
        <source>Home</source>
        <translation>Início</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::LiveCard</name>
    <message>
        <source>Unknown program</source>
        <translation>Programa desconhecido</translation>
    </message>
    <message>
        <source>choosing…</source>
        <translation>escolhendo…</translation>
    </message>
    <message>
        <source>Cancel this request</source>
        <translation>Cancelar esta requisição</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>Nada recebido ainda</translation>
    </message>
    <message>
        <source>No requests. Programs get no connection until the server runs.</source>
        <translation>Nenhuma requisição. Os programas ficam sem conexão até o servidor ser iniciado.</translation>
    </message>
    <message>
        <source>No requests at the moment.</source>
        <translation>Nenhuma requisição no momento.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Ao vivo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>Running requests</source>
        <translation>Requisições em andamento</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::home::StateCard</name>
    <message>
        <source>It will be ready in a moment.</source>
        <translation>Estará pronto em instantes.</translation>
    </message>
    <message>
        <source>Requests are refused until you resume.</source>
        <translation>As requisições são recusadas até você retomar.</translation>
    </message>
    <message>
        <source>Programs get no connection.</source>
        <translation>Os programas ficam sem conexão.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Chave de cliente</translation>
    </message>
    <message>
        <source>Copy client key</source>
        <translation>Copiar chave de cliente</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Copy endpoint</source>
        <translation>Copiar endpoint</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::AccountCard</name>
    <message>
        <source>New name of &quot;%1&quot;</source>
        <translation>Novo nome de &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testar</translation>
    </message>
    <message>
        <source>Test &quot;%1&quot;</source>
        <translation>Testar &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume &quot;%1&quot;</source>
        <translation>Retomar &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Pause &quot;%1&quot;</source>
        <translation>Pausar &quot;%1&quot;</translation>
    </message>
    <message>
        <source>More for &quot;%1&quot;</source>
        <translation>Mais para &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Testing &quot;%1&quot;</source>
        <translation>Testando &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Let &quot;%1&quot; answer again</source>
        <translation>Deixar &quot;%1&quot; responder de novo</translation>
    </message>
    <message>
        <source>Let %1 answer again</source>
        <translation>Deixar %1 responder de novo</translation>
    </message>
    <message>
        <source>The provider refused the key. Put in a new one to use this account again.</source>
        <translation>O provedor recusou a chave. Informe outra para voltar a usar esta conta.</translation>
    </message>
    <message>
        <source>Replace key…</source>
        <translation>Trocar chave…</translation>
    </message>
    <message>
        <source>Replace the key of &quot;%1&quot;</source>
        <translation>Trocar a chave de &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The keyring is locked, so its key cannot be read. Requests go to other accounts meanwhile.</source>
        <translation>O chaveiro está bloqueado, por isso a chave não pode ser lida. Enquanto isso, as solicitações vão para outras contas.</translation>
    </message>
    <message>
        <source>Unlock and retry</source>
        <translation>Desbloquear e tentar de novo</translation>
    </message>
    <message>
        <source>Unlock the keyring and retry</source>
        <translation>Desbloquear o chaveiro e tentar de novo</translation>
    </message>
    <message>
        <source>%1, position %2 of %3, %4</source>
        <comment>account, its place, its state</comment>
        <translation>%1, posição %2 de %3, %4</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renomear</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::AccountForm</name>
    <message>
        <source>Name in OmniRoute</source>
        <translation>Nome no OmniRoute</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Key, if it asks for one</source>
        <translation>Chave, se ele pedir</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>Obter uma chave</translation>
    </message>
    <message>
        <source>Get a key at %1</source>
        <translation>Obter uma chave em %1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avançado</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>Conta como</translation>
    </message>
    <message>
        <source>Says in which order frugal combos use it.</source>
        <translation>Diz em que ordem os combos econômicos a usam.</translation>
    </message>
    <message>
        <source>Your address there</source>
        <translation>Seu endereço lá</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Outro endereço</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Dê um nome à conta.</translation>
    </message>
    <message>
        <source>There are blanks inside the key: was more copied than the key?</source>
        <translation>Há espaços dentro da chave: foi copiado mais do que a chave?</translation>
    </message>
    <message>
        <source>Put in the key first.</source>
        <translation>Informe a chave primeiro.</translation>
    </message>
    <message>
        <source>http is for this computer and your network; use https.</source>
        <translation>http serve para este computador e a sua rede; use https.</translation>
    </message>
    <message>
        <source>Every account has its own address there: put it in.</source>
        <translation>Lá cada conta tem o próprio endereço: informe-o.</translation>
    </message>
    <message>
        <source>Checking the key, then adding the account</source>
        <translation>Verificando a chave, depois adicionando a conta</translation>
    </message>
    <message>
        <source>Adding the account</source>
        <translation>Adicionando a conta</translation>
    </message>
    <message>
        <source>Hide advanced</source>
        <translation>Ocultar avançado</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::AccountList</name>
    <message>
        <source>Accounts, in order of use</source>
        <translation>Contas, na ordem de uso</translation>
    </message>
    <message>
        <source>Moved to position %1 of %2</source>
        <translation>Movida para a posição %1 de %2</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::AddSheet</name>
    <message>
        <source>Add account</source>
        <translation>Adicionar conta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Adicionar uma conta</translation>
    </message>
    <message>
        <source>Whose models may answer? Keys go to your keyring.</source>
        <translation>De quem são os modelos que podem responder? As chaves vão para o seu chaveiro.</translation>
    </message>
    <message>
        <source>Another provider…</source>
        <translation>Outro provedor…</translation>
    </message>
    <message>
        <source>Another provider</source>
        <translation>Outro provedor</translation>
    </message>
    <message>
        <source>Any server that speaks like OpenAI or Anthropic. Its key comes next.</source>
        <translation>Qualquer servidor que fale como OpenAI ou Anthropic. A chave vem em seguida.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
    <message>
        <source>Another account of this provider</source>
        <translation>Mais uma conta deste provedor</translation>
    </message>
    <message>
        <source>The first account of this provider</source>
        <translation>A primeira conta deste provedor</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::CatalogPicker</name>
    <message numerus="yes">
        <source>Search %n provider(s)</source>
        <translation>
            <numerusform>Buscar em %n provedor</numerusform>
            <numerusform>Buscar em %n provedores</numerusform>
        </translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Provedores</translation>
    </message>
    <message>
        <source>No provider has this name. If it speaks like OpenAI or Anthropic, add it as another provider.</source>
        <translation>Nenhum provedor tem esse nome. Se ele fala como OpenAI ou Anthropic, adicione-o como outro provedor.</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::CustomForm</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Lab server</source>
        <translation>Servidor do laboratório</translation>
    </message>
    <message>
        <source>Models start with</source>
        <translation>Modelos começam com</translation>
    </message>
    <message>
        <source>It speaks like</source>
        <translation>Fala como</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>Address with version path</source>
        <translation>Endereço com o caminho da versão</translation>
    </message>
    <message>
        <source>Allow http: everybody on the way can read the key</source>
        <translation>Permitir http: todos no caminho podem ler a chave</translation>
    </message>
    <message>
        <source>Further headers, if it needs any</source>
        <translation>Outros cabeçalhos, se precisar</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Dê um nome.</translation>
    </message>
    <message>
        <source>This prefix belongs to %1.</source>
        <translation>Este prefixo é de %1.</translation>
    </message>
    <message>
        <source>As in %1/model-name</source>
        <translation>Como em %1/nome-do-modelo</translation>
    </message>
    <message>
        <source>This is neither on this computer nor on your network: use https, or allow http.</source>
        <translation>Não está neste computador nem na sua rede: use https, ou permita http.</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::HeaderRows</name>
    <message>
        <source>The name of a header has letters, digits and - only.</source>
        <translation>O nome de um cabeçalho só tem letras, algarismos e -.</translation>
    </message>
    <message>
        <source>The value of a header has plain letters and signs only.</source>
        <translation>O valor de um cabeçalho só tem letras e sinais simples.</translation>
    </message>
    <message>
        <source>A header lacks its name.</source>
        <translation>Falta o nome de um cabeçalho.</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>Adicionar um cabeçalho</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Cabeçalho</translation>
    </message>
    <message>
        <source>Name of the header</source>
        <translation>Nome do cabeçalho</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Value of the header</source>
        <translation>Valor do cabeçalho</translation>
    </message>
    <message>
        <source>Remove the header</source>
        <translation>Remover o cabeçalho</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::KeyCheck</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the check</source>
        <translation>Cancelar a verificação</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Salvar mesmo assim</translation>
    </message>
    <message>
        <source>Checking the key with one cheap call</source>
        <translation>Verificando a chave com uma chamada barata</translation>
    </message>
    <message>
        <source>Asking whether it answers</source>
        <translation>Perguntando se o servidor responde</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::KeyField</name>
    <message>
        <source>Hide the key</source>
        <translation>Ocultar a chave</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Mostrar a chave</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::ProviderDetail</name>
    <message>
        <source>Models start with %1, %2, %3</source>
        <comment>prefix, number of models, requests</comment>
        <translation>Os modelos começam com %1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) today</source>
        <translation>
            <numerusform>%n solicitação hoje</numerusform>
            <numerusform>%n solicitações hoje</numerusform>
        </translation>
    </message>
    <message>
        <source>This version cannot talk to %1 yet.</source>
        <translation>Esta versão ainda não fala com %1.</translation>
    </message>
    <message>
        <source>Its accounts are kept, but no request goes to them.</source>
        <translation>As contas ficam guardadas, mas nenhuma solicitação vai para elas.</translation>
    </message>
    <message>
        <source>Further accounts of %1 need a sign-in.</source>
        <translation>Outras contas de %1 exigem login.</translation>
    </message>
    <message>
        <source>Signing in comes in a later version. &quot;Add account&quot; shows the providers that take a key.</source>
        <translation>O login vem em uma versão futura. &quot;Adicionar conta&quot; mostra os provedores que aceitam chave.</translation>
    </message>
    <message>
        <source>The vendor has closed %1.</source>
        <translation>O fornecedor encerrou %1.</translation>
    </message>
    <message>
        <source>Its accounts can be removed.</source>
        <translation>As contas podem ser removidas.</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>Testar todas</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Adicionar conta</translation>
    </message>
    <message>
        <source>changes the order, the tray and the command line follow</source>
        <translation>muda a ordem; a bandeja e a linha de comando acompanham</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Provedores</translation>
    </message>
    <message numerus="yes">
        <source>%n more can be added</source>
        <translation>
            <numerusform>Mais %n disponível</numerusform>
            <numerusform>Mais %n disponíveis</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>Filtrar provedores</translation>
    </message>
    <message>
        <source>No provider in use has this name.</source>
        <translation>Nenhum provedor em uso tem esse nome.</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Nenhuma conta ainda</translation>
    </message>
    <message>
        <source>Add your first account, a key from a provider or a model server on this computer. Some are free and need no card.</source>
        <translation>Adicione a primeira conta: uma chave de um provedor ou um servidor de modelos neste computador. Alguns são grátis e não pedem cartão.</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Adicionar conta</translation>
    </message>
    <message>
        <source>Account of %1 added</source>
        <translation>Conta de %1 adicionada</translation>
    </message>
    <message>
        <source>Account &quot;%1&quot; removed</source>
        <translation>Conta &quot;%1&quot; removida</translation>
    </message>
    <message>
        <source>The key was replaced</source>
        <translation>A chave foi trocada</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::RemoveSheet</name>
    <message>
        <source>Remove account</source>
        <translation>Remover conta</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>Remover &quot;%1&quot;?</translation>
    </message>
    <message numerus="yes">
        <source>%n combo(s) use it. They skip it from then on.</source>
        <translation>
            <numerusform>%n combo a usa e passará a pulá-la.</numerusform>
            <numerusform>%n combos a usam e passarão a pulá-la.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::providers::ReplaceKeySheet</name>
    <message>
        <source>Replace key</source>
        <translation>Trocar chave</translation>
    </message>
    <message>
        <source>A new key for the account &quot;%1&quot;</source>
        <translation>Uma chave nova para a conta &quot;%1&quot;</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nova chave</translation>
    </message>
    <message>
        <source>The old key is forgotten. Name, order and history stay.</source>
        <translation>A chave antiga é esquecida. Nome, ordem e histórico ficam.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Put in the key first.</source>
        <translation>Informe a chave primeiro.</translation>
    </message>
    <message>
        <source>There are blanks inside the key: was more copied than the key?</source>
        <translation>Há espaços dentro da chave: foi copiado mais do que a chave?</translation>
    </message>
    <message>
        <source>Storing the key</source>
        <translation>Guardando a chave</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::settings::GeneralPane</name>
    <message>
        <source>The system refused it. Nothing was changed.</source>
        <translation>O sistema recusou. Nada foi alterado.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>Muda imediatamente.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Start and close</source>
        <translation>Iniciar e fechar</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Iniciar com a sessão</translation>
    </message>
    <message>
        <source>Starts in the tray, without a window.</source>
        <translation>Inicia na bandeja, sem janela.</translation>
    </message>
    <message>
        <source>Start hidden</source>
        <translation>Iniciar oculto</translation>
    </message>
    <message>
        <source>Shows only the tray icon when it starts.</source>
        <translation>Mostra só o ícone da bandeja ao iniciar.</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Continuar em execução com a janela fechada</translation>
    </message>
    <message>
        <source>Programs can go on asking. Without a tray, closing quits.</source>
        <translation>Os programas podem continuar usando. Sem bandeja, fechar encerra.</translation>
    </message>
    <message>
        <source>Show a tray icon</source>
        <translation>Mostrar um ícone na bandeja</translation>
    </message>
    <message>
        <source>State and the most used commands, always at hand.</source>
        <translation>Estado e os comandos mais usados, sempre à mão.</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::settings::ServerPane</name>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Needs a restart of the server. Programs that ask the old port must then be told.</source>
        <translation>Exige reiniciar o servidor. Os programas que usam a porta antiga precisam então ser ajustados.</translation>
    </message>
    <message>
        <source>Programs ask this port of this computer.</source>
        <translation>Os programas usam esta porta deste computador.</translation>
    </message>
    <message>
        <source>The server listens on port %1.</source>
        <translation>O servidor escuta na porta %1.</translation>
    </message>
    <message>
        <source>Port %1 cannot be used. Choose another one.</source>
        <translation>A porta %1 não pode ser usada. Escolha outra.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Restart server</source>
        <translation>Reiniciar servidor</translation>
    </message>
    <message>
        <source>Who may ask</source>
        <translation>Quem pode usar</translation>
    </message>
    <message>
        <source>Require a client key</source>
        <translation>Exigir uma chave de cliente</translation>
    </message>
    <message>
        <source>Programs without a key are refused.</source>
        <translation>Programas sem chave são recusados.</translation>
    </message>
    <message>
        <source>Off. Every program on this computer can ask.</source>
        <translation>Desligado. Qualquer programa neste computador pode usar.</translation>
    </message>
    <message>
        <source>Accept requests without a key?</source>
        <translation>Aceitar requisições sem chave?</translation>
    </message>
    <message>
        <source>Every program on this computer that finds the port can then use your accounts and your money. This stays under Needs attention as long as it is off.</source>
        <translation>Qualquer programa deste computador que encontrar a porta poderá usar suas contas e seu dinheiro. Isto fica em Precisa de atenção enquanto estiver desligado.</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Manter a chave</translation>
    </message>
    <message>
        <source>Accept without a key</source>
        <translation>Aceitar sem chave</translation>
    </message>
    <message>
        <source>Requests from other computers</source>
        <translation>Requisições de outros computadores</translation>
    </message>
    <message>
        <source>On. Computers in this network can ask, with a key.</source>
        <translation>Ligado. Computadores nesta rede podem usar, com uma chave.</translation>
    </message>
    <message>
        <source>Off. Only this computer can ask.</source>
        <translation>Desligado. Só este computador pode usar.</translation>
    </message>
    <message>
        <source>Accept requests from other computers in this network?</source>
        <translation>Aceitar requisições de outros computadores nesta rede?</translation>
    </message>
    <message>
        <source>Everyone who has a client key can then use your accounts and your money. The traffic is not encrypted. This stays under Needs attention as long as it is on.</source>
        <translation>Qualquer pessoa com uma chave de cliente poderá usar suas contas e seu dinheiro. O tráfego não é criptografado. Isto fica em Precisa de atenção enquanto estiver ligado.</translation>
    </message>
    <message>
        <source>Keep it on this computer</source>
        <translation>Manter só neste computador</translation>
    </message>
    <message>
        <source>Open to the network</source>
        <translation>Abrir para a rede</translation>
    </message>
</context>
<context>
    <name>omni::ui::pages::settings::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar configuração</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Seções</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>No setting has this name.</source>
        <translation>Nenhuma configuração tem este nome.</translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Actions</name>
    <message>
        <source>Endpoint copied</source>
        <translation>Endpoint copiado</translation>
    </message>
    <message>
        <source>Client key copied for 30 seconds</source>
        <translation>Chave de cliente copiada por 30 segundos</translation>
    </message>
    <message>
        <source>Open OmniRoute</source>
        <translation>Abrir OmniRoute</translation>
    </message>
    <message>
        <source>Resume routing</source>
        <translation>Retomar roteamento</translation>
    </message>
    <message>
        <source>Pause routing</source>
        <translation>Pausar roteamento</translation>
    </message>
    <message>
        <source>Copy endpoint URL</source>
        <translation>Copiar URL do endpoint</translation>
    </message>
    <message>
        <source>Copy client key</source>
        <translation>Copiar chave de cliente</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar ou executar um comando</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configurações…</translation>
    </message>
    <message>
        <source>New item on this page</source>
        <translation>Novo item nesta página</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Buscar nesta página</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Show only icons in the sidebar</source>
        <translation>Mostrar só ícones na barra lateral</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fechar janela</translation>
    </message>
    <message>
        <source>Quit OmniRoute</source>
        <translation>Encerrar OmniRoute</translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Header</name>
    <message>
        <source>Search or run</source>
        <translation>Buscar ou executar</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar ou executar um comando</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nada precisa de atenção</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need attention</source>
        <translation>
            <numerusform>%n item precisa de atenção</numerusform>
            <numerusform>%n itens precisam de atenção</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::MainWindow</name>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nada precisa de atenção</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Ações</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>for requests without a model</source>
        <translation>para requisições sem modelo</translation>
    </message>
    <message>
        <source>Use combo</source>
        <translation>Usar o combo</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>em uso</translation>
    </message>
    <message>
        <source>Route by model name</source>
        <translation>Rotear pelo nome do modelo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Usar o tema claro</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Usar o tema escuro</translation>
    </message>
    <message>
        <source>Use the system theme</source>
        <translation>Usar o tema do sistema</translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar ou executar um comando</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>↑↓ choose     Enter run     Ctrl+Enter open its page</source>
        <translation>↑↓ escolher     Enter executar     Ctrl+Enter abrir a página</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::QuitSheet</name>
    <message numerus="yes">
        <source>%n request(s) still running</source>
        <translation>
            <numerusform>%n requisição ainda em andamento</numerusform>
            <numerusform>%n requisições ainda em andamento</numerusform>
        </translation>
    </message>
    <message>
        <source>Quitting cuts them off. The programs get an error.</source>
        <translation>Encerrar as interrompe. Os programas recebem um erro.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Continuar em execução</translation>
    </message>
    <message>
        <source>Quit now</source>
        <translation>Encerrar agora</translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::ServerPill</name>
    <message>
        <source>Copy endpoint URL</source>
        <translation>Copiar URL do endpoint</translation>
    </message>
    <message>
        <source>Resume routing</source>
        <translation>Retomar roteamento</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>Mostrar o que houve</translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need(s) attention</source>
        <translation>
            <numerusform>%1, %n precisa de atenção</numerusform>
            <numerusform>%1, %n precisam de atenção</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>omni::ui::shell::TrayMenu</name>
    <message>
        <source>Combo: by model name</source>
        <translation>Combo: pelo nome do modelo</translation>
    </message>
    <message>
        <source>Combo: %1</source>
        <translation>Combo: %1</translation>
    </message>
    <message>
        <source>By model name</source>
        <translation>Pelo nome do modelo</translation>
    </message>
    <message>
        <source>Edit combos…</source>
        <translation>Editar combos…</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Nada precisa de atenção</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atenção</translation>
    </message>
    <message>
        <source>Attention (%1)</source>
        <translation>Atenção (%1)</translation>
    </message>
    <message>
        <source>Recent errors</source>
        <translation>Erros recentes</translation>
    </message>
</context>
<context>
    <name>omni::ui::widgets::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>omni::ui::widgets::CopyIconButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>omni::ui::widgets::NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
<context>
    <name>omni::ui::widgets::Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
</TS>
