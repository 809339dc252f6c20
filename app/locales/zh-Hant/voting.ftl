# 巡迴展覽及市民投票：展覽站、手機上的選票、當值人員工作頁、點票、公開紀錄及重新點票。

## 展覽站一覽

nav-exhibitions = 巡迴展覽
stops-title = 巡迴展覽
stops-lead = 展板在各區巡迴展出。在設有投票的展覽站，職員會派發紙條，供你投票。
stops-count = 共{ $n }個展覽站
stops-none = 暫時沒有即將舉行的展覽
stops-none-why = 展覽站一經確定，本頁便會列出日期和時間。
stops-past = 已結束的展覽站
stops-tour = 巡迴系列
stop-with-poll = 設有投票
stop-days = { $from }至{ $to }
stop-shut = { $stop }於{ $day }關閉。{ $notice }
stop-phase-planned = 籌備中
stop-phase-coming = 即將展出
stop-phase-live = 展出中
stop-phase-over = 已結束
stop-phase-cancelled = 已取消

## 個別展覽站

stop-where = 場地
stop-when = 日期
stop-hours = 開放時間
stop-each-day = 每日安排
stop-access = 無障礙通道
stop-access-default = 請向場地職員查詢無梯級的路線。
stop-note = 注意事項
stop-roster = 當值人員
stop-poll = 市民投票
stop-vote-now = 現正接受投票，請向站內職員索取紙條。
stop-vote-then = 本站於所列日期和時間接受投票，紙條由站內職員派發。
stop-entries = 查看展出作品
stop-calendar = 加入我的日曆
stop-is-cancelled = 本展覽站已經取消。
day-over = 已結束
day-planned = 未開始
day-open = 接受投票
day-paused = 暫停
day-suspended = 當日關閉
day-closed = 已截止，待核對
day-reconciled = 已核對
day-written-off = 免予核對

## 人員處理展覽站

stop-office = 人員專用
stop-new = 籌備展覽站
stop-edit = 修改展覽站
stop-edit-of = 修改展覽站{ $code }
stop-confirm = 確定展覽站
stop-weather = 因天氣關閉一日
stop-notice-en = 給參觀者的通告（英文）
stop-notice-zh = 給參觀者的通告（中文）
stop-suspend = 當日關閉
stop-lift = { $day }重新開放
stop-extend-title = 延長展期
stop-extend-days = 延長日數
stop-extend = 延長展期
stop-cancel-title = 取消展覽站
stop-cancel-loss = 展覽站不再舉行，並會交還所有日期的場地，不能恢復。
stop-cancel = 取消展覽站
stop-form-lead = 展覽站的開放時間須在場地的開放時間之內。同一投票的兩個展覽站之間須相隔最少一整天，以便搬運展板。
stop-code = 編號
stop-code-hint = 3至24個英文字母、數字或連字號，例如EX-BPP2-4。其後不可更改。
stop-name = 名稱
stop-name-en = 名稱（英文）
stop-name-zh = 名稱（中文）
stop-scheme = 投票所屬計劃
stop-no-poll = 不設投票，只展出展板
stop-series = 巡迴系列
stop-series-hint = 只須為不設投票的展覽站填寫，例如SHOWCASE。設有投票者，以所屬計劃為系列。
stop-first-day = 第一天
stop-last-day = 最後一天
stop-opens = 開放時間由
stop-closes = 至
stop-kiosks = 投票機數目
stop-note-en = 參觀者須知（英文）
stop-note-zh = 參觀者須知（中文）
stop-access-en = 無梯級的路線（英文）
stop-access-zh = 無梯級的路線（中文）
stop-roster-hint = 各日的當值人員，只供人員查閱。
stop-save = 儲存展覽站
reason-en = 原因（英文）
reason-zh = 原因（中文）
problem-both-languages = 請以中文及英文填寫。

## 籌備展覽站時的問題

