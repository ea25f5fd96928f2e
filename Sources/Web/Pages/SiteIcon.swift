import Values

/// The small picture that a browser shows beside a page's title.
package enum SiteIcon {
    static let path = "/assets/yanshou.svg"

    /// Serves it to anyone.
    package static let route = Route(
        .get, path, operation: "assets.icon", summary: Words("网站图标", "The icon of the pages"),
        access: .anyone,
        tags: ["pages"], produces: "image/svg+xml"
    ) { _ in
        Response.text(200, drawing, type: "image/svg+xml").with("cache-control", "public, max-age=86400")
    }

    /// A tick in a square, in the colours of the stylesheet.
    private static let drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#083d6e"/>\
        <path d="M8 17l6 6 11-13" fill="none" stroke="#fff" stroke-width="4"/></svg>
        """
}
