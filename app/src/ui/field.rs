//! Fields of forms: label, hint, error and what was typed, tied together for every reader.

use leptos::prelude::*;

use crate::{
    base::{count::Measure, visit::Form},
    t,
};

/// A form that posts to an act, with the page to come back to.
pub fn act(form: &Form, endpoint: &str, class: &'static str, inner: impl IntoView + 'static) -> AnyView {
    let endpoint = format!("/api/{endpoint}");
    let back = form.back.clone();
    view! {
        <form class=class method="post" action=endpoint>
            <input type="hidden" name="back" value=back/>
            {inner}
        </form>
    }
    .into_any()
}

/// A form that may bring files.
pub fn upload(form: &Form, endpoint: &str, class: &'static str, inner: impl IntoView + 'static) -> AnyView {
    let endpoint = format!("/api/{endpoint}");
    let back = form.back.clone();
    view! {
        <form class=class method="post" action=endpoint enctype="multipart/form-data">
            <input type="hidden" name="back" value=back/>
            {inner}
        </form>
    }
    .into_any()
}

/// A hidden value.
pub fn hidden(name: &'static str, value: impl Into<String>) -> AnyView {
    let value = value.into();
    view! { <input type="hidden" name=name value=value/> }.into_any()
}

/// The errors of a form, said together at its top; it takes the focus.
pub fn error_summary(form: &Form) -> Option<AnyView> {
    let errors = form.errors();
    if errors.is_empty() {
        return None;
    }
    let title = t!(form.w, "form-problem");
    let items = errors
        .into_iter()
        .map(|(field, text)| match field.is_empty() {
            true => view! { <li>{text}</li> }.into_any(),
            false => view! { <li><a href=format!("#{}", form.id(&field))>{text}</a></li> }.into_any(),
        })
        .collect_view();
    Some(
        view! {
            <div class="errors" id="errors" role="alert" tabindex="-1" autofocus>
                <h2>{title}</h2>
                <ul>{items}</ul>
            </div>
        }
        .into_any(),
    )
}

/// A single field under construction.
pub struct Field<'a> {
    form: &'a Form,
    name: String,
    label: String,
    hint: Option<String>,
    value: String,
    kind: &'static str,
    autocomplete: Option<&'static str>,
    required: bool,
    rows: u32,
    files: Option<&'static str>,
    limit: Option<u32>,
    choices: Vec<(String, String)>,
    lang: Option<&'static str>,
    counted: Option<(Measure, usize, String)>,
}

/// A text field; the methods make it something else.
pub fn field<'a>(form: &'a Form, name: impl Into<String>, label: impl Into<String>) -> Field<'a> {
    Field {
        form,
        name: name.into(),
        label: label.into(),
        hint: None,
        value: String::new(),
        kind: "text",
        autocomplete: None,
        required: false,
        rows: 0,
        files: None,
        limit: None,
        choices: Vec::new(),
        lang: None,
        counted: None,
    }
}