exhibitions-code-bad = 展覽站編號須為3至24個英文字母、數字或連字號，例如EX-BPP2-4。請更改編號。
exhibitions-code-taken = 已有展覽站使用這個編號。請改用另一編號。
exhibitions-day-bad = 請輸入完整的年、月、日。
exhibitions-days-bad = 每次可延長1至14日。請輸入1至14的數字。
exhibitions-ends-first = 最後一天不可早於第一天，展期亦不可超過60日。請更改其中一個日期。
exhibitions-hours-bad = 請輸入開放時間，以及同日較遲的關閉時間。
exhibitions-kiosks-bad = 請輸入投票機數目，由0至40部。
exhibitions-scheme-unknown = 沒有這項計劃。請從列表選擇。
exhibitions-venue-unknown = 沒有這個場地。請從列表選擇。
exhibitions-venue-closed = 場地於{ $day }休息。請改選其他日期或場地。
exhibitions-outside-hours = 場地於{ $day }的開放時間為{ $opens }至{ $closes }。請選擇這段時間之內的時間，或改選其他場地。
exhibitions-too-near = 「{ $other }」於{ $from }至{ $to }舉行。兩個展覽站之間須相隔最少一整天，以便搬運展板。請改選其他日期。
exhibitions-changed-meanwhile = 你開啟表格後，已有其他人員修改這個展覽站。請重新開啟表格，再作修改。
exhibitions-has-begun = 這個展覽站已經開始，不能再遷移、縮短或取消。你仍可關閉其中一日，或延長展期。
exhibitions-is-cancelled = 這個展覽站已經取消。請另行籌備新的展覽站。
exhibitions-other-tour = 展覽站所屬的計劃及巡迴系列不可更改。如有需要，請籌備新的展覽站。
exhibitions-not-planned = 只有籌備中的展覽站才可確定。這個展覽站已經確定或取消。
exhibitions-not-confirmed = 這個展覽站尚未確定。請先確定展覽站，然後開始投票。
awards-nothing-voted = 這項計劃並無由市民投票決定的獎項。請先為獎項設定市民投票的比重，或籌備不設投票的展覽站。

## 手機上的選票

vote-title = 投票
vote-lead = 請輸入紙條上的選票號碼，或以手機掃描紙條上的方形碼。無須提供姓名或電話號碼，亦無須登記帳戶。
vote-open-at = { $stop }現正接受投票，至{ $closes }截止。
vote-closed-now = 現時沒有展覽站接受投票。日期和時間載於「巡迴展覽」。
vote-code = 紙條上的選票號碼
vote-code-hint = 共九個字元，例如7QK4-MX2P-R。大小寫、空格和連字號並無分別。
vote-begin = 開始
vote-go-on = 繼續填寫選票
vote-demo-slip = 索取示範紙條
vote-promise-title = 收據可以證明甚麼，不可以證明甚麼
vote-promise = 憑收據可核對你的選票已列入公布的紀錄，而紀錄其後並無更改。收據不會顯示你的選擇。任何人都可以重新點算公布的選票。我們不能排除有人使用兩張紙條，也不能防止有人從旁觀看你投票。
vote-large-type = 大字
vote-usual-type = 一般字體
vote-leave = 停止並清除
vote-step = { $scheme } · 第{ $n }項，共{ $of }項
vote-choose-one = { $award }：請選一項
vote-choose-some = { $award }：最多可選{ $most }項
vote-order = 次序由電腦隨機排列，每人不同。
vote-skip = 不選此項
vote-next = 下一步
vote-back = 上一步
vote-review = 請核對選票
vote-review-lead = 按「投下選票」之前，選票不會投出。
vote-none = 沒有選擇
vote-change = 更改：{ $award }
vote-send = 投下選票
vote-thanks = 多謝參與
vote-thanks-lead = 選票已經收妥。
vote-receipt = 你的收據。請抄下或拍照。
vote-receipt-qr = 以二維碼顯示的收據
vote-receipt-by = { $day }結束前列入紀錄
vote-receipt-signed = 我們簽署的承諾
vote-check = 核對我的收據

## 投票時的問題

