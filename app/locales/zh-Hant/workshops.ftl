# 市民、報名者及部門培訓統籌人員所見的工作坊文字。

## 工作坊目錄

workshops-title = 工作坊
workshops-lead = 為各部門舉辦的工作坊、研討會及簡介會。歡迎查閱餘額並報名。
workshops-count = 共{ $n }個工作坊
workshops-none = 沒有可列出的工作坊
workshops-none-why = 沒有符合所選條件的工作坊。請放寬條件，或查看所有工作坊（包括已舉行的）。
workshops-show-all = 查看所有工作坊
workshops-closes-in = { $distance }截止
workshops-opens-on = { $moment }開始報名
filter-month = 月份
filter-series = 系列
filter-language = 語言
filter-kind = 報名方式
filter-team = 隊伍
filter-single = 個人
filter-which = 狀況
filter-coming = 即將舉行
filter-open = 接受報名
filter-past = 已舉行
language-yue = 廣東話
language-eng = 英語
language-cmn = 普通話

## 工作坊的狀況

phase-draft = 草稿
phase-upcoming = 尚未開始報名
phase-open = 接受報名
phase-waiting = 額滿，接受候補
phase-closed = 報名已截止
phase-confirmed = 確定舉行
phase-running = 進行中
phase-over = 已結束
phase-completed = 已完成
phase-cancelled = 已取消
cancel-too-few = 報名人數不足
cancel-speaker = 講者未能出席
cancel-weather = 天氣惡劣
cancel-venue = 場地未能使用
cancel-carried-forward = 延後辦理
cancel-merged = 與另一個工作坊合併舉行

## 工作坊資料

workshops-is-draft = 這是草稿，只有籌辦人員可以看到。
workshops-cancelled = 這個工作坊已取消舉行。原因：{ $reason }。
workshops-cancelled-to = 這個工作坊已取消舉行。原因：{ $reason }。後續安排見{ $to }。
workshops-audience = 對象
workshops-teams-of = 每隊{ $least }至{ $most }人
workshops-alone = 以個人身分報名
workshops-language = 語言
workshops-organiser = 主辦機構
workshops-co-organiser = 合辦機構
workshops-code = 編號
workshops-own-quota = 你所屬部門的名額為{ $quota }個，已用{ $used }個，現時尚可確認{ $left }個。
workshops-you-clash = 你已報名參加{ $starts }開始的「{ $title }」，時間重疊。
workshops-closes-at = 截止報名：{ $moment }
workshops-opens-at = 開始報名：{ $moment }
workshops-add-calendar = 加入日曆
workshops-next = 同系列現正接受報名的工作坊：
workshops-your-registration = 你的報名
workshops-register-team = 為我的隊伍報名
workshops-register-me = 我要報名
workshops-how = 參加程序
step-team = 填報隊員
step-self = 報名
step-endorse = 部門批核
step-place = 確認名額
step-attend = 出席
step-record = 填寫評價並取得出席紀錄
how-quota = 每個部門最多有{ $quota }個名額，按人數計算。
how-change = 你可在{ $until }或之前更換參加者或放棄名額。
how-waiting = 額滿後報名會列入候補名單，名單在{ $until }截止。騰出的名額按次序提供，最多保留兩個工作天。

## 報名

register-title = 報名
register-lead-team = 請填報所屬部門{ $least }至{ $most }名參加者；如你本人參加，請一併填報。
register-lead-me = 請核對電郵地址，然後報名。
register-member = 第{ $n }名隊員
register-you = 參加者
register-email-hint = 請填寫部門電郵地址，勿用私人電郵地址。{ $domains }
register-name-hint = 首次使用「嘉許」的同事才須填寫姓名及職位。
consent-title = 收集個人資料聲明
consent-tick = 我已閱讀收集個人資料聲明，並與我所填報的各人同意聲明內容
consent-workshop = 你在此填報的個人資料，會由效率促進組及合辦機構（如有）用於處理報名、備存出席紀錄及改善工作坊。每名參加者的姓名、職位及電郵地址均須提供，否則未能安排名額。所屬部門的培訓統籌人員及籌辦人員可查閱這項報名。你可在「我的報名」查閱個人資料，亦可致函效率促進組保障資料主任，索取資料複本或要求改正資料。個人資料會在工作坊舉行三年後刪除。請勿填寫身分證號碼。

## 報名的狀況

status-awaiting-endorsement = 待部門批核
status-waitlisted = 候補
status-offered = 名額待接受
status-confirmed = 已確認
status-declined = 未獲批核
status-withdrawn = 已撤回
status-cancelled = 已取消
status-attended = 已出席
status-no-show = 缺席
status-position = 第{ $n }位
attendance-attended = 出席
attendance-part = 部分時段出席
attendance-absent = 缺席

## 我的報名

mine-title = 我的報名
mine-lead = 你已報名或參加的工作坊，以及你的出席紀錄。
mine-coming = 即將舉行
mine-past = 已舉行或已結束
mine-records = 出席紀錄
mine-workshop = 工作坊
mine-attendance = 出席情況
mine-record = 紀錄編號
mine-none = 沒有即將參加的工作坊
mine-none-why = 你現時沒有報名參加即將舉行的工作坊。歡迎查看哪些工作坊正接受報名。
mine-find = 尋找工作坊

