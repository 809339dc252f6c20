//! Moments, days and how Hong Kong writes them. There is no clock here: `now` always comes in from outside.
//!
//! The zone is fixed: UTC+8 with no daylight saving since 1979, so a moment and its Hong Kong wall clock map one to one.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, SecondsFormat, Timelike, Utc, Weekday};
use serde::{Deserialize, Serialize};

const MICROS_PER_MINUTE: i64 = 60_000_000;
const HONG_KONG: i64 = 8 * 60 * MICROS_PER_MINUTE;

/// A point in time: microseconds since 1970 UTC, the resolution both databases keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A calendar day in Hong Kong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub NaiveDate);

impl Moment {
    /// Reads RFC 3339, with any offset.
    pub fn parse(text: &str) -> Option<Moment> {
        DateTime::parse_from_rfc3339(text).ok().map(|t| Moment(t.timestamp_micros()))
    }

    /// Reads what `<input type="datetime-local">` sends, as Hong Kong time.
    pub fn parse_local(text: &str) -> Option<Moment> {
        let (date, time) = text.trim().split_once(['T', ' '])?;
        let time = NaiveTime::parse_from_str(time, "%H:%M").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S")).ok()?;
        Some(Day::parse(date)?.at(time.hour(), time.minute()))
    }

    pub fn plus_minutes(self, minutes: i64) -> Moment {
        Moment(self.0 + minutes * MICROS_PER_MINUTE)
    }

    pub fn plus_days(self, days: i64) -> Moment {
        self.plus_minutes(days * 24 * 60)
    }

    /// Whole minutes from `earlier` to here; negative if here is before it.
    pub fn minutes_since(self, earlier: Moment) -> i64 {
        (self.0 - earlier.0) / MICROS_PER_MINUTE
    }

    fn local(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0 + HONG_KONG).unwrap_or_default()
    }

    /// The day in Hong Kong.
    pub fn day(self) -> Day {
        Day(self.local().date_naive())
    }

    /// Minutes since midnight in Hong Kong.
    pub fn minute_of_day(self) -> u32 {
        let t = self.local().time();
        t.hour() * 60 + t.minute()
    }

    /// `2002-03-20T09:00`, as a form field wants it, in Hong Kong time.
    pub fn to_local_input(self) -> String {
        self.local().format("%Y-%m-%dT%H:%M").to_string()
    }

    /// `2002-03-20T09:00:00+08:00`.
    pub fn to_rfc3339(self) -> String {
        self.local().to_rfc3339_opts(SecondsFormat::Secs, true).replace('Z', "+08:00")
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, as HTTP writes dates.
    pub fn to_http(self) -> String {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// Reads what [`Moment::to_http`] writes.
    pub fn parse_http(text: &str) -> Option<Moment> {
        DateTime::parse_from_rfc2822(text.trim()).ok().map(|t| Moment(t.timestamp_micros()))
    }

    /// `20020320T090000`, iCalendar local form in Asia/Hong_Kong.
    pub fn to_ical_local(self) -> String {
        self.local().format("%Y%m%dT%H%M%S").to_string()
    }

    /// `20020320T010000Z`, iCalendar UTC form.
    pub fn to_ical_utc(self) -> String {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
    }
}

impl Day {
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day)
    }

    pub fn parse(text: &str) -> Option<Day> {
        NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok().map(Day)
    }

    /// The moment of this wall-clock time in Hong Kong.
    pub fn at(self, hour: u32, minute: u32) -> Moment {
        let midnight = self.0.and_time(NaiveTime::MIN).and_utc().timestamp_micros();
        Moment(midnight - HONG_KONG + i64::from(hour * 60 + minute) * MICROS_PER_MINUTE)
    }

    pub fn next(self) -> Day {
        Day(self.0.checked_add_days(Days::new(1)).unwrap_or(self.0))
    }

    pub fn previous(self) -> Day {
        Day(self.0.checked_sub_days(Days::new(1)).unwrap_or(self.0))
    }

    pub fn plus(self, days: u64) -> Day {
        Day(self.0.checked_add_days(Days::new(days)).unwrap_or(self.0))
    }

    /// The same day `months` earlier; the last of the month if that month is shorter.
    pub fn minus_months(self, months: u32) -> Day {
        Day(self.0.checked_sub_months(chrono::Months::new(months)).unwrap_or(self.0))
    }

    pub fn days_until(self, later: Day) -> i64 {
        (later.0 - self.0).num_days()
    }

    pub fn is_sunday(self) -> bool {
        self.0.weekday() == Weekday::Sun
    }

    pub fn is_saturday(self) -> bool {
        self.0.weekday() == Weekday::Sat
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> u32 {
        self.0.month()
    }

    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// `2002-03`, the month as an address says it.
    pub fn month_key(self) -> String {
        format!("{:04}-{:02}", self.year(), self.month())
    }

    pub fn iso(self) -> String {
        self.0.format("%Y-%m-%d").to_string()
    }
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WEEKDAYS_ZH: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
const MONTHS_ZH: [&str; 12] = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];

