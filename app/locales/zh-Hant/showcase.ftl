# 服務市民巡禮：活動本身、各部門提交的項目、適合的場地，以及統籌人員的決定。

nav-showcase = 巡禮

## 公眾

showcase-title = 服務市民巡禮
showcase-lead = 各部門在全港各區舉辦參觀、講座、示範、表演和諮詢，讓市民認識政府的服務。
showcase-none = 尚未設定巡禮
showcase-none-why = 下一次巡禮的日期定下後，會在這裏公布。
showcase-no-event = 尚未設定巡禮。請由巡禮統籌人員設定。
showcase-programme-later = 節目表公布後，所有地點和時間會載於本頁。
showcase-departments = 部門（目標：{ $of }）
showcase-activities = 已接納項目（目標：{ $of }）
showcase-sessions = 場次
showcase-closes-at = 部門可在{ $moment }前提交

## 巡禮設定

showcase-set-up = 設定巡禮
showcase-set-up-lead = 名稱、日期和部門的提交期限。
showcase-code = 編號
showcase-code-hint = 二至八個英文字母或數字，會放在所有項目編號之前。
showcase-name-en = 英文名稱
showcase-name-zh = 中文名稱
showcase-closes = 部門提交期限
showcase-target-departments = 部門數目目標
showcase-target-activities = 項目數目目標
showcase-event-code = 請用二至八個英文字母或數字，不留空格。
showcase-ends-first = 結束日期早於開始日期。請填寫不早於首天的結束日期。
showcase-too-many-days = 巡禮最長為{ $most }天。
showcase-closes-late = 提交期限必須在巡禮開始之前。請填寫較早的時間。

## 部門已提交的項目

showcase-mine = 本部門項目
showcase-mine-lead = 本部門為巡禮提交的項目，以及每項的進度。
showcase-mine-none = 本部門尚未提交項目
showcase-mine-none-why = 可用表格逐項提交，或以資料表一次過提交多項。
showcase-together = 所有部門合計
showcase-what = 項目
showcase-board-others = 同時在編排：{ $names }
showcase-say-changed-by = { $name }已作修改。
showcase-too-many-bookings = 過去一小時內，從你的網絡已作出 { $n } 個預約。請於一小時後再試，或致電有關部門。
showcase-venues = 適合的場地
showcase-department = 部門
showcase-at-once = 同時人數
showcase-new = 新增項目
showcase-edit = 修改
showcase-edit-of = 修改{ $code }
showcase-history = 經過

## 表格

showcase-form-lead = 請填寫項目內容、需要和意願。設施一欄之下會即時顯示有多少個場地適合。
showcase-form-title-en = 英文名稱
showcase-form-title-zh = 中文名稱
showcase-form-line-en = 節目表上的一句英文簡介（可不填）
showcase-form-line-zh = 節目表上的一句中文簡介（可不填）
showcase-form-kind = 類別
showcase-form-place = 地點
showcase-pool = 由統籌人員安排場地
showcase-own-of = 本部門場地：{ $venue }（可容{ $n }人）
showcase-form-minutes = 每場時間（分鐘）
showcase-form-sessions = 場數
showcase-form-setup = 布置時間（分鐘）
showcase-form-teardown = 清場時間（分鐘）
showcase-form-crowd = 參加方式
showcase-form-expected = 每場預計人數
showcase-form-peak = 同時在場人數
showcase-form-peak-hint = 如不填寫：全場參加者以預計人數計算，隨時到場者以四分之一計算。
showcase-form-features = 所需設施
showcase-form-districts = 希望舉行的地區
showcase-form-districts-hint = 任何地區皆可，則不用選。
showcase-form-days = 希望舉行的日子
showcase-form-time = 希望舉行的時段
showcase-form-languages = 語言
showcase-form-wet = 遇雨安排
showcase-form-wet-hint = 戶外項目必須有遇雨安排。
showcase-form-booking = 市民須預約
showcase-file = 提交
showcase-save-draft = 儲存為草稿
showcase-any = 不限
showcase-length = 場次
showcase-length-of = { $n }場，每場{ $minutes }分鐘
showcase-around = 前後時間
showcase-around-of = 布置{ $setup }分鐘，清場{ $teardown }分鐘
showcase-people = 人數
showcase-people-of = 預計{ $expected }人，同時在場{ $peak }人，{ $crowd }
showcase-wishes = 意願
showcase-booking = 預約
showcase-booking-yes = 市民須預約
showcase-booking-no = 不用預約

