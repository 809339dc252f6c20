# 獎勵計劃：在有關欄目旁邊說明的問題，以及計劃、參選作品、評審團和評分表的狀況。

## 獎勵計劃的問題

awards-not-open = 尚未接受參選。{ $opens }開始接受，請屆時再來。
awards-closed = 參選已於{ $since }截止。如因事未能及時遞交，請聯絡獎勵計劃秘書。
awards-rules-frozen = 自{ $since }收到首份參選作品或首張選票起，評審準則、比重、可投票數及計算方法均不能更改。如須更改，請複製為新一屆計劃。
awards-scheme-not-draft = 這個計劃已經公布。
awards-scheme-not-published = 計劃須先公布，才可宣布結果，而且只可宣布一次。請到計劃頁面查看狀況。
awards-not-approved = 部分獎項的決定尚未獲批准。請待全部獲批准後，才宣布結果。
awards-no-stop = 尚未設有可供市民投票的展覽站。請先加設展覽站，然後開始投票。
awards-embargo = 結果在{ $until }前不得宣布，請屆時再辦理。

## 擬訂計劃時的問題

awards-both-languages = 此處各項文字均須以中文及英文填寫。
awards-no-award = 請加設最少一個可供參選的獎項。
awards-code-twice = 有兩個獎項同用編號{ $code }。每個獎項的編號不可相同。
awards-grace-negative = 寬限時間最少為0分鐘。
awards-shortlist-none = 入圍名單最少須有1份參選作品。
awards-min-judges-none = 每份參選作品最少須有1名評審。
awards-ties-twice = 同一個同分處理步驟重複列出。每個步驟只可列出一次。
awards-criteria-sum = 「{ $award }」各項評審準則的比重合計為{ $sum }%。請調整至合計100%。
awards-criterion-none = 「{ $award }」每項評審準則的比重最少為1%。
awards-criterion-twice = 「{ $award }」有兩項評審準則同用一個編號。每項準則的編號不可相同。
awards-parts-sum = 「{ $award }」的市民投票及評審團比重現時合計為{ $sum }%。兩者均須介乎0至100%，合計須為100%。
awards-votes-none = 「{ $award }」設有市民投票，每人最少可投1票。
awards-entries-close-first = 截止參選時間必須在開始參選時間之後。
awards-voting-closes-first = 截止投票時間必須在開始投票時間之後。
awards-voting-too-soon = 參選於{ $after }截止。開始投票時間不可早於這個時間。
awards-voting-missing = 這個計劃設有市民投票，請填寫開始及截止投票的時間。
awards-voting-half = 請同時填寫開始及截止投票的時間，或兩者均留空。
awards-judging-ends-first = 評審的最後一天不可早於第一天。
awards-judging-too-soon = 參選或投票至{ $after }才截止。評審最早可在當天開始。
awards-announced-too-soon = 評審於{ $after }結束。結果最早可在當天宣布。

## 參選作品的問題

awards-entry-move = 參選作品在現階段不能這樣處理。請到作品頁面查看狀況。
awards-entry-stays = 凡公布了服務承諾的部門均會參加這個計劃，因此不能撤回。如資料有誤，請通知獎勵計劃秘書。
awards-led-too-many = 你所屬部門已牽頭提交兩份參選作品：{ $first }及{ $second }。請先撤回其中一份，或以伙伴身分參與其他部門的作品。
awards-no-pledge = { $organisation }尚未公布服務承諾，不能參選。請先登記其服務承諾。
awards-file-kind = 「{ $name }」並非PDF、JPEG或PNG檔案，亦非這類檔案的連結。請選用名稱以.pdf、.jpg或.png結尾的檔案或連結。
awards-english-missing = 請同時以英文填寫。
awards-chinese-missing = 請同時以中文填寫。
awards-words-long = 這段文字共有{ $count }個英文字，上限為{ $limit }個，請予精簡。
awards-characters-long = 這段文字共有{ $count }字，上限為{ $limit }字，請予精簡。
awards-lost-character = 這段文字有字元遺失，請重新輸入。
awards-mostly-chinese = 英文一欄所填的大多是中文。請以英文填寫；如無須更改，請勾選「文字無誤，照此遞交」。
awards-no-chinese = 中文一欄並無中文字。請以中文填寫；如無須更改，請勾選「文字無誤，照此遞交」。
awards-award-missing = 請選擇最少一個獎項，並只選可供參選的獎項。
awards-images-many = 展板最多可展示{ $limit }張圖片，請刪去多出的圖片。
awards-image-undescribed = 請以中文及英文說明「{ $name }」的內容，方便未能看到圖片的人士。
awards-partner-twice = { $organisation }已參與這份作品。每個部門只可填報一次。
awards-partner-silent = { $organisation }尚未同意參與。請等候答覆，或從作品中剔除該部門。
awards-endorsement-missing = 參選作品須經部門首長認可。請以中文及英文填寫其職位，並填寫日期。

