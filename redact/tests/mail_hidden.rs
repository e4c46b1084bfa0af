//! What a reader of HTML mail does not see is reported and kept out of the visible text; what a reader
//! sees stays.
#![cfg(feature = "mail")]

use std::fmt::Write as _;

use redact::mail::html::{HiddenKind, HtmlText, to_text};
use redact::mail::{Warning, parse};

const SECRET: &str = "ghost words";

/// Ways to hide by an inline style.
const STYLES: &[&str] = &[
    "display:none",
    "DISPLAY : NONE",
    "display:/**/none",
    "dis\\70lay:none",
    "display:n\\6f ne",
    "display:none!important;display:block",
    "display:none;display:hidden",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity:0%",
    "opacity:.01",
    "filter:opacity(0)",
    "filter:opacity(0%)",
    "filter:alpha(opacity=0)",
    "filter:blur(30px)",
    "transform:scale(0)",
    "transform:scale(0,1)",
    "transform:translate(-9999px)",
    "transform:matrix(0,0,0,0,0,0)",
    "transform:rotateX(90deg)",
    "-webkit-transform:scale(0)",
    "scale:0",
    "translate:-9999px",
    "clip-path:inset(100%)",
    "clip-path:inset(50%)",
    "clip-path:circle(0)",
    "clip-path:polygon(0 0,0 0,0 0)",
    "-webkit-clip-path:circle(0px at 50% 50%)",
    "position:absolute;clip:rect(0,0,0,0)",
    "position:absolute;clip:rect(1px 1px 1px 1px)",
    "content-visibility:hidden",
    "-webkit-text-fill-color:transparent",
    "color:transparent",
    "color:#fff",
    "color:#ffff",
    "color:#fefefe",
    "color:#ffffff00",
    "color:white",
    "color:rgb(255,255,255)",
    "color:rgb(100%,100%,100%)",
    "color:rgb(255 255 255 / 100%)",
    "color:rgba(0,0,0,0)",
    "color:rgba(0,0,0,.02)",
    "color:hsl(0,0%,100%)",
    "color:hsl(0deg 0% 99%)",
    "color:hwb(0 100% 0%)",
    "color:#f4f4f4",
    "background:#000;color:black",
    "background-color:hsl(210,100%,20%);color:#003366",
    "background:linear-gradient(#fff,#fff);color:#fff",
    "--ink:#fff;color:var(--ink)",
    "color:var(--none,#fff)",
    "font-size:0",
    "font-size:0px",
    "font-size:1px",
    "font-size:.01em",
    "font-size:0%",
    "font-size:0.1pt",
    "font:0/0 a",
    "font-size-adjust:0",
    "letter-spacing:-1em",
    "zoom:0",
    "zoom:1%",
    "text-indent:-9999px",
    "text-indent:100%;white-space:nowrap;overflow:hidden",
    "position:absolute;left:-9999px",
    "position:absolute;top:-200vh",
    "position:fixed;right:-5000px",
    "position:absolute;inset:-9999px auto auto -9999px",
    "margin-left:-9999px",
    "margin:0 0 0 -9999px",
    "height:0;overflow:hidden",
    "width:0;overflow:hidden",
    "width:1px;height:1px;overflow:hidden;position:absolute",
    "max-height:0",
    "max-height:0px;overflow:hidden",
    "max-width:0;overflow:hidden",
    "height:0;overflow:auto",
    "line-height:0;overflow:hidden",
    "mso-hide:all",
];