## 個別報名

registration-kicker = 報名
registration-reference = 報名編號
registration-people = 參加者
registration-people-n = { $n }人
registration-asked = 報名時間
registration-members = 參加者名單
registration-history = 報名經過
registration-next = 系統將自動處理的事項
registration-reason = 原因：{ $reason }
offer-title = 有名額可供接受
offer-words = 現為這項報名保留{ $n }個名額。逾期未接受，名額會轉給候補名單上的下一位，這項報名則會排到名單末位。
offer-until = 接受限期：{ $moment }
offer-accept = 接受名額
waiting-title = 候補名單第{ $n }位
waiting-why = 為何尚未獲得名額？
waiting-rule = 騰出的名額按名單次序，提供給首項人數合適的報名。名單在{ $until }截止。
why-quota = 你所屬部門的名額尚餘{ $left }個，這項報名則有{ $people }人。
why-places = 現時有{ $free }個空缺名額，這項報名則有{ $people }人。
door-code = 簽到碼
substitute-title = 更換這名參加者
substitute-send = 更換參加者
leave-title = 放棄這項報名
leave-loss-place = { $n }個名額會轉給其他人，不能取回。
leave-loss-offer = 名額會轉給候補名單上的下一位，這項報名亦會結束。
leave-loss-wait = 這項報名會結束。如重新報名，須由末位開始輪候。
leave-reason = 原因（可不填寫）
leave-send = 確定放棄
auto-not-endorsed = 截止報名；如仍未獲批核，這項報名即告結束
auto-offer-lapses = 如未接受名額，名額即告失效
auto-list-closes = 候補名單截止
auto-changes-close = 更換參加者或放棄名額的最後限期
auto-starts = 工作坊開始
auto-evaluation = 工作坊結束，開始接受評價
auto-opens = 開始報名
auto-closes = 截止報名
auto-list-ends = 候補名單截止，不再提供名額
auto-held = 工作坊開始

## 報名經過

history-asked-awaiting-endorsement = 已報名，交部門批核
history-asked-confirmed = 已報名並確認名額
history-asked-waitlisted = 已報名，列入候補名單
history-asked-offered = 因原有工作坊取消而改報，獲提供名額
history-offered = 獲提供名額
history-accepted = 已接受名額，名額確認
history-gave-up = 已放棄
history-endorsed = 獲部門批核
history-declined = 未獲部門批核
history-lapsed = 逾期未接受名額，排到候補名單末位
history-not-endorsed = 截止報名前未獲批核，報名結束
history-substituted = 已更換參加者
history-workshop-cancelled = 工作坊取消
history-jumped = 移到候補名單首位
history-closed = 出席登記結束
history-list-closed = 候補結束，未獲名額

## 簽到與出席紀錄

attend-as = 你將以{ $name }的身分簽到，報名編號為{ $reference }。
attend-here = 我已到場
attend-present = 你已簽到
attend-then = 工作坊在{ $ends }結束，之後便可填寫評價，並取得出席紀錄。
record-title = 出席紀錄
record-genuine = 這份紀錄屬實，由效率促進組發出。
record-words = { $organisation }{ $name }曾於{ $date }出席「{ $title }」。
record-words-part = { $organisation }{ $name }曾於{ $date }出席「{ $title }」的部分時段。
record-paper = 列印我的紀錄

## 部門頁面

department-title = 我的部門
department-lead = 批核同事的報名、集體報名，以及查閱部門人員的參加情況。
department-coming = 即將舉行
department-past = 已舉行或已結束
department-none = 沒有即將參加工作坊的人員
department-none-why = 部門已批核或無須批核的報名，會列於此處。
endorse-title = { $n }項報名待批核
endorse-none = 沒有待批核的報名
endorse-none-why = 部門現時沒有報名須待批核。如有新的報名，會自動列於此處。
endorse-until = 批核限期：{ $moment }
endorse-send = 批核
decline-title = 不予批核
decline-reason = 原因
decline-hint = 這項報名的所有參加者都會看到。
decline-send = 不批核這項報名
rank-title = 設定優先次序
rank-label = 在部門報名中的次序（1為最優先）
enrol-title = 集體報名
enrol-lead = 以名單為同事報名，可同時報名參加一個或多個工作坊。名單須全部無誤才會接納，否則會逐行列出錯處，不會為任何人報名。
enrol-file = 名單（CSV格式）
enrol-hint = 請連同標題行一併貼上。同一工作坊而隊伍代號相同的各行，會合為一隊；個人報名者請把隊伍代號留空。
enrol-example = 參閱例子
enrol-send = 為名單上所有人報名
list-xlsx = 下載名單（Excel）
list-csv = 下載名單（CSV）
list-calendar = 下載日曆

## 報名時的問題

