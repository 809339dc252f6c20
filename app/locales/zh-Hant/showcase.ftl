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

## 工作桌

task-proposals = 處理{ $n }個提交的項目
task-put-right = 修改被退回的項目
task-finish-activity = 完成並提交項目
