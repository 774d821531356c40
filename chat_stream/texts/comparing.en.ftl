### One question to several models.

comparing = Answers side by side
comparing-choose = Choose this answer
comparing-followed = No answer is chosen yet. Your next message will continue from the one by { $model }.
comparing-models = Models to compare
comparing-add = Add a model to compare
comparing-begin = Compare
comparing-remove = Remove { $model }