/// Ways to hide by a style sheet: the sheet, and the element's start tag.
const SHEETS: &[(&str, &str)] = &[
    (".a .b{display:none}", "<p class=a><span class=b>"),
    (".a>.b{display:none}", "<p class=a><span class=b>"),
    ("i+b{display:none}", "<p><i></i><b>"),
    ("i~b{display:none}", "<p><i></i><u></u><b>"),
    ("p[data-q]{display:none}", "<p data-q=1>"),
    ("p[class^=hid]{display:none}", "<p class=hidden-x>"),
    ("[title$='x']{display:none}", "<p title=xx>"),
    ("p:not(.shown){display:none}", "<p class=x>"),
    ("p:nth-child(2){display:none}", "<p></p><p>"),
    ("p:nth-of-type(odd){display:none}", "<p>"),
    ("p:first-child{display:none}", "<p>"),
    (":is(.a,.b){display:none}", "<p class=b>"),
    ("*{color:#fff}", "<p>"),
    ("body p{font-size:0}", "<p>"),
    ("html>body>p{display:none}", "<p>"),
    ("table>tbody>tr>td{display:none}", "<table><tr><td>"),
    ("#x{visibility:hidden}", "<p id=x>"),
    (".X{display:none}", "<p class=x>"),
    ("p{display:block}.a{display:none}", "<p class=a>"),
    (
        ".a{display:none!important}",
        "<p class=a style='display:block'>",
    ),
    (".a{display:none}p{display:block}", "<p class=a>"),
    ("@media screen{.a{display:none}}", "<p class=a>"),
    ("@media all{.a{display:none}}", "<p class=a>"),
    (
        "@media only screen and (min-width:1px){.a{display:none}}",
        "<p class=a>",
    ),
    (
        "@media (prefers-color-scheme:light){.a{color:#fff}}",
        "<p class=a>",
    ),
    ("@media not print{.a{display:none}}", "<p class=a>"),
    ("@layer x{.a{display:none}}", "<p class=a>"),
    (".a{& .b{display:none}}", "<p class=a><span class=b>"),
    (".a{.b{display:none}}", "<p class=a><span class=b>"),
    (".a{@media screen{display:none}}", "<p class=a>"),
    ("/* } */.a{display/**/:/**/none}", "<p class=a>"),
    (".\\61 {display:none}", "<p class=a>"),
    ("<!-- .a{display:none} -->", "<p class=a>"),
    (
        "@charset 'utf-8';@import 'x';.a{display:none}",
        "<p class=a>",
    ),
    ("@font-face{font-family:x}.a{display:none}", "<p class=a>"),
    ("broken{{}.x{color:red}}.a{display:none}", "<p class=a>"),
    (".a{color:red;display:none", "<p class=a>"),
    (":root{--c:#fff}.a{color:var(--c)}", "<p class=a>"),
    (
        ".box{background:#123}.box span{color:#123}",
        "<p class=box><span>",
    ),
    ("body{background:#123;color:#112233}", "<p>"),
    ("a:link{color:#fff}", "<a href='https://example.jp/ghost'>"),
];

/// Ways to hide by markup: what stands before and behind the words.
const MARKUP: &[(&str, &str)] = &[
    ("<p hidden>", "</p>"),
    ("<p hidden=until-found>", "</p>"),
    ("<noscript>", "</noscript>"),
    ("<noscript><b>", "</b></noscript>"),
    ("<template><p>", "</p></template>"),
    ("<datalist><option>", "</option></datalist>"),
    ("<dialog>", "</dialog>"),
    ("<details>", "</details>"),
    ("<details><summary>more</summary><p>", "</p></details>"),
    (
        "<details><summary>more</summary><summary>",
        "</summary></details>",
    ),
    ("<audio controls>", "</audio>"),
    ("<video>", "</video>"),
    ("<canvas><p>", "</p></canvas>"),
    ("<object data=x>", "</object>"),
    ("<iframe>", "</iframe>"),
    ("<title>", "</title>"),
    ("<!-- ", " -->"),
    ("<!--[if mso]><p>", "</p><![endif]-->"),
    ("<font color=white>", "</font>"),
    ("<font color='#FFFFFF'>", "</font>"),
    (
        "<table bgcolor=black><tr><td style='color:#000'>",
        "</td></tr></table>",
    ),
    ("<div style='display:none'><span>", "</span></div>"),
    ("<div style='opacity:0'><p style='opacity:1'>", "</p></div>"),
    ("<span style='display:none'><div>x</span>", "</div>"),
    ("<div><font color=white>x</div>", ""),
    ("<div style='color:#fff'><p>", "</p></div>"),
    ("<p style='visibility:hidden'><b>", "</b></p>"),
    (
        "<div style='background:#fff'><p style='position:relative;z-index:-1'>",
        "</p></div>",
    ),
    ("<p><ruby>x<rp>", "</rp></ruby></p>"),
    ("<input type=hidden value='", "'>"),
    ("<img alt='", "'>"),
    ("<p title='", "'>x</p>"),
    (
        "<div style='height:0;overflow:hidden'><p style='height:40px'>",
        "</p></div>",
    ),
    (
        "<style media=screen>.k{display:none}</style><p class=k>",
        "</p>",
    ),
    (
        "<p style='color:#fff'><b style='color:inherit'>",
        "</b></p>",
    ),
];

