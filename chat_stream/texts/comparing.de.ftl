### One question to several models.

comparing = Antworten nebeneinander
comparing-choose = Diese Antwort wählen
comparing-followed = Noch ist keine Antwort gewählt. Deine nächste Nachricht knüpft an die von { $model } an.
comparing-models = Modelle zum Vergleichen
comparing-add = Ein Modell zum Vergleichen hinzufügen
comparing-begin = Vergleichen
comparing-remove = { $model } entfernen
