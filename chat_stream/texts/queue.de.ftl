### Questions that wait below the answer that is being written.

queue-waiting = In der Warteschlange
queue-count = { $count ->
    [one] 1 Frage wartet.
   *[other] { $count } Fragen warten.
}
queue-first = Wartet, bis die Antwort darüber vollständig ist
queue-later = Danach diese Frage
queue-next = Wird als Nächstes beantwortet
queue-stopped = Pausiert, weil die Antwort darüber angehalten wurde.
queue-failed = Pausiert, weil die Antwort darüber fehlschlug.
queue-go-on = Weitermachen
queue-send-now = Jetzt senden
queue-send-now-hint = Jetzt gleich beantworten, gleichzeitig mit der darüber
queue-take-back = Zurücknehmen
queue-take-back-hint = Aus der Warteschlange nehmen; der Text kommt ins Nachrichtenfeld zurück

refused-queued = { $most ->
    [one] Du hast schon 1 wartende Frage. Sende noch einmal, wenn sie beantwortet ist.
   *[other] Du hast schon { $most } wartende Fragen. Sende noch einmal, wenn eine beantwortet ist.
}
refused-not-yours = Nur wer das gefragt hat, kann es zurücknehmen.
refused-asked = Diese Frage wird schon beantwortet.