## 適合的場地

showcase-fit-begin = 填寫表格時，這裏會顯示有多少個場地適合。
showcase-fit = 有{ $n }個場地適合。
showcase-fit-wanted = 其中{ $n }個在希望舉行的地區。
showcase-fit-elsewhere = 但都不在{ $districts }。
showcase-fit-own = 本部門場地符合所有需要。
showcase-fit-own-small = 本部門場地可容{ $capacity }人，但會有{ $peak }人同時在場。請減少同時在場人數，或改由統籌人員安排場地。
showcase-fit-none = 沒有場地符合所有需要。
showcase-fit-without = 如不需要「{ $need }」，有{ $n }個場地適合。
showcase-fit-no-single = 只減去一項需要並不足夠，請減少要求。
showcase-need-room = 可同時容納{ $n }人
showcase-need-hours = 同一天開放{ $n }分鐘
showcase-chip-fits = { $n }個場地適合
showcase-chip-elsewhere = 只在其他地區：{ $n }個
showcase-chip-own = 本部門場地
showcase-chip-none = 沒有場地適合
showcase-chip-small = 本部門場地太小

## 一次過提交

showcase-import = 一次過提交多項
showcase-import-file = 項目資料表（CSV）
showcase-import-hint = 把資料表連同第一行貼在這裏。全部提交，或全部不提交；錯處會逐行列出。
showcase-import-send = 全部提交
showcase-import-sample = 下載範本

## 統籌人員的決定

showcase-proposals = 部門提交的項目
showcase-proposals-lead = 接納適合的項目，退回未清楚的項目。草稿只在沒有場地適合時才顯示。
showcase-proposals-none = 沒有項目
showcase-proposals-none-why = 沒有符合所選條件的項目。
showcase-count = { $n }個項目
showcase-list = 下載本表（CSV）
showcase-accept = 接納
showcase-accept-fitting = 接納全部{ $n }個待處理而有場地適合的項目
showcase-return-title = 退回部門
showcase-return = 退回
showcase-comment-en = 須修改之處（英文）
showcase-comment-zh = 須修改之處（中文）
showcase-cancel-title = 取消這個項目
showcase-cancel-loss = 項目將不會舉行，也不能以同一編號再提交。有關人士都會看到原因。
showcase-cancel = 確定取消
showcase-reason-en = 原因（英文）
showcase-reason-zh = 原因（中文）

## 編排表

showcase-board = 時間編排表
showcase-board-lead = 已接納活動的每一場次，各在其場地和時間。
showcase-board-none = 尚未有編排方案
showcase-board-none-why = 先自動編排所有場次，再以人手調動需要更改的場次。
showcase-auto-first = 編排所有場次
showcase-auto-rest = 編排待定或有衝突的 { $n } 場
showcase-auto-all = 另訂方案
showcase-undo = 還原
showcase-redo = 重做
showcase-lock-day = 鎖定當日
showcase-unlock-day = 解鎖當日
showcase-plans = 所有方案
showcase-making = 正在編排方案 { $plan }：已完成 { $percent }%，{ $n ->
    [0] 目前所有場次均已編定
   *[other] 目前尚有 { $n } 場待定
}。
showcase-stop = 停止，保留目前最佳方案
showcase-look-again = 重新查看
showcase-days = 活動日期
showcase-board-venues = 場地
showcase-venues-in-use = 當日所用的全部場地
showcase-venue-about = { $district } · { $n } 人 · { $pitches } 個攤位
showcase-board-of = { $day }時間表
showcase-board-keys = 拖動場次或按空白鍵拿起，用方向鍵移動，按 Enter 放下，按 Escape 放回原處。在場次上按 Enter 可打開該場次。
showcase-locked = 已鎖定
showcase-wrong = 有衝突
showcase-waits = 待定
showcase-day-none = 當日沒有場次
showcase-day-none-why = 當日未編排任何場次。可選擇地區查看場地，或選擇另一天。
showcase-plan-n = 方案 { $plan }，{ $moment }編定
showcase-tally-placed = 已編定（共 { $of } 場）
showcase-tally-conflicts = 待處理的衝突
showcase-tally-elsewhere = 不在屬意地區
showcase-tally-other-day = 日子類別不符
showcase-tally-other-time = 時段不符
showcase-tally-locked = 已鎖定
showcase-waiting = 待定場次：{ $n }
showcase-and-more = 另有 { $n } 場。
showcase-conflicts = 待處理的衝突：{ $n }
showcase-nowhere-free = 尚有可用位置，只是仍未編定。
showcase-nowhere = { $n ->
    [0] 沒有場地符合全部需要。
   *[other] 有 { $n } 個場地符合全部需要，但在可行時段均已佔用或關閉。
}
showcase-release-none = 單一改動並不足夠，須先調動其他場次。
showcase-release-feature = 若不需要「{ $feature }」，則有 { $n } 個位置。
showcase-release-hours = 若場地延長開放時間，則有 { $n } 個位置。
showcase-release-pitch = 若場地多一個攤位，則有 { $n } 個位置。
showcase-release-room = 若同時在場人數減少，則有 { $n } 個位置。
showcase-release-premises = 若可使用現時不開放的場地，則有 { $n } 個位置。
showcase-release-team = 若部門多一隊人手，則有 { $n } 個位置。
showcase-release-noise = 若可與發聲或須安靜的活動並列，則有 { $n } 個位置。
showcase-release-other = 若放寬另一項規則，則有 { $n } 個位置。