fn page(body: &str) -> HtmlText {
    to_text(&format!(
        "<html><body><p>before</p>{body}<p>after</p></body></html>"
    ))
}

#[track_caller]
fn assert_hidden(html: &HtmlText, way: &str) {
    assert!(!html.visible.contains(SECRET), "shown: {way}");
    assert!(html.visible.contains("before"), "{way}");
    let reported = html
        .hidden
        .iter()
        .any(|hidden| hidden.text.contains(SECRET));
    assert!(reported, "not reported: {way}");
}

#[test]
fn inline_styles_hide() {
    for style in STYLES {
        let html = page(&format!("<div style=\"{style}\">{SECRET}</div>"));
        assert_hidden(&html, style);
        assert!(html.visible.contains("after"), "{style}");
    }
}

#[test]
fn style_sheets_hide() {
    for (sheet, tag) in SHEETS {
        let html = to_text(&format!(
            "<html><head><style>{sheet}</style></head><body>{tag}{SECRET}</body></html>"
        ));
        assert!(!html.visible.contains(SECRET), "shown: {sheet}");
        assert!(
            html.hidden
                .iter()
                .any(|hidden| hidden.text.contains(SECRET)),
            "{sheet}"
        );
    }
}

#[test]
fn markup_hides() {
    for (before, behind) in MARKUP {
        assert_hidden(&page(&format!("{before}{SECRET}{behind}")), before);
    }
}

/// Styles under which a text is seen.
const SEEN_STYLES: &[&str] = &[
    "display:block",
    "display:inline-block;width:100%",
    "display:none;display:block",
    "visibility:visible",
    "opacity:.5",
    "opacity:100%",
    "color:#999",
    "color:#aaaaaa",
    "color:rgb(136,136,136)",
    "color:hsl(0,0%,45%)",
    "color:rgba(0,0,0,.6)",
    "color:white;background:#003366",
    "color:#fff;background-color:rgb(20 30 40)",
    "color:#fff;background:linear-gradient(#123,#456)",
    "background:#000 url(x.png);color:#fff",
    "background-image:url(hero.jpg);background-color:#222;color:#fff",
    "background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent",
    "color:red;color:nonsense",
    "font-size:10px",
    "font-size:9pt",
    "font-size:.7em",
    "font-size:80%",
    "font-size:smaller",
    "font:400 14px/1.5 sans-serif",
    "font:bold 12px Arial",
    "margin:0;padding:0;height:0",
    "height:0;padding-bottom:50%;overflow:hidden",
    "max-width:600px;overflow:hidden",
    "width:100%;max-height:300px;overflow:hidden",
    "overflow:hidden",
    "text-indent:1em",
    "text-indent:-1em;padding-left:1em",
    "letter-spacing:-0.5px",
    "margin-left:-10px",
    "position:relative;left:-2px",
    "position:absolute;top:0;left:0",
    "left:50%;transform:translate(-50%,-50%)",
    "transform:scale(1.1)",
    "transform:rotate(90deg)",
    "filter:grayscale(1)",
    "clip-path:inset(0 round 4px)",
    "clip:auto",
    "zoom:1",
    "z-index:1;position:relative",
    "line-height:1",
    "line-height:24px;overflow:hidden",
    "mso-line-height-rule:exactly",
    "white-space:nowrap;text-overflow:ellipsis;overflow:hidden",
    "content-visibility:auto",
    "text-shadow:0 1px 0 #fff",
    "--hidden:none",
    "color:var(--text,#333)",
];

