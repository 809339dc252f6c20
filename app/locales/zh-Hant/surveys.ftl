# 意見調查：出席者對工作坊的評價，以及供籌辦人員參閱的結果。

## 問題：表格及結果表均採用

question-useful = 內容對工作的實用程度
question-level = 內容深淺及進度
question-speaker = 講者表現
question-materials = 講義及其他教材
question-venue = 場地及安排
question-best = 你認為工作坊最有幫助的是哪一部分？
question-better = 下次有哪些地方可以做得更好？

## 評分

score-5 = 非常滿意
score-4 = 滿意
score-3 = 一般
score-2 = 不滿意
score-1 = 非常不滿意

## 評價表

evaluate-kicker = 工作坊評價
evaluate-anonymous = 請就以下各項表示你的滿意程度，需時約90秒，最後兩題可以不填。答案與姓名分開存放；最少有{ $fewest }人作答後，籌辦人員才可參閱結果。
evaluate-send = 交回評價
evaluate-thanks = 多謝你的意見。評價已收到，當中並不記錄你的姓名。

## 未能接受的評價

surveys-missing-useful = 請選擇內容是否有用。
surveys-missing-level = 請選擇深淺程度是否合適。
surveys-missing-speaker = 請選擇講者的講解是否清楚。
surveys-missing-materials = 請選擇教材是否有幫助。
surveys-missing-venue = 請選擇場地及安排是否合適。
surveys-words-long = 請勿超過{ $limit }個字。
surveys-closed = 評價已於{ $closes }截止。你仍可在「我的報名」查閱出席紀錄。
surveys-answered = 你已就這個工作坊交回評價。每人只可作答一次。

## 結果

results-title = 評價結果
results-lead = 共有{ $n }名出席者作答。
results-few = { $n ->
    [0] 暫時未有人作答
   *[other] 暫時有{ $n }人作答
}
results-few-why = 為免從答案推斷出作答者的身分，最少有{ $fewest }人作答後才會顯示結果。請稍後再查閱。
results-caption = { $n }份答案的評分
results-question = 問題
results-mean = 平均分（5分為滿分）
results-words = 書面意見