## 場次

showcase-session = 場次
showcase-session-n = 第 { $n } 場
showcase-session-of = 第 { $n } 場，共 { $of } 場
showcase-at = { $venue }，{ $day }，{ $span }
showcase-venue = 場地
showcase-begins = 開始時間
showcase-place = 地點及時間
showcase-take = 採用
showcase-move = 調動
showcase-place-it = 編定
showcase-move-to = 調動至…
showcase-take-off = 從表上取下
showcase-lock = 鎖定於此
showcase-unlock = 解鎖
showcase-offers = 可用位置
showcase-swaps = 若調動其他場次
showcase-swap-to = 第 { $n } 場改往{ $place }
showcase-swap-stuck = 第 { $n } 場將沒有位置
showcase-swap-make = 一併調動並編定
showcase-siblings = 此活動的其他場次
showcase-filed-as = 部門申報內容
showcase-why-here = 為何在此？
showcase-next-best = 其次最佳的可用位置是{ $place }：{ $wishes }。
showcase-wish-none = 沒有特別意願
showcase-wish-district-met = 屬意地區
showcase-wish-district-not = 並非屬意地區
showcase-wish-day-met = 屬意日子
showcase-wish-day-not = 並非屬意日子
showcase-wish-time-met = 屬意時段
showcase-wish-time-not = 並非屬意時段

## 未能編排的原因

showcase-no-time = 請輸入時間，例如 14:30。
showcase-why-outside = 該日不在活動期內。
showcase-why-past = 該日已過。
showcase-why-off-beat = 場次須在整刻開始：14:00、14:15、14:30 或 14:45。
showcase-why-locked = 此場次已鎖定，須先解鎖才可調動。
showcase-why-closed = { $venue }在該時段關閉。布置和收拾可超出開放時間一小時，場次本身則不可。
showcase-why-held = { $venue }由{ $from }至{ $to }不能使用：{ $by }。
showcase-why-taken = { $venue }的攤位已滿：「{ $title }」（{ $from }）在該處舉行。
showcase-why-small = { $venue }可容納 { $capacity } 人，同時在場將有 { $need } 人。
showcase-why-crowded = 連同「{ $title }」（{ $from }），{ $venue }同時在場將有 { $together } 人或以上，而該處可容納 { $capacity } 人。
showcase-why-lacks = { $venue }沒有：{ $feature }。
showcase-why-not-own = { $venue }不供此活動使用：部門處所只供該部門的活動使用，而該等活動亦只在該處舉行。
showcase-why-busy = { $organisation }已同時舉行 { $teams } 場，「{ $title }」（{ $from }）是其中之一。
showcase-why-twice = 同一活動的第 { $session } 場在該時段舉行（{ $from }）。
showcase-why-noise = 「{ $title }」（{ $from }）同時在{ $venue }舉行，兩者之一發出聲響，另一項須安靜。

## 方案

