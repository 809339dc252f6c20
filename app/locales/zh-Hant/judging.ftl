# 評審：評審團、利益申報、評分表、評審團會議、結果。

nav-judging = 評審

## 評審團的問題

judging-closes-first = 評分的結束時間須在開始時間之後。
judging-closes-late = 結果於{ $announce }公布，評分須在此之前結束。
judging-organisation-unknown = 沒有機構採用「{ $organisation }」這個代號。請輸入代號，例如AFCD，並以空格分隔。
judging-judge-unknown = 這個電郵地址不屬於任何使用者。請先聯絡系統管理員加入該人員。
judging-judge-role = 這名人員並非擔任評審的職位。請先聯絡系統管理員編配職位，然後加入評審團。
judging-chair-role = 這名人員並非擔任評審團主席的職位。請先聯絡系統管理員編配職位，或另選主席。
judging-has-scored = 這名評審已遞交評分表，有關分數是評審結果的一部分，席位須予保留。
judging-link-lapsed = 這項邀請已經失效。如收到較新的信件，請使用該信的連結；否則請向獎勵計劃秘書查詢。

## 利益申報的問題

judging-note-missing = 請簡述未能確定與{ $entry }有否利益關係的原因，以便主席裁定。
judging-already-ruled = 主席已就這項申報作出裁定，不能更改。如確有利益關係，仍可申報。
judging-ruling-missing = 請選擇這名評審可否評審這份作品。

## 分配評審時的問題

judging-each-few = 按計劃規則，每份作品最少須有{ $least }名評審。
judging-over-most = { $judge }將獲派{ $load }份作品，超出其上限{ $most }份。請減少每份作品的評審人數、增加評審，或請該評審提高上限。
judging-assigned-already = 這名評審已獲派這份作品的評分表。
judging-judge-serves = 這名評審在{ $organisation }任職或出任其顧問，而該機構參與這份作品，因此須迴避。請另選評審。
judging-judge-interest = 這名評審已申報與這份作品有利益關係，因此須迴避。請另選評審。
judging-judge-ruled-out = 主席裁定這名評審須就這份作品迴避。請另選評審。
judging-judge-awaits = 這名評審未能確定與這份作品有否利益關係，主席尚未裁定。請等候裁定，或另選評審。
judging-judge-undeclared = 這名評審尚未就所有作品作出申報。請通知該評審申報，或另選評審。
judging-unassigned = 有{ $count }份作品的評審少於{ $least }名：{ $entries }。請先分配評審，然後開始評分。

## 評分表的問題

judging-other-score = 你在另一頁面或裝置把這項分數儲存為{ $kept }，本頁則為{ $typed }。請保留正確的分數，然後再次儲存。
judging-other-comment = 你在另一頁面或裝置儲存了另一段評語：「{ $kept }」。請整合評語，然後再次儲存。

## 票數及決定的問題

judging-votes-hidden = 你是評審團成員，分數鎖定後才可查看市民的票數。
judging-votes-bad = 請輸入票數，須為0或以上的整數。
judging-no-public-part = 這個計劃不設市民投票。
judging-votes-missing = 市民的票數尚未核實。須由一名人員輸入，另一名人員確認，評審團才可作出決定。
judging-votes-confirmed = 票數已經確認。
judging-same-certifier = 票數由你輸入，須由另一人確認。
judging-chair-barred = 你與{ $entry }有利益關係，這份作品的決定須按照排名。

## 完成後的訊息

done-judge-invited = 新的邀請已經發出，舊連結不再有效。
done-round-open = 評審工作已經展開，並已通知各評審申報利益。
done-declared = 你的申報已經儲存，謝謝。
done-assigned = 作品已分配給各評審。
done-scoring = 評審現可評分，並已獲通知。
done-chased = 已提醒尚未完成的評審。
done-sheet-saved = 已儲存，你可以隨時繼續。
done-sheet-submitted = 評分表已經遞交，謝謝。
done-sheet-returned = 評分表已發還評審。
done-locked = 分數已經鎖定，結果如下。
done-votes-entered = 票數已經輸入，須由另一名人員確認。
done-votes-certified = 票數已經核實。
done-decided = 決定已經記錄，須由另一名人員批准。
done-approved = 決定已獲批准，結果會在預定時間自動公布。

