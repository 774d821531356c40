### Why an answer failed or ended before it was complete. Stored with it, by key.

failure-who = { $provider ->
    [own-server] Der Server des Modells
   *[other] { $provider }
}
failure-of-them = { $provider ->
    [own-server] des Modellservers
   *[other] von { $provider }
}
failure-to-them = { $provider ->
    [own-server] zum Server des Modells
   *[other] zu { $provider }
}
failure-at-them = { $provider ->
    [own-server] beim Server des Modells
   *[other] bei { $provider }
}
failure-key = { $keys ->
    [0] den Schlüssel
    [1] { $key }
   *[other] { $key } oder { $other_key }
}

failure-unreachable = { failure-who } ist nicht erreichbar. Prüfe, ob er läuft und die Adresse stimmt.
failure-unknown-host = Die Adresse { failure-of-them } ist nicht zu finden. Prüfe sie und deine Netzwerkverbindung.
failure-insecure = Die Verbindung { failure-to-them } ist nicht sicher: Dem Zertifikat wird nicht vertraut. Prüfe die Adresse.
failure-private-address = Die Adresse { failure-of-them } liegt in einem privaten Netz, was hier nicht erlaubt ist.
failure-needs-key = { failure-who } braucht einen Schlüssel. Setze { failure-key } und starte die App neu, oder wähle ein anderes Modell.
failure-key-refused = { failure-who } hat den Schlüssel abgelehnt. Prüfe { failure-key } und starte die App neu.
failure-own-key-refused = { failure-who } hat den Schlüssel aus den Einstellungen abgelehnt. Ersetze ihn dort oder wähle ein anderes Modell.
failure-unknown-model = { failure-who } hat kein Modell mit dem Namen „{ $model }“. Wähle ein anderes Modell.
failure-rate-limited = { failure-who } bekommt gerade zu viele Anfragen. { try-again }
failure-out-of-credit = Das Konto { failure-at-them } hat kein Guthaben mehr. Lade es dort auf oder wähle ein anderes Modell.
failure-overloaded = { failure-who } ist überlastet. Versuche es { in-a-while } noch einmal oder wähle ein anderes Modell.
failure-provider-failed = { failure-who } konnte nicht antworten. Versuche es noch einmal oder wähle ein anderes Modell.
failure-context-too-long = Dieser Chat ist zu lang für „{ $model }“. Beginne einen neuen Chat oder wähle ein anderes Modell.
failure-content-filtered = { failure-who } hat die Antwort wegen seiner Inhaltsregeln zurückgehalten. Versuche es mit anderen Worten.
failure-bad-request = { failure-who } nimmt diese Anfrage für „{ $model }“ nicht an. Wähle ein anderes Modell.
failure-no-answer = { failure-who } hat nicht rechtzeitig mit der Antwort begonnen. Versuche es noch einmal oder wähle ein anderes Modell.
failure-stalled = { failure-who } ist mitten in der Antwort verstummt. Versuche es noch einmal.
failure-cut-off = Die Antwort brach vor ihrem Ende ab. Versuche es noch einmal.
failure-garbled = { failure-who } hat etwas gesendet, das nicht zu lesen ist. Versuche es noch einmal oder wähle ein anderes Modell.
failure-empty = { failure-who } hat eine leere Antwort gesendet. Versuche es noch einmal oder wähle ein anderes Modell.
failure-refused = Das Modell hat sich geweigert, darauf zu antworten. Versuche es mit anderen Worten oder wähle ein anderes Modell.
failure-tool-asked = Das Modell wollte ein Werkzeug benutzen, aber hier gibt es keines. Bitte es um eine Antwort ohne Werkzeuge, oder wähle ein anderes Modell.
failure-not-shown = Das Modell hat mehr als Text gesendet, etwa ein Bild, einen Ton oder eine Datei. Das kann hier nicht gezeigt werden.
failure-no-model = Unter der Adresse { failure-of-them } antwortet kein Modell, sondern etwas anderes, etwa eine Webseite. Prüfe die Adresse: Meist endet sie auf /v1.
failure-behind-proxy = Ein Proxy hat geantwortet, kam aber nicht bis { failure-to-them } durch. Versuche es { in-a-while } noch einmal oder prüfe, ob der Server läuft.
failure-only-thoughts = Das Modell hat nachgedacht, aber keine Antwort gegeben. Mit „Fortsetzen“ antwortet es, mit „Erneut versuchen“ beginnt es von vorn.
failure-thoughts-cut = Das Modell hat die maximale Länge erreicht, während es noch nachdachte, und deshalb keine Antwort gegeben. Setze sie fort oder erlaube in den Chat-Einstellungen längere.
failure-blank = Die Antwort ist leer. Setze sie fort, versuche es erneut oder wähle ein anderes Modell.
failure-no-list = An dieser Adresse gibt es keine Modellliste. Prüfe sie: Meist endet sie auf /v1.
failure-no-models = An dieser Adresse gibt es kein Modell, das chatten kann. Lade dort eines und versuche es noch einmal.
failure-elsewhere = Diese Adresse leitet weiter zu { $address }. Wenn dort der Server des Modells ist, gib stattdessen diese ein.

failure-interrupted = Der Server wurde angehalten, während dies geschrieben wurde.
failure-unsaved = Die Antwort konnte nicht gespeichert werden, weil sich in die Datenbank nicht schreiben lässt. Versuche es später noch einmal.
failure-unstorable = Die Antwort enthielt Text, den die Datenbank nicht speichern kann. Versuche es noch einmal.
failure-unexpected = Auf dem Server ist etwas schiefgegangen. Versuche es erneut oder wende dich an die Verwaltung.
