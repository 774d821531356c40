### What the server refuses, and why.

refused-role = Deine Rolle in diesem Team erlaubt das nicht. Wende dich an jemanden, dem das Team gehört.
refused-restart = Der Server wird gerade neu gestartet. Sende gleich noch einmal.
refused-no-answer = Das ist keine Antwort.
refused-no-question = Nur eine Frage kann bearbeitet werden.
refused-complete = Diese Antwort ist schon vollständig oder wird gerade geschrieben.
refused-writing-already = Dieses Modell schreibt schon eine Antwort auf diese Frage.
refused-model = Das Modell „{ $model }“ gibt es hier nicht. Wähle ein anderes.
refused-title = Gib einen Titel mit höchstens { $longest } Zeichen ein.
refused-prompt = Gib einen System-Prompt mit höchstens { $longest } Zeichen ein.
refused-temperature = Gib eine Temperatur von 0 bis 2 ein, oder lass das Feld leer.
refused-length = Gib eine maximale Länge von 1 bis { $most } Token ein, oder lass das Feld leer.
refused-effort = Wähle einen Denkaufwand aus der Liste.
refused-numbers = Gib für Temperatur und maximale Länge Zahlen ein, oder lass die Felder leer.
refused-generations = { $most ->
    [one] Für dich wird schon 1 Antwort geschrieben. Sende noch einmal, wenn sie fertig ist.
   *[other] Für dich werden schon { $most } Antworten geschrieben. Sende noch einmal, wenn eine fertig ist.
}
refused-beside = Für dich können höchstens { $most } Antworten gleichzeitig geschrieben werden. Hier wären es { $answers }, und { $written ->
    [0] noch wird keine geschrieben.
    [one] 1 wird schon geschrieben.
   *[other] { $written } werden schon geschrieben.
}
refused-compared = Höchstens { $most } Modelle können gleichzeitig verglichen werden.

limit-sends = Du hast { $most } Nachrichten in einer Minute gesendet. { try-again }
limit-failures = Das Passwort war zu oft falsch. { try-again }
limit-sign-ins = Aus deinem Netz melden sich zu viele Leute an. { try-again }
limit-sign-ups = Aus deinem Netz wurden zu viele Konten erstellt. { try-again }
limit-tabs = Du hast hier zu viele Tabs offen. Schließe einen. { try-again }
limit-reads = Du hast zu viele offene Streams. Schließe einen. { try-again }
try-again = Versuche es { in-a-while } noch einmal.
in-a-while = { $wait ->
    [moment] in einem Moment
    [seconds] { $amount ->
        [one] in 1 Sekunde
       *[other] in { $amount } Sekunden
    }
   *[minutes] { $amount ->
        [one] in 1 Minute
       *[other] in { $amount } Minuten
    }
}

refused-name = Gib den Namen ein, den andere sehen sollen, mit höchstens { $longest } Zeichen.
refused-team-name = Gib einen Namen für das Team ein, mit höchstens { $longest } Zeichen.
refused-token-name = Gib einen Namen ein, der sagt, wofür das Token ist, mit höchstens { $longest } Zeichen.
refused-email = Gib eine Adresse wie ada@example.com ein.
refused-password = Wähle ein Passwort mit mindestens 8 Zeichen.
refused-taken = Zu dieser Adresse gibt es schon ein Konto. Melde dich damit an.
refused-closed = Um hier ein Konto zu erstellen, brauchst du eine Einladung. Bitte jemanden, der schon ein Konto hat, um einen Link.
refused-disabled = Dieses Konto ist gesperrt. Wende dich an die Verwaltung.
refused-pair = Adresse und Passwort passen nicht zusammen. Prüfe beides und versuche es noch einmal.
refused-old-link = Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte um einen neuen.
refused-wrong-password = Das ist nicht dein Passwort. Prüfe es und versuche es noch einmal.
refused-foreign = Diese Anfrage kam nicht von der Seite der App selbst.
refused-openid = Der andere Dienst hat nicht bestätigt, wer du bist. Versuche es noch einmal oder melde dich mit einem Passwort an.
refused-unverified = Der andere Dienst weiß nicht, ob die E-Mail-Adresse dir gehört. Bestätige sie dort und versuche es noch einmal.
refused-tokens = Du hast schon { $most } Token. Widerrufe eines, das du nicht mehr brauchst.
refused-invitations = Es gibt schon { $most } offene Einladungen. Ziehe zuerst eine zurück.
refused-last-owner = Ein Team muss jemandem gehören. Übergib es zuerst oder lösche es.
refused-owned-team = Das Team „{ $team }“ würde dann niemandem mehr gehören. Übergib oder lösche es zuerst.
refused-last-administrator = Dann könnte sich niemand mit Verwaltungsrechten mehr anmelden. Gib diese Rechte zuerst jemand anderem.
refused-lose-administrator = Dann hätte in dieser Installation niemand mehr Verwaltungsrechte. Gib sie zuerst jemand anderem.
refused-last-model = Mindestens ein Modell muss erlaubt bleiben.
refused-default-model = Das Standardmodell muss eines der erlaubten sein.

refused-provider = Wähle einen der Anbieter.
refused-key = Gib den Schlüssel genau so ein, wie ihn der Anbieter zeigt: mindestens 8 Zeichen, ohne Leerzeichen.
refused-one-address = { $provider } hat nur eine Adresse. Lass das Feld leer.
refused-needs-key = Der Server an dieser Adresse verlangt einen Schlüssel.
refused-address = Gib eine Adresse wie https://models.example.com/v1 ein.