## 邀請

judging-invitation = 評審邀請
judging-invitation-lead = 誠邀你加入評審團。以下是評審工作的內容及日期。
judging-task = 評審工作
judging-task-judge = 申報利益，細閱獲派的參選作品，並按已公布的準則評分；評審團其後會舉行一次會議。
judging-task-chair = 主持評審團：就未能確定的利益申報作出裁定，與其他評審一樣細閱作品並評分，主持會議及記錄決定。
judging-declare-until = 申報限期
judging-score-until = 評分限期
judging-awards = 評審的獎項
judging-interest-word = 細閱作品前，你會先看到有哪些部門參選。如與作品有利益關係，便無須評審該份作品。
judging-accept = 接受邀請
judging-decline = 婉拒邀請
judging-you-accepted = 你已接受邀請，謝謝。開始申報利益時，我們會以信件通知你。
judging-you-declined = 你已婉拒邀請，謝謝告知。如改變主意，仍可在此接受。
judging-to-my-round = 前往我的評審工作

## 我的評審工作

judging-title = 評審
judging-lead = 與你有關的評審團及其進度。
judging-rounds = 各項評審
judging-none = 暫無評審工作
judging-none-why = 獲邀加入評審團而又沒有婉拒，有關工作便會在此列出。
judging-no-round = 尚未安排評審
judging-my-round = 我的評審工作
judging-progress = 已遞交{ $done }份評分表，共{ $of }份
judging-n-of = { $of }份中的{ $n }份
judging-declare-by = 請在{ $moment }前申報
judging-opens-at = { $moment }開始評分
judging-closes-at = { $moment }結束評分
judging-announced-at = { $moment }公布結果
judging-not-open-yet = 評審工作尚未展開，屆時會以信件通知你，現時無須辦理任何事項。
judging-to-table = 前往評審團會議頁
judging-serve = 你任職或擔任顧問的機構
judging-serve-lead = 這些機構參與的作品不會交由你評審。
judging-serve-more = 加入其他機構
judging-serve-hint = 請輸入機構代號，以空格分隔，例如AFCD HD。加入後不能刪除。
judging-serve-send = 加入
judging-declare = 你的利益申報
judging-declare-lead = { $left ->
        [0] 你已就所有作品作出申報。開始評分前仍可更改。
       *[other] 尚有{ $left }份作品未申報。全體評審完成申報前，任何人都不能查閱作品。
    }
judging-declare-send = 儲存申報
judging-note = 請主席留意的事項
judging-note-hint = 如未能確定，必須填寫。
judging-sheets = 須評分的作品
judging-sheets-done = 已遞交評分表
judging-barred = 你無須評審的作品
judging-why = 原因

## 評分表

judging-visit = 秘書處探訪紀錄
judging-scale = 每項準則由0至10分，可用半分：0至2分幾乎未見，3至4分欠佳，5至6分穩妥，7至8分良好，9至10分卓越。
judging-weight = 比重{ $n }%
judging-comment = 評語
judging-comment-hint = 有評分為3分或以下，或9分或以上，必須填寫。評審團會在會議上閱覽，不列出你的姓名。
judging-total = 暫計總分：{ $total }（滿分100）
judging-total-head = 總分
judging-save = 儲存
judging-submit = 遞交
judging-returned = 主席已發還這份評分表：{ $reason }
judging-locked-why = 這份評分表只供閱覽，不能更改。如須更改，請聯絡評審團主席。
judging-previous = 上一份作品
judging-next = 下一份作品
judging-next-to-do = 下一份未完成的作品
judging-way = 其他作品
judging-aside = 我與這份作品有利益關係
judging-aside-loss = 你將不再評審這份作品，有關評分表連同分數及評語會一併收回，不能復原。
judging-aside-send = 申報利益關係

## 評審團內部頁面