showcase-plan = 方案
showcase-plans-lead = 每個方案把所有場次各編排一次。其中一個在編排表上；更換之前，可先作比較。
showcase-plan-number = 方案 { $plan }
showcase-plan-made = 編定
showcase-plan-how = 方式
showcase-plan-keeps-placed = 方案 { $plan }，補上待定場次並化解衝突
showcase-plan-keeps-locked = { $plan ->
    [0] 編排所有場次
   *[other] 除方案 { $plan } 已鎖定者外全部重新編排
}
showcase-plan-unplaced = 待定
showcase-plan-do = 操作
showcase-plan-on-board = 使用中
showcase-plan-ready = 可用
showcase-plan-making = 編排中
showcase-plan-failed = 未完成
showcase-choose-plan = 採用此方案
showcase-compare = 比較
showcase-differences = { $n ->
    [0] 沒有場次改動。
   *[other] 有 { $n } 場改動。
}
showcase-cannot-plan = { $code }的紀錄未能用作編排。請先更正其開放時間、日子或長度。
showcase-already-making = 正在編排另一方案。請等候或先行停止。
showcase-plan-not-ready = 此方案未能使用，請選擇另一個。
showcase-nothing-to-undo = 你在此沒有可還原或重做的改動。
showcase-nothing-changes = 現況已是如此。

## 編排表讀出的字句

showcase-say-taken = 已拿起。用方向鍵移動，按 Enter 放下，按 Escape 放回原處。
showcase-say-fits = 可放在這裏
showcase-say-put = 已編定：
showcase-say-back = 已放回原處。
showcase-say-looking = 正在查看可用位置
showcase-say-changed = 編排表已更新。
showcase-say-offline = 未能連接伺服器，沒有作任何更改。

## 部門確認及公布

showcase-enquiries = 查詢電話
showcase-enquiries-number = 請輸入電話號碼，或留空。
showcase-publish = 公布
showcase-publish-lead = 公眾將會看到的內容。只公布部門已確認的活動。
showcase-ask = 請部門確認 { $n } 項活動
showcase-unconfirmed = 有 { $n } 項活動已編定但部門尚未確認，不納入此版本。
showcase-publish-conflicts = 有 { $n } 場出現衝突，未能公布。請先在編排表上處理。
showcase-publish-conflict = 「{ $title }」第 { $session } 場：
showcase-publish-nothing = 沒有可公布的改動
showcase-publish-nothing-why = 編排表上已確認的內容，公眾均已可閱覽。
showcase-nothing-to-publish = 沒有可公布的改動：編排表上已確認的內容，公眾均已可閱覽。
showcase-publish-changes = { $n } 場改動
showcase-publish-reason-en = 改動內容及原因（英文）
showcase-publish-reason-zh = 改動內容及原因（中文）
showcase-publish-told = 將獲通知：{ $n } 個部門、{ $bookings } 項預約、{ $followers } 個訂閱變更通知的電郵地址。如其後十五分鐘沒有再公布，各發信一次。
showcase-follow = 如有變更請通知我
showcase-follow-lead = 如有新增、調動或取消，我們會發信通知你；多項變更只發一信。
showcase-follow-address = 你的電郵地址
showcase-follow-consent = 此地址只用於發出通知，保存至你取消訂閱或巡禮結束為止，不會交給他人。我們會先把連結寄往此地址，以免他人代你登記。
showcase-follow-send = 寄連結給我
showcase-follow-email = 請填寫電郵地址，例如 name@example.com。
showcase-follow-calendar = 你也可用行事曆跟進，無須留下地址：
showcase-follow-subscribe = 訂閱行事曆
showcase-follow-ask = 有人（大概是你）要求在變更時發信通知此地址。
showcase-follow-yes = 好，請通知我
showcase-follow-no = 不用了，請刪除此地址
showcase-follow-on = 你已訂閱變更通知，如有變更會收到來信。
showcase-follow-stop = 取消訂閱
showcase-publish-n = 公布第 { $version } 版
showcase-version-of = 第 { $version } 版，{ $moment }
showcase-first-version = 節目表首次公布。
showcase-version-read = 閱覽此版本
showcase-turn-added = 新增
showcase-turn-moved = 調動
showcase-turn-cancelled = 取消
showcase-turn-was = 原定
showcase-turn-now = 現定
showcase-to-confirm = 待確認
showcase-to-confirm-lead = 已為下列活動編定地點和時間，請說明部門能否配合。
showcase-confirm = 可以配合
showcase-confirm-all = 全部 { $n } 項均可配合
showcase-object-title = 未能配合
showcase-object = 交回編排主任
showcase-sessions-at = 地點及時間

