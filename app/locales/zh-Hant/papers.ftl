# 獎項文件：計劃的佐證資料冊、作品檔案、展板印刷稿。

papers-dossier = 作品檔案（PDF）
papers-panels = 展板（PDF）
papers-panels-early = 未有展板可供列印。入圍名單封存後，即可列印。
papers-evidence = 佐證資料冊
papers-evidence-lead = 載列本計劃評審經過的全部資料，任何人均可核對。人員以職位表示。
papers-evidence-take = 下載佐證資料冊（ZIP）
papers-evidence-early = 評審結果獲批准後，方可製作佐證資料冊；在此之前，評審團仍可更改有關內容。

## 佐證資料冊內的說明

papers-evidence-readme =
    獎勵計劃佐證資料冊

    本冊載列計劃的評審經過：規則、參選作品、評審分工、全部分數、票數、評審結果，以及證明上述各項的審計紀錄。
    只要計劃的狀況不變，每次製作的檔案均逐位元組相同。

    內容
      rules/       凍結時的規則（fingerprint.txt）、規則全文、日期、獎項及準則
      entries/     作品、附件、經過，以及人員的審核和裁定
      judging/     評審團、利益申報、評分表及分數、評審程序
      decision/    經核證的票數、會議上的名次及重新計算的名次、評審決定
      audit.jsonl  審計紀錄鏈，每行一項
      manifest.sha256  其餘各檔案的SHA-256

    不包括
      姓名及電郵地址：人員以行事當日的職位表示，評審以席位編號表示。評審就利益申報所寫的附註可能涉及私人生活，並不收錄。
      評語、理由及紀錄則按原文載列。
      附件本身：entries/attachments.csv載有每份附件的SHA-256，可與副本核對。

    核對方法
      一、檔案未經改動：sha256sum --check manifest.sha256
      二、名次：decision/ranking.txt與decision/ranking-recomputed.txt相同。後者在每次製作本冊時，按已遞交的評分表及經核證的
          票數重新計算。
      三、審計紀錄鏈：audit.jsonl每行均有prev_hash及hash，prev_hash即上一行的hash。hash是依次就八個部分計算的SHA-256：
          prev_hash、seq、at、actor、action、object、detail、reason。每個部分之前加上其長度（以位元組計），寫成8個位元組的整數，
          高位在前。seq及at以十進制書寫（at為一九七○年起的微秒數，世界協調時間），文字採用UTF-8，reason為null時視作空白。
          與本計劃無關的紀錄只載列其連結，審計人員可與系統的完整紀錄鏈核對。
      四、紀錄鏈所證明的內容：scheme.draft、scheme.change、scheme.freeze三類紀錄中最後一項載有rules/fingerprint.txt的SHA-256，
          最後一項votes.certify載有decision/votes.txt的SHA-256，round.decide載有decision/ranking.txt的SHA-256。

    閱讀方法
      表格為UTF-8的CSV檔案。如試算表會把某格視作公式執行，該格之前加上撇號。總分以100分為滿分，各項分數以10分為滿分。
      entries/checks.csv的「答案」按下列審核問題的次序，以1或0表示是或否。
papers-evidence-words = 表格用語

papers-col-accepted = 已接受
papers-col-answers = 答案
papers-col-at = 時間
papers-col-award = 獎項
papers-col-chair = 主席
papers-col-comment = 評語
papers-col-criterion = 準則
papers-col-entry = 作品
papers-col-kind = 類別
papers-col-mark = 評分
papers-col-most = 作品上限
papers-col-name = 名稱
papers-col-octets = 位元組
papers-col-organisations = 機構
papers-col-placing = 名次
papers-col-post-en = 職位（英文）
papers-col-post-zh = 職位（中文）
papers-col-reason = 理由
papers-col-returned = 發還原因
papers-col-ruled-en = 裁定者（英文）
papers-col-ruled-zh = 裁定者（中文）
papers-col-ruling = 裁定
papers-col-score = 分數
papers-col-seat = 席位
papers-col-sha256 = SHA-256
papers-col-stance = 申報
papers-col-state = 狀況
papers-col-step = 步驟
papers-col-submitted = 遞交時間
papers-col-title-en = 標題（英文）
papers-col-title-zh = 標題（中文）
papers-col-total = 總分
papers-col-version = 版本