judging-panel = 評審團
judging-no-round-lead = 這個計劃尚未安排評審。請填寫評分日期，其後仍可更改。
judging-opens = 開始評分
judging-opens-hint = 評審須在此之前申報利益。
judging-closes = 結束評分
judging-dates = 更改日期
judging-window = 評分由{ $opens }至{ $closes }
judging-what-next = 下一步
judging-open-lead = 評審團人選齊備、入圍名單封存後，便可讓評審申報利益。
judging-open-send = 展開評審工作
judging-begin-lead = 全體評審完成申報、作品分配妥當後，便可開始評分。
judging-begin-send = 開始評分
judging-lock-lead = 每份作品最少有{ $n }份已遞交的評分表，便可鎖定分數。屆時未遞交的評分表不予計算。
judging-lock-send = 鎖定分數
judging-chase-send = 提醒尚未完成的評審
judging-seats = 席位
judging-seats-none = 評審團尚未有成員
judging-seats-none-why = 請在下方加入最少{ $n }名評審，並選定其中一人為主席。每人會收到個人邀請。
judging-judge = 評審
judging-serves = 任職或擔任顧問的機構
judging-serves-hint = 請輸入代號，以空格分隔。評審現職所屬機構會自動加入。
judging-declared = 申報
judging-all-declared = 已全部申報
judging-left = 尚餘{ $n }份
judging-most = 最多作品數目
judging-acts = 操作
judging-answer = 回覆
judging-answer-open = 尚未回覆
judging-answer-yes = 已接受
judging-answer-no = 已婉拒
judging-chair = 主席
judging-invite-again = 再次邀請
judging-unseat = 移除
judging-seat-add = 加入評審或更改席位
judging-seat-lead = 新評審會收到邀請信。輸入現有成員的電郵地址，可更改其席位。
judging-is-chair = 擔任評審團主席
judging-seat-send = 儲存席位
judging-declarations = 利益申報及裁定
judging-declarations-none = 暫無利益關係
judging-declarations-none-why = 評審申報的利益關係、未能確定的事項及所屬機構會在此列出。
judging-own = 所屬機構
judging-awaits = 有待裁定
judging-ruling = 裁定
judging-rule-send = 裁定
judging-assignment = 分配評審
judging-assign-lead = 作品不多時，由全體評審評審所有作品。作品眾多時，可為每份作品隨機安排若干評審；種子數相同，結果亦相同。
judging-each = 每份作品的評審人數（0：全體評審所有作品）
judging-seed = 種子數
judging-preview = 預覽
judging-loads = 各評審的作品數目
judging-entries-n = 作品數目
judging-mixed = 任何兩名評審共同評審{ $least }至{ $most }份作品；{ $strangers ->
        [0] 每對評審最少有一份相同作品。
       *[other] 有{ $strangers }對評審沒有相同作品。
    }
judging-obstacles = 這樣未能分配：
judging-assign-send = 分配共{ $n }份評審工作
judging-by-entry = 各作品的評分表
judging-by-entry-lead = 已遞交及已派發的評分表；每份作品最少須有{ $n }份
judging-one-more = 為作品增加一名評審
judging-one-more-send = 派發評分表
judging-return = 發還評分表
judging-return-send = 發還
judging-reason = 原因
judging-award = 獎項

## 市民的票數

judging-votes = 市民的票數
judging-votes-lead = 由一名人員輸入點票結果，另一名人員確認。確認前票數不計入排名。
judging-votes-none = 尚未輸入票數。
judging-votes-await = 票數已經輸入，有待另一名人員確認。
judging-votes-certified-at = 票數已於{ $at }核實。
judging-votes-n = 票數
judging-votes-enter = 輸入票數
judging-votes-confirm = 確認以上票數

## 評審團會議頁

