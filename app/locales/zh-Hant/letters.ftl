# 發出的信件：每類信件有標題及內文，並共用一段附註。
# 每封信說明發生了甚麼事、有何影響，以及須在何時之前做甚麼。段落以空行分隔。

## 各信件的附註

letter-foot =
    有關網頁：{ $link }

    { $why }收信原因及可作的選擇：{ $choose }

    效率促進組

## 收信原因

letter-why-account = 本信與你在「嘉許」的帳戶有關。
letter-why-registration = 你收到本信，是因為工作坊報名列有你的姓名。
letter-why-coordinator = 你收到本信，是因為你是部門培訓統籌人員。
letter-why-entry = 你收到本信，是因為你負責部門的參選作品。
letter-why-judge = 你收到本信，是因為你是評審。
letter-why-secretary = 你收到本信，是因為你是獎勵計劃秘書。
letter-why-scheduler = 你收到本信，是因為你負責編排巡禮活動。
letter-why-visitor = 你收到本信，是因為有人預約巡禮活動時留下了這個電郵地址。
letter-why-asked-to-follow = 你收到本信，是因為有人填寫此地址以跟進巡禮節目變更。如並非你本人，無須理會，不會再有來信。
letter-why-follower = 你收到本信，是因為你訂閱了巡禮節目的變更通知。
letter-why-daily = 你收到本信，是因為你選擇每日只收一封彙集信件。
letter-why-test = 你收到本信，是因為你要求試寄。

## 彙集其他信件的信

letter-digest-subject = { $n ->
    [one] { $first }
   *[other] { $n }封信：{ $first }等
}
letter-digest-head = —— { $subject } ——
letter-test-subject = 【試寄】{ $subject }

## 提示

letter-reminder-workshop-opens-subject = 開始報名：{ $title }
letter-reminder-workshop-opens-body =
    「{ $title }」將於{ $starts }舉行，{ $opens }開始接受報名，{ $closes }截止。

    名額先到先得，請通知部門內合適的同事。

letter-reminder-workshop-closes-subject = 截止報名前請批核：{ $title }
letter-reminder-workshop-closes-body =
    貴部門有{ $n }項「{ $title }」的報名尚待批核。報名於{ $closes }截止，屆時仍未批核的報名即告失效。

letter-reminder-workshop-starts-subject = { $starts }：{ $title }
letter-reminder-workshop-starts-body =
    你已獲「{ $title }」的名額，工作坊於{ $starts }在{ $venue }舉行。

    簽到碼及前往方法載於報名網頁。如未能出席，請立即通知所屬部門的培訓統籌人員。

letter-reminder-entries-close-subject = 尚未遞交：{ $title }
letter-reminder-entries-close-body =
    { $scheme }的參選作品{ $entry }「{ $title }」尚未遞交。截止時間為{ $closes }。

letter-reminder-sheets-due-subject = 尚有{ $left }份評分表未遞交：{ $scheme }
letter-reminder-sheets-due-body =
    你尚有{ $left }份{ $scheme }的評分表未遞交。評分於{ $closes }截止。

letter-reminder-activities-close-subject = { $event }：尚有{ $n }個項目未提交
letter-reminder-activities-close-body =
    貴部門已開始填寫{ $event }的{ $n }個項目，但尚未提交。截止時間為{ $closes }。

letter-reminder-activity-starts-subject = { $starts }：{ $title }
letter-reminder-activity-starts-body =
    「{ $title }」於{ $starts }在{ $venue }舉行，已為你保留{ $n }個名額，預約編號為{ $reference }。

    如未能前往，請在下列網頁退回名額，讓其他人補上。

## 報名之後

letter-registered-awaiting_endorsement-subject = 已收到報名：{ $title }
letter-registered-awaiting_endorsement-body =
    你就{ $starts }舉行的「{ $title }」提交的報名已經收妥，報名編號為{ $reference }，共{ $people }人。

    這項報名須經所屬部門批核，獲批核前不會預留名額。如在截止報名前仍未獲批核，報名即告失效。

    你現時無須辦理任何手續，部門有決定後，我們會隨即來信通知。部門培訓統籌人員請到部門頁面批核。

