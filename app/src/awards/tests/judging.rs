//! Judging, told on both databases: from the first seat on the panel to the announcement.

mod dates;
mod decide;
mod evidence;
mod load;
mod panel;
mod papers;
mod races;
mod sheets;
mod story;
mod world;