voting-blank = 選票不可全部留空，請最少在一個獎項作出選擇。
voting-too-many = 這個獎項最多可選{ $most }項，請先取消其中一項。
voting-twice = 這個獎項重複選了同一項作品。每項作品只可選一次，請更正。
voting-not-on-ballot = 選票上沒有「{ $code }」。請重新開啟選票，從所示項目中選擇。
voting-code-bad = 其中一個字元不正確。請核對紙條上的九個字元，再輸入一次。
voting-code-unknown = 沒有這個選票號碼。請與紙條核對，或向站內職員查詢。
voting-code-used = 這張紙條已經使用。每張紙條只計算一次。如你未曾用它投票，請向職員查詢。
voting-code-void = 這張紙條已經作廢。請向站內職員查詢。
voting-code-not-issued = 這張紙條尚未派發作投票之用。請向站內職員查詢。
voting-other-stop = 這張紙條供{ $stop }使用，時間由{ $opens }至{ $closes }。請到該站投票。
voting-poll-closed = 這張紙條供{ $stop }使用，時間由{ $opens }至{ $closes }，該站現時並非接受投票。請在上述時間再來；如正值上述時間，請向職員查詢。
voting-too-many-tries = 這裏輸入錯誤號碼的次數過多。請等候{ $seconds }秒，核對紙條上的選票號碼，然後再試。
voting-ballot-over = 這部手機上沒有填寫中的選票。選票開啟30分鐘後便會關閉。請再輸入紙條上的選票號碼；如選票尚未投出，紙條仍然有效。
voting-no-slips = 現時沒有紙條可供索取。請在接受投票並已撥出紙條時再試。
voting-key-reused = 這裏已經投出一張選票，不能更改。該選票的收據仍然有效。
voting-key-bad = 隨選票傳送的識別碼須為16至64個英文字母、數字或連字號。請另編識別碼，再傳送選票。
voting-keys-erased = 這次投票的密碼匙已在核實90日後刪除，選票號碼不再有效。公布的紀錄仍可核對及重新點票。

## 當值人員工作頁

today-title = 投票日工作
today-days = 投票日
today-slips = 撥予當日的紙條
today-issued = 已派發紙條
today-used = 已投票紙條
today-paper = 紙本選票
today-spoilt = 廢票
today-unused = 交還或遺下的紙條
today-unused-hint = 參觀者交還的紙條，以及在場內拾得的紙條。
today-difference = 差額
today-balanced = 當日數目相符：所有已派發的紙條均有着落。
today-missing = 有{ $n }張已派發的紙條未知去向。
today-over = 選票及紙條較已派發的紙條多{ $n }張。
today-explained = 解釋：
today-explanation = 差額的解釋
today-explanation-hint = 數目不符時必須填寫。請勿寫上參觀者的姓名。
today-explain = 解釋差額
today-no-standings = 點票前，任何人在本頁或其他地方均不能看到得票情況。
today-open = 開始投票
today-pause = 暫停投票
today-pause-reason = 暫停的原因
today-resume = 恢復投票
today-close-title = 結束當日投票
today-close = 結束當日投票
today-handed = 第{ $number }批（{ $first }至{ $last }號）已派發的紙條
today-handed-hint = 其中{ $n }張已用作投票。
today-reconcile = 完成每日核對
today-other-officer = 當日投票由你結束，須由另一名人員核對。
today-enter-paper = 輸入紙本選票
today-paper-once = 一名人員已輸入紙本選票。另一名人員亦須自行點算輸入，不可參看前者的數字。
today-paper-agreed = 兩名人員點算紙本選票的結果一致，有關選票已經計入。

## 紙條

slips-title = 選票紙條
slips-number = 批次
slips-serials = 紙條號數
slips-day = 撥予
slips-handed = 已派發
slips-do = 操作
slips-none = 尚未列印紙條
slips-none-why = 請先列印一批紙條，並於投票日當天撥予該日使用。選票號碼只在該日接受投票期間有效。
slips-print = 列印一批紙條
slips-size = 紙條數目
slips-size-hint = 上限3,000張。每張A4紙可印24張紙條。
slips-test = （測試）
slips-test-tick = 用作測試選票：由職員投出以測試投票機，不會計入結果
slips-sheets = 紙條印刷稿
slips-issue = 撥予今天
slips-take-back = 退回辦公室
slips-void = 把紙條作廢
slips-serial = 紙條上的號數
slips-void-reason = 作廢的原因
batch-printed = 存於辦公室
batch-issued = 已撥出
batch-closed = 已結束
batch-returned = 已退回
batch-void = 已作廢
part-am = 上午
part-pm = 下午
part-eve = 傍晚

## 投票機

kiosks-title = 投票機
kiosks-none = 尚未設置投票機。
kiosks-n = { $n }號投票機
kiosks-sent = 已傳送{ $n }張選票
kiosks-seen = 最近於{ $at }連線
kiosks-never = 未曾連線
kiosks-set-up = 設置投票機
kiosks-set-up-lead = 請在投票機上，按列表中的連結開啟該機的畫面。如重新設置同一號數，原有的投票機便不能再傳送選票；請先確定該機沒有選票待傳送。
kiosks-number = 投票機號數

