### Signing in and up, and where links lead that somebody was given.

entrance-email = E-Mail
entrance-password = Passwort
entrance-new-password = Neues Passwort
entrance-password-hint = Mindestens 8 Zeichen
entrance-name = Name

sign-in = Anmelden
sign-in-title = Willkommen zurück
sign-in-new-here = Neu hier?
sign-in-page = Anmelden · chat_stream
sign-in-through = Mit { $service } anmelden

sign-up = Konto erstellen
sign-up-title = Konto erstellen
sign-up-link = Konto erstellen
sign-up-known = Schon ein Konto?
sign-up-page = Konto erstellen · chat_stream

reset-title = Neues Passwort wählen
reset-save = Passwort speichern
reset-known = Doch wieder eingefallen?
reset-page = Neues Passwort · chat_stream

farewell = Die Sitzung wurde beendet: durch Abmelden an anderer Stelle, ein neues Passwort oder weil das Konto gesperrt wurde.

invitation-page = Einladung · chat_stream
invitation-title = { $team } beitreten
invitation-lead = { $who ->
    [nobody] Du wurdest eingeladen
   *[other] { $who } lädt dich ein
}, in diesem Team mitzuarbeiten. Deine Rolle: { role }. Du siehst dann die Chats des Teams, und die Mitglieder sehen, was du dort fragst.
invitation-join = Team beitreten
invitation-over = Diese Einladung gilt nicht mehr
invitation-over-lead = Sie wurde schon benutzt oder zurückgezogen, oder sie ist abgelaufen. Bitte um eine neue.
invitation-to-chats = Zu deinen Chats

not-found-page = Nicht gefunden · chat_stream
not-found-title = Nicht gefunden
not-found = Hier ist nichts, oder du hast keinen Zugriff darauf.
not-found-gone = Diesen Chat gibt es nicht mehr
not-found-begin = Neuen Chat beginnen

broken-title = Diese Seite funktioniert nicht mehr
broken = Das ist unser Fehler, nicht deiner. Deine Chats und alles, was du gesendet hast, sind gespeichert, und dein Entwurf ist noch da.
broken-reload = Seite neu laden
broken-error = Was schiefging: { $error }

lost-deleted = Dieser Chat wurde gelöscht.
lost-revoked = Dieser Chat gehört einem Team, in dem du nicht mehr Mitglied bist.

# A person's role in a team, within a sentence and by itself.
role = { $role ->
    [owner] Inhaber
    [admin] Admin
   *[member] Mitglied
}

server-away = Der Server ist nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.
reconnecting = Verbindung wird wiederhergestellt …