## 參選資格及入圍名單的問題

awards-same-officer = 你已審核這份參選作品，這個步驟須由另一人辦理。
awards-already-checked = 已有兩名人員審核這份參選作品，無須再作審核。
awards-not-disputed = 兩名人員審核後意見不一，才須裁定。這份參選作品並無這個情況。
awards-reason-both-languages = 請以中文及英文填寫原因，供有關部門閱覽。
awards-already-appealed = 已經提出上訴。上訴以一次為限。
awards-appeal-closed = 上訴期限至{ $since }為止。如對決定有疑問，請向獎勵計劃秘書查詢。
awards-checks-open = 尚有{ $count }份參選作品未完成審核：{ $entries }。請先完成審核，然後封存入圍名單。
awards-stop-open = 首個展覽站已於{ $since }開放，入圍名單不能再封存。

## 評審團的問題

awards-round-move = 現階段的評審工作不容許這樣做。請到評審頁面查看狀況。
awards-panel-small = 評審團現有{ $seats }人，最少須有{ $least }人。請先增加評審。
awards-one-chair = 評審團須有一名主席，亦只可有一名。請選定主席。
awards-not-sealed = 入圍名單尚未封存。請先封存名單，然後讓評審申報利益。
awards-not-declaring = 利益申報在評審工作展開後開始，至開始評分為止。如現時有事項須申報，請通知評審團主席。
awards-declarations-open = { $undeclared ->
        [0] 申報已全部填妥
       *[other] 尚有{ $undeclared }項申報未填
    }，{ $unruled ->
        [0] 沒有申報待主席裁定
       *[other] 另有{ $unruled }項待主席裁定
    }。全部辦妥後才可開始評分。
awards-own-declaration = 你不能裁定自己的申報，須由另一人辦理。
awards-nothing-to-rule = 評審未能確定有否利益關係，才須裁定，並以一次為限。這項申報無須裁定。
awards-own-organisation = 你在{ $organisation }任職或出任其顧問，而該機構參與這份作品，因此你須迴避。如情況有異，請通知獎勵計劃秘書。
awards-interest = 你已申報與這份參選作品有利益關係，因此須迴避。
awards-ruled-out = 評審團主席裁定你須就這份參選作品迴避。
awards-awaits-ruling = 你未能確定與這份參選作品有否利益關係，請等候評審團主席裁定。
awards-undeclared = 尚有{ $left }份參選作品未申報。請先完成申報，然後查閱作品。
awards-not-scoring = 尚未開始評分。評分最早於{ $opens }開始，並須待所有評審完成申報。
awards-scoring-closed = 評分已經結束，限期為{ $since }。如須更改分數，請聯絡評審團主席。
awards-sheets-few = 每份參選作品最少須有{ $least }份已遞交的評分表。以下作品的評分表不足：{ $entries }。請通知評審遞交。
awards-approver-is-chair = 評審團主席不能同時批准有關決定，須由另一人辦理。
awards-approver-set-up = 這個計劃由你擬訂，因此你不能批准有關決定。請由另一名獎勵計劃秘書辦理。

## 分配評審時的問題

awards-judges-few = { $entry }須有{ $needed }名評審，但評審團中{ $allowed ->
        [0] 沒有人
       *[other] 只有{ $allowed }人
    }可評審這份作品。請增加評審。
awards-loads-low = 須分配的評分表共{ $sheets }份，全體評審最多只可處理{ $room }份。請提高每人的上限，或增加評審。
awards-judges-stuck = { $entry }尚欠{ $missing }名評審，因為可評審這份作品的人均已達到上限。請提高每人的上限，或增加評審。
awards-judges-apart = 評審分成{ $parts }組，各組沒有共同評審的作品，分數因此無法比較。請為每份作品安排更多評審。

## 評分表的問題