## 節目表

showcase-programme = 節目表
showcase-no-programme = 節目表尚未公布。地點和時間落實後，會在此公布。
showcase-no-programme-title = 尚未公布
showcase-programme-all = 整份節目表
showcase-programme-empty = 沒有合適活動
showcase-programme-empty-why = 沒有活動符合全部條件，請減少條件。
showcase-programme-count = { $n } 項活動，{ $sessions } 場
showcase-sessions-n = { $n } 場
showcase-sessions-more = 另有 { $n } 場
showcase-search = 搜尋字詞
showcase-step-free = 無障礙
showcase-indoor = 室內
showcase-bookable = 須預約
showcase-over = 包括已完結場次
showcase-print = 列印版（按地區）
showcase-changes = 最新更改
showcase-changes-lead = 節目表的各個版本，以及每次的更改。
showcase-pages = 頁次
showcase-page-before = 上一頁
showcase-page-after = 下一頁
showcase-page-of = 第 { $n } 頁，共 { $of } 頁
showcase-earlier-version = 這是第 { $version } 版（{ $moment }）。現行版本是第 { $last } 版。
showcase-present-version = 閱覽現行版本
showcase-when-where = 時間及地點
showcase-access = 通道
showcase-access-not = 未知是否無障礙
showcase-session-cancelled = 已取消：{ $when }。
showcase-activity-off = 活動 { $code } 已取消

## 預約

showcase-book = 預約名額
showcase-book-over = 所有場次均已開始，不能再預約。
showcase-book-name = 聯絡人姓名
showcase-book-contact = 電郵地址或電話號碼
showcase-book-contact-hint = 填寫一項即可，只用作通知此項預約的事宜。
showcase-book-people = 人數
showcase-book-access = 參加時所需的安排，例如輪椅位置（如有）
showcase-book-waits = 如額滿，列入候補名單
showcase-book-consent = 舉辦此活動的部門會使用你所填的資料以作安排及通知更改。如不提供姓名及聯絡方法，則不能預約。所有個人資料會在該場次完結 { $days } 天後刪除。請勿填寫身份證號碼。
showcase-book-send = 預約
showcase-places-left = { $n ->
    [0] { $of } 個名額已滿
   *[other] { $of } 個名額尚餘 { $n } 個
}
showcase-places-waiting = （{ $n } 人候補）
showcase-booking-name = 請輸入聯絡人姓名，不超過 80 字。
showcase-booking-contact = 請輸入電郵地址，或最少八位數字的電話號碼。
showcase-booking-access-long = 請以不超過 300 字說明。
showcase-booking-session = 請選擇場次。
showcase-session-began = 此場次已於{ $since }開始，請選擇其他場次。
showcase-group-too-large = 每場設 { $places } 個名額。請減少人數或分組預約。
showcase-no-room = { $left ->
    [0] 此場次已額滿。
   *[other] 此場次尚餘 { $left } 個名額。
}請選擇其他場次、減少人數，或選擇候補。
showcase-booked-already = 此聯絡方法已預約這一場次。請以先前取得的連結更改。
showcase-booking-mine = 你的預約
showcase-booking-reference = 編號
showcase-booking-held = 已預約 { $n } 個名額。
showcase-booking-waits = 你正候補 { $n } 個名額，{ $ahead ->
    [0] 前面沒有其他預約。
   *[other] 前面有 { $ahead } 項預約。
}如有名額退回，會自動遞補。
showcase-booking-off = 此場次已不舉行。
showcase-booking-cancelled = 此預約已取消。
showcase-booking-link = 請保存此頁網址，只有它可打開你的預約。
showcase-booking-give-back = 取消預約
showcase-booking-loss = 你的 { $n } 個名額會由下一位遞補，不能還原。
showcase-booking-activity = 活動詳情
showcase-visitors = 預約名單
showcase-visitors-none = 尚未有人預約。
showcase-booking-is-held = 已預約
showcase-booking-is-waiting = 候補

## 我的行程