judging-table = 評審團會議
judging-table-closed = 分數尚未鎖定。主席鎖定分數前，各評審只可看到自己的分數，不能看到票數。
judging-table-of = { $award }排名
judging-embargo = 保密：{ $at }前，本頁內容不得向評審團及秘書處以外的任何人透露。
judging-deliberate = 評審團會議
judging-deliberate-lead = 請與評審團一起審閱下表，然後記錄決定。
judging-deliberate-send = 開始會議
judging-reopen = 重新開放評分
judging-reopen-lead = 評審可更改你發還的評分表，直至評分結束為止。
judging-reopen-send = 重新開放
judging-approve = 批准
judging-approve-lead = 決定須由主席及計劃擬訂人以外的另一人批准。
judging-approve-send = 批准決定
judging-announce = 公布
judging-announce-lead = 結果會在預定時間自動公布。
judging-announce-send = 立即公布
judging-place = 名次
judging-mean = 平均分
judging-adjusted = 調整寬嚴後
judging-spread = 離散度
judging-by-judge = 各評審分數
judging-n-sheets = { $n }份評分表
judging-score-place = { $score }分，第{ $place }
judging-outlier = 差異顯著
judging-public = 市民部分
judging-final = 總分
judging-parts = 評審團{ $panel }%，市民{ $public }%
judging-agree-unknown = 評分表太少，未能判斷評審意見是否一致。
judging-agree-good = 評審意見一致，分數可信。
judging-agree-fair = 評審意見大致一致。作出決定前，請先討論以下作品：{ $entries }。
judging-agree-weak = 評審意見分歧，不宜只憑分數決定。請為以下{ $n }份作品各增加一名評審，或詳加討論：{ $entries }。
judging-agree-numbers = 統計系數
judging-agree-explained = Alpha系數達0.8為可信，達0.667為尚可。組內相關系數顯示單一評審及全體平均分的可信程度，須全體評審評審所有作品才可計算。
judging-alpha = Krippendorff alpha系數（等距）
judging-icc-single = 組內相關系數（單一評審）
judging-icc-mean = 組內相關系數（全體平均）
judging-correction-as-given = 按照計劃規則，分數以評審所給為準。
judging-correction-complete = 全體評審已評審所有作品，無須調整寬嚴。
judging-correction-apart = 評審共同評審的作品太少，分數未能換算至同一尺度，因此以評審所給分數為準。
judging-correction-taken = 各評審只評審部分作品。已按評分前訂定的方法調整各人的寬嚴，原來的平均分並列於旁。
judging-moved-lenient = { $title }：按原來分數排第{ $raw }，調整後排第{ $place }。其評審平均寬鬆{ $by }分。
judging-moved-strict = { $title }：按原來分數排第{ $raw }，調整後排第{ $place }。其評審平均嚴格{ $by }分。
judging-not-separable = { $a }與{ $b }未能憑分數分出高下，須由評審團決定。
judging-ties = 同分的處理
judging-tie-step = 同分作品：{ $among }。{ $step }：{ $groups }。
judging-tie-shared = 所有步驟後仍然同分，共享獎項：{ $among }。
judging-comments = 評審評語（{ $n }段）
judging-notes = 會議紀錄
judging-decide = 決定
judging-decide-lead = 以下按排名預先填寫。如評審團另有決定，請作更改；與排名不同者，須填寫原因。
judging-departs = 與排名不同的原因
judging-decide-send = 記錄決定
judging-resolved = 評審團的決定
judging-placing = 獎項結果

## 結果

results-awards = 評選結果
results-announced = 於{ $at }公布。
results-shared = 這個獎項由{ $n }份作品共享。
results-no-winner = 評審團今次沒有頒發這個獎項。
results-citation = 嘉許狀（PDF）
results-how = 計算方法
results-panel-part = 評審團
results-formula = 總分＝評審團分數（滿分100）× { $panel }% ＋ 市民部分（滿分100）× { $public }%。
results-formula-panel = 總分＝評審團分數（滿分100）。
results-formula-public = 總分＝市民部分（滿分100）。
results-made-of = 評審團分數來自{ $judges }名評審的{ $sheets }份評分表。
results-calendar = 把公布時間加入日曆
results-occasion = 公布結果：{ $scheme }

## 我的事務：待辦事項

task-declare = 申報利益：尚餘{ $n }份作品
task-score = 為作品評分：尚餘{ $n }份評分表
task-lock-scores = 評分已經結束，請鎖定分數
task-decide = 與評審團審閱結果，並記錄決定
task-approve = 批准評審團的決定
