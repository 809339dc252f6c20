# 展覽站的投票機。畫面自行選用三種語文；$n、$of、$it 由畫面填入。

## 各處

kiosk-title = 投票機
kiosk-script = 本投票機須使用 JavaScript。請在瀏覽器內啟用，或改用另一部投票機。
kiosk-languages = 語文
kiosk-large = 大字
kiosk-number = { $n }號投票機
kiosk-waiting = 待傳送：{ $n }張
kiosk-held = 未獲接納、待職員處理：{ $n }張
kiosk-no-line = 沒有連線
kiosk-broken = 本機未能穩妥保存選票。請改用另一部投票機，並通知職員。
kiosk-leave = 停止並清除
kiosk-still = 你還在嗎？
kiosk-clears = 畫面將於{ $n }秒後清除。
kiosk-here = 我仍在這裏

## 選票紙條

kiosk-welcome = 請掃描紙條，開始投票
kiosk-hint = 請把紙條上的方形碼放在讀碼器下，或輸入旁邊印有的九個字元。
kiosk-field = 紙條上的編碼
kiosk-keys = 輸入編碼的按鍵
kiosk-rub = 刪除
kiosk-begin = 開始
kiosk-checking = 正在核對紙條
kiosk-code-length = 編碼共有九個字元。請核對紙條，再試一次。
kiosk-code-symbol = 編碼只有數字和英文字母，當中沒有U。請核對紙條，再試一次。
kiosk-code-check = 其中一個字元不正確。請核對編碼，再試一次。

## 獎項

kiosk-step = { $it } · 第{ $n }項，共{ $of }項
kiosk-choose-one = { $it }：請選一項
kiosk-choose-some = { $it }：最多可選{ $n }項
kiosk-chosen = 已選{ $n }項，最多{ $of }項。
kiosk-most = 最多可選{ $n }項，請先取消其中一項。
kiosk-none-yet = 請選一項，或按「不選此項」。
kiosk-note = 次序由電腦隨機排列，每人不同。收據不會顯示你的選擇。
kiosk-skip = 不選此項
kiosk-next = 下一步
kiosk-back = 上一步

## 投票之前

kiosk-review = 請核對選票
kiosk-review-lead = 按「投下選票」之前，選票不會投出。
kiosk-blank = 沒有選擇
kiosk-change = 更改
kiosk-change-of = 更改：{ $it }
kiosk-all-blank = 選票不可全部留空，請最少在一個獎項作出選擇。
kiosk-cast = 投下選票
kiosk-sending = 正在投下選票
kiosk-not-kept = 本機未能保存選票，選票並未投出。請再試一次，或向職員查詢。

## 投票之後

kiosk-thanks = 多謝參與
kiosk-refused = 選票未獲接納
kiosk-counted = 選票已經收妥。
kiosk-kept = 選票已密封並保存在本機，恢復連線後會立即傳送，你無須等候。
kiosk-duplicate = 這張紙條曾經使用。選票會列入公布的重複類別，不會計入結果。
kiosk-not-taken = 紙條已經使用或無效，或本站投票已經結束。請向職員查詢。
kiosk-receipt = 你的收據。請抄下或拍照。
kiosk-promise = 憑收據可核對你的選票已列入公布的紀錄，而紀錄其後並無更改。收據不會顯示你的選擇。任何人都可以重新點算公布的選票。我們不能排除有人使用兩張紙條，也不能防止有人從旁觀看你投票。
kiosk-deadline = { $it }或之前列入紀錄
kiosk-qr = 以二維碼顯示的收據
kiosk-longer = 延長顯示
kiosk-done = 完成
