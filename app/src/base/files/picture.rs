//! Pictures: read within limits and drawn anew, so that nothing comes along but what can be seen.
//!
//! No place, no camera, no second file hidden behind the first: only the pixels are kept, turned the right way up.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage, codecs::jpeg::JpegEncoder,
    imageops,
};

use super::FileKind;
use crate::base::problem::Problem;

/// The longest side of a picture that is read: more than cameras and scanners make.
const SIDE: u32 = 10_000;
/// The most memory a picture may take up when it is read: some 50 million pixels.
const MEMORY: u64 = 160 * 1024 * 1024;
/// The longest side of the small copy.
const SMALL: u32 = 640;

/// A picture drawn anew, with its small copy as JPEG.
pub(super) struct Picture {
    pub bytes: Vec<u8>,
    pub small: Vec<u8>,
}

/// Draws a picture anew.
pub(super) fn draw(kind: FileKind, bytes: &[u8]) -> Result<Picture, Problem> {
    let format = if kind == FileKind::Png { ImageFormat::Png } else { ImageFormat::Jpeg };
    let picture = read(format, bytes).map_err(|e| match e {
        ImageError::Limits(_) => Problem::rule("files-picture-large").with("side", SIDE),
        _ => Problem::rule("files-picture-broken"),
    })?;
    let (width, height) = (picture.width(), picture.height());
    let small = match width.max(height) > SMALL {
        true => picture.thumbnail(SMALL, SMALL),
        false => picture.clone(),
    };
    let mut whole = Vec::new();
    match format {
        ImageFormat::Png => picture.write_to(&mut Cursor::new(&mut whole), format).map_err(broken)?,
        _ => jpeg(&opaque(picture), 90, &mut whole)?,
    }
    let mut bytes = Vec::new();
    jpeg(&opaque(small), 80, &mut bytes)?;
    Ok(Picture { bytes: whole, small: bytes })
}

fn read(format: ImageFormat, bytes: &[u8]) -> Result<DynamicImage, ImageError> {
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height, limits.max_alloc) = (Some(SIDE), Some(SIDE), Some(MEMORY));
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    // Before a pixel is read: what a few octets claim to be may be larger than this machine.
    limits.reserve(decoder.total_bytes())?;
    let turned = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

/// Without transparency, on white: paper, as JPEG has no other.
fn opaque(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let mut paper = DynamicImage::ImageRgb8(RgbImage::from_pixel(picture.width(), picture.height(), Rgb([255, 255, 255])));
    imageops::overlay(&mut paper, &picture, 0, 0);
    paper.into_rgb8()
}

fn jpeg(picture: &RgbImage, quality: u8, to: &mut Vec<u8>) -> Result<(), Problem> {
    let mut encoder = JpegEncoder::new_with_quality(to, quality);
    encoder.encode(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8).map_err(broken)
}

fn broken(_: ImageError) -> Problem {
    Problem::rule("files-picture-broken")
}
