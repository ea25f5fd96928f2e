import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// The pages as a phone shows them: a real browser at 390 points across, on the real service.
@Suite("How the pages look on a phone")
struct LookTests {
    private static let journey = Journey("水心小区改造")
    private static let handover = Seed.id("look:handover")
    private static let key = "ys_test_look_link"

    @Test(
        "nothing is wider than the screen, unnamed, too small to tap, or in another language",
        .timeLimit(.minutes(20)))
    func look() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            try await Self.lay(in: site)
            let browser = try Browser()
            let project = Self.journey.project
            let base = "http://127.0.0.1:\(site.port)"
            // Every one of them claims to work without a script.
            try browser.allowScripts(false)
            for (path, login) in [
                ("/", nil), ("/log", nil), ("/p/\(project)", nil), ("/p/\(project)/report", nil),
                ("/p/\(project)/publicity", nil), ("/p/\(project)/ballots", nil), ("/sign-in", nil),
                ("/h/\(Self.handover)?key=\(Self.key)", nil), ("/worklist", "street"),
                ("/start", "contractor"),
                ("/projects/\(project)/log", "contractor"), ("/projects/\(project)/gates", "street"),
                ("/projects/\(project)/packages", "street"), ("/projects/\(project)/parties", "street"),
                ("/projects/\(project)/closing", "street"), ("/scheme-import", "street"),
                ("/do/projects", "street"), ("/do/projects/\(project)", "street"),
                ("/do/projects/\(project)", "contractor"), ("/do/projects/\(project)/issues", "community"),
                ("/do/projects/\(project)/papers", "street"), ("/do/projects/\(project)/packages", "street"),
                ("/do/projects/\(project)/contracts", "street"),
                ("/do/projects/\(project)/change-orders", "contractor"),
                ("/do/projects/\(project)/handovers", "street"), ("/do/handovers/\(Self.handover)", "gas"),
                ("/do/projects/\(project)/close-gate", "street"),
                ("/do/contracts/\(Seed.id("look:contract"))/payment-claims?project=\(project)", "contractor"),
            ] as [(String, String?)] {
                let told = try browser.open(base + path, session: login.map(Seed.token))
                #expect(told == [], "\(path): the console complains")
                let faults = try browser.faults()
                #expect(faults == [], "\(path)")
            }
            try Self.report(browser, base)
            try await Self.takeIn(browser, base, site)
            try await Self.act(browser, base, site)
            try await Self.lead(site)
            #expect(try await site.stop() == 0)
        }
    }

    /// A resident's report, sent without a script.
    private static func report(_ browser: Browser, _ base: String) throws {
        #expect(try browser.open("\(base)/p/\(journey.project)/report") == [])
        _ = try browser.evaluate(
            """
            document.querySelector('select[name=kind], input[name=kind]').type === 'radio'
                ? document.querySelector('input[name=kind]').checked = true
                : document.querySelector('select[name=kind]').selectedIndex = 1;
            document.querySelector('[name=place]').value = '3幢';
            document.querySelector('[name=description]').value = '楼道漏水'; 1
            """)
        #expect(try browser.follow("button[type=submit]") == [])
        #expect(try browser.evaluate("location.search").text?.hasPrefix("?key=") == true)
        #expect(try browser.faults() == [], "the page of the report")
    }

    /// A clerk's scheme: the file, the dry run, the confirmation.
    private static func takeIn(_ browser: Browser, _ base: String, _ site: LiveSite) async throws {
        let second = Journey("上田小区改造")
        let file = site.state + "/scheme.json"
        let scheme = try #require(try second.importing().body)
        try Data(scheme.canonical).write(to: URL(fileURLWithPath: file))
        let page = base + "/scheme-import"
        #expect(try browser.open(page, session: Seed.token("street")) == [])
        try browser.choose([file], in: "#field-scheme")
        #expect(try browser.follow("button[type=submit]") == [])
        #expect(try browser.faults() == [], "the dry run")
        #expect(try await site.call("GET", second.path, as: "street").status == 404)
        #expect(try browser.follow("form[action$=confirmation] button[type=submit]") == [])
        #expect(try browser.evaluate("location.pathname").text == "/projects/\(second.project)/gates")
        #expect(try await site.call("GET", second.path, as: "street").status == 200)
        // What is there already: the same file once more is told as a mistake, on a page as good as the others.
        #expect(try browser.open(page, session: Seed.token("street")) == [])
        try browser.choose([file], in: "#field-scheme")
        _ = try browser.follow("button[type=submit]")
        #expect(try browser.faults() == [], "a dry run that is refused")
    }

    /// Every row of what waits leads to a page that is there for whom it waits.
    private static func lead(_ site: LiveSite) async throws {
        var followed = 0
        for login in ["street", "office", "community", "contractor", "supervisor", "designer"] {
            func page(_ path: String) async throws -> HTTPAnswer {
                try await HTTPAnswer.to(
                    "GET", path, port: site.port,
                    headers: ["cookie": "yanshou_session=\(Seed.token(login))"])
            }
            var begin = try await page("/start")
            if let place = begin.headers["location"] { begin = try await page(place) }
            #expect(begin.status == 200, "\(login)")
            let links = String(decoding: begin.body, as: UTF8.self).components(separatedBy: "href=\"")
                .dropFirst()
                .compactMap { $0.components(separatedBy: "\"").first?.replacing("&amp;", with: "&") }
            for link in Set(links) where link.hasPrefix("/do/") || link.hasPrefix("/projects/") {
                #expect(try await page(link).status == 200, "\(login): \(link)")
                followed += 1
            }
        }
        #expect(followed > 10, "nothing waits, so nothing is shown")
    }

    /// A resident's report, taken up by the community's clerk with the keyboard alone: wrongly first, then rightly.
    private static func act(_ browser: Browser, _ base: String, _ site: LiveSite) async throws {
        let filing = try #require(journey.issue(2).first)
        #expect(try await send(filing, to: site).status < 300)
        let issue = Seed.id("\(journey.name):issue:2")
        let page = "\(base)/do/issues/\(issue)"
        #expect(try browser.open(page, session: Seed.token("community")) == [])
        #expect(try browser.faults() == [], "an issue's page")
        let form = "form[action*=\"/\(issue)/reject\"]"
        _ = try browser.evaluate(
            "document.querySelector('\(form)').closest('details').querySelector('summary').focus()")
        try browser.press(" ", code: 32)
        #expect(
            try browser.evaluate("document.querySelector('\(form)').closest('details').open").bool == true)
        #expect(try browser.faults() == [], "an open form")
        // Neither a reason nor a duplicate is given: the rule says what is missing, and the form is there to go on.
        _ = try browser.evaluate("document.querySelector('\(form) button').focus()")
        _ = try browser.pressToGo("\r", code: 13)
        #expect(try browser.evaluate("location.pathname").text == "/do/issues/\(issue)/reject")
        #expect(try browser.faults() == [], "a form that was refused")
        #expect(try browser.open(page, session: Seed.token("community")) == [])
        _ = try browser.evaluate(
            """
            (() => { const f = document.querySelector('form[action*="/\(issue)/accept"]');
            f.closest('details').open = true; f.querySelector('select').value = 'S3';
            f.querySelector('button').focus(); })()
            """)
        #expect(try browser.pressToGo("\r", code: 13) == [])
        #expect(try browser.evaluate("document.body.textContent.includes('已办理：受理并定级')").bool == true)
        #expect(try browser.faults() == [], "an issue that was taken up")
        #expect(
            try await site.call("GET", "/v1/issues/\(issue)", as: "community").json?["state"] == "accepted")
    }

    /// A step under a key of its own: those of a journey are made of its name, which is Chinese here.
    private static func send(_ step: Journey.Step, to site: LiveSite) async throws -> HTTPAnswer {
        try await site.call("POST", step.path, as: step.login, step.body)
    }

    /// A project under works with a contract, a hand-over by link, papers and an issue; past the guards of the steps.
    private static func lay(in site: LiveSite) async throws {
        #expect(try await send(journey.importing(), to: site).status == 201)
        for paper in journey.papers() { #expect(try await send(paper, to: site).status == 201) }
        let (project, op) = (journey.project, Seed.id("look:op"))
        let owner = try site.pool()
        try await owner.transaction { transaction in
            _ = try await transaction.commit(
                after: [
                    "set local session_replication_role = replica",
                    """
                    update app.project set state = 'S14', works_began_on = '2026-02-20'
                    where project_id = \(project)
                    """,
                    """
                    insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number,
                        title, method, signed_on, amount_fen, op_id)
                    values (1, \(Seed.id("look:contract")), \(project), \(Seed.id("look:package")),
                        \(Seed.id("org:contractor")), 'HT-1', '一标段施工', 'direct', '2026-01-20', 200000000, \(op))
                    """,
                    """
                    insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code,
                        title, unit, quantity_milli, unit_price_fen, op_id)
                    select 1, \(Seed.id("look:line")), project_id, \(Seed.id("look:contract")), works_item_id, '01',
                        '高密度聚乙烯双壁波纹排水管（含沟槽开挖与回填）', 'm', 100000, 50000, \(op)
                    from app.works_item where project_id = \(project) limit 1
                    """,
                    """
                    insert into app.handover (district, handover_id, project_id, kind, receiver_id, op_id)
                    values (1, \(handover), \(project), 'gas', \(Seed.id("org:gas")), \(op))
                    """,
                    """
                    insert into auth.token (token_hash, kind, district, appointment_id, scope_kind, scope_id,
                        expires_at)
                    values (sha256(\(Token.hash(key))), 'link', 1, \(Seed.id("appointment:gas")), 'handover',
                        \(handover), 'infinity')
                    """,
                ] + Seed.engagements(["contractor", "supervisor", "designer"], of: project, under: op))
        }
        await owner.close()
        for step in journey.issue(1) { #expect(try await send(step, to: site).status < 300) }
    }
}

extension Browser {
    /// What is wrong with how the page looks, thing by thing.
    fileprivate func faults() throws -> [String] {
        try evaluate(Browser.look).list?.compactMap(\.text) ?? ["nothing was looked at"]
    }

    /// What is asked of everything that is shown; a link within a sentence is as high as its line (WCAG 2.5.5, inline).
    private static let look = #"""
        (() => {
          const told = [], han = /\p{Script=Han}/u;
          const name = e => `${e.tagName.toLowerCase()} "${(e.textContent || e.name || '').trim().slice(0, 40)}"`;
          const isSeen = e => {
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            return style.visibility !== 'hidden' && box.width > 0 && box.right > 0 && box.bottom > 0;
          };
          const width = document.documentElement.scrollWidth;
          if (width > 390 || innerWidth !== 390) told.push(`${width} wide on ${innerWidth}`);
          if (document.documentElement.lang !== 'zh-CN') told.push('the page is not said to be Chinese');
          for (const e of document.querySelectorAll(
            'title, h1, h2, h3, label, legend, button, th, caption, dt, header a')) {
            if (e.textContent.trim() && !han.test(e.textContent)) told.push('not in Chinese: ' + name(e));
          }
          for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
            if (![...(e.labels || [])].some(l => l.textContent.trim())) told.push('without a label: ' + name(e));
          }
          for (const e of document.querySelectorAll(
            'a[href], button, input:not([type=hidden]), select, textarea, summary')) {
            if (!isSeen(e)) continue;
            const beside = [...e.parentElement.childNodes].filter(n => n !== e).map(n => n.textContent.trim());
            if (e.tagName === 'A' && beside.join('') && getComputedStyle(e).display === 'inline') continue;
            const boxes = [e, ...(['checkbox', 'radio'].includes(e.type) ? e.labels : [])]
              .map(part => part.getBoundingClientRect());
            const across = Math.max(...boxes.map(b => b.right)) - Math.min(...boxes.map(b => b.left));
            const down = Math.max(...boxes.map(b => b.bottom)) - Math.min(...boxes.map(b => b.top));
            if (across < 43.5 || down < 43.5) told.push(`${across}x${down} is small to tap: ` + name(e));
          }
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const code = texts.currentNode.textContent.match(/\b[a-z]+_[a-z_]+\b/);
            if (code && !texts.currentNode.parentElement.closest('[lang=en]')) told.push('a bare code: ' + code[0]);
          }
          return told;
        })()
        """#
}