awards-score-bad = 「{ $given }」並非有效分數。請輸入0至10分，可用半分，例如7或7.5。
awards-score-missing = 請為「{ $criterion }」評分。
awards-criterion-unknown = 這個獎項沒有這項評審準則。請重新開啟評分表，按所列準則評分。
awards-comment-missing = 有評分為3分或以下，或9分或以上，請填寫評語。
awards-sheet-locked = 這份評分表已經遞交，不能更改。如須更改，請要求評審團主席發還。
awards-sheet-not-submitted = 這份評分表現時並未遞交，無須發還。

## 作出決定時的問題

awards-undecided = 請決定{ $entry }的獎項結果。
awards-decided-twice = { $entry }有兩項決定，請只保留一項。
awards-not-ranked = { $entry }不在這個獎項的排名之內，請刪去有關決定。
awards-departs = { $entry }的決定與排名不同，請填寫原因。

## 各處通用的問題

awards-chair-only = 只有評審團主席才可辦理，請聯絡主席。
awards-reason-missing = 請填寫原因。

## 參選方式

awards-mode-auto-enrol = 所有公布了服務承諾的部門均會參選
awards-mode-nomination = 由部門自行提名參選

## 角逐獎項的作品

awards-admits-entered = 報名角逐這個獎項的參選作品
awards-admits-shortlisted = 所有入圍其他獎項的參選作品

## 計劃的狀況

awards-scheme-draft = 草稿
awards-scheme-published = 已公布
awards-scheme-announced = 已宣布結果
awards-phase-draft = 草稿
awards-phase-upcoming = 尚未接受參選
awards-phase-entries = 接受參選
awards-phase-checking = 審核參選作品
awards-phase-voting = 接受投票
awards-phase-before-judging = 等候評審
awards-phase-judging = 評審中
awards-phase-embargo = 結果有待宣布
awards-phase-announced = 已宣布結果

## 參選作品的狀況

awards-entry-draft = 草稿
awards-entry-enrolled = 已參選，資料待確認
awards-entry-submitted = 已遞交
awards-entry-returned = 發還修改
awards-entry-eligible = 符合資格
awards-entry-ineligible = 不符合資格
awards-entry-shortlisted = 入圍
awards-entry-not-shortlisted = 未能入圍
awards-entry-on-display = 展出中
awards-entry-judged = 已評審
awards-entry-winner = 得獎
awards-entry-merit = 嘉許獎
awards-entry-not-awarded = 未有獲獎
awards-entry-withdrawn = 已撤回
awards-entry-disqualified = 已取消資格

## 評審工作的狀況

awards-round-set-up = 籌備中
awards-round-declaring = 申報利益
awards-round-scoring = 評分中
awards-round-locked = 分數已鎖定
awards-round-deliberating = 商議中
awards-round-decided = 已作決定，待批准
awards-round-approved = 已批准
awards-round-announced = 已宣布

## 評審的利益申報及主席的裁定

awards-stance-none = 沒有利益關係
awards-stance-interest = 有利益關係
awards-stance-unsure = 未能確定
awards-ruling-cleared = 可以評審
awards-ruling-barred = 須迴避

## 同分的處理步驟

awards-tie-higher-panel = 評審團評分較高者為先
awards-tie-first-criterion = 首項評審準則得分較高者為先

## 市民投票與評審團評分的合計方法

awards-combination-most-voted = 得票最多的作品作100分計，其餘按得票比例折算，再與評審團的平均分（100分為滿分）按比重相加。
awards-combination-share = 以每份作品佔總票數的百分率，與評審團的平均分（100分為滿分）按比重相加。
awards-combination-min-max = 得票及評審團的平均分各自折算，最低者為0分，最高者為100分，然後按比重相加。
awards-combination-rank-sum = 按得票及評審團的平均分分別排名，兩個名次按比重相加，數值最低者勝出。

## 評分寬緊的處理

awards-adjustment-raw = 按評審所給的分數計算。
awards-adjustment-shrunk = 按各評審評分的寬緊調整分數，並一併列出原來分數。

## 評分表的狀況

awards-sheet-open = 未遞交
awards-sheet-submitted = 已遞交
awards-sheet-returned = 發還修改

## 檔案種類

awards-file-pdf = PDF文件
awards-file-jpeg = JPEG圖片
awards-file-png = PNG圖片

## 兩名人員審核每份參選作品的項目

awards-check-may-enter = 該部門是否可參加這個計劃？
awards-check-right-award = 作品是否切合所角逐的獎項？
awards-check-within-period = 有關工作是否在計劃涵蓋的期間內進行？
awards-check-evidence-opens = 所有佐證是否均可開啟及閱讀？
awards-check-no-personal-particulars = 作品是否沒有載列個人資料？
