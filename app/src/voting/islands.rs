//! The kiosk at an exhibition stop.
