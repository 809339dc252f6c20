//! wasm-bindgen for the web, without a declaration file: `bindgen IN.wasm OUT_DIR NAME`.
fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(input), Some(out), Some(name)) = (args.next(), args.next(), args.next()) else {
        eprintln!("usage: bindgen IN.wasm OUT_DIR NAME");
        std::process::exit(2);
    };
    let done = wasm_bindgen_cli_support::Bindgen::new()
        .input_path(input)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).out_name(&name).generate(out));
    if let Err(problem) = done {
        eprintln!("bindgen: {problem:#}");
        std::process::exit(1);
    }
}