letter-registered-confirmed-subject = 名額已確認：{ $title }
letter-registered-confirmed-body =
    報名編號{ $reference }已經確認，工作坊為「{ $title }」，於{ $starts }舉行，共{ $people }人。

    請把隨信附上的活動加入日曆。當天請在門口以簽到碼簽到，簽到碼載於報名頁面。

    如有人未能出席，請最遲在工作坊舉行前第二個工作天結束前，於報名頁面更換參加者或放棄名額。

letter-registered-waitlisted-subject = 已列入候補名單：{ $title }
letter-registered-waitlisted-body =
    { $starts }舉行的「{ $title }」，報名編號{ $reference }（共{ $people }人）已列入候補名單。

    現時餘下的名額不足，或報名人數超出部門名額。一有足夠名額，我們會來信通知，你須在兩個工作天內接受。

    候補名單在工作坊舉行前一個工作天下午5時截止。請預留當天時間；如已不能出席，請於報名頁面放棄候補。



## 候補名單

letter-offered-offered-subject = 請在{ $until }前接受名額：{ $title }
letter-offered-offered-body =
    { $starts }舉行的「{ $title }」現有{ $people }個名額騰出，可供報名編號{ $reference }使用。

    名額為你保留至{ $until }。逾期未接受，名額會轉給候補名單上的下一位，你的報名則會排到名單末位。

    請到報名頁面接受或放棄名額。

letter-accepted-confirmed-subject = 名額已確認：{ $title }
letter-accepted-confirmed-body =
    你已接受名額。報名編號{ $reference }已經確認，工作坊為「{ $title }」，於{ $starts }舉行，共{ $people }人。

    請把隨信附上的活動加入日曆。當天請在門口以簽到碼簽到，簽到碼載於報名頁面。

    如有人未能出席，請最遲在工作坊舉行前第二個工作天結束前，於報名頁面更換參加者或放棄名額。

letter-lapsed-waitlisted-subject = 名額已過接受限期：{ $title }
letter-lapsed-waitlisted-body =
    { $starts }舉行的「{ $title }」，為報名編號{ $reference }保留的名額未有在限期前獲接受，現已失效。

    這項報名已排到候補名單末位。如再有{ $people }個名額可供使用，我們會再來信通知。

    候補名單在工作坊舉行前一個工作天下午5時截止。如已不能出席，請於報名頁面放棄候補。

letter-list-closed-withdrawn-subject = 未能獲得名額：{ $title }
letter-list-closed-withdrawn-body =
    { $starts }舉行的「{ $title }」已經結束，報名編號{ $reference }（共{ $people }人）未獲確認名額。未能安排名額，謹此致歉。

    這項報名已經結束。如仍有興趣參加，歡迎報名參加同系列的下一期工作坊。

## 部門批核

letter-endorsed-confirmed-subject = 已獲批核及確認：{ $title }
letter-endorsed-confirmed-body =
    所屬部門已批核報名編號{ $reference }，名額亦已確認。工作坊為「{ $title }」，於{ $starts }舉行，共{ $people }人。

    請把隨信附上的活動加入日曆。當天請在門口以簽到碼簽到，簽到碼載於報名頁面。

    如有人未能出席，請最遲在工作坊舉行前第二個工作天結束前，於報名頁面更換參加者或放棄名額。

letter-endorsed-waitlisted-subject = 已獲批核，列入候補名單：{ $title }
letter-endorsed-waitlisted-body =
    所屬部門已批核{ $starts }舉行的「{ $title }」的報名（編號{ $reference }，共{ $people }人）。

    現時餘下的名額不足，或報名人數超出部門名額，因此先列入候補名單。一有足夠名額，我們會來信通知，你須在兩個工作天內接受。

    候補名單在工作坊舉行前一個工作天下午5時截止。請預留當天時間；如已不能出席，請於報名頁面放棄候補。

letter-declined-declined-subject = 報名未獲批核：{ $title }
letter-declined-declined-body =
    所屬部門沒有批核{ $starts }舉行的「{ $title }」的報名（編號{ $reference }，共{ $people }人），這項報名已經結束。

    部門提出的原因：{ $reason }

    如有疑問，請向所屬部門的培訓統籌人員查詢。在截止報名前，你仍可重新報名。

