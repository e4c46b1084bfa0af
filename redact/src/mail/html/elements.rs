//! The elements of HTML by how they behave.

/// Elements that never have an end tag (section 13.1.2).
pub(super) const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that an end tag of an ordinary element does not reach through (section 13.2.4.2).
pub(super) const SPECIAL: [&str; 73] = [
    "address",
    "applet",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "html",
    "iframe",
    "li",
    "listing",
    "main",
    "marquee",
    "menu",
    "nav",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "p",
    "plaintext",
    "pre",
    "script",
    "search",
    "section",
    "select",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
    "canvas",
    "video",
    "audio",
    "datalist",
    "optgroup",
    "option",
    "svg",
];

/// Special elements that do not end a paragraph that is open before them.
pub(super) const INSIDE_PARAGRAPH: [&str; 22] = [
    "applet", "button", "canvas", "video", "audio", "datalist", "iframe", "marquee", "noembed",
    "noframes", "noscript", "object", "script", "select", "style", "svg", "table", "template",
    "textarea", "title", "option", "optgroup",
];

/// Elements whose effect outlives the block they were opened in (section 13.2.4.2).
pub(super) const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements that nothing inside them can close something outside of.
pub(super) const SCOPE: [&str; 9] = [
    "applet", "caption", "html", "marquee", "object", "table", "td", "template", "th",
];

/// Elements of a head, which do not begin the body.
pub(super) const HEAD: [&str; 11] = [
    "base", "head", "html", "link", "meta", "noscript", "script", "style", "template", "title",
    "body",
];

/// Elements that begin and end a line.
pub(super) const BLOCK: [&str; 34] = [
    "address",
    "article",
    "aside",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "ul",
];

/// Block elements with an empty line before and behind.
pub(super) const PARAGRAPH: [&str; 12] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "blockquote",
    "listing",
    "xmp",
    "plaintext",
];

/// Elements whose content is shown by programs that do not know them, or not at all.
pub(super) const FALLBACK: [&str; 12] = [
    "noscript", "audio", "video", "canvas", "object", "iframe", "noembed", "noframes", "noframe",
    "applet", "progress", "meter",
];
