# Papers about awards: the evidence pack of a scheme, the dossier of an entry, the display pack.

papers-dossier = Dossier (PDF)
papers-panels = Display panels (PDF)
papers-panels-early = There are no panels to print yet. They can be printed once the shortlist is sealed.
papers-evidence = Evidence pack
papers-evidence-lead = Everything that shows how this scheme was decided, in one archive that anybody can check. People appear by their posts.
papers-evidence-take = Download the evidence pack (ZIP)
papers-evidence-early = The evidence pack is made once the decision is approved. Until then the panel may still change what it would show.

## The evidence pack: the text inside

papers-evidence-readme =
    Evidence pack of an award scheme

    These files show how the scheme was decided: its rules, who entered, who judged what, every score, the votes, the decision,
    and the part of the audit trail that proves them. The same state of the scheme always gives the same files, byte for byte.

    What is in it
      rules/       the rules as they were frozen (fingerprint.txt), their text, dates, awards and criteria
      entries/     entries, attachments, history, and the checks and rulings of the officers
      judging/     the panel, declarations of interest, score sheets with their scores, and the round
      decision/    certified votes, the ranking as it lay on the table and as recomputed, the decisions
      audit.jsonl  the audit chain, one event a line
      manifest.sha256  the SHA-256 of every other file

    What is not in it
      Names and e-mail addresses: people appear by the posts they held on the day they acted. Judges appear by the number of
      their seat. The notes that judges wrote to their declarations are left out, since they may be about private life. What
      people wrote as comments, reasons and notes stands as they wrote it.
      The attachments themselves: entries/attachments.csv has the SHA-256 of each, so that a copy can be compared.

    How to check it
      1. No file was changed: sha256sum --check manifest.sha256
      2. The ranking: decision/ranking.txt and decision/ranking-recomputed.txt are equal. The second is computed anew from the
         submitted sheets and the certified votes whenever this pack is made.
      3. The audit chain: each line of audit.jsonl has prev_hash and hash, and prev_hash is the hash of the line before. The hash is
         SHA-256 over eight parts in this order: prev_hash, seq, at, actor, action, object, detail, reason. Before each part goes
         its length in bytes as a whole number of 8 bytes, the highest first. seq and at are written in decimal (at is in
         microseconds since 1970, UTC), every text in UTF-8, and a reason that is null counts as empty. Events that are not about
         this scheme are here with their links alone; auditors can compare those with the whole chain of the house.
      4. What the chain vouches for: the last of the events scheme.draft, scheme.change and scheme.freeze has the SHA-256 of
         rules/fingerprint.txt, the last event votes.certify that of decision/votes.txt, the event round.decide that of
         decision/ranking.txt.

    How to read it
      Tables are CSV in UTF-8. A cell that a spreadsheet would run as a formula has an apostrophe before it. Totals are points out
      of 100, scores out of 10. In entries/checks.csv, answers has a 1 or a 0 for each question of the checklist, in the order below.
papers-evidence-words = Words in the tables

papers-col-accepted = Accepted
papers-col-answers = Answers
papers-col-at = Time
papers-col-award = Award
papers-col-chair = Chair
papers-col-comment = Comment
papers-col-criterion = Criterion
papers-col-entry = Entry
papers-col-kind = Kind
papers-col-mark = Mark
papers-col-most = Most entries
papers-col-name = Name
papers-col-octets = Bytes
papers-col-organisations = Organisations
papers-col-placing = Placing
papers-col-post-en = Post (English)
papers-col-post-zh = Post (Chinese)
papers-col-reason = Reason
papers-col-returned = Returned because
papers-col-ruled-en = Ruled by (English)
papers-col-ruled-zh = Ruled by (Chinese)
papers-col-ruling = Ruling
papers-col-score = Score
papers-col-seat = Seat
papers-col-sha256 = SHA-256
papers-col-stance = Declaration
papers-col-state = State
papers-col-step = Step
papers-col-submitted = Submitted
papers-col-title-en = Title (English)
papers-col-title-zh = Title (Chinese)
papers-col-total = Total
papers-col-version = Version