/// Sheets that hide nothing from a desktop reader: the sheet, and the start tag.
const SEEN_SHEETS: &[(&str, &str)] = &[
    (
        "@media (max-width:600px){.a{display:none!important}}",
        "<p class=a>",
    ),
    (
        "@media only screen and (max-device-width:480px){.a{display:none}}",
        "<p class=a>",
    ),
    ("@media print{.a{display:none}}", "<p class=a>"),
    (
        "@media (prefers-color-scheme:dark){.a{color:#fff}}",
        "<p class=a>",
    ),
    ("@media speech{p{display:none}}", "<p>"),
    (".a:hover{display:none}", "<p class=a>"),
    ("a:visited{display:none}", "<a>"),
    (".a::before{display:none}", "<p class=a>"),
    (".b .a{display:none}", "<p class=a>"),
    (".a.b{display:none}", "<p class=a>"),
    ("div.a{display:none}", "<p class=a>"),
    (".a{display:none}#x{display:block}", "<p class=a id=x>"),
    (".a{display:none}", "<p class=a style='display:block'>"),
    (".a{display:none}.a{display:block}", "<p class=a>"),
    (".a{display:block!important}.a{display:none}", "<p class=a>"),
    ("p:nth-child(2){display:none}", "<p>"),
    ("p:not(.a){display:none}", "<p class=a>"),
    ("p:empty{display:none}", "<p>"),
    (".a{color:#fff}.a{background:#135}", "<p class=a>"),
    ("table{font-size:0}td{font-size:14px}", "<table><tr><td>"),
    ("[hidden]{display:block}", "<p hidden>"),
    ("dialog{display:block}", "<dialog>"),
    (".preheader{display:none}", "<p class=header>"),
    ("/* .a{display:none} */", "<p class=a>"),
    (".a{display:none;}.b{}", "<p class=b>"),
    ("@font-face{font-size:0}", "<p>"),
    ("@keyframes x{from{opacity:0}}", "<p>"),
    ("p > > b{display:none}", "<p>"),
    (
        ".a{visibility:hidden}.a b{visibility:visible}",
        "<p class=a><b>",
    ),
    ("a{color:inherit}", "<p><a>"),
    (
        "@media screen and (max-width:600px){u ~ div .a{display:none}}",
        "<p class=a>",
    ),
];