workshops-not-open = 尚未開始報名。報名將於{ $opens }開始，請屆時再來。
workshops-closed = 報名已於{ $since }截止。
workshops-is-cancelled = 這個工作坊已經取消。請到工作坊目錄選擇另一個工作坊。
workshops-team-size = 請填報{ $least }至{ $most }人；你填報了{ $people }人。
workshops-member-twice = { $email }重複填報。每人只可填報一次。
workshops-other-department = { $email }屬於另一部門。請只填報所屬部門的人員。
workshops-other-domain = { $email }並非所屬部門的電郵地址。請使用以{ $domains }結尾的地址。
workshops-newcomer-name = 這名同事首次使用「嘉許」，請填寫姓名及職位。
workshops-no-consent = 請閱讀收集個人資料聲明，並勾選方格表示同意。
workshops-already-in = { $email }已報名參加這個工作坊（{ $reference }）。請剔除此人，或使用原有報名。
workshops-overlaps = { $email }已報名參加{ $starts }開始的「{ $title }」，時間重疊。請先放棄該項報名，或改為填報另一人。
workshops-lost-character = 這段文字有字元遺失，請重新輸入。
workshops-too-late = 更改限期至{ $until }為止。如有人未能出席，請通知籌辦人員。
workshops-offer-lapsed = 這個名額已於{ $since }失效。這項報名已回到候補名單，再有名額時我們會來信通知。
workshops-not-offered = 現時沒有名額可供這項報名接受。請到報名頁面查看狀況。
workshops-not-awaiting = 這項報名已非待批核。請到報名頁面查看狀況。
workshops-not-live = 這項報名現時的狀況不容許這樣做。請到報名頁面查看報名經過。
workshops-reason-missing = 請填寫原因。
workshops-rank-bad = 請輸入1至99的整數。

## 當天及其後的問題

workshops-door-day = 這個二維碼只在{ $day }有效。如在其他日子，請向門口的工作人員查詢。
workshops-no-place-here = 你在這個工作坊沒有已確認的名額。請向門口的工作人員查詢。
workshops-not-begun = 工作坊於{ $starts }開始，開始前一小時起可登記出席情況。
workshops-attendance-closed = 出席登記已經結束，不能再更改出席情況。
workshops-not-ended = 工作坊於{ $ends }結束，請在結束後再來。
workshops-not-attended = 只有記錄為出席的人員才可評價這個工作坊。如出席情況有誤，請通知籌辦人員。

## 籌辦時的問題

workshops-code-bad = 請輸入編號，可用英文字母、數字及連字號，最多20個字元，例如PM-2002-9。
workshops-code-taken = 已有工作坊使用這個編號，請另選編號。
workshops-changed-meanwhile = 其間有其他人更改了這個工作坊。請重新開啟表格，再作更改。
workshops-venue-unknown = 請從名單選擇場地。
workshops-english-missing = 請同時以英文填寫。
workshops-chinese-missing = 請同時以中文填寫。
workshops-ends-first = 結束時間必須在開始時間之後。
workshops-one-day = 工作坊必須在同一天開始及結束。
workshops-closes-first = 截止報名時間必須在開始報名時間之後。
workshops-starts-first = 截止報名時間必須在工作坊開始之前。
workshops-capacity-none = 請輸入最少1個名額。
workshops-minimum-bad = 請輸入1至{ $capacity }（名額總數）的最少人數。
workshops-team-bad = 每隊人數最少為1人，最多為部門名額{ $quota }人，而最少人數不可多於最多人數。
workshops-quota-none = 部門名額最少為1人。
workshops-holiday = 當天是公眾假期：{ $holiday_zh }（{ $holiday_en }）。下一個工作天為{ $next }。
workshops-sunday = 當天是星期日。下一個工作天為{ $next }。
workshops-saturday = 當時是星期六下午。下一個工作天為{ $next }。
workshops-room-small = 場地可容納{ $room }人，工作坊則有{ $people }個名額。請選擇較大的場地，或減少名額。足夠容納而當時開放的場地：{ $fitting }
workshops-room-shut = { $venue }當時並不開放。請選擇其他時間或場地。
workshops-below-taken = 已有{ $taken }個名額獲使用，名額不可少於此數。
workshops-is-published = 這個工作坊已經公布。
workshops-is-over = 這個工作坊已經完成或取消，不能再更改。
workshops-is-decided = 這個工作坊現階段不能確認舉行，或早已確認。請到工作坊頁面查看狀況。
workshops-not-closed = 報名於{ $closes }截止。請在截止後再作決定，或提早截止報名。
workshops-below-minimum = 現有{ $people }人報名，少於最少人數{ $minimum }人。如仍要舉行，請填寫原因。
workshops-carried-to-missing = 請填寫延後至哪個工作坊或措施的編號，例如PM-2002-4或F3.1。
workshops-carried-to-unknown = 沒有這個工作坊或措施。請核對編號，例如PM-2002-4或F3.1。
workshops-replacement-missing = 請填寫合併舉行的工作坊編號。
workshops-replacement-over = 該工作坊的候補名單已經截止，不能再提供名額。請選擇另一個工作坊。
