//! The dossier of an entry and the display panels: who gets them, and that they are printed with the pictures as they are kept.

use super::world::*;
use crate::{
    awards::{
        acts::{declare, find},
        pages, *,
    },
    base::{
        text::Lang,
        visit::{Paper, Visit},
        words::Words,
    },
};

#[tokio::test]
async fn a_dossier_is_for_its_departments_officers_and_the_judges_who_may_open_it() {
    for w in World::scoring().await {
        for who in ["coordinator", "secretary", "auditor", "chair", "ann"] {
            let shown = act!(w, who, find::dossier, "BPP2-E01").unwrap();
            assert_eq!(shown.steps.is_empty(), who == "ann", "{who}: a judge reads what was filed, not what officers did");
        }
        for (who, entry, status) in [
            ("public", "BPP2-E01", 403),
            ("cat", "BPP2-E01", 403),
            ("otherchair", "BPP2-E09", 404),
            ("coordinator", "BPP2-E02", 403),
            ("public", "NONE", 404),
        ] {
            assert_eq!(no(act!(w, who, find::dossier, entry)).0, status, "{who} {entry} {}", w.on);
        }
        // A wall that rises later stands before the dossier too.
        act!(w, "ann", declare::declare, SCHEME, &[("BPP2-E01".to_owned(), said("interest", ""))].into()).unwrap();
        assert_eq!(no(act!(w, "ann", find::dossier, "BPP2-E01")).0, 403);
    }
}

#[tokio::test]
async fn panels_are_printed_by_secretaries_exhibition_officers_and_auditors_once_the_shortlist_is_sealed() {
    for w in World::everywhere().await {
        w.person("exhibition", "EU", "CS;XO").await;
        for who in ["secretary", "exhibition", "auditor"] {
            let (_, shown) = act!(w, who, find::panels, SCHEME).unwrap();
            assert!(shown.len() == 3 && shown.iter().all(|it| it.state == EntryState::OnDisplay), "{who}");
        }
        for (who, status) in [("public", 401), ("coordinator", 403), ("chair", 403), ("ann", 403)] {
            assert_eq!(no(act!(w, who, find::panels, SCHEME)).0, status, "{who}");
        }
        let mut ctx = w.acting("house").await;
        ctx.tx.run("update scheme set sealed_at = null", vec![]).await.unwrap();
        ctx.commit().await.unwrap();
        assert_eq!(no(act!(w, "secretary", find::panels, SCHEME)), (409, "papers-panels-early".into()), "{}", w.on);
    }
}

#[tokio::test]
async fn papers_are_printed_with_the_pictures_as_they_are_kept_and_a_lost_one_is_a_fault() {
    let w = World::everywhere().await.remove(0);
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(30, 20).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let hash = w.site.files.keep(bytes.into_inner()).await.unwrap();
    let mut ctx = w.acting("house").await;
    let text = "insert into entry_file (id, entry, position, kind, name, hash, thumbnail, size, title_en, title_zh, added_at)
                values (1, 'BPP2-E01', 0, 'image', 'a.png', $1, $1, 100, 'A counter', '櫃檯', 0)";
    ctx.tx.run(text, crate::args![hash]).await.unwrap();
    ctx.commit().await.unwrap();
    let visit = async |param: &str| Visit {
        ctx: w.acting("secretary").await,
        w: Words::of(Lang::En),
        path: String::new(),
        params: vec![param.into()],
        query: Default::default(),
        raw_query: String::new(),
        caller: Default::default(),
        echo: None,
    };
    let printed = async |paper: Paper| paper.make.await;
    let mut v = visit("BPP2-E01").await;
    let dossier = pages::dossier(&mut v).await.unwrap();
    drop(v);
    let mut v = visit(SCHEME).await;
    let panels = pages::panels(&mut v).await.unwrap();
    drop(v);
    assert_eq!((dossier.name.as_str(), panels.name.as_str()), ("BPP2-E01-dossier.pdf", "BPP2-panels.pdf"));
    for paper in [dossier, panels] {
        assert!(printed(paper).await.unwrap().starts_with(b"%PDF-1.7"), "the page has let go of the database by now");
    }
    let mut ctx = w.acting("house").await;
    ctx.tx.run("update entry_file set thumbnail = $1", crate::args!["0".repeat(64)]).await.unwrap();
    ctx.commit().await.unwrap();
    let mut v = visit("BPP2-E01").await;
    let dossier = pages::dossier(&mut v).await.unwrap();
    drop(v);
    assert_eq!(printed(dossier).await.unwrap_err().status(), 500);
}