/// Markup around text that is seen.
const SEEN_MARKUP: &[(&str, &str)] = &[
    ("<p aria-hidden=true>", "</p>"),
    ("<details open><summary>more</summary>", "</details>"),
    ("<details><summary>", "</summary>x</details>"),
    ("<dialog open>", "</dialog>"),
    ("<!--[if !mso]><!-->", "<!--<![endif]-->"),
    ("<![if !mso]>", "<![endif]>"),
    ("<p style='display:none'>x<p>", "</p>"),
    ("<div style='display:none'>x</div>", ""),
    ("<div style='display:none'><span>x</div>", ""),
    ("<b style='display:none'><div>x</b>", "</div>"),
    ("<ul><li style='display:none'>x<li>", "</ul>"),
    ("<table><tr style='display:none'><td>x<tr><td>", "</table>"),
    ("<table><tr><td style='display:none'>x<td>", "</table>"),
    (
        "<div style='font-size:0'><p style='font-size:14px'>",
        "</p></div>",
    ),
    (
        "<div style='color:#fff'><a href='https://example.jp/'>",
        "</a></div>",
    ),
    (
        "<div style='color:#fff'><div style='background:#036'>",
        "</div></div>",
    ),
    (
        "<table bgcolor='#003366'><tr><td style='color:#fff'>",
        "</td></tr></table>",
    ),
    (
        "<table background='hero.jpg' bgcolor='#222222'><tr><td style='color:#ffffff'>",
        "</td></tr></table>",
    ),
    ("<body bgcolor='#000000' text='#ffffff'>", ""),
    ("<font color='#666666' size=1>", "</font>"),
    ("<center><small>", "</small></center>"),
    ("<pre>", "</pre>"),
    ("<textarea>", "</textarea>"),
    ("<select><option>", "</option></select>"),
    ("<fieldset><legend>", "</legend></fieldset>"),
    ("<svg><path d='M0'/></svg><p>", "</p>"),
    ("<svg><p>", "</p>"),
    ("<script>if (a < b) x()</script>", ""),
    ("<style>.z{display:none}</style>", ""),
    (
        "<style media=print>.k{display:none}</style><p class=k>",
        "</p>",
    ),
    ("<p hidden style='display:block'>", "</p>"),
    ("<unknown-element>", "</unknown-element>"),
    ("<mark style='color:#000'>", "</mark>"),
    ("<p style>", "</p>"),
];

#[track_caller]
fn assert_seen(html: &HtmlText, way: &str) {
    assert!(html.visible.contains(SECRET), "lost: {way}");
    let is_reported = html
        .hidden
        .iter()
        .any(|hidden| hidden.text.contains(SECRET));
    assert!(!is_reported, "reported: {way}");
}

#[test]
fn ordinary_styles_hide_nothing() {
    for style in SEEN_STYLES {
        assert_seen(
            &page(&format!("<div style=\"{style}\">{SECRET}</div>")),
            style,
        );
    }
}

#[test]
fn ordinary_style_sheets_hide_nothing() {
    for (sheet, tag) in SEEN_SHEETS {
        let html = to_text(&format!(
            "<html><head><style>{sheet}</style></head><body>{tag}{SECRET}</body></html>"
        ));
        assert_seen(&html, sheet);
    }
}

#[test]
fn ordinary_markup_hides_nothing() {
    for (before, behind) in SEEN_MARKUP {
        assert_seen(&page(&format!("{before}{SECRET}{behind}")), before);
    }
}

/// Styles that nothing without a layout decides.
const UNCLEAR: &[(&str, &str)] = &[
    ("", "<p style='font-size:calc(1px - 1px)'>"),
    ("", "<p style='color:color-mix(in srgb, white, white)'>"),
    (
        "",
        "<p style='mask-image:linear-gradient(transparent,transparent)'>",
    ),
    ("", "<p style='clip-path:path(\"M0 0\")'>"),
    ("", "<p style='position:absolute;z-index:-1'>"),
    ("", "<p style='background:url(white.png);color:#fff'>"),
    ("", "<p style='color:#fff;text-shadow:0 0 2px #000'>"),
    ("@supports (display:grid){p{display:none}}", "<p>"),
    ("@container (min-width:1px){p{display:none}}", "<p>"),
    ("p:lang(ja){display:none}", "<p>"),
    ("p::first-line{font-size:0}", "<p>"),
];

#[test]
fn what_cannot_be_decided_is_shown_and_reported() {
    for (sheet, tag) in UNCLEAR {
        let html = to_text(&format!("<style>{sheet}</style>{tag}{SECRET}</p>"));
        assert!(html.visible.contains(SECRET), "lost: {sheet}{tag}");
        let kinds: Vec<_> = html.hidden.iter().map(|hidden| hidden.kind).collect();
        assert_eq!(kinds, [HiddenKind::Unclear], "{sheet}{tag}");
    }
}

