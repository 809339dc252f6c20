# Surveys: the evaluation of a workshop by those who attended, and its results for the organiser.

## Questions, asked on the form and named in the table of results

question-useful = Usefulness for your work
question-level = Level and pace
question-speaker = Speakers
question-materials = Handouts and other materials
question-venue = Venue and arrangements
question-best = What helped you most?
question-better = What should we do better next time?

## Scores

score-5 = Very satisfied
score-4 = Satisfied
score-3 = Neither satisfied nor dissatisfied
score-2 = Dissatisfied
score-1 = Very dissatisfied

## The form

evaluate-kicker = Evaluation
evaluate-anonymous = Tell us how satisfied you are with each of the following. It takes about 90 seconds, and the last two questions may be left blank. Your answers are kept apart from your name, and the organiser sees results only when at least { $fewest } people have answered.
evaluate-send = Send my evaluation
evaluate-thanks = Thank you. Your evaluation has been received, and your name is not kept with it.

## What may be wrong with it

surveys-missing-useful = Say how useful it was.
surveys-missing-level = Say whether the level was right.
surveys-missing-speaker = Say how clear the speakers were.
surveys-missing-materials = Say how helpful the materials were.
surveys-missing-venue = Say how suitable the venue and arrangements were.
surveys-words-long = Use no more than { $limit } characters.
surveys-closed = This evaluation closed on { $closes }. You can still see your attendance record under “My registrations”.
surveys-answered = You have already evaluated this workshop. Each person may answer once.

## The results

results-title = Evaluation results
results-lead = { $n ->
    [one] 1 person who attended has answered.
   *[other] { $n } people who attended have answered.
}
results-few = { $n ->
    [0] Nobody has answered yet
    [one] 1 answer so far
   *[other] { $n } answers so far
}
results-few-why = Results are shown when at least { $fewest } people have answered, so that no answer can be traced to a person. Please come back later.
results-caption = { $n ->
    [one] Scores from 1 answer
   *[other] Scores from { $n } answers
}
results-question = Question
results-mean = Mean out of 5
results-words = In their own words