letter-not-endorsed-declined-subject = 逾期未獲批核：{ $title }
letter-not-endorsed-declined-body =
    { $starts }舉行的「{ $title }」已截止報名，所屬部門未有在此之前批核報名編號{ $reference }（共{ $people }人）。這項報名已經結束，並無名額。

    如仍有興趣參加，請與所屬部門的培訓統籌人員聯絡，並留意同系列的下一期工作坊。

## 更改

letter-substituted-awaiting_endorsement-subject = 已更換參加者：{ $title }
letter-substituted-awaiting_endorsement-body =
    { $starts }舉行的「{ $title }」，報名編號{ $reference }已更換一名參加者，人數仍為{ $people }人。

    這項報名尚待所屬部門批核。如在截止報名前仍未獲批核，報名即告失效。

    請到報名頁面核對參加者名單。

letter-substituted-waitlisted-subject = 已更換參加者：{ $title }
letter-substituted-waitlisted-body =
    { $starts }舉行的「{ $title }」，報名編號{ $reference }已更換一名參加者，人數仍為{ $people }人。

    這項報名在候補名單上的次序不變。如有名額，我們會來信通知。

    請到報名頁面核對參加者名單。

letter-substituted-offered-subject = 已更換參加者，請在{ $until }前接受名額：{ $title }
letter-substituted-offered-body =
    { $starts }舉行的「{ $title }」，報名編號{ $reference }已更換一名參加者，人數仍為{ $people }人。

    名額仍為你保留至{ $until }。逾期未接受，名額會轉給候補名單上的下一位。

    請到報名頁面核對參加者名單，並接受或放棄名額。

letter-substituted-confirmed-subject = 已更換參加者：{ $title }
letter-substituted-confirmed-body =
    { $starts }舉行的「{ $title }」，報名編號{ $reference }已更換一名參加者，名額維持確認，人數仍為{ $people }人。

    請到報名頁面核對參加者名單，並把隨信附上的活動加入日曆。新參加者請以該頁所載的新簽到碼在門口簽到。

letter-replaced-subject = 由同事代替出席：{ $title }
letter-replaced-body =
    { $starts }舉行的「{ $title }」現改由另一位同事代替你出席。

    你無須再出席這個工作坊。如日曆仍有這項活動，請予刪除。

    如你事前並不知情，請向所屬部門的培訓統籌人員查詢。

letter-gave-up-withdrawn-subject = 報名已撤回：{ $title }
letter-gave-up-withdrawn-body =
    { $starts }舉行的「{ $title }」，報名編號{ $reference }（共{ $people }人）已經撤回。

    這項報名不再輪候名額，先前為其保留的名額（如有）亦已取消。你無須再辦理任何手續。

    如屬誤按，請在截止報名前重新報名。

letter-gave-up-cancelled-subject = 名額已放棄：{ $title }
letter-gave-up-cancelled-body =
    { $starts }舉行的「{ $title }」，報名編號{ $reference }已經取消，{ $people }個名額會轉給其他人。

    隨信附上的日曆檔案會把這項活動從你的日曆刪除。你無須再辦理任何手續。

    如屬誤按，請在截止報名前重新報名。

letter-moved-subject = 更改時間或地點：{ $title }
letter-moved-body =
    「{ $title }」的時間或地點已更改，現定於{ $starts }在{ $venue }舉行。

    報名編號{ $reference }維持有效。如名額已確認，新的日曆活動隨信附上。

    如未能配合新的時間或地點，請最遲在工作坊舉行前第二個工作天結束前，於報名頁面更換參加者或放棄名額。

## 舉行與取消

letter-goes-ahead-subject = 確定舉行：{ $title }
letter-goes-ahead-body =
    「{ $title }」確定於{ $starts }在{ $venue }舉行。

    如報名編號{ $reference }的名額已確認，請依時出席，日曆活動隨信附上。如屬候補，次序不變，有名額時我們會來信通知。

    如未能出席，請最遲在工作坊舉行前第二個工作天結束前，於報名頁面更換參加者或放棄名額。

