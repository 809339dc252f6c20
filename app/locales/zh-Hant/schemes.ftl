# 獎勵計劃各頁文字：一覽、規則、參選作品、秘書工作頁、籌備。

## 獎勵計劃一覽及計劃規則頁

schemes-title = 獎勵計劃
schemes-lead = 部門展示優良服務，由市民及評審團評選，結果於指定時間公布。
schemes-none = 暫未公布任何獎勵計劃
schemes-none-why = 獎勵計劃秘書公布計劃後，本頁會列出計劃及其規則。
schemes-new = 籌備新計劃
schemes-opens-at = { $moment }開始接受參選
schemes-closes-at = { $moment }截止參選
schemes-voting-from = { $moment }開始投票
schemes-voting-until = { $moment }截止投票
schemes-judging-from = { $moment }開始評審
schemes-announced-at = { $moment }公布結果
scheme-edition = 第{ $n }屆
scheme-is-draft = 本計劃仍在籌備，只有負責人員可以看到。
scheme-no-stop = 本計劃設有市民投票，但未編排巡迴展覽。有投票地點才可開始投票。
scheme-publish = 公布規則
scheme-edit = 修改計劃
scheme-results = 查看結果
scheme-calendar = 日程
scheme-entries-open = 開始接受參選
scheme-entries-close = 截止參選
scheme-voting-opens = 開始投票
scheme-voting-closes = 截止投票
scheme-judging-begins = 開始評審
scheme-announced = 公布結果
scheme-awards = 獎項及評審準則
scheme-criterion = 準則
scheme-weight = 比重（%）
scheme-panel-alone = 由評審團決定。
scheme-public-alone = 由市民投票決定，每人可投{ $n }票。
scheme-parts = 評審團佔{ $panel }%，市民投票佔{ $public }%。每人可投{ $n }票。
scheme-how = 評選方法
scheme-who = 參選資格
scheme-mode = 參選方式
scheme-shortlist = 入圍名單
scheme-shortlist-of = 每個獎項最多{ $n }項作品入圍；末位同分者全部入圍。
scheme-counting = 計票方法
scheme-judges = 評審
scheme-judges-least = 每項作品最少由{ $n }名評審評分，每項準則由0至10分。
scheme-adjustment = 評分寬嚴
scheme-ties = 同分的處理方法
awards-tie-shared = 仍然同分者共享獎項
scheme-rules = 規則及獎品
scheme-frozen = 規則已經凍結
scheme-frozen-why = 自首份參選作品遞交後，準則、比重、票數及計算方法均不可更改。以下是這些規則的SHA-256核對碼。

## 展出的參選作品

gallery-title = 展出作品
gallery-all = 全部{ $n }項作品
gallery-lead = 所有入圍作品，與展板一樣以中英對照展出。
gallery-award = 獎項
gallery-count = 共{ $n }項作品
gallery-none = 暫時沒有展出作品
gallery-none-why = 入圍名單封存後，作品會在本頁展出。

## 部門的參選作品