showcase-my-plan = 我的行程
showcase-my-plan-none = 你的行程尚未有活動
showcase-my-plan-none-why = 可在活動網頁加入場次。行程只儲存在此瀏覽器。
showcase-my-plan-calendar = 加入日曆（.ics）
showcase-my-plan-kept = 行程只儲存在此瀏覽器及本頁網址，其他人並不知道。
showcase-pick = 加入我的行程
showcase-unpick = 從我的行程移除
showcase-plan-take-off = 移除
showcase-plan-overlaps = 與另一場時間重疊
showcase-plan-rain = 下雨時：{ $wet }。

## 更改活動日期或名稱

showcase-move-title = 更改活動日期或名稱
showcase-move-lead = 先查看更改日期或名稱的影響；說明原因並確認之前，不會作任何更改。
showcase-move-ask = 查看影響
showcase-move-meaning = { $name }，{ $days }
showcase-move-kept = 場次維持原有安排
showcase-move-decide = 須作決定
showcase-move-dropped = 不再有對應日子
showcase-move-decide-n = 須作決定：{ $n }
showcase-move-dropped-n = 不再有對應日子，待重新編排：{ $n }
showcase-move-event = 更改活動
showcase-blackout = { $day }所有場地均關閉，請選擇有場地開放的日子。
showcase-move-instead = 活動的名稱和日期須在「更改活動日期或名稱」一頁更改，並說明原因供各方閱覽。現未有儲存。
showcase-formerly = 前稱：{ $names }。
showcase-notice = { $moment }更改；原為{ $name }，{ $days }。
showcase-plan-keeps-moved = 方案 { $plan }，隨活動改期
done-event-moved = 活動已更改，須作決定的事項載於下方。

## 規則的寬嚴

showcase-auto-day = 重新編排此日
showcase-auto-activity = 重新編排此活動
showcase-auto-department = 重新編排{ $name }的全部活動
showcase-plan-keeps-rest = 方案 { $plan }，只重新編排所選項目
showcase-bottlenecks = 哪方面緊張？
showcase-short-feature = 設有「{ $name }」的場地
showcase-short-teams = { $name }的隊伍
showcase-short = 需要 { $needed } 小時，共有 { $offered } 小時。
showcase-event-venues = 活動場地
showcase-venues-lead = 編排所用的場館、公園和活動室，以及每個場地的租訂進度。已查詢、暫留或確定的場地，整段活動期間不會供他人使用。
showcase-venues-none = 尚未使用任何場地
showcase-venues-all = 編排所用的 { $n } 個場地全部已確定。
showcase-venues-open = 編排所用的場地有 { $n } 個尚未確定。一般租訂的期限為{ $by }。
showcase-venues-late = 編排所用的場地有 { $n } 個尚未確定，而一般租訂的期限已於{ $by }屆滿。請致電管理部門。
showcase-book-by = 租訂期限：{ $day }
showcase-managed-by = 管理部門
showcase-days-there = 日期
showcase-lead-time = 預訂期
showcase-lead-months = 活動前的月數
showcase-lead-hint = 場館一般於三至七個月前接受租訂。限期前兩星期，你會收到來信提醒。
showcase-hold-none = 未查詢
showcase-hold-asked = 已查詢
showcase-hold-held = 暫留
showcase-hold-confirmed = 已確定
showcase-hold-released = 已放棄
showcase-hold-since = { $since }起
showcase-hold-since-until = { $since }起，至{ $until }
showcase-hold-until = 暫留至
showcase-hold-until-hint = 只適用於暫留：期滿前一星期，你會收到來信提醒。
showcase-hold-note = 給同事的備註
showcase-hold-note-hint = 聯絡人、檔案編號等。
showcase-hold-change = 租訂進度
showcase-held-until = 請填寫暫留的最後一天，須在{ $from }至{ $to }之間。
showcase-not-for-hire = 這是部門自用的地方，無須租訂。
showcase-still-published = 已公布的場次有 { $n } 個在此舉行。請先調動並公布。
showcase-if-lost = 如失去此場地
showcase-loss-none = 編排上沒有場次在此舉行。
showcase-loss = 按目前的編排，有 { $same } 個場次可於同一時間改到別處，{ $other } 個須改到別處的其他時間，另有 { $nowhere } 個須先調動其他場次。
showcase-loss-instead = 可改為：{ $place }
showcase-loss-nowhere = 按目前的編排，別處沒有空檔。
showcase-venue-page = 開放時間、設施及關閉
showcase-rules = 規則
showcase-rules-lead = 以人手編排時，此活動對各項規則的寬嚴。自動編排則必定遵守規則。
showcase-warnings = 僅供留意：{ $n }
showcase-rule-hours = 場地開放時間
showcase-rule-held = 場地關閉或已有他用
showcase-rule-room = 攤位及可容人數
showcase-rule-features = 所需設施
showcase-rule-premises = 部門處所
showcase-rule-teams = 部門同時舉行的場數
showcase-rule-twice = 同一活動的場次同時舉行
showcase-rule-noise = 須安靜與發聲活動並列
showcase-rule-district = 屬意地區
showcase-rule-day = 屬意日子
showcase-rule-time = 屬意時段
showcase-level-forbid = 禁止
showcase-level-block = 容許編排，但不得公布
showcase-level-warn = 只作提示
showcase-level-ignore = 不理會
showcase-why-wish-district = 不在部門屬意的地區。
showcase-why-wish-day = 不在部門屬意的日子。
showcase-why-wish-time = 不在部門屬意的時段。

