//! What a visitor and a department see of award schemes and entries.
