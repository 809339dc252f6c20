# 共用文字：頁面框架、首頁、我的事務、服務說明，以及各頁通用的字句。

## 頁面框架

brand = 嘉許
description = 為決策局和部門而設的工作坊：尋找課題、個人或組隊報名，並保存出席紀錄。
skip = 跳至主要內容
nav-label = 主目錄
nav-workshops = 工作坊
nav-awards = 獎勵計劃
nav-registrations = 我的報名
nav-department = 部門事務
nav-organise = 籌辦工作
nav-outbox = 發信紀錄
nav-audit = 審計紀錄
nav-venues = 場地
nav-desk = 我的事務
nav-sign-in = 登入
nav-sign-out = 登出
lang-label = 語言
crumbs = 目前位置
demo-bar = 這是示範系統，現在的系統時間是{ $now }。
demo-clock = 調校時鐘
foot-owner = 效率促進組工作平台。所有時間均為香港時間。

## 通用字詞

date = 日期
time = 時間
place = 地點
status = 狀況
save = 儲存
none = 沒有
choose = 請選擇
filter-all = 全部
filter-show = 顯示
search-label = 搜尋字詞
search-button = 搜尋
steps = 步驟
step-done = （已完成）
line-n = 第{ $n }行：
kept-saving = 正在儲存……
kept-offline = 沒有連線。文字已保存在此瀏覽器，恢復連線後會自動送出。
kept-restored = 上次未送出的文字已還原到表格。
kept-saved = 已於{ $at }儲存。
form-problem = 請更正以下各項

## 距離現在

distance-days = { $n }日後
distance-hours = { $n }小時後
distance-minutes = { $n }分鐘後
distance-now = 剛剛
distance-hours-ago = { $n }小時前
distance-days-ago = { $n }日前

## 名額：「尚餘5個名額，共30個」

seats-free = 尚餘{ $n }個名額
seats-full = 額滿
seats-of = 共{ $n }個名額
seats-offered = { $n }個待接受
seats-waiting = { $n }人候補

## 首頁

front-name = 提升公共服務的工作坊
front-kicker = 服務市民計劃｜{ $month }
front-title = 一起學習，服務精益求精。
front-lead = 尋找合適的工作坊，個人或組隊報名，並保存自己的出席紀錄。
front-find = 尋找工作坊
front-desk = 前往我的事務
front-meter = 已舉辦的衡量服務表現工作坊
front-workshops = 全部工作坊
front-organisations = 決策局、部門及其他機構
front-people = 已舉辦工作坊的參加人次
front-venues = 場地
front-schemes = 獎勵計劃
front-next = 即將舉行的工作坊
front-all = 全部{ $n }個工作坊
front-none-why = 已公布的工作坊均已舉行。新的工作坊一經公布，便會在這裏列出。

## 我的事務

desk-hello = { $name }，你好
desk-of = { $post }（{ $organisation }）
desk-needs = 待辦事項
desk-nothing = 現時沒有待辦事項
desk-nothing-why = 如有名額待你接受，或有申請待你決定，這裏便會列出有關事項及限期。
desk-coming = 即將參加
desk-past = 過往紀錄
desk-records = 我的出席紀錄（{ $n }份）
task-offer = { $n ->
    [1] 接受為你預留的名額
   *[other] 接受為隊伍預留的{ $n }個名額
}
task-evaluate = 評價你曾出席的工作坊
task-endorse = 批核一項報名（{ $n }人）
task-stand-behind = 批署貴部門的參選作品
task-agree = 表示貴部門是否合辦參選作品
task-confirm-entry = 確認參選作品的資料
task-entry-returned = 修改被退回的參選作品
task-finish-entry = 完成並遞交參選作品
task-check-entries = 審核{ $n }項參選作品
task-until = 截止時間：{ $moment }

## 剛完成的事項

done-endorsement-asked = 已請有關人員批署。
done-submitted = 作品已經遞交，收件證明載於本頁。
done-confirmed-entry = 資料已經確認，多謝。
done-withdrawn = 作品已經撤回。
done-appealed = 已收到你的上訴。
done-enrolled-departments = 有關部門已登記參選，並已獲通知。
done-reminded = 提示已經發出。
done-given-back = 作品已退回部門修改。
done-reopened = 已為作品另訂限期。
done-checked = 你的審核已經記錄。
done-shortlisted = 入圍名單已擬定，請核對後封存。
done-sealed = 入圍名單已經封存並展出。
done-copied = 新一屆的草稿已經開立。
done-registered = 你的報名已收到。本頁列出目前狀況及往後的步驟。
done-accepted = 你已接受名額，參加資格已獲確認。
done-given-up = 你已退出。這項報名的所有參加者均不會出席。
done-substituted = 參加者已經更換。
done-endorsed = 你已批核這項報名，並已通知報名人。
done-declined = 你不予批核這項報名，並已通知報名人有關原因。
done-saved = 更改已儲存。
done-enrolled = 檔案所列人員已全部報名。
done-published = 工作坊已公布。
done-confirmed = 你已決定如期舉辦工作坊，並已通知所有報名人士。
done-cancelled = 工作坊已取消，並已通知所有報名人士。
done-jumped = 名額已優先撥出，有關原因已記入審計紀錄。
done-here = 你的出席已記錄在案，請就座。
done-closed = 出席登記已截止，工作坊亦告完成。出席者已獲邀填寫評價。
done-signed-out = 你已登出所有其他裝置。
done-password = 密碼已更改，所有其他裝置亦已登出。
done-link = 如這個電郵地址設有帳戶，重設密碼的連結現已寄出。連結在一小時內有效。
done-chosen = 密碼已設定，你現在可以登入。
done-clock = 時鐘已經撥快，其間應發生的事情均已發生。