## 紙本選票

paper-title = 紙本選票
paper-lead = 請自行點算紙本選票，並輸入結果。另一名人員亦會同樣點算。兩者一致，選票便會計入；如有不同，兩者均不採用，須重新點算。
paper-ballots = 有效選票
paper-spoilt = 廢票
paper-send = 輸入我的點算結果

## 投票日的問題

voting-no-poll-here = 這個展覽站只展出展板，不設投票。請選擇設有投票的展覽站。
voting-not-today = 這個展覽站現時不能在{ $day }進行投票。開始投票和撥出紙條，須在投票日當天截止投票前辦理。
voting-day-move = 當日投票在現階段不能這樣處理。請查看其狀況，並選擇所列的步驟。
voting-batch-move = 這批紙條已不能撥出、退回或作廢。請在列表查看其狀況，並選擇另一批紙條。
voting-printed-already = 這批紙條已離開辦公室，不能再次列印。請另行列印一批。
voting-size-bad = 請輸入列印數目，由1至{ $most }張。
voting-slip-not-void = { $serial }號紙條不能作廢：它不屬於這個展覽站，或已經使用或作廢。請核對紙條上的號數。
voting-number-bad = 請以數字輸入整數，最少為0。
voting-handed-bad = 請輸入{ $least }至{ $most }的數字：不可少於已投票的數目，亦不可多於該批紙條的總數。
voting-paper-above-slips = 有效選票及廢票合計不可多於可用的{ $slips }張紙條。請重新點算紙本選票。
voting-paper-votes = 獎項{ $award }：這些選票合共最多可投{ $most }票，而每項作品的票數不可多於選票數目。請核對數字。
tests-waiting = 已投測試選票：{ $n }張。封存後會與事先議定的內容核對。
tests-fine = 已投測試選票：{ $n }張。紀錄與印製紙條時議定的內容完全相符。
tests-odd = 測試選票的紀錄與事先議定的內容不符。請查明原因，然後才完成每日核對。
tests-odd-line = { $award }，{ $entry }：應為{ $expected }，實為{ $found }
tests-blank = 沒有使用
voting-tests-waiting = 尚有{ $n }張測試選票未封存。請稍後再試。
voting-tests-odd = 測試選票的結果與事先議定的內容不符，須先由另一名人員說明原因。
voting-paper-open = 只有一名人員輸入紙本選票。須由另一名人員輸入後，才可完成每日核對。
voting-paper-agreed = 兩名人員點算當日紙本選票的結果一致，選票已經計入，無須再輸入。
voting-same-officer = 你已辦理這項工作的一部分，其餘部分須由另一人辦理。
voting-unexplained = 當日數目不符，差額為{ $difference }。須由一名人員解釋，再由另一名人員完成核對。
voting-reason = 請填寫原因。
voting-reason-both = 請以中文及英文填寫，供市民閱覽。
voting-kiosk-number = { $most ->
        [0] 這個展覽站並未編排投票機。請先修改展覽站，然後設置投票機。
       *[other] 請輸入投票機號數，由1至{ $most }。如投票機數目較多，請先修改展覽站。
    }
voting-journal-gap = 這部投票機在此項之前欠缺一項紀錄。請讓投票機保持開啟和連線，紀錄會依次傳送。
voting-journal-unreadable = 未能開啟投票機的這項紀錄。請保持投票機原狀，並通知系統管理員。

## 點票

