# 人員：登入、密碼、個人帳戶、人員名錄，以及以檔案匯入人員資料。

## 登入

people-sign-in = 登入
people-sign-in-lead = 請使用辦公室電郵地址登入。瀏覽工作坊資料無須登入。
people-email = 電郵地址
people-password = 密碼
people-forgot = 忘記密碼
people-forgot-lead = 請輸入辦公室電郵地址，我們會把重設密碼的連結寄給你。連結在一小時內有效。
people-send-link = 把連結寄給我
people-choose = 設定密碼
people-personas = 以示範人物的身分登入
people-personas-lead = 這是示範系統，按一下即可登入，無須密碼。人物全屬虛構。

## 未能登入

people-wrong-password = 電郵地址與密碼不符。請核對後再試，或索取連結重設密碼。
people-too-many-tries = 輸入錯誤密碼的次數過多。請於{ $minutes }分鐘後再試。
people-post-ended = 你現時沒有擔任任何職位，因此未能登入。如已履任新職，請與{ $contact }聯絡。
people-email-bad = 請輸入完整的電郵地址，例如name@department.example。
people-link-lapsed = 這條連結已經使用或已失效。請到登入頁重新索取。

## 密碼

people-new-password = 新密碼
people-current-password = 現時的密碼
people-change-password = 更改密碼
people-password-hint = 最少12個字元。把幾個詞語連在一起，較易記住。
people-password-short = 密碼太短。請使用最少{ $least }個字元。
people-password-long = 密碼太長。請勿超過{ $most }個字元。
people-password-common = 這個密碼太容易被人猜中。請改用別人意想不到的詞語。
people-wrong-current = 現時的密碼不正確。請核對後再試。

## 個人帳戶

people-account = 我的帳戶
people-name = 姓名
people-post = 職位
people-organisation = 部門
people-language = 書信語言
people-language-hint = 我們會以這種語言發信給你。網頁語言則可在頁頂選擇。
people-sessions = 已登入的裝置
people-sessions-caption = 你已登入的裝置
people-device = 裝置
people-seen = 最近使用時間
people-this-device = 這部裝置，使用中
people-device-unknown = 不詳
people-sign-out-everywhere = 登出所有其他裝置

## 人員名錄

people-directory = 人員名錄
people-directory-lead = 現任各職位的人員。部門培訓統籌人員可查閱所屬部門的資料。最多顯示200項，請以搜尋收窄範圍。
people-count = 共{ $n }項
people-roles = 職能

## 匯入人員資料

people-line-email = 第{ $line }行：「{ $email }」不是電郵地址，請更正。
people-line-organisation = 第{ $line }行（{ $email }）：沒有這個部門代號。請更正「organisation」一欄。
people-line-both = 第{ $line }行（{ $email }）：請以中英文填寫姓名及職位，並確保沒有缺字。
people-line-role = 第{ $line }行（{ $email }）：沒有這個職能。請使用兩個字母的代號，以分號分隔。
people-line-hash = 第{ $line }行（{ $email }）：未能讀取密碼雜湊值。請更正，或留空由系統發信邀請。
people-line-taken = 第{ $line }行：電郵地址{ $email }已有人使用。請刪去這一行。

## 沒有空的時間

busy = 你沒有空的時間
busy-hint = 匯出你的日曆，以文字編輯器開啟檔案，把全部內容貼在這裏。系統只保存時間，不保存事項，也只有你看到；報名前會提醒你。
busy-looked = 我已看過這些時間
busy-import = 採用檔案內的時間
busy-forget = 刪除這些時間
busy-kept = 已保存{ $n }段時間，最早由{ $from }起。
busy-nothing = 檔案內沒有將來的時間。
busy-look = 將保存{ $n }段時間，取代以前的。請先看過，剔選方格，再傳送一次。
busy-one = { $from }至{ $to }
busy-then = 你的日曆顯示你當時沒有空：{ $from }至{ $to }。
