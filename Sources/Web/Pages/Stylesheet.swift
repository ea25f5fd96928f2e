import Values

/// The one stylesheet of all pages.
package enum Stylesheet {
    package static let path = "/assets/yanshou.css"

    /// Serves the stylesheet to anyone.
    package static let route = Route(
        .get, path, operation: "assets.stylesheet", summary: Words("样式表", "The stylesheet of the pages"),
        access: .anyone, tags: ["pages"], produces: "text/css"
    ) { _ in
        Response.text(200, css, type: "text/css; charset=utf-8")
            .with("etag", "\"\(tag)\"").with("cache-control", "public, max-age=300")
    }

    /// A tag of the text: FNV-1a, enough to tell our own versions apart.
    private static let tag: String = {
        let hash = css.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }()

    /// Mobile first; every pair of text and ground is 4.5 : 1 or better.
    package static let css = """
        :root {
          --ink: #1b1f24; --soft: #4d5661; --line: #c3cad3; --ground: #ffffff; --pale: #f3f5f8;
          --deed: #0b5394; --deed-dark: #083d6e;
          --blocked: #9b1c1c; --blocked-pale: #fdecec; --waiting: #7a4a00; --waiting-pale: #fff4dc;
          --done: #17603a; --done-pale: #e6f5ec; --focus: #b45309;
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; color: var(--ink); background: var(--ground); line-height: 1.65;
          font-family: system-ui, "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei",
            "WenQuanYi Micro Hei", sans-serif;
        }
        header.site {
          background: var(--deed-dark); color: #fff; padding: .25rem max(1rem, calc((100% - 60rem) / 2 + 1rem));
        }
        header.site a {
          display: inline-block; min-width: 2.75rem; min-height: 2.75rem; line-height: 2.75rem;
          color: #fff; font-weight: 700; text-decoration: none; margin-right: 1rem;
        }
        main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        footer { color: var(--soft); border-top: 1px solid var(--line); font-size: .9rem; }
        h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0 1rem; }
        h2 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; }
        h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
        a { color: var(--deed); text-underline-offset: .15em; }
        a:hover { color: var(--deed-dark); text-decoration-thickness: .15em; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
        header.site :focus-visible { outline-color: #ffd27a; }
        .skip { position: absolute; left: -999rem; }
        .skip:focus { left: 1rem; top: .5rem; background: #fff; color: var(--deed); padding: .5rem; }
        .hint { color: var(--soft); font-size: .9rem; margin: .15rem 0 .35rem; }
        .error, ul.errors { color: var(--blocked); font-weight: 600; margin: .15rem 0 .35rem; }
        .badge {
          display: inline-block; padding: .05rem .6rem; border: 1px solid currentColor; border-radius: 999px;
          font-size: .85rem; font-weight: 600; white-space: nowrap; background: var(--pale); color: var(--soft);
        }
        .badge.blocked { color: var(--blocked); background: var(--blocked-pale); }
        .badge.waiting { color: var(--waiting); background: var(--waiting-pale); }
        .badge.done { color: var(--done); background: var(--done-pale); }
        ul.counts { list-style: none; margin: 1rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
        ul.counts a { display: inline-block; min-width: 2.75rem; padding: .6rem 0; text-decoration: none; }
        .notice { border-left: .3rem solid var(--deed); background: var(--pale); padding: .6rem 1rem; margin: 1rem 0; }
        .notice.blocked { border-color: var(--blocked); background: var(--blocked-pale); }
        .notice.waiting { border-color: var(--waiting); background: var(--waiting-pale); }
        .notice.done { border-color: var(--done); background: var(--done-pale); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
        caption { text-align: left; font-weight: 700; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
        th { background: var(--pale); font-weight: 600; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
        dl { margin: .5rem 0; }
        dt { font-weight: 600; }
        dd { margin: 0 0 .5rem; }
        dl.facts { display: grid; grid-template-columns: 6.5rem 1fr; gap: .35rem .75rem; }
        dl.facts dd { margin: 0; }
        dd ul { margin: 0; padding-left: 1.2rem; }
        time { white-space: nowrap; }
        .refusals { padding-left: 1.5rem; }
        .block .refusals { list-style: none; padding-left: 0; }
        .refusals > li {
          border-left: .3rem solid var(--blocked); background: var(--blocked-pale);
          padding: .5rem 1rem; margin-bottom: 1rem;
        }
        .refusals .what { font-weight: 700; margin: 0; }
        q { display: block; color: var(--soft); }
        summary { cursor: pointer; padding: .6rem 0; }
        .because ul { margin: 0; padding-left: 1.1rem; }
        .because > ul { border-left: .2rem solid var(--line); margin: .2rem 0 .5rem; }
        .because code { font-size: .9em; }
        .field { margin: 0 0 1.25rem; }
        fieldset.field { border: 1px solid var(--line); border-radius: .3rem; padding: .5rem 1rem; min-width: 0; }
        details.action { border-top: 1px solid var(--line); }
        details.action > summary { font-weight: 600; }
        .field label, .field legend { font-weight: 600; display: block; margin-bottom: .2rem; }
        .field.wrong { border-left: .3rem solid var(--blocked); padding-left: .75rem; }
        input, select, textarea, button { font: inherit; color: inherit; }
        input:not([type=checkbox]):not([type=radio]), select, textarea {
          display: block; width: 100%; max-width: 32rem; min-height: 2.9rem; padding: .5rem .7rem;
          border: 1px solid #6b7682; border-radius: .3rem; background: #fff;
        }
        input[aria-invalid=true] { border: 2px solid var(--blocked); }
        input[type=file] { height: auto; padding: .45rem .5rem; color: var(--soft); font-size: .9rem; }
        /* A browser words its own button in its own language; where it lets us, ours is shown instead. */
        @supports (-webkit-appearance: none) and (not (-moz-appearance: none)) {
          input[type=file]::-webkit-file-upload-button { display: none; }
          input[type=file]::before {
            content: "选择文件"; display: inline-block; margin-right: .75rem; padding: .3rem 1rem; border-radius: .3rem;
            background: var(--deed); color: #fff; font-size: 1rem; font-weight: 600; cursor: pointer;
          }
          input[type=file]:required:invalid { color: transparent; }
          input[type=file][accept^=image]::before { content: "选择照片"; }
          input[type=file][capture]::before { content: "拍照或选择照片"; }
        }
        .check { display: flex; align-items: flex-start; gap: .6rem; min-height: 2.75rem; padding: .35rem 0; }
        .check label { flex: 1; font-weight: 400; margin: 0; padding: .55rem 0; }
        input[type=checkbox], input[type=radio] { width: 1.5rem; height: 1.5rem; flex: none; margin: .6rem 0 0; }
        button, a.button {
          display: inline-block; min-height: 2.9rem; padding: .55rem 1.4rem; border: 0; border-radius: .3rem;
          background: var(--deed); color: #fff; font-weight: 600; text-decoration: none; cursor: pointer;
        }
        button:hover, a.button:hover { background: var(--deed-dark); color: #fff; }
        button.second { background: #fff; color: var(--deed); border: 2px solid var(--deed); }
        progress { width: 100%; max-width: 20rem; height: 1rem; }
        @media (max-width: 36rem) {
          form button { width: 100%; }
          /* What a thumb has to hit; a link within a sentence stays as high as its line. */
          td > a, li > a:only-child, p > a:only-child, h3 > a {
            display: inline-block; min-width: 2.75rem; min-height: 2.75rem; padding: .6rem 0;
          }
          p > a.button:only-child { padding: .55rem 1.4rem; }
          thead { position: absolute; left: -999rem; }
          tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; }
          td { display: inline-block; vertical-align: baseline; max-width: 100%; border: 0; padding: .1rem .9rem .1rem 0; }
          td:empty { display: none; }
          td.number { text-align: left; }
          td[data-head]::before { content: attr(data-head) "："; color: var(--soft); }
        }
        @media (prefers-reduced-motion: reduce) { * { transition: none; animation: none; } }
        @media print { header.site, footer, form { display: none; } body { font-size: 11pt; } }

        """
}