count-title = 點票及核實
count-lead = 所有投票日核對完畢或免予核對後，便可點票。選票由兩個程式各點算一次，結果必須一致，再由另一名人員核實。
count-days-open = 尚有{ $n }個投票日未核對或未決定免予核對，現時不能點票。
count-urn = 尚有{ $n }張選票待封存，數分鐘內會自動完成。
count-ready = 一切準備就緒，獎勵計劃秘書或評審團主席可以點票。
count-count = 點票
count-certify = 核實點票結果
count-other = 點票已經完成，須由另一名人員核實。
count-done = 點票結果已經核實。市民可在結果公布後看到票數。
count-certificate = 點票證明
count-by = 點票人
count-certified-by = 核實人
count-spoilt = 廢票
count-void = 作廢的紙條
count-duplicates = 重複選票（不計入）
count-batches = 封存批次
count-hash = 票數表的SHA-256核對碼
count-totals = 各獎項票數
count-rank = 名次
count-share = 百分比
count-days = 投票日
count-decisions = 由兩名人員作出的決定
count-no-decisions = 沒有任何建議。
count-decided = 由{ $first }提出，{ $second }同意
count-proposed = 由{ $by }提出，須由另一名人員同意。
count-agree = 同意
count-withdraw = 撤回
count-classes = 各類別的封存選票
count-class = 類別
decision-kind = 決定事項
decision-object = 類別、批次或日期
decision-object-hint = 類別如EX-BPP2-4:2001-09-14:am:kiosk，批次如EX-BPP2-4:3，日期如EX-BPP2-4:2001-09-14。
decision-reason = 原因
decision-class = 不計入某類選票
decision-void-batch = 把一批紙條作廢
decision-write-off = 免予核對某投票日
decision-propose = 提出建議

## 點票時的問題

voting-days-open = 尚有{ $days }個投票日未核對或未決定免予核對。請先處理，然後點票。
voting-urn-not-empty = 尚有{ $ballots }張選票待封存。請於數分鐘後再試。
voting-undecided = 尚有{ $n }項建議待決定。請先同意或撤回，然後點票。
voting-poll-move = 點票工作在現階段不能這樣處理。點票頁載有下一個步驟。
voting-counts-differ = 兩次點算的結果不一致，點票並未完成。請通知系統管理員，從系統日誌查找原因。
voting-object-bad = 沒有這個類別、批次或日期。請按例子的格式填寫，例如EX-BPP2-4:2001-09-14。
voting-proposed-already = 這項建議早已提出。請查看決定一覽。
judging-round-first = 這項計劃尚未設有評審工作。請先在評審團頁面設立，然後核實點票結果。
judging-votes-by-ballot = 這項計劃的票數由選票點算，不能人手輸入。點票結果核實後，票數便會載入。

## 公開紀錄

# “record-title” 已用於出席紀錄；投票各頁應用以下標題。
public-record-title = 公開紀錄
record-lead = 每張選票均與其他選票混和封存，列入任何人都可以核對的紀錄。
record-is-open = 紀錄已經公布，任何人都可以重新點票。
record-collecting = 尚未點票。紀錄會隨選票封存而增加，當中的選擇在公布結果前不會公開。
record-counted = 點票已經完成。選擇會隨結果於{ $at }公開。
record-recount = 重新點票
record-check = 核對紀錄或收據
record-file = 下載紀錄
record-feed = 查核點資料
record-turnout-title = 投票數目
record-stop = 展覽站
record-bar = 比較
record-turnout = 選票約數
record-about = { $n ->
        [0] 少於10張
       *[other] 約{ $n }張
    }
record-turnout-how = 只計算封存已滿15分鐘的選票，以十張為單位，不足十張不計；不包括測試選票。投票期間，任何人均不能看到得票情況。
record-nobody = 暫時沒有投票數目
record-nobody-why = 首批選票封存15分鐘後，本頁會列出投票數目。
record-checkpoints = { $n ->
        [0] 查核點
       *[other] 共{ $n }個查核點，最新的在前
    }
record-batch = 批次
record-sealed = 封存時間
record-checkpoint = 查核點
record-note = 已簽署的內容
record-none = 尚未封存選票
record-none-why = 投出的選票達20張，或首個投票日結束後，本頁會列出首個查核點。
record-ballots = 選票數目
record-key = 本紀錄的公開密碼匙
record-key-why = 收據、查核點及結果均以同一密碼匙（Ed25519）簽署，以下是其公開部分。任何人都可用以核對簽署。請與你先前保存或他人提供的副本比較。
record-how = 紀錄如何運作
record-how-words =
    選票分批封存：投票期間，每批最少20張，相隔最少15分鐘；投票日結束時，餘下的選票全部封存。每批之內，收據按一個隨機次序寫入，各獎項的選擇則各按另一個隨機次序寫入。紀錄內並無任何資料把收據與選擇聯繫起來，亦不會把同一張選票在不同獎項的選擇聯繫起來。紀錄不載姓名、紙條、地址或裝置，時間亦只記至上午、下午或傍晚。

    每批選票封存後，會公布一個查核點，列明紀錄的長度及全部內容的核對碼，並加以簽署，與上一個查核點相連。保存查核點的人，日後可察覺當時已封存的內容曾否更改、刪除或移動。

    公布結果前，選擇只以核對碼顯示。其後，選擇會公開，並列出各站每日的選票數目、人員所作的決定和原因，以及已簽署的結果。任何人都可在重新點票頁，或以自行編寫的程式重新點票；紀錄的格式已為此公開說明。

    憑收據可核對你的選票已列入公布的紀錄，而紀錄其後並無更改。收據不會顯示你的選擇。我們不能排除有人使用兩張紙條，也不能防止有人從旁觀看你投票。