entries-mine = 本部門的參選作品
entries-lead-text = 本部門主辦或合辦的作品，以及有待你批署的作品。
entries-none = 貴部門未有參選作品
entries-none-why = 正接受參選的計劃載於「獎勵計劃」。已公布服務承諾的部門會自動參加「最佳服務承諾選舉」。
entries-find = 查看獎勵計劃
entries-begin = 開始填寫參選作品
entries-untitled = 未有題目的作品
entries-entry = 作品
entries-number = 編號
entries-scheme = 計劃
entries-lead = 部門
entries-partners = 合辦部門
entries-awards = 獎項
entries-agreed = 已於{ $at }同意
entries-not-agreed = 尚未同意
entries-endorsement = 部門首長批署
entries-endorsed = { $post }於{ $day }批署
entries-endorsement-asked = 已請{ $post }（{ $name }）批署，尚未批署。
entries-endorsement-none = 尚未請任何人批署。
entries-submitted = 收件證明
entries-receipt = { $code }，於{ $at }收到
entries-receipt-late = { $code }，於{ $at }收到，逾時{ $n }分鐘
entries-reopened = 本作品的個別限期
entries-appeal = 上訴
entries-filed = 佐證及連結
entries-history = 過程
entries-when = 時間
entries-what = 事項
entries-by = 經手職位
entries-why = 原因
entries-not-eligible = 本作品不符合參選資格：{ $reason }
entries-default = 限期前未有確認資料，因此以已公布的服務承諾展出。
entries-write = 撰寫作品
entries-meant-so = 文字無誤，照此遞交
entries-submit = 遞交作品
entries-submit-lead = 遞交後會有收件證明。截止前秘書或會附上意見退回修改。
entries-confirm = 確認資料
entries-confirm-lead = 作品會按本頁所示展出。
entries-ask = 請首長批署
entries-endorser = 部門首長或獲授權批署人員的電郵地址
entries-endorser-hint = 對方在本系統閱覽作品後按鍵批署。其後如有修改，須再次批署。
entries-endorse = 批署作品
entries-endorse-lead = 貴部門擬遞交本作品。批署後會記錄你的職位及今天的日期。
entries-agree = 同意合辦
entries-agree-lead = 本作品把貴部門列為合辦部門。
entries-leave = 不參與合辦
entries-withdraw = 撤回作品
entries-withdraw-loss = 作品會退出計劃，不能恢復。
entries-appeal-until = 上訴限期為{ $moment }
entries-appeal-words = 要求更改決定的理由
entries-appeal-hint = 只可上訴一次。
entries-appeal-send = 提出上訴
awards-filed-evidence = 檔案
awards-filed-link = 連結
awards-filed-image = 展板圖片
awards-filed-pledge = 服務承諾

## 作品的下一步

awards-next-draft = 請撰寫作品，經首長批署後遞交。
awards-next-enrolled = 請於截止前確認題目及簡介，否則會以已公布的服務承諾展出。
awards-next-submitted = 兩名人員會審核參選資格。
awards-next-returned = 請按意見修改，再經批署，並於截止前遞交。
awards-next-eligible = 作品符合資格，下一步是入圍名單。
awards-next-ineligible = 作品不符合資格，原因載於本頁。
awards-next-shortlisted = 作品已入圍，名單有待封存。
awards-next-not-shortlisted = 作品未能入圍，多謝參與。
awards-next-on-display = 作品已入圍並展出，結果有待公布。
awards-next-judged = 評審完畢，結果有待公布。
awards-next-winner = 作品獲獎。
awards-next-merit = 作品獲優異獎。
awards-next-not-awarded = 作品入圍但未有獲獎，多謝參與。
awards-next-withdrawn = 作品已撤回。
awards-next-disqualified = 作品已被取消資格。

## 作品經過的步驟

awards-step-begun = 開始填寫
awards-step-enrolled = 因服務承諾自動參選
awards-step-written = 撰寫
awards-step-agreed = 合辦部門同意
awards-step-refused = 合辦部門退出
awards-step-endorsement-asked = 請首長批署
awards-step-endorsed = 批署
awards-step-submitted = 遞交
awards-step-confirmed = 確認資料
awards-step-default-material = 以已公布的承諾展出
awards-step-withdrawn = 撤回
awards-step-returned = 退回修改
awards-step-reopened = 另訂限期
awards-step-checked = 人員審核
awards-step-eligible = 符合資格
awards-step-ineligible = 不符合資格
awards-step-ruled-eligible = 裁定符合資格
awards-step-ruled-ineligible = 裁定不符合資格
awards-step-appealed = 上訴
awards-step-appeal-allowed = 上訴得直
awards-step-appeal-dismissed = 上訴駁回
awards-step-shortlisted = 入圍
awards-step-not-shortlisted = 未能入圍
awards-step-on-display = 展出
awards-step-disqualified = 取消資格
awards-step-visited = 記錄探訪
awards-step-attached = 加入佐證
awards-step-described = 說明佐證
awards-step-detached = 移除佐證
awards-step-judged = 評審完畢
awards-step-winner = 獲獎
awards-step-merit = 獲優異獎
awards-step-not-awarded = 未有獲獎

## 撰寫作品

