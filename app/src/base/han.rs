//! Simplified Chinese, derived from Traditional by OpenCC's Hong Kong tables and never written by hand.

use std::sync::LazyLock;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

static CONVERTER: LazyLock<Option<OpenCC>> =
    LazyLock::new(|| OpenCC::from_config(BuiltinConfig::Hk2s).inspect_err(|e| tracing::error!(cause = %e, "no Chinese converter")).ok());

/// Where the tables of the library leave a Hong Kong form behind, or choose another sense than ours.
/// Each pair is applied to what the library returned.
const REVIEWED: [(&str, &str); 3] = [("着名", "著名"), ("着作", "著作"), ("着者", "著者")];

/// Traditional text as used in Hong Kong, in Simplified characters.
pub fn simplified(traditional: &str) -> String {
    let Some(converter) = CONVERTER.as_ref() else { return traditional.to_owned() };
    // The tables know one simplified form for 鐘 and 鍾; the family name and the cup keep their own.
    let mut text = traditional.split('鍾').map(|part| converter.convert(part)).collect::<Vec<_>>().join("锺");
    for (from, to) in REVIEWED {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn the_traps_of_hong_kong_writing_come_out_right() {
        for (traditional, wanted) in [
            ("食物環境衞生署", "食物环境卫生署"),
            ("衛生福利局", "卫生福利局"),
            ("隨着社會發展", "随着社会发展"),
            ("著名學者的著作", "著名学者的著作"),
            ("屋裏", "屋里"),
            ("皇后大道後面", "皇后大道后面"),
            ("一分鐘", "一分钟"),
            ("鍾先生", "锺先生"),
            ("服務市民周", "服务市民周"),
            ("一隻，只有", "一只，只有"),
            ("乾淨，幹事，干預", "干净，干事，干预"),
            ("深水埗、鰂魚涌、邨", "深水埗、鲗鱼涌、邨"),
            ("櫃檯，啟用，台灣，羣眾", "柜台，启用，台湾，群众"),
            ("衡量服務表現工作坊", "衡量服务表现工作坊"),
        ] {
            assert_eq!(simplified(traditional), wanted, "{traditional}");
        }
    }

    #[test]
    fn what_is_not_chinese_is_left_alone() {
        assert_eq!(simplified("PM-2002-3 & <b>9 am</b>"), "PM-2002-3 & <b>9 am</b>");
    }
}