#[test]
fn a_report_names_reason_and_place() {
    let source = "<p>あ<span style='display:none'>ghost</span><img alt=photo></p>";
    let html = to_text(source);
    let hidden: Vec<_> = html.hidden.iter().map(|h| (h.kind.name(), h.at)).collect();
    let place = |text: &str| source.find(text).unwrap();
    assert_eq!(
        hidden,
        [
            ("not_displayed", place("ghost")),
            ("alternative_text", place("<img"))
        ]
    );
}

#[test]
fn a_preview_text_is_hidden_and_the_letter_is_not() {
    let html = to_text(
        "<!doctype html><html><head><title>News</title><style>body{margin:0}\
         .preheader{display:none!important;visibility:hidden;opacity:0;color:transparent;height:0;width:0}\
         @media only screen and (max-width:600px){.desktop{display:none!important}.mobile{display:block!important}}\
         @media (prefers-color-scheme:dark){.dark-text{color:#fff!important}}.mobile{display:none}</style></head>\
         <body><span class=preheader>Preview &zwnj;&nbsp;&zwnj;&nbsp;</span>\
         <!--[if mso]><table><tr><td><![endif]--><table width=600><tr><td class='desktop dark-text'>\
         <h1>Hello</h1><p style='font-size:14px;color:#333'>The letter.</p></td></tr></table>\
         <div class=mobile>Hello, small</div><!--[if mso]></td></tr></table><![endif]--></body></html>",
    );
    assert_eq!(html.visible, "Hello\n\nThe letter.\n");
    let texts: Vec<_> = html
        .hidden
        .iter()
        .map(|hidden| hidden.text.as_str())
        .collect();
    assert!(
        texts.iter().any(|text| text.starts_with("Preview")) && texts.contains(&"Hello, small")
    );
}

#[test]
fn sheets_that_cost_too_much_are_said_and_their_text_is_reported() {
    let mut rules = String::new();
    for n in 0..6_000 {
        let _ = write!(rules, "p:not(.a{n}) ~ p{{color:red}}");
    }
    let body = "<p>text</p>".repeat(1_500);
    let source = format!("<style>{rules}</style>{body}<p>{SECRET}</p>");
    let html = to_text(&source);
    assert!(html.is_styled_in_part);
    assert!(html.visible.contains(SECRET));
    assert!(
        html.hidden
            .iter()
            .any(|hidden| hidden.text == SECRET && hidden.kind == HiddenKind::Unclear)
    );
    let mail =
        parse(format!("Subject: x\nContent-Type: text/html\n\n{source}").as_bytes()).unwrap();
    assert!(mail.warnings().contains(&Warning::StyledInPart));
}

#[test]
fn nested_rules_selectors_and_variables_end() {
    let deep_rules = format!("{}display:none", ".a{".repeat(10_000));
    let deep_selectors = format!(
        "{}.a{}{{display:none}}",
        ":not(".repeat(10_000),
        ")".repeat(10_000)
    );
    let doubling = format!("{}display:none", "& &{".repeat(60));
    let mut variables = String::new();
    for n in 0..60 {
        let next = n + 1;
        let _ = write!(variables, "--v{n}:var(--v{next}) var(--v{next});");
    }
    for sheet in [
        deep_rules,
        deep_selectors,
        doubling,
        format!("p{{{variables}color:var(--v0)}}"),
    ] {
        assert!(
            to_text(&format!("<style>{sheet}</style><p class=a>text</p>"))
                .visible
                .contains("text")
        );
    }
    let formatting = "<b><i><font color=red><u><p>x".repeat(20_000);
    assert!(to_text(&formatting).visible.contains('x'));
    let misnested = format!("{}x{}", "<b><div>".repeat(20_000), "</b>".repeat(20_000));
    assert!(to_text(&misnested).visible.contains('x'));
}