letter-workshop-cancelled-cancelled-subject = 取消舉行：{ $title }
letter-workshop-cancelled-cancelled-body =
    原定於{ $starts }舉行的「{ $title }」現已取消，謹此致歉。報名編號{ $reference }（共{ $people }人）亦隨之結束。

    如隨信附有日曆檔案，該檔案會把這項活動從你的日曆刪除。

    取消原因載於工作坊頁面。如可改為參加另一個工作坊，我們會另函通知。

letter-instead-offered-subject = 可改為參加另一個工作坊，請在{ $until }前接受：{ $title }
letter-instead-offered-body =
    你報名的工作坊已經取消。我們為你保留{ $starts }舉行的「{ $title }」的{ $people }個名額，優先於該工作坊的候補名單，報名編號為{ $reference }。

    名額保留至{ $until }。逾期未接受，名額會轉給其他人，你的報名則會排到候補名單末位。

    請到報名頁面接受或放棄名額。

letter-instead-waitlisted-subject = 已優先列入另一個工作坊的候補名單：{ $title }
letter-instead-waitlisted-body =
    你報名的工作坊已經取消。我們已把你列入{ $starts }舉行的「{ $title }」的候補名單，次序在原有候補者之前，共{ $people }人，報名編號為{ $reference }。

    一有足夠名額，我們會來信通知，你須在兩個工作天內接受。候補名單在工作坊舉行前一個工作天下午5時截止。

    如不打算參加，請於報名頁面放棄候補。

## 工作坊之後

letter-closed-attended-subject = 已記錄出席情況：{ $title }
letter-closed-attended-body =
    { $starts }舉行的「{ $title }」的出席登記已經結束，報名編號{ $reference }（共{ $people }人）記錄為已出席。

    出席者可在「我的報名」取得出席紀錄，並會另行收到填寫評價的邀請。

    如出席情況有誤，請通知籌辦人員。

letter-closed-no_show-subject = 記錄為缺席：{ $title }
letter-closed-no_show-body =
    { $starts }舉行的「{ $title }」的出席登記已經結束，報名編號{ $reference }（共{ $people }人）沒有人簽到。

    這項報名記錄為缺席，不會發出出席紀錄。

    如情況有誤，請通知籌辦人員。日後如未能出席，請及早放棄名額，讓其他人參加。

letter-evaluate-subject = 請填寫評價：{ $title }
letter-evaluate-body =
    多謝你出席「{ $title }」。你的出席紀錄已備妥，請到「我的報名」查閱。

    歡迎你告訴我們對工作坊的意見。填寫評價需時約90秒，以不記名方式進行，答案與姓名分開存放。

    評價可在工作坊結束後兩星期內填寫。

## 帳戶

letter-invited-subject = 你的「嘉許」帳戶
letter-invited-body =
    我們已按同事提供的資料，為你在「嘉許」開設帳戶。「嘉許」是效率促進組的工作坊服務。

    請開啟下列網頁並設定密碼，之後便可查閱你的報名及出席紀錄。

    連結7天內有效，只可使用一次。如已失效，請在登入頁選擇「忘記密碼」，索取新的連結。

letter-reset-subject = 重新設定密碼
letter-reset-body =
    我們收到為你的「嘉許」帳戶重新設定密碼的要求。

    如要求由你提出，請在{ $minutes }分鐘內開啟下列網頁，設定新密碼。

    如要求並非由你提出，請不用理會本信，你的密碼維持不變。

letter-password-changed-subject = 你的密碼已更改
letter-password-changed-body =
    你的「嘉許」帳戶密碼已經更改，其他裝置上的登入亦已全部登出。

    如更改由你作出，無須再辦理任何手續。如並非由你作出，請立即在登入頁選擇「忘記密碼」重新設定，並通知效率促進組。

## 參選作品

letter-entry-partner-subject = 邀請貴部門合辦「{ $title }」
letter-entry-partner-body =
    另一部門擬與貴部門合辦「{ $title }」（{ $entry }），參加{ $scheme }。

    請開啟下列網頁，表示貴部門是否同意。參選於{ $closes }截止。