write-title = 撰寫作品
write-lead = 可隨時儲存。同事可同時撰寫，各人的文字都不會被覆蓋。
write-words = 已寫{ $n }字，上限{ $limit }字（英文詞數）
write-characters = 已寫{ $n }字，上限{ $limit }字
write-theirs = 同事剛才寫了以下文字。請在下面欄內合併後儲存：
write-partner = 合辦部門{ $n }
write-partners-hint = 系統會去信各合辦部門，由對方自行同意。
write-to-entry = 返回作品
write-voids = 本作品已獲批署。如有修改，須再次批署。
write-what-en = 說明（英文）
write-what-zh = 說明（中文）
write-detach = 移除
write-none-filed = 尚未加入任何佐證。
write-link = 文件網址
write-link-hint = 以https://開首，並以.pdf、.jpg或.png結尾。
write-link-send = 加入連結

## 秘書的工作頁

desk-scheme = 參選作品及入圍名單
desk-entries = 參選作品
desk-silent = 尚未確認
desk-to-check = 有待審核
desk-yours = 有待你審核
desk-default = 以已公布的承諾展出
desk-default-flag = 已公布的承諾
desk-shown = 展出
desk-finding = 審核
desk-marks = 兩人評分合計
desk-none = 沒有這個狀況的作品
desk-none-why = 請選擇其他狀況。
desk-enrolment = 自動參選
desk-enrol = 為{ $n }個部門登記參選
desk-enrol-lead = 以下部門已公布服務承諾但尚未參選：{ $codes }
desk-all-enrolled = 所有已公布服務承諾的部門均已參選。
desk-remind-title = { $n }個部門尚未確認
desk-reminder-text = 請於{ $closes }前確認參選作品的題目及簡介，逾期會以已公布的服務承諾展出。
desk-remind = 發出提示
desk-shortlist = 入圍名單
desk-shortlist-lead = 每個獎項評分最高的{ $n }項作品及與末位同分者入圍。所有審核及上訴須先處理完畢。
desk-shortlist-send = 擬定入圍名單
desk-seal-lead = 封存後作品隨即展出，並通知各部門。其後除取消資格外，名單不可更改。
desk-seal = 封存名單
desk-sealed = 入圍名單已於{ $at }封存。

## 人員的審核結果及處理

officer-title = 人員專用
officer-waiting = { $n ->
        [0] 不符合資格，須向部門說明原因。
       *[other] 尚待{ $n }名人員審核。
    }
officer-agreed-yes = 兩名人員均認為符合資格。
officer-agreed-no = 審核結果為不符合資格。
officer-disputed = 兩名人員意見不一，由組別主管就以下事項裁定：{ $questions }
officer-likest = 與其他作品相似
officer-alike = 相似度{ $n }%
officer-checklist = 請剔選符合的項目
officer-mark = 符合準則的程度（0至10）
officer-mark-hint = 整數或半分。兩名人員的評分決定入圍名單。
officer-check = 記錄審核
officer-rule-lead = 兩名人員意見不一，由你裁定。
officer-rule-yes = 符合資格
officer-rule-no = 不符合資格
officer-reason = 原因
officer-reason-en = 原因（英文）
officer-reason-zh = 原因（中文）
officer-refuse = 通知部門
officer-refuse-lead = 部門會看到原因，並可於五個工作天內上訴一次。
officer-comment = 須修改的地方
officer-comment-hint = 部門會看到意見，修改後於截止前再次遞交。
officer-give-back = 退回修改
officer-visit = 探訪紀錄
officer-visit-hint = 供評審與作品一併閱讀，部門不會看到。
officer-until = 本作品的新限期
officer-reopen = 另訂限期
officer-appeal = 上訴的決定
officer-appeal-allow = 上訴得直：符合資格
officer-appeal-dismiss = 駁回上訴：維持原議
officer-appeal-send = 回覆上訴
officer-disqualify = 取消資格
officer-disqualify-loss = 作品會退出評審並撤下展板，不能還原。

## 服務承諾名冊

pledges-title = 已公布的服務承諾
pledges-lead = 名冊上的部門會自動參加「最佳服務承諾選舉」。
pledges-count = 共{ $n }份服務承諾
pledges-name = 服務承諾
pledges-words = 簡介
pledges-published = 公布日期
pledges-register = 登記服務承諾
pledges-none = 名冊上未有服務承諾
pledges-none-why = 請在下面登記已公布的服務承諾，其部門便可參選。

## 籌備計劃

