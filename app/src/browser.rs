//! What the browser runs first. The islands on the page are hydrated one by one by the script in the document's head.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called once when the module has loaded.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
