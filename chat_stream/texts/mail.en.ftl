### Mail. Only the server says it.

mail-invitation-subject = { $host } invites you to { $team }
mail-invitation =
    { $host } invites you to the team “{ $team }” on chat_stream.

    To join, open this link within 7 days:

    { $link }