setup-lead = 所有文字須備中英文本。每個獎項的準則比重合共100%，評審團與市民投票亦合共100%。
setup-code = 代號
setup-code-hint = 大楷英文字母、數字及連字號，例如EEA3，用於網址及作品編號。
setup-edition = 屆別
setup-name-en = 名稱（英文）
setup-name-zh = 名稱（中文）
setup-eligibility-en = 參選資格（英文）
setup-eligibility-zh = 參選資格（中文）
setup-rules-en = 規則及獎品（英文）
setup-rules-zh = 規則及獎品（中文）
setup-mode = 參選方式
setup-grace = 截止後的寬限（分鐘）
setup-judging-from = 評審首日
setup-judging-to = 評審末日
setup-shortlist = 每個獎項的入圍數目
setup-min-judges = 每項作品的評審人數下限
setup-combination = 票數與評分的合併方法
setup-adjustment = 評分寬嚴
setup-tie = 第{ $n }步
setup-ties-hint = 按次序處理，仍然同分者共享獎項。
setup-award = 獎項{ $n }
setup-award-code = 獎項代號
setup-admits = 參選作品
setup-panel-weight = 評審團（%）
setup-public-weight = 市民投票（%）
setup-votes = 每人票數
setup-criteria = 評審準則
setup-criterion-en = 準則{ $n }（英文）
setup-criterion-zh = 準則{ $n }（中文）
setup-frozen = 自{ $since }起，準則、比重、票數及計算方法已經凍結，文字及日期仍可修改。
setup-copy = 複製為新一屆
setup-copy-lead = 以相同的獎項、準則及日期開立草稿。
setup-copy-to = 新一屆的代號

## 可能出現的問題

awards-award-entered = 已有作品參選的獎項不可移除。
awards-both-wrote = 同事亦修改了此欄。請合併兩段文字後再儲存。
awards-by-pledge = 本計劃按已公布的服務承諾自動登記參選。
awards-by-nomination = 本計劃由部門自行參選。
awards-code-bad = 請輸入代號，只可用大楷英文字母、數字及連字號，最多20個。
awards-code-taken = { $code }已被使用，請另選代號。
awards-endorser-unknown = { $organisation }沒有人員使用此地址。請核對，或請系統管理員加入該人員。
awards-no-appeal = 沒有待回覆的上訴。
awards-no-shortlist = 請先擬定入圍名單，然後封存。
awards-not-found-so = 須先由兩名人員審核或組別主管裁定作品不符合資格。
awards-partner-unknown = 請從名單選擇部門。
awards-read-again = 你閱覽期間作品已被修改。請重新閱覽後批署。
awards-scheme-changed = 同事剛修改了本計劃。請重新開啟後再作修改。
awards-sealed = 入圍名單已經封存。
awards-still-open = 參選於{ $closes }截止，之後才可擬定入圍名單。
awards-until-past = 請輸入未來的時間。

## 檔案

write-kind = 用途
write-what-hint = 如屬圖片，請說明內容，供看不見的讀者參考。
write-file = 檔案
write-file-hint = PDF、JPEG或PNG，上限10 MB。展板最多4張圖片。
write-file-send = 加入檔案
awards-image-kind = 展板展示圖片，請選擇JPEG或PNG檔案。
awards-pledge-kind = 服務承諾屬文件，請選擇PDF檔案。

## 其他計算方法

simulator-title = 其他計算方法的結果
simulator-lead = 試填「{ $award }」的評分及票數（評審團佔{ $panel }%，市民投票佔{ $public }%）。同一組數字按不同方法計算，得獎者可能不同；請在首份作品遞交前選定。
simulator-panel = 作品{ $entry }：評審團評分（滿分100）
simulator-votes = 作品{ $entry }：票數
simulator-send = 試算
simulator-rule = 計算方法
simulator-order = 名次及得分
simulator-chosen = 已選用

## 頒獎典禮

presentation = 頒獎典禮
presentation-lead = 頒獎典禮的時間及地點。系統會為它保留場地，並列入日曆；規則凍結後仍可更改。
presentation-starts = 開始
presentation-until = 結束
presentation-place = 場地
presentation-call-off = 取消典禮
presentation-draft = 請先公布獎勵計劃。
presentation-too-soon = 結果於{ $announced }公布。典禮須在公布時或之後舉行。
presentation-past = 這個時間已過，請選擇較後的時間。
presentation-ends = 典禮須於同日結束，並在開始之後。
presentation-venue = 請從清單中選擇場地。
presentation-shut = { $venue }當時不開放。請選擇其他時間或場地。