## 類別、人數、意願、遇雨、語言

showcase-kind-exhibit = 展覽
showcase-kind-demonstration = 示範
showcase-kind-talk = 講座
showcase-kind-advice = 諮詢
showcase-kind-handson = 動手做
showcase-kind-visit = 參觀
showcase-kind-performance = 表演
showcase-kind-game = 遊戲
showcase-kind-open-day = 開放日
showcase-kind-screening = 放映
showcase-kind-competition = 比賽
showcase-crowd-seated = 全場參加
showcase-crowd-drop-in = 隨時到場
showcase-days-any = 任何日子
showcase-days-weekday = 星期一至五
showcase-days-weekend = 星期六、日及公眾假期
showcase-time-any = 任何時段
showcase-time-am = 上午
showcase-time-pm = 下午
showcase-time-eve = 晚上
showcase-wet-not-affected = 照常舉行
showcase-wet-cancel = 取消
showcase-wet-move-indoors = 移師室內
showcase-language-yue = 粵語
showcase-language-eng = 英語
showcase-language-cmn = 普通話
showcase-fits-wanted = 所選地區有場地
showcase-fits-elsewhere = 只在其他地區有場地
showcase-fits-none = 沒有場地適合

## 進度

showcase-state-draft = 草稿
showcase-state-proposed = 已提交
showcase-state-returned = 已退回
showcase-state-accepted = 已接納
showcase-state-scheduled = 已編排
showcase-state-confirmed = 已確認
showcase-state-published = 已公布
showcase-state-held = 已舉行
showcase-state-cancelled = 已取消
showcase-step-drafted = 開始草擬
showcase-step-changed = 修改
showcase-step-filed = 提交
showcase-step-returned = 退回
showcase-step-accepted = 接納
showcase-step-cancelled = 取消
showcase-step-scheduled = 已編定地點和時間，並請部門確認
showcase-step-confirmed = 部門已確認
showcase-step-objected = 部門未能配合
showcase-step-moved = 編排主任已調動，須再確認
showcase-step-held = 已舉行
showcase-step-published = 已公布

## 不能辦理的原因

showcase-filing-closed = 提交期限為{ $since }。如仍須增加項目，請與巡禮統籌人員聯絡。
showcase-activity-move = 現在不能這樣做：項目的狀況已改變。請重新查看。
showcase-activity-stays = 項目已提交，現在不能修改。請統籌人員先退回。
showcase-own-too-small = 會有{ $peak }人同時在場，但本部門場地只容{ $capacity }人。請減少同時在場人數，或改由統籌人員安排場地。
showcase-not-own-premises = 請選擇本部門的場地，或由統籌人員安排場地。
showcase-no-rain-plan = 戶外項目必須有遇雨安排：取消，還是移師室內？
showcase-no-venue = 沒有場地符合{ $code }的所有需要，因此不能接納。請退回並說明哪一項需要有問題。
showcase-changed = 其他人已作修改，你的修改沒有儲存。請重新打開本頁，查看後再修改。
showcase-number = 請輸入{ $least }至{ $most }之間的整數。
showcase-choose = 請在清單中選擇。
showcase-no-language = 請選擇至少一種語言。
showcase-unknown-code = 清單中沒有「{ $code }」。

## 完成

