# 場地：場地一覽、個別場地的開放時間，以及場地未能使用的原因。

## 場地一覽

venues-title = 場地
venues-lead = 各工作坊的舉行地點、可容納人數、開放時間及已編排的活動。
venues-count = 共{ $n }個場地
venues-name = 場地
venues-district = 地區
venues-capacity = 可容納人數

## 個別場地

venues-people = { $n }人
venues-weekday = 星期一至五
venues-saturday = 星期六
venues-holiday = 星期日及公眾假期
venues-shut = 休息
venues-features = 設施
venues-stepfree = 無障礙通道
venues-taken-caption = 未來180日已編排的活動
venues-taken-by = 用途
venues-free = 未來180日尚未編排任何活動。

## 場地衝突

venues-taken = { $venue }由{ $from }起已有其他安排（{ $by }）。請改選其他場地或時間。
venues-ends-first = 關閉期間的結束時間早於開始時間。請輸入較遲的結束時間。
venues-reason-both = 請以中英文填寫場地關閉的原因。
venues-close = 暫停開放場地
venues-external = 政府以外機構
venues-pitches = 可同時舉行的活動
venues-import = 從日曆檔案匯入關閉時段
venues-import-file = 檔案（.ics）
venues-import-hint = 用文字編輯程式打開檔案，把全部內容貼在此處。已過去或已知的時段會略去。
venues-import-looked = 我已看過將會關閉的時段
venues-import-look = 將會加入 { $n } 個關閉時段。請查看後剔選方格，再次送出。
venues-import-one = { $label }：{ $from }至{ $to }{ $n ->
    [0] 。
   *[other] ，涉及 { $n } 個已確定的場次。
}
venues-import-nothing = 檔案內沒有將來而未知的時段。
venues-way-there = 前往方法
venues-way = { $venue }位於{ $district }。
venues-step-free = 設有無障礙通道。
venues-steps = 未知是否設有無障礙通道，請於前往前查詢。
venues-map = 地圖（其他網站）
venues-reason-en = 原因（英文）
venues-reason-zh = 原因（中文）
venues-close-decided = 該時段內已確認的活動改往其他地點，此事已作決定
venues-close-confirmed = 該時段內有 { $n } 項已確認的使用。請選取方格，決定改往其他地點，然後在編排表上重新編排。
venues-close-one = 「{ $label }」，{ $from }

venues-holidays = 從日曆檔案加入公眾假期
venues-holidays-lead = 政府以每種語文各一個檔案發布公眾假期。請把兩個檔案的內容貼在這裏；已有的日子不會重複加入。
venues-holidays-en = 英文檔案（.ics）
venues-holidays-zh = 中文檔案（.ics）
venues-holidays-looked = 我已看過這些日子
venues-holidays-take = 加入假期
venues-holidays-look = 將加入{ $n }日。請先看過，剔選方格，再傳送一次。
venues-holiday-line = { $day }：{ $name }
venues-holiday-one = { $day }不在這個檔案內，但在另一個檔案內。
