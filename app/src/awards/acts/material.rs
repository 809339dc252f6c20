//! What is filed with an entry: links and files, with what each is or shows.

use crate::base::{
    ctx::Ctx,
    files::Kept,
    ids::AttachmentId,
    problem::{Answer, OrUnknown, Problem},
    text::Bi,
};

use super::super::{
    rules::{material::IMAGES, *},
    store::entries,
};

/// What is filed changes what the head stood behind.
async fn changed(ctx: &mut Ctx, mut entry: Entry, step: &'static str) -> Answer<()> {
    entry.endorsement = None;
    entries::save(&mut ctx.tx, &entry, ctx.now).await?;
    super::step(ctx, &entry, step, None);
    Ok(())
}

/// Files the address of something that shows that the entry is true.
pub async fn link(ctx: &mut Ctx, code: &str, name: &str, title: &Bi) -> Answer<()> {
    let (_, entry) = super::own_open(ctx, code).await?;
    if !title.is_whole() {
        return Err(Problem::rule("awards-both-languages").on("title_zh"));
    }
    let id = AttachmentId(ctx.site.fresh_id());
    let it =
        Attachment { id, kind: AttachmentKind::Link, name: name.trim().into(), title: title.clone(), hash: None, thumbnail: None, size: 0 };
    it.check().map_err(|refusal| Problem::from(refusal).on("name"))?;
    entries::attach(&mut ctx.tx, code, entry.attachments.len() as i64, &it, ctx.now).await?;
    changed(ctx, entry, "attached").await
}

/// Files something that was handed in: evidence, the pledge, or a picture for the panel with what it shows in words.
pub async fn attach(ctx: &mut Ctx, code: &str, kind: &str, file: Kept, title: &Bi) -> Answer<()> {
    let (_, entry) = super::own_open(ctx, code).await?;
    let kind =
        AttachmentKind::of_code(kind).filter(|it| *it != AttachmentKind::Link).ok_or_else(|| Problem::form("problem-form").on("kind"))?;
    if !kind.takes(file.kind) {
        let wrong = if kind == AttachmentKind::Image { Problem::rule("awards-image-kind") } else { Problem::rule("awards-pledge-kind") };
        return Err(wrong.on("file"));
    }
    if kind == AttachmentKind::Image && entry.filed(kind).count() >= IMAGES {
        return Err(Problem::rule("awards-images-many").with("limit", IMAGES).on("file"));
    }
    if !title.is_whole() {
        let missing =
            if kind == AttachmentKind::Image { Problem::rule("awards-image-undescribed") } else { Problem::rule("awards-both-languages") };
        return Err(missing.with("name", file.name).on("title_zh"));
    }
    let id = AttachmentId(ctx.site.fresh_id());
    let it =
        Attachment { id, kind, name: file.name, title: title.clone(), hash: Some(file.hash), thumbnail: file.thumbnail, size: file.size };
    let position = entry.attachments.len() as i64;
    entries::attach(&mut ctx.tx, code, position, &it, ctx.now).await?;
    changed(ctx, entry, "attached").await
}

/// Says in both languages what something filed is, or shows.
pub async fn describe(ctx: &mut Ctx, code: &str, id: AttachmentId, title: &Bi) -> Answer<()> {
    let (_, entry) = super::own_open(ctx, code).await?;
    entry.attachments.iter().find(|it| it.id == id).or_unknown()?;
    if !title.is_whole() {
        return Err(Problem::rule("awards-both-languages").on("title_zh"));
    }
    entries::describe(&mut ctx.tx, id, title).await?;
    changed(ctx, entry, "described").await
}

/// Takes something out.
pub async fn detach(ctx: &mut Ctx, code: &str, id: AttachmentId) -> Answer<()> {
    let (_, entry) = super::own_open(ctx, code).await?;
    entry.attachments.iter().find(|it| it.id == id).or_unknown()?;
    entries::detach(&mut ctx.tx, id).await?;
    changed(ctx, entry, "detached").await
}