done-activity-filed = 項目已提交，下一步由統籌人員處理。
done-activity-hopeless = 項目已存為草稿：沒有場地符合所有需要。請修改有問題的一項，再行提交。
done-activities-filed = 資料表內的項目已全部提交。
done-activities-some-hopeless = 資料表已收妥。沒有場地適合的項目存為草稿，並在下面標示。
done-activity-cancelled = 項目已取消。
done-activity-returned = 項目已退回，並已通知部門。
done-activity-accepted = 項目已接納，並已通知部門。
done-activities-accepted = 項目已接納，並已通知各部門。
done-session-placed = 場次已編定。
done-session-off = 場次已從表上取下，待重新編排。
done-plan-chosen = 此方案已放上編排表。
done-undone = 已還原你的上一項改動。
done-done-again = 已重做你的改動。
done-departments-asked = 已請各部門確認。
done-activities-confirmed = 已確認，謝謝。
done-follow-asked = 請查看郵箱：連結已寄往你的地址。在你打開連結之前，不會再有來信。
done-follow-stopped = 已取消，你的地址已刪除。
done-activity-objected = 活動已連同原因交回編排主任。
done-programme-published = 已公布，公眾現可閱覽。

## 信件

letter-activity-returned-subject = 請再看看：{ $title }
letter-activity-returned-body =
    你們的項目{ $code }「{ $title }」已退回：

    { $comment }

    請在項目的網頁修改，然後再提交。即使提交期限已過，仍可這樣做。

letter-activities-accepted-subject = 巡禮接納了{ $n }個項目
letter-activities-accepted-body =
    你們部門有{ $n }個項目獲巡禮接納。

    下一步是編排地點和時間。須由你們確認時，我們會再來信；現時毋須辦理任何事情。

letter-activities-scheduled-subject = 請確認地點和時間：{ $n } 項活動
letter-activities-scheduled-body =
    巡禮編排主任已為貴部門的 { $n } 項活動編定地點和時間。

    請查閱並說明貴部門能否配合。確認之前，不會公布。

letter-showcase-book-venues-subject = 請於{ $by }或之前租訂「{ $event }」的場地
letter-showcase-book-venues-body =
    編排所用的場地有 { $n } 個尚未確定。一般租訂的期限為{ $by }。

    下列網頁列出各場地，須處理者在前。

letter-showcase-hold-ends-subject = { $venue }只暫留至{ $until }
letter-showcase-hold-ends-body =
    { $venue }為「{ $event }」暫留至{ $until }，尚未確定。期滿後場地便不再保留。

    下列網頁載有在該處舉行的場次，以及可改往的地方。

letter-programme-published-subject = 巡禮節目表第 { $version } 版
letter-programme-published-body =
    巡禮節目表第 { $version } 版已經公布。貴部門的場次中，{ $added } 場新增，{ $moved } 場調動，{ $cancelled } 場取消。

    { $reason }

    所有更改載於此頁：

letter-booking-held-subject = 已預約：{ $title }
letter-booking-held-body =
    已為你預約「{ $title }」{ $n } 個名額，時間為{ $starts }。編號為 { $reference }。

    下列網頁載有你的預約。如未能出席，請在該頁取消，以便其他人參加。

letter-booking-waiting-subject = 候補：{ $title }
letter-booking-waiting-body =
    你已列入「{ $title }」（{ $starts }）的候補名單，共 { $n } 個名額。編號為 { $reference }。

    一有名額，我們會立即通知。下列網頁載有你的輪候情況。

letter-booking-moved-subject = 更改：{ $title }
letter-booking-moved-body =
    你以編號 { $reference } 預約的「{ $title }」已更改時間或地點，現定於{ $starts }開始。

    { $reason }

    你的預約仍然有效。如新的時間不適合，請在下列網頁取消。

letter-booking-off-subject = 取消：{ $title }
letter-booking-off-body =
    你以編號 { $reference } 預約的「{ $title }」（{ $starts }）不會舉行。

    { $reason }

    你的預約已經終止，無須辦理任何手續。

## 工作桌

task-proposals = 處理{ $n }個提交的項目
task-put-right = 修改被退回的項目
task-finish-activity = 完成並提交項目
task-confirm-places = 確認 { $n } 項活動的地點和時間
showcase-card = { $departments } 個部門在 { $districts } 個地區舉辦 { $n } 項活動。
showcase-card-today = 今天有 { $n } 場。
showcase-card-open = 看看有甚麼活動