letter-entry-agreed-subject = 合辦部門已同意：{ $title }
letter-entry-agreed-body =
    合辦部門已同意參與「{ $title }」（{ $entry }）。

letter-entry-left-subject = 合辦部門不參與：{ $title }
letter-entry-left-body =
    合辦部門不參與「{ $title }」（{ $entry }），已從作品移除。

letter-entry-endorse-subject = 請批署參選作品：{ $title }
letter-entry-endorse-body =
    貴部門擬遞交「{ $title }」（{ $entry }）參加{ $scheme }。

    請在下列網頁閱覽作品並批署。參選於{ $closes }截止。

letter-entry-endorsed-subject = 已獲批署：{ $title }
letter-entry-endorsed-body =
    「{ $title }」（{ $entry }）已獲批署，請於{ $closes }前遞交。

letter-entry-submitted-subject = 收件證明{ $entry }：{ $title }
letter-entry-submitted-body =
    我們已收到參加{ $scheme }的「{ $title }」，編號為{ $entry }，收件時間載於下列網頁。

    兩名人員會審核作品，每個步驟均會通知貴部門。

letter-entry-confirmed-subject = 已確認：{ $title }
letter-entry-confirmed-body =
    { $entry }「{ $title }」的資料已經確認，會按下列網頁所示展出。

letter-entry-withdrawn-subject = 已撤回：{ $title }
letter-entry-withdrawn-body =
    「{ $title }」（{ $entry }）已退出{ $scheme }。

letter-entry-enrolled-subject = 貴部門已參選：{ $scheme }
letter-entry-enrolled-body =
    所有已公布服務承諾的部門均參加{ $scheme }，貴部門的參選編號為{ $entry }。

    請在下列網頁核對題目及簡介，按需要修改，並於{ $closes }前確認。逾期會以已公布的服務承諾展出。

letter-entry-reminder-subject = 請確認參選作品{ $entry }
letter-entry-reminder-body =
    貴部門參加{ $scheme }的作品{ $entry }尚未確認。

    請於{ $closes }前在下列網頁確認，逾期會以已公布的服務承諾展出。

letter-entry-returned-subject = 請修改參選作品{ $entry }
letter-entry-returned-body =
    「{ $title }」已退回修改，意見如下：

    { $reason }

    請修改後於{ $closes }前再次遞交。

letter-entry-reopened-subject = { $entry }另訂限期
letter-entry-reopened-body =
    「{ $title }」可於{ $closes }前遞交，原因：{ $reason }

letter-entry-eligible-subject = 符合資格：{ $title }
letter-entry-eligible-body =
    「{ $title }」（{ $entry }）符合{ $scheme }的參選資格，下一步是入圍名單。

letter-entry-ineligible-subject = 不符合資格：{ $title }
letter-entry-ineligible-body =
    「{ $title }」（{ $entry }）不符合{ $scheme }的參選資格，原因載於下列網頁。

    貴部門可於五個工作天內在該頁上訴一次。

letter-entry-appeal-dismissed-subject = 上訴結果：{ $title }
letter-entry-appeal-dismissed-body =
    「{ $title }」（{ $entry }）的上訴已被駁回，原因如下：

    { $reason }

letter-entry-shortlisted-subject = 入圍：{ $title }
letter-entry-shortlisted-body =
    「{ $title }」（{ $entry }）已入圍{ $scheme }，並已展出。

letter-entry-not-shortlisted-subject = 未能入圍：{ $title }
letter-entry-not-shortlisted-body =
    「{ $title }」（{ $entry }）未能入圍{ $scheme }，多謝參與。

letter-entry-disqualified-subject = 取消資格：{ $title }
letter-entry-disqualified-body =
    「{ $title }」（{ $entry }）已被取消資格，原因如下：

    { $reason }

letter-entry-default-subject = 以已公布的承諾展出：{ $entry }
letter-entry-default-body =
    { $entry }於限期前未獲確認，現以已公布的服務承諾展出。

letter-judge-invited-subject = 誠邀你擔任{ $scheme }的評審
letter-judge-invited-body =
    誠邀你加入{ $scheme }的評審團。

    評審須在{ $opens }前申報利益，評分至{ $closes }為止。下列網頁載有評審工作的詳情，你可在該頁接受或婉拒邀請。連結只供你個人使用，無須密碼，請勿轉交他人。