## 錯誤標題

problem-400-title = 未能讀取資料
problem-401-title = 請先登入
problem-403-title = 你沒有這項權限
problem-404-title = 找不到這一頁
problem-409-title = 與現有安排有衝突
problem-410-title = 限期已過
problem-413-title = 檔案過大
problem-422-title = 未能辦理
problem-429-title = 嘗試次數過多
problem-500-title = 系統發生故障
problem-503-title = 請稍後再試

## 錯誤說明

problem-form = 表格有遺漏或未能讀取。請返回上一頁，核對後再交。
problem-sign-in = 請先登入，然後查閱這一頁或辦理有關事項。
problem-forbidden = 你的職位沒有這項權限。如因工作需要使用，請向效率促進組查詢。
problem-unknown = 請核對網址，或在下面搜尋工作坊。這一頁亦可能不供你查閱。
problem-broken = 先前儲存的資料並無遺失。請稍後再試；如仍未能辦理，請向效率促進組提供這個編號：{ $incident }。
problem-busy = 現時使用人數眾多，請等候數秒後再試。
problem-day = 請輸入完整日期。
problem-moment = 請輸入完整的日期和時間。
problem-number = 請以數字輸入整數。
problem-too-long = 請勿超過{ $limit }個字。
problem-identity-card = 請勿輸入身份證號碼。請刪去號碼後再交表格。
problem-to-workshops = 瀏覽工作坊
problem-to-front = 返回首頁

## 讀取檔案

sheet-empty = 檔案沒有可供讀取的資料。請選擇載有標題行及最少一行資料的檔案。
sheet-wrong-header = 第{ $line }行：標題行不符。正確的標題行是：{ $expected }
sheet-bad-utf8 = 第{ $line }行：部分字元未能讀取。請把檔案另存為「CSV UTF-8」格式後再試。
sheet-open-quote = 第{ $line }行：引號沒有閉合。請補上或刪去引號。
sheet-wrong-cells = 第{ $line }行：共有{ $found }欄，應為{ $expected }欄。請檢查逗號。
sheet-lost-character = 第{ $line }行：有字元已經遺失。請重新輸入該段文字。
sheet-duplicate = 第{ $line }行：與第{ $first }行相同。請刪去其中一行。

## 日曆

calendar-cancelled = 已取消：{ $title }
calendar-department = { $name }的工作坊

## 發信紀錄

outbox-title = 發信紀錄
outbox-lead = 系統撰寫的所有電郵及其發送狀況。只顯示最近200封。
outbox-count = 共{ $n }封
outbox-none = 沒有信件
outbox-none-why = 沒有信件處於這個狀況。如有事情須通知有關人士，信件便會在這裏列出。
outbox-subject = 主旨
outbox-to = 收件人
outbox-when = 撰寫時間
outbox-tries = 發送次數
outbox-error = 最近一次錯誤
outbox-calendar = 日曆檔案
letter-state-queued = 等候發送
letter-state-sending = 發送中
letter-state-sent = 已發送
letter-state-failed = 未能送達
letter-state-gathered = 等候翌晨彙集
letter-state-digested = 已彙集寄出
letter-state-kept-back = 保留：電郵地址不存在
letter-state-unwanted = 收信人不收
letter-state-overtaken = 已由較後的信件取代

## 審計紀錄

audit-title = 審計紀錄
audit-lead = 何人於何時辦理何事，以及所持原因。每項紀錄均載有上一項的核對碼，事後如有改動即可察覺。只顯示最近200項。
audit-whole = { $n ->
    [0] 暫時沒有紀錄。
   *[other] 紀錄完整：全部{ $n }項均已核對。
}
audit-broken = 第{ $at }項紀錄在寫入後曾被改動。請保存資料庫副本，並立即通知系統管理員。
audit-no = 編號
audit-when = 時間
audit-who = 經辦人
audit-what = 辦理事項
audit-object = 對象
audit-reason = 原因
audit-hash = 核對碼

## 示範系統的時鐘

clock-lead = 現在的系統時間是{ $now }。把時鐘撥快後，其間應發生的事情便會自動發生。
clock-to = 把時鐘撥至
clock-send = 撥快時鐘
clock-back = 時鐘只可撥快。請選擇較遲的時間。

## 職能

