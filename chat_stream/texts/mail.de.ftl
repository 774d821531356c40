### Mail. Only the server says it.

mail-invitation-subject = { $host } lädt dich in { $team } ein
mail-invitation =
    { $host } lädt dich in das Team „{ $team }“ auf chat_stream ein.

    Zum Beitreten öffne diesen Link innerhalb von 7 Tagen:

    { $link }