letter-judge-declined-subject = 有評審婉拒邀請：{ $scheme }
letter-judge-declined-body =
    { $judge }已婉拒{ $scheme }評審團的席位。你可在評審團頁面邀請其他人。

letter-judge-declare-subject = 請申報利益：{ $scheme }
letter-judge-declare-body =
    { $scheme }的評審工作已經展開。查閱作品前，每名評審須就全部{ $entries }份作品申報有否利益關係。

    請在{ $opens }前申報，只需數分鐘。全體評審完成申報前，任何人都不能查閱作品。

letter-judge-chase-declare-subject = 你尚有利益申報未填：{ $scheme }
letter-judge-chase-declare-body =
    { $scheme }尚有{ $left }份作品有待你申報。整個評審團正等候有關申報，請在{ $opens }前完成。評分至{ $closes }為止。

letter-judge-ruled-cleared-subject = 你可評審{ $entry }
letter-judge-ruled-cleared-body =
    你曾表示未能確定與{ $scheme }的「{ $title }」有否利益關係。現裁定你可以評審這份作品。

letter-judge-ruled-barred-subject = 你無須評審{ $entry }
letter-judge-ruled-barred-body =
    你曾表示未能確定與{ $scheme }的「{ $title }」有否利益關係。現裁定你須就這份作品迴避。多謝你坦誠申報。

letter-judge-scoring-subject = 請開始評分：{ $scheme }
letter-judge-scoring-body =
    你有{ $sheets }份{ $scheme }的評分表。評分由{ $opens }至{ $closes }。填寫的內容會隨時儲存，每份完成後請遞交。

letter-judge-chase-sheets-subject = 你尚有評分表未遞交：{ $scheme }
letter-judge-chase-sheets-body =
    你尚有{ $left }份{ $scheme }的評分表未遞交。評分已於{ $opens }開始，至{ $closes }結束；屆時未遞交的評分表不予計算。

letter-judge-one-more-subject = 請多評審一份作品：{ $scheme }
letter-judge-one-more-body =
    現請你多評審{ $scheme }的一份作品：「{ $title }」。評分至{ $closes }為止。

letter-sheet-returned-subject = 發還評分表：{ $scheme }
letter-sheet-returned-body =
    評審團主席已發還你就「{ $title }」（{ $award }）遞交的評分表：

    { $reason }

    請作出所需修改，並在{ $closes }前重新遞交。

letter-judging-approve-subject = 有決定等候批准：{ $scheme }
letter-judging-approve-body =
    { $scheme }的評審團已作出決定，請由計劃擬訂人以外的獎勵計劃秘書批准。

    結果在公布前須予保密。

letter-results-winner-subject = 恭賀「{ $title }」得獎
letter-results-winner-body =
    { $scheme }的結果已經公布。貴部門的參選作品{ $entry }「{ $title }」獲得：{ $awards }。

    謹向所有參與的同事衷心致賀。下列網頁載有評選結果及嘉許狀。

letter-results-merit-subject = 恭賀「{ $title }」獲得嘉許獎
letter-results-merit-body =
    { $scheme }的結果已經公布。貴部門的參選作品{ $entry }「{ $title }」獲得嘉許獎：{ $awards }。

    謹向所有參與的同事衷心致賀。下列網頁載有評選結果及嘉許狀。

letter-results-not_awarded-subject = { $scheme }評選結果
letter-results-not_awarded-body =
    { $scheme }的結果已經公布。貴部門的參選作品{ $entry }「{ $title }」今次未有獲獎（{ $awards }）。

    多謝貴部門參選，與大家分享工作成果。下列網頁說明結果如何得出。

letter-results-panel-subject = 結果已經公布：{ $scheme }
letter-results-panel-body =
    { $scheme }的結果已經公布。多謝你擔任評審。

letter-booking-given-back-subject = 已退回名額：{ $title }
letter-booking-given-back-body =
    你已退回「{ $title }」的{ $n }個名額（{ $reference }）。隨信附上的檔案會把它從你的日曆移除。

