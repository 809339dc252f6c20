# 籌辦人員所用的文字：工作坊總覽、決定、工作坊資料表格、現場簽到。

## 總覽

organise-title = 籌辦工作坊
organise-lead = 列出須作決定的事項、系統會自動處理的事項，以及所有工作坊。
organise-meter = 2002年已完成的衡量服務表現工作坊
organise-of = { $n }／{ $of }
organise-published = 已公布的工作坊
organise-people = 獲得名額的人數
organise-new = 新增工作坊
organise-all = 所有工作坊
organise-by-itself = 系統將自動處理的事項
organise-confirmed = 已用名額
organise-waiting = 候補人數
organise-awaiting = 待部門批核

## 待辦事項

need-go-no-go = 請決定是否舉行：現有{ $n }人報名，最少須有{ $minimum }人
need-confirm = 請確認舉行：報名已截止，共有{ $n }人
need-close = 請結束出席登記：工作坊已經完結
need-publish = 請公布工作坊：定於{ $opens }開始報名

## 個別工作坊

organise-registrations = 共{ $n }項報名
organise-ended = 已結束的報名
organise-minimum = 最少{ $minimum }人方會舉行；每個部門最多{ $quota }人
organise-edit = 更改資料
organise-public = 查看公開頁面
sheet-print = 列印簽到表

## 決定

publish-title = 公布工作坊
publish-lead = 公布後，工作坊會列入目錄，並預留場地。到了開始報名的時間，系統會自動接受報名。
publish-send = 公布工作坊
confirm-title = 確認舉行
confirm-reason = 原因
confirm-hint = 報名人數少於最少人數時才須填寫，並會載入審計紀錄。
confirm-send = 確認舉行並通知所有報名者
extend-title = 更改截止報名時間
extend-send = 儲存新的截止時間
close-title = 結束出席登記
close-lead = 未簽到者會記錄為缺席，工作坊列為已完成，出席者會獲邀填寫評價。其後不能再更改出席情況。
close-send = 結束出席登記
no-go-title = 取消工作坊
no-go-loss = 所有報名會隨之結束，系統會通知所有報名者，並取消預留場地。取消後不能復原。
no-go-reason = 取消原因
no-go-words = 補充說明（會載入各項報名）
no-go-carried = 延後至（工作坊或措施）
no-go-carried-hint = 如屬延後辦理，必須填寫工作坊或措施的編號，例如PM-2002-4或F3.1。
no-go-replacement = 改為提供另一個工作坊的名額
no-go-replacement-hint = 請填寫該工作坊的編號，本工作坊的報名者會優先於其候補名單。如屬合併舉行，必須填寫。
no-go-send = 取消工作坊並通知所有人
jump-title = 把一項報名移到候補名單首位
jump-lead = 如有合適名額，這項報名會優先獲得。原因會在報名經過中顯示，並載入審計紀錄。
jump-reason = 原因
jump-send = 移到首位

## 工作坊資料

field-code-hint = 可用英文字母、數字及連字號，最多20個字元，例如PM-2002-9。其後不能更改。
field-kind = 類別
kind-workshop = 工作坊
kind-seminar = 研討會
kind-briefing = 簡介會
field-title-en = 英文名稱
field-title-zh = 中文名稱
field-summary-en = 英文簡介
field-summary-zh = 中文簡介
field-audience-en = 英文對象說明
field-audience-zh = 中文對象說明
field-starts = 開始時間
field-ends = 結束時間
field-opens = 開始報名時間
field-closes = 截止報名時間
field-capacity = 名額（人數）
field-minimum = 最少舉行人數
field-quota = 部門名額（人數）
field-team-min = 每隊最少人數
field-team-max = 每隊最多人數
field-endorsed = 報名須經部門批核
field-day-off = 可在星期六下午、星期日或公眾假期舉行
draft-send = 儲存草稿
edit-send = 儲存更改
edit-warning = 這個工作坊已經公布。如更改時間或地點，系統會即時通知所有報名者；如增加名額，會即時供候補名單使用。

## 現場簽到

door-title = 現場簽到
door-wall = 顯示簽到二維碼
door-wall-label = 開啟本工作坊簽到網頁的二維碼
door-wall-words = 請用手機掃描二維碼，然後按「我已到場」。
door-not-yet = 由{ $opens }起可登記出席情況。工作坊在{ $starts }開始。
door-scan = 掃描或輸入簽到碼
door-ready = 可為下一位簽到
door-online = 已連線，出席情況已全部傳送
door-offline = 未能連線，待傳送的出席情況：{ $n }項
door-tally = 應到{ $of }人，已到{ $n }人
door-kept = 已存於本裝置，恢復連線後會自動傳送
door-nobody = 未有已確認名額的參加者
door-nobody-why = 報名獲確認後，參加者便會列於此處。
door-expected = 共有{ $n }人的名額已確認。
door-ok-attended = 已登記出席
door-ok-part = 已登記部分時段出席
door-ok-absent = 已登記缺席
door-again = 之前已登記
door-waiting = 名額未確認，仍屬候補或待部門批核
door-no-place = 沒有名額，報名已經結束
door-elsewhere = 這個簽到碼屬於另一個工作坊
door-unknown = 沒有這個簽到碼，請核對後再試