fn of(names: &[&'static str], index: u32) -> &'static str {
    names.get(index as usize).copied().unwrap_or("")
}

/// How a day and a time are written, in English and in Chinese (`zh`), by the usage of Hong Kong government papers.
pub mod write {
    use super::*;

    pub fn weekday(day: Day, zh: bool) -> &'static str {
        of(if zh { &WEEKDAYS_ZH } else { &WEEKDAYS }, day.0.weekday().num_days_from_monday())
    }

    /// `Wed` or `星期三`.
    pub fn weekday_short(day: Day, zh: bool) -> String {
        let name = weekday(day, zh);
        if zh { name.into() } else { name.chars().take(3).collect() }
    }

    /// `Mar` or `三月`.
    pub fn month_short(day: Day, zh: bool) -> String {
        let name = of(if zh { &MONTHS_ZH } else { &MONTHS }, day.month() - 1);
        if zh { name.into() } else { name.chars().take(3).collect() }
    }

    /// `March 2002` or `2002年3月`.
    pub fn month(day: Day, zh: bool) -> String {
        if zh { format!("{}年{}月", day.year(), day.month()) } else { format!("{} {}", of(&MONTHS, day.month() - 1), day.year()) }
    }

    /// `20 March 2002 (Wednesday)` or `2002年3月20日（星期三）`.
    pub fn date(day: Day, zh: bool) -> String {
        if zh {
            format!("{}年{}月{}日（{}）", day.year(), day.month(), day.day(), weekday(day, true))
        } else {
            format!("{} {} {} ({})", day.day(), of(&MONTHS, day.month() - 1), day.year(), weekday(day, false))
        }
    }

    /// `Wed 20 Mar` or `3月20日（星期三）`.
    pub fn date_short(day: Day, zh: bool) -> String {
        if zh {
            format!("{}月{}日（{}）", day.month(), day.day(), weekday(day, true))
        } else {
            format!("{} {} {}", weekday_short(day, false), day.day(), month_short(day, false))
        }
    }

    /// `9 am`, `9.30 am`, `12 noon`, `12 midnight`, or `上午9時`, `上午9時30分`, `中午12時`, `午夜12時`.
    pub fn time(moment: Moment, zh: bool) -> String {
        let (hour, minute) = (moment.minute_of_day() / 60, moment.minute_of_day() % 60);
        match (zh, hour, minute) {
            (false, 12, 0) => "12 noon".into(),
            (false, 0, 0) => "12 midnight".into(),
            (true, 12, 0) => "中午12時".into(),
            (true, 0, 0) => "午夜12時".into(),
            (false, ..) => {
                let half = if hour < 12 { "am" } else { "pm" };
                let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
                if minute == 0 { format!("{hour} {half}") } else { format!("{hour}.{minute:02} {half}") }
            }
            (true, ..) => {
                let half = if hour < 12 { "上午" } else { "下午" };
                let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
                if minute == 0 { format!("{half}{hour}時") } else { format!("{half}{hour}時{minute}分") }
            }
        }
    }

    /// `9 am – 5 pm` or `上午9時至下午5時`.
    pub fn span(from: Moment, to: Moment, zh: bool) -> String {
        format!("{}{}{}", time(from, zh), if zh { "至" } else { " – " }, time(to, zh))
    }

    /// `Wed 6 Mar, 5 pm` or `3月6日（星期三）下午5時`.
    pub fn moment_short(moment: Moment, zh: bool) -> String {
        format!("{}{}{}", date_short(moment.day(), zh), if zh { "" } else { ", " }, time(moment, zh))
    }

    /// `20 March 2002 (Wednesday), 9 am` or `2002年3月20日（星期三）上午9時`.
    pub fn moment(moment: Moment, zh: bool) -> String {
        format!("{}{}{}", date(moment.day(), zh), if zh { "" } else { ", " }, time(moment, zh))
    }

    /// `二零零二年三月二十日`, as formal Chinese print has it; English as [`date`].
    pub fn date_formal(day: Day, zh: bool) -> String {
        if !zh {
            return format!("{} {} {}", day.day(), of(&MONTHS, day.month() - 1), day.year());
        }
        let numeral = |n: u32| ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"][n as usize % 10];
        let year: String = day.year().to_string().chars().filter_map(|c| c.to_digit(10)).map(numeral).collect();
        let tens = |n: u32| match (n / 10, n % 10) {
            (0, ones) => numeral(ones).to_string(),
            (1, 0) => "十".into(),
            (1, ones) => format!("十{}", numeral(ones)),
            (ten, 0) => format!("{}十", numeral(ten)),
            (ten, ones) => format!("{}十{}", numeral(ten), numeral(ones)),
        };
        format!("{year}年{}月{}日", tens(day.month()), tens(day.day()))
    }

    /// `二零零二年三月`, as the head of a Chinese calendar has it; English as [`month`].
    pub fn month_formal(day: Day, zh: bool) -> String {
        let whole = date_formal(day, zh);
        if zh { whole.split_inclusive('月').next().unwrap_or_default().to_owned() } else { month(day, false) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_and_its_hong_kong_clock_are_two_names_of_one_thing() {
        let nine = Day::new(2002, 3, 20).unwrap().at(9, 0);
        assert_eq!(nine, Moment::parse("2002-03-20T09:00:00+08:00").unwrap());
        assert_eq!(nine, Moment::parse("2002-03-20T01:00:00Z").unwrap());
        assert_eq!(nine, Moment::parse_local("2002-03-20T09:00").unwrap());
        assert_eq!((nine.day().iso().as_str(), nine.minute_of_day()), ("2002-03-20", 540));
        assert_eq!(nine.to_rfc3339(), "2002-03-20T09:00:00+08:00");
        assert_eq!((nine.to_ical_local().as_str(), nine.to_ical_utc().as_str()), ("20020320T090000", "20020320T010000Z"));
    }

    #[test]
    fn dates_are_written_as_hong_kong_writes_them() {
        let day = Day::new(2002, 1, 11).unwrap();
        assert_eq!(write::date(day, false), "11 January 2002 (Friday)");
        assert_eq!(write::moment(day.at(9, 30), true), "2002年1月11日（星期五）上午9時30分");
        assert_eq!(write::span(day.at(9, 30), day.at(12, 0), false), "9.30 am – 12 noon");
        assert_eq!(write::date_formal(day, true), "二零零二年一月十一日");
        assert_eq!(write::date_formal(Day::new(2001, 12, 20).unwrap(), true), "二零零一年十二月二十日");
    }
}