## 重新點票：在讀者自己的裝置上進行，數值由畫面填入

recount-title = 重新點票
recount-lead = 紀錄在你的裝置上核對和點算，所用程式與本系統點票時相同。你在本頁開啟或輸入的資料，不會傳送到任何地方。
recount-no-script = 重新點票須使用JavaScript。如未能使用，請下載紀錄，以「accolade recount」或自行編寫的程式點算。
recount-start = 核對紀錄並重新點票
recount-file = 開啟你保存的紀錄
recount-drop = 亦可把檔案拖放到本頁。
recount-loading = 正在取得紀錄
recount-progress = 已核對{ $n }%
recount-read = 已核對{ $n } MB
recount-sound = 紀錄無誤。所有簽署、核對碼及數目均相符，選票點算所得與已簽署的結果一致。
recount-incomplete = 現有紀錄無誤，但欠缺已簽署的結果。以下是當中選票的點算結果。
recount-hidden = 現有紀錄無誤。選擇在公布結果時公開；在此之前可核對收據，但不能點票。
recount-flawed = 紀錄有誤，因此並未點票。發現的問題：{ $s }。請保存檔案，並通知獎勵計劃秘書。
recount-failed = 未能讀取紀錄（{ $s }）。請再試一次，或開啟檔案。
recount-witnessed = 較早的查核點在紀錄之內，並無改動。
recount-witness = 與你保存的查核點比較
recount-witness-help = 請貼上整個查核點，包括最後一行。如紀錄其後曾被改動，重新點票時便會發現。查核點不會傳送到任何地方。
recount-flaw-at = 第{ $line }行：
recount-flaw-at-batch = 第{ $line }行，第{ $batch }批：
recount-flaw-empty = 沒有可點算的內容
recount-flaw-unreadable = 這一行不屬於紀錄的格式
recount-flaw-long = 這一行過長
recount-flaw-header = 首行並非選票的說明
recount-flaw-order = 這一行不應在此處
recount-flaw-batch = 這一行屬第{ $said }批，但此處應為第{ $due }批
recount-flaw-award = 選票上沒有獎項「{ $it }」
recount-flaw-choice = 獎項{ $award }的選票上沒有作品「{ $choice }」
recount-flaw-class = 「{ $it }」不是選票的類別
recount-flaw-quarter = 選擇「{ $choice }」不可能位於名單的第{ $quarter }個四分之一
recount-flaw-digits = 「{ $it }」不是64位的核對碼
recount-flaw-signature = 查核點或結果並非以本紀錄的密碼匙簽署，或不屬於本計劃，或不完整
recount-flaw-seq = 這是第{ $said }個查核點，但此處應為第{ $due }個
recount-flaw-chain = 這個查核點與前一個並不相連，其中一個曾被替換
recount-flaw-awards = 查核點所涵蓋的獎項與選票不符
recount-flaw-size = 查核點列明{ $log }有{ $said }項，但實際有{ $found }項
recount-flaw-root = { $log }由第{ $from }行起的內容與封存時不符，曾有項目被更改、刪除、加入或移動
recount-flaw-share = { $ballots }張選票，每張{ $votes }票，但{ $award }有{ $leaves }項
recount-flaw-unsealed = 紀錄在本批的查核點之前中斷，因此內容未經簽署
recount-flaw-twice = 同一收據在紀錄中出現兩次（SHA-256 { $it }）
recount-flaw-hidden = 已有結果，但部分選擇尚未公開
recount-flaw-day-untold = { $stop }在{ $day }有選票，但沒有投票人數
recount-flaw-day-twice = { $stop }在{ $day }的投票人數列出兩次
recount-flaw-turnout = { $stop }在{ $day }的投票人數（{ $column }）為{ $said }，每張{ $votes }票，但{ $award }有{ $leaves }項
recount-flaw-object = 「{ $it }」不能作為決定的對象
recount-flaw-paper = 首行的選票說明並非結果簽署時所依據的版本
recount-flaw-statements = 投票人數和決定並非結果簽署時所依據的版本
recount-flaw-last = 結果並非根據本紀錄最後的查核點簽署
recount-flaw-total = { $entry }在{ $award }的票數：結果為{ $said }，選票點算所得為{ $found }
recount-flaw-blank = { $award }沒有使用的票：結果為{ $said }，選票點算所得為{ $found }
recount-flaw-entries = 結果所列的作品和獎項與選票不符
recount-flaw-witness-key = 較早的查核點並非以本紀錄的密碼匙簽署
recount-flaw-witness-gone = 第{ $it }個查核點早已公布，但本紀錄在此之前已中斷
recount-flaw-witness-other = 本紀錄的第{ $it }個查核點與早前公布的不同，過往內容曾被改動
recount-ballots = 選票：{ $n }張。封存批次：{ $b }批。
recount-key = 簽署所用密碼匙：{ $s }
recount-last = 最後的查核點（{ $d }）：{ $s }
recount-entry = 作品
recount-votes = 票數
recount-share = 百分比
recount-change = 變動
recount-bar = 與得票最多的作品比較
recount-blank = 沒有使用的票
recount-classes = 計入的選票
recount-classes-help = 剔除或加入某類選票，即可在表中看到有何變動。已公布的結果不受影響。
recount-whole = { $s }全部選票
recount-class = { $d }，{ $p }，{ $c }
recount-count = { $n }張選票
recount-tests = 測試選票（不計入）：{ $n }張
recount-part-am = 上午
recount-part-pm = 下午
recount-part-eve = 傍晚
recount-part-any = 不分時段
recount-channel-kiosk = 投票機
recount-channel-phone = 手機
recount-channel-paper = 紙本
recount-channel-any = 不分投票方式
recount-counted = 計入
recount-off = 已剔除
recount-decided = 按決定不計入
recount-switched = 計入{ $n }張選票，共{ $m }張
recount-reset = 還原至公布的結果
recount-decisions = 人員所作的決定
recount-decision = { $o }：{ $s }
recount-receipt = 收據
recount-receipt-check = 核對收據
recount-receipt-local = 收據只在本機核對，不會傳送。
recount-receipt-first = 請先開啟紀錄，然後核對收據。
recount-receipt-bad = 這不是收據。收據共有十六個字元，例如7QK4-MX2P-9RTB-00AZ。請核對後再試。
recount-receipt-out = 這份紀錄沒有這張收據。如已過收據列明的時限，請取得最新的紀錄再核對一次。如仍然沒有，請保存收據並通知獎勵計劃秘書，那將是我們的錯誤。
recount-receipt-in = 這張收據的選票已列入紀錄，在第{ $n }批。