role-pu = 市民
role-cs = 公務員
role-dc = 部門培訓統籌人員
role-wo = 工作坊籌辦人員
role-as = 獎勵計劃秘書
role-xo = 展覽主任
role-ju = 評審
role-ch = 評審團主席
role-sh = 服務市民巡禮編排主任
role-ed = 編輯
role-po = 進度主任
role-eq = 查詢主任
role-au = 審計及保障資料主任
role-ad = 系統管理員

## 服務說明

about-revised = 修訂日期：2026年11月23日

about-notices = 重要告示
about-notices-text =
    「嘉許」是效率促進組的工作平台。決策局和部門可在這裏報名參加工作坊，籌辦人員可處理有關工作，出席者可取得出席紀錄。

    部門的名稱和徽號，以及取自政府刊物的資料，屬香港特別行政區政府或其他擁有人所有。軟件及為此撰寫的文字，則以MIT許可證發放。你可閱讀、列印和下載網頁作個人用途；如欲在其他地方發表上述名稱、徽號或政府刊物資料，請先徵求擁有人同意。

    英文和繁體中文版本各自撰寫，並無主從之分。簡體中文版本由繁體中文版本經電腦轉換而成；兩者如有不同，請以繁體中文版本為準。

    本系統並無連結至其他網站。我們力求內容正確，但不能保證毫無錯漏。如發現錯漏，歡迎告知。

about-notices-demo = 這是示範系統。系統內的人物、報名、信件及出席資料全屬虛構。部門和場地沿用慣常名稱，只為令示範貼近實況，並不表示有關活動曾經或將會在該處舉行。請勿以系統所載日期或數字處理公務。

about-privacy = 私隱政策
about-privacy-text =
    效率促進組只收集舉辦工作坊所需的個人資料，並按照《個人資料（私隱）條例》（第486章）的六項保障資料原則處理。

    我們備存的資料：你的姓名、職位、部門及辦公室電郵地址；你選用的書信語言；你的報名、候補及出席資料；我們發給你的信件；以及你登入期間所用裝置的類別和最近使用時間。密碼只以無法還原的形式儲存。我們不會索取、儲存或接受身份證號碼。

    資料的用途：處理報名、發出通知、備存出席紀錄及改善工作坊。資料不會用於工作表現評核；未經你同意，亦不會作其他用途。

    可查閱資料的人士：效率促進組、工作坊的合辦機構，以及你所屬部門的培訓統籌人員。培訓統籌人員不能查閱其他部門人員的資料。

    工作坊評價不記名。為免重複作答，我們會記錄你已經作答，但答案與姓名分開存放；最少有五人作答後，才會顯示結果。

    保存期限：報名及出席資料保存至工作坊舉行後三年，其後只保留統計數字；審計紀錄保存七年，當中不載任何自由填寫的個人資料。登入後如8小時沒有使用，系統會自動登出；登入最長以14日為限。登入失敗的次數，只計算最近15分鐘。

    曲奇：你登入時，我們會設置一個曲奇，以維持登入狀態，登出時便會移除。沒有登入的讀者不會收到曲奇。我們不會追蹤任何人瀏覽網頁的情況。

    你的權利：你可在「我的報名」及「我的帳戶」查閱自己的資料；如有錯誤，可自行或要求我們改正。你亦可致函效率促進組保障資料主任，提出查閱資料要求或改正資料要求。我們會在40日內答覆。

about-accessibility = 無障礙網頁
about-accessibility-text =
    我們希望人人都能使用這項服務，並按照《無障礙網頁內容指引》（WCAG）2.1版AA級標準製作網頁。

    你可以只用鍵盤操作每一頁、把畫面放大至200%而不會遺漏內容，以及使用讀屏軟件閱讀。所有表格在關閉程式碼功能時仍可使用。各種狀況除以顏色表示外，亦有文字說明；表格如有錯誤，會在頁頂列出，並在有關欄目旁邊註明。網頁會依照你選擇的淺色或深色畫面顯示，並可減少動態效果。

    點算到場人數的出席登記頁，須啟用程式碼才有齊全功能；列印的出席登記表可作同樣用途。

    如使用時遇到困難，或需要其他形式的文件，請告訴我們是哪一頁，以及你用甚麼工具閱讀。聯絡方法載於「聯絡我們」。我們會協助你辦理所需事項，並改善有關網頁。

about-contact = 聯絡我們
about-contact-text =
    查詢個別工作坊：請聯絡該工作坊的籌辦機構，名稱載於工作坊網頁。

    查詢報名、批核或部門名額：請聯絡所屬部門的培訓統籌人員。

    查詢本系統、指出錯漏或就無障礙安排提出意見：請致函效率促進組，並註明是哪一頁；如畫面顯示事故編號，請一併提供。

    查詢個人資料：請致函效率促進組保障資料主任。

    我們會以來函所用的語文答覆。

about-contact-demo = 這是示範系統，所載電郵地址只供示範，亦不設專用電話。

## The demo's story, for whoever writes it

demo-deed = 示範故事：{ $at }，{ $who }。
demo-data = 示範資料表{ $table }第{ $line }行「{ $column }」一欄無法讀取。