letter-follow-confirm-subject = 是否訂閱「{ $title }」的變更通知？
letter-follow-confirm-body =
    有人填寫此地址，要求在「{ $title }」變更時獲得通知。請打開下列網頁確認，其後如有新增、調動或取消，我們會發信通知。如不確認，不會再有來信，地址會於兩日後刪除。

letter-follow-news-subject = 變更：{ $title }
letter-follow-news-body =
    「{ $title }」有以下變更：新增 { $added } 項、調動 { $moved } 項、取消 { $cancelled } 項。

    { $reason }

    下列網頁載有最新安排。

## 有關信件的網頁

letters-own = 給你的信件
letters-own-lead = 「嘉許」的信件如何寄到{ $email }。信件語文與帳戶所選的相同。
letters-always = 一律即時寄出
letters-topic-account = 你的帳戶
letters-topic-account-hint = 設定密碼的連結及更改密碼的通知。
letters-topic-standing = 你的報名、參選作品、活動及預約
letters-topic-standing-hint = 有關結果及變動，並附日曆檔案。
letters-topic-work = 待你處理的工作
letters-topic-work-hint = 批核、評審、核准、預訂等。
letters-topic-reminder = 提示
letters-topic-reminder-hint = 活動開始前、截止前的提示，以及工作坊後徵求意見。
letters-topic-news = 消息
letters-topic-news-hint = 開始報名及公布結果。
letters-way-at-once = 即時
letters-way-daily = 每日上午8時30分彙集成一封
letters-way-never = 不收
letters-way-wrong = 這類信件不能以這種方式寄送。
letters-come-back = 自{ $since }起，寄往{ $email }的信件遭退回。郵件伺服器的答覆：{ $answer } 如地址已恢復正常，請按下面的按鈕補寄；如地址有誤，請通知所屬部門的培訓統籌人員。
letters-try-again = 地址正常，請補寄保留的信件
letters-sort = 類別
letters-why = 為何收到這封信
letters-why-lead = 信件只寄給有關的人。
letters-because = 原因
letters-now = 寄送方式
letters-stop = 不再收這類信件：{ $sort }
letters-again = 恢復寄送
letters-cannot-end = 這類信件說明你的事項的結果，或請你處理分內的工作，因此不能停收；沒有事項要說明時便不會再寄。
letters-reminders = 提示
letters-reminders-lead = 系統自動寄出提示的時間。每項只寄一次；如日期更改，會就新日期再寄。
letters-anchor-workshop-opens = 工作坊開始報名
letters-anchor-workshop-closes = 工作坊截止報名
letters-anchor-workshop-starts = 工作坊開始
letters-anchor-entries-close = 獎勵計劃截止參選
letters-anchor-sheets-due = 遞交評分表截止
letters-anchor-activities-close = 巡禮項目提交期限
letters-anchor-activity-starts = 巡禮場次開始
letters-anchor-unknown = 請從清單中選擇。
letters-to-workshop-opens = 所有培訓統籌人員
letters-to-workshop-closes = 有報名待批核的部門培訓統籌人員
letters-to-workshop-starts = 所有獲名額的人
letters-to-entries-close = 尚未遞交作品的部門
letters-to-sheets-due = 尚未遞交評分表的評審
letters-to-activities-close = 有草稿的部門
letters-to-activity-starts = 已預約的訪客
letters-rule-anchor = 事項
letters-rule-falls = 時間
letters-rule-when = { $days ->
    [0] 當日
   *[other] { $days }日前
}{ $hour }時
letters-rule-change = 更改
letters-rule-drop = 移除
letters-rule-add = 設定提示
letters-rule-days = 多少日前
letters-rule-days-hint = 0即當日，最多60日。同一日數的設定會被取代。
letters-rule-hour = 時刻
letters-rule-hour-hint = 香港時間的整點，7至20時。
letters-number-wrong = 請輸入{ $least }至{ $most }的數字。
letters-kinds = 所有信件
letters-kinds-lead = 信件的樣式，以例子代替姓名、日期及數字。
letters-example = 以例子代替姓名、日期及數字。每封信末均附上網頁及收信原因。
letters-test = 試寄給我
