// Writes the pages of all rules as a static site: an index with search, and a page for each rule. Nothing is loaded from elsewhere.
//   dotnet run eng/site.cs -- artifacts/site
#:project ../src/Seaworthy.Engine/Seaworthy.Engine.csproj
#:package Markdig
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property RunAnalyzers=false
using System.Net;
using System.Text;
using Markdig;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

if (args is not [var site])
{
    Console.Error.WriteLine("usage: dotnet run eng/site.cs -- DIRECTORY");
    return 2;
}

var markdown = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
var rules = AllRules.List.Select(rule => rule.Info).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
Directory.CreateDirectory(site);
foreach (var rule in rules)
{
    var path = Path.Combine(site, rule.Id + ".html");
    Directory.CreateDirectory(Path.GetDirectoryName(path) ?? site);
    File.WriteAllText(
        path,
        Page(
            $"{rule.Title} · Seaworthy",
            $"""
            <p class="way"><a href="../index.html">All rules</a> · {Html(Words.Title(rule.Area))}</p>
            {Body(RulePage.Read(rule) ?? "", rule)}
            <h2>Turn it off</h2>
            <p>On the command line: <code>--ignore {Html(rule.Id)}</code>. For one line: <code># seaworthy: allow {Html(
                rule.Id
            )} reason</code>. In <code>seaworthy.yaml</code>:</p>
            <pre><code>rules:
              {Html(rule.Id)}: off</code></pre>
            """.Replace(
                "\n          ",
                "\n  "
            )
        )
    );
}

File.WriteAllText(Path.Combine(site, "index.html"), Page("Rules · Seaworthy", Index(rules)));
Console.WriteLine($"{site}: {rules.Count} rules");
return 0;

static string Html(string text) => WebUtility.HtmlEncode(text);

// Prose is Markdown; a block of an example is a file with its name above, and its marked lines stand out.
string Body(string page, RuleInfo rule)
{
    StringBuilder html = new(),
        prose = new();
    void Flush()
    {
        html.Append(Markdown.ToHtml(prose.ToString(), markdown));
        prose.Clear();
    }

    string? fence = null;
    foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
    {
        if (fence is null && RulePage.FenceOf(line) is { } opened)
        {
            Flush();
            fence = opened;
            var file = line[opened.Length..].Split(' ').FirstOrDefault(word => word.StartsWith("file=", StringComparison.Ordinal));
            html.Append("<figure>").Append(file is null ? "" : $"<figcaption>{Html(file[5..])}</figcaption>").Append("<pre><code>");
        }
        else if (fence is not null && line.TrimEnd() == fence)
        {
            fence = null;
            html.Append("</code></pre></figure>\n");
        }
        else if (fence is not null)
        {
            var mark = line.IndexOf('⟵', StringComparison.Ordinal);
            html.Append(
                mark < 0
                    ? Html(line) + "\n"
                    : $"<mark class=\"{(line[mark..].Contains("finding", StringComparison.Ordinal) ? "finding" : "related")}\">{Html(line[..mark].TrimEnd())}</mark>\n"
            );
        }
        else if (!line.StartsWith("> Remedy:", StringComparison.Ordinal))
        {
            prose.Append(line).Append('\n');
        }
    }

    Flush();
    var heading = html.ToString();
    var end = heading.IndexOf("</h1>", StringComparison.Ordinal) + "</h1>".Length;
    return heading[..end]
        + $"<p class=\"facts\"><code>{Html(rule.Id)}</code> <span class=\"{Words.Of(rule.Severity)}\">{Words.Of(rule.Severity)}</span></p>"
        + heading[end..];
}

string Index(IReadOnlyList<RuleInfo> rules)
{
    var areas = rules
        .GroupBy(rule => rule.Area)
        .Select(area =>
            $"<section><h2>{Html(Words.Title(area.Key))}</h2><ul>{string.Concat(area.Select(rule => $"<li><a href=\"{rule.Id}.html\">{Html(rule.Title)}</a> <code>{Html(rule.Id)}</code> <span class=\"{Words.Of(rule.Severity)}\">{Words.Of(rule.Severity)}</span>{Markdown.ToHtml(rule.Rationale, markdown)}</li>"))}</ul></section>"
        );
    return $$"""
        <h1>Rules of Seaworthy</h1>
        <p>{{rules.Count}} questions that an audit asks of a repository.</p>
        <label>Search <input id="search" type="search" autofocus></label> <span id="count" role="status"></span>
        {{string.Concat(areas)}}
        <script>
        const search = document.getElementById("search");
        const items = [...document.querySelectorAll("li")].map(element => ({ element, text: element.textContent.toLowerCase() }));
        const apply = () => {
            const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
            let shown = 0;
            for (const { element, text } of items) {
                element.hidden = !words.every(word => text.includes(word));
                shown += !element.hidden;
            }
            for (const section of document.querySelectorAll("section")) {
                section.hidden = !section.querySelector("li:not([hidden])");
            }
            document.getElementById("count").textContent = words.length ? `${shown} rules` : "";
            history.replaceState(null, "", words.length ? `#${encodeURIComponent(search.value)}` : location.pathname);
        };
        search.value = decodeURIComponent(location.hash.slice(1));
        search.addEventListener("input", apply);
        apply();
        </script>
        """;
}

static string Page(string title, string body) =>
    $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{Html(title)}}</title>
        <style>
        :root { color-scheme: light dark; --ink: light-dark(#182230, #e3e9f0); --paper: light-dark(#fff, #0e141c); --soft: light-dark(#536173, #9aabbd); --sunk: light-dark(#f2f5f8, #17202c); --edge: light-dark(#dde3ea, #263241); --accent: light-dark(#0a6583, #62c4e2); --fail: light-dark(#b3231a, #ff8f86); --warn: light-dark(#8a4a00, #f0b458); }
        body { margin: 0 auto; max-width: 54rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
        a { color: var(--accent); }
        h1 { line-height: 1.2; } h2 { margin-top: 2rem; }
        code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .86em; }
        pre { margin: 0; padding: .8rem 1rem; background: var(--sunk); overflow-x: auto; }
        figure { margin: 1rem 0; border: 1px solid var(--edge); border-radius: 6px; overflow: hidden; }
        figcaption { padding: .3rem 1rem; border-bottom: 1px solid var(--edge); font: .82rem ui-monospace, Menlo, Consolas, monospace; color: var(--soft); }
        mark { background: none; color: inherit; box-shadow: inset 3px 0 var(--warn); padding-left: .4rem; margin-left: -.4rem; }
        mark.finding { color: var(--fail); font-weight: 600; box-shadow: inset 3px 0 var(--fail); }
        ul { padding-left: 1.2rem; } section ul { list-style: none; padding: 0; } section li { padding: .5rem 0; border-bottom: 1px solid var(--edge); } section li p { margin: .1rem 0 0; color: var(--soft); font-size: .92rem; }
        .critical, .high { color: var(--fail); } .medium { color: var(--warn); } .low, .way, .facts { color: var(--soft); }
        input { font: inherit; padding: .35rem .6rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--sunk); color: inherit; min-width: min(22rem, 80%); }
        </style>
        </head>
        <body>
        {{body}}
        </body>
        </html>

        """;