impl Field<'_> {
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What stands in it before anything was typed.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = Some(token);
        self
    }

    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Several lines.
    pub fn rows(mut self, rows: u32) -> Self {
        self.rows = rows;
        self
    }

    pub fn limit(mut self, characters: u32) -> Self {
        self.limit = Some(characters);
        self
    }

    /// Says how long the text is, and how long it may be; `words` has `%n` where the number goes.
    pub fn counted(mut self, measure: Measure, limit: usize, words: String) -> Self {
        self.counted = Some((measure, limit, words));
        self
    }

    /// The language the text is to be written in.
    pub fn lang(mut self, tag: &'static str) -> Self {
        self.lang = Some(tag);
        self
    }

    /// A file of one of these types: `application/pdf,image/png`. No browser lets a page choose one, so it is never put back.
    pub fn file(mut self, types: &'static str) -> Self {
        self.files = Some(types);
        self
    }

    /// A choice of one: value and words.
    pub fn choices(mut self, choices: impl IntoIterator<Item = (String, String)>) -> Self {
        self.choices = choices.into_iter().collect();
        self
    }

    /// The field as a tick box with its words beside it.
    pub fn tick(self) -> AnyView {
        let id = self.form.id(&self.name);
        let error = self.form.error(&self.name);
        let ticked = self.form.typed(&self.name).map_or(!self.value.is_empty(), |typed| !typed.is_empty());
        let error_id = error.as_ref().map(|_| format!("{id}-error"));
        let state = error.as_ref().map(|_| "error");
        view! {
            <div class="field field--tick" data-state=state>
                {error.map(|text| view! { <p class="field__error" id=format!("{id}-error")>{text}</p> })}
                <input type="checkbox" id=id.clone() name=self.name value="yes" checked=ticked aria-describedby=error_id/>
                <label for=id>{self.label}</label>
            </div>
        }
        .into_any()
    }

    pub fn view(self) -> AnyView {
        let id = self.form.id(&self.name);
        let error = self.form.error(&self.name);
        let value = self.form.typed(&self.name).unwrap_or(self.value);
        let mut described = Vec::new();
        if self.hint.is_some() {
            described.push(format!("{id}-hint"));
        }
        if error.is_some() {
            described.push(format!("{id}-error"));
        }
        let counter = self.counted.map(|(measure, limit, words)| {
            described.push(format!("{id}-count"));
            let n = measure.count(&value);
            let over = (n > limit).then_some("");
            let (now, for_name) = (words.replace("%n", &n.to_string()), self.name.clone());
            view! {
                <p class="field__count" id=format!("{id}-count") data-counts=measure.code() data-for=for_name data-words=words
                    data-limit=limit data-over=over>{now}</p>
            }
        });
        let described = (!described.is_empty()).then(|| described.join(" "));
        let (invalid, state) = (error.as_ref().map(|_| "true"), error.as_ref().map(|_| "error"));
        let required = self.required.then_some("true");
        let control = if !self.choices.is_empty() {
            let options = self
                .choices
                .into_iter()
                .map(|(choice, words)| {
                    let chosen = choice == value;
                    view! { <option value=choice selected=chosen>{words}</option> }
                })
                .collect_view();
            view! {
                <select id=id.clone() name=self.name aria-describedby=described aria-invalid=invalid aria-required=required>
                    {options}
                </select>
            }
            .into_any()
        } else if self.rows > 0 {
            view! {
                <textarea id=id.clone() name=self.name rows=self.rows maxlength=self.limit lang=self.lang
                    aria-describedby=described aria-invalid=invalid aria-required=required>{value}</textarea>
            }
            .into_any()
        } else if self.files.is_some() {
            view! {
                <input id=id.clone() name=self.name type="file" accept=self.files
                    aria-describedby=described aria-invalid=invalid aria-required=required/>
            }
            .into_any()
        } else {
            view! {
                <input id=id.clone() name=self.name type=self.kind value=value maxlength=self.limit lang=self.lang
                    autocomplete=self.autocomplete aria-describedby=described aria-invalid=invalid aria-required=required/>
            }
            .into_any()
        };
        view! {
            <div class="field" data-state=state>
                <label for=id.clone()>{self.label}</label>
                {self.hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
                {error.map(|text| view! { <p class="field__error" id=format!("{id}-error")>{text}</p> })}
                {control}
                {counter}
            </div>
        }
        .into_any()
    }
}

/// Boxes to tick, one for each code, as `name[0]` and so on; those left empty are not sent.
pub fn ticks(form: &Form, name: &str, legend: String, hint: Option<String>, choices: Vec<(String, String)>, chosen: &[String]) -> AnyView {
    let error = form.error(name).map(|words| view! { <p class="field__error">{words}</p> });
    let boxes = choices
        .into_iter()
        .enumerate()
        .map(|(i, (code, words))| {
            let name = format!("{name}[{i}]");
            let id = form.id(&name);
            let ticked = form.typed(&name).map_or(chosen.contains(&code), |typed| !typed.is_empty());
            view! {
                <div class="field field--tick"><input type="checkbox" id=id.clone() name=name value=code checked=ticked/>
                <label for=id>{words}</label></div>
            }
        })
        .collect_view();
    view! {
        <fieldset id=form.id(name)><legend>{legend}</legend>{hint.map(|it| view! { <p class="field__hint">{it}</p> })}{error}
        <div class="ticks">{boxes}</div></fieldset>
    }
    .into_any()
}

/// A button that sends a form.
pub fn send(kind: &'static str, words: impl Into<String>) -> AnyView {
    let words = words.into();
    view! { <button class="button" data-kind=kind>{words}</button> }.into_any()
}