## 剛完成的事項

done-stop-confirmed = 展覽站已經確定，並已公開。
done-printed = 這批紙條已經備妥，可在列表取得印刷稿。
done-issued = 這批紙條已撥予今天。接受投票期間，紙條均屬有效。
done-poll-open = 現已接受投票。
done-poll-paused = 投票已經暫停。恢復投票前，不會接受選票。
done-poll-closed = 當日投票已經結束，須由另一名人員核對。
done-paper-once = 你的點算結果已經輸入。現須由另一名人員輸入。
done-paper-agreed = 兩名人員的點算結果一致，紙本選票已經計入。
done-paper-differs = 兩名人員的點算結果不同，兩者均不採用。請各自重新點算紙本選票。
done-reconciled = 當日核對已經完成。
done-proposed = 建議已經提出。現須由另一名人員同意。
done-counted = 點票已經完成。現須由另一名人員核實。
done-certified = 點票結果已經核實，並已交評審團。

## 首頁、獎勵計劃及我的事務

front-vote-title = 今天在{ $stop }投票
front-vote-words = 投票至{ $closes }截止。站內職員會派發紙條。
front-vote-button = 用紙條投票
scheme-vote-record = 投票的公開紀錄
scheme-count = 點票及核實
task-today = 今天在{ $stop }當值
task-balance = 結束並核對{ $stop }{ $day }的投票
task-count = 點票，或核實點票結果
count-by-stop = 各展覽站得票（只供秘書處參閱）
