using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Nginx;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Reads nginx configuration: <c>nginx.conf</c>, <c>*.conf</c> and templates whose content is nginx's.</summary>
/// <remarks>Source: nginx documentation, modules ngx_http_core_module, ngx_http_proxy_module, ngx_http_upstream_module.</remarks>
internal sealed partial class NginxReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.EndsWith(".conf", StringComparison.Ordinal)
            || name.EndsWith(".conf.template", StringComparison.Ordinal)
            || name.EndsWith(".conf.tmpl", StringComparison.Ordinal)
            || name.EndsWith(".nginx", StringComparison.Ordinal)
            || name.StartsWith("nginx.conf", StringComparison.Ordinal)
            // A whole file that a script puts in the place of the one there: etc/nginx/nginx.new.
            || path.Contains("etc/nginx/nginx.", StringComparison.Ordinal)
            || path.Contains("sites-available/", StringComparison.Ordinal)
            || path.Contains("sites-enabled/", StringComparison.Ordinal);
    }

    public override Artifact? Read(FileSyntax file) =>
        file.File.Text.Contains("{%", StringComparison.Ordinal)
        || file.File.Text.Contains("{{", StringComparison.Ordinal)
        || Mark().IsMatch(file.File.Text)
        || NginxHoles.HasDefaults(file.File.Text)
            ? null
            : Read(MappedText.Of(file.File));

    /// <summary>A word between signs that a program of its own replaces before nginx sees it: <c>###server_name###</c>, <c>@@port@@</c>, <c>%%root%%</c>.</summary>
    [GeneratedRegex(@"###\w{1,100}###|@@\w{1,100}@@|%%\w{1,100}%%", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    /// <summary>The configuration in a text, which may be inside another file; null when the text is not nginx's.</summary>
    public static NginxFile? Read(MappedText text)
    {
        var syntax = NginxParser.Parse(text);
        // Braces beyond the limit are nobody's configuration; what they hide may be nginx's.
        var isCut = syntax.Problems.Any(problem => problem.Kind == ProblemKind.Limit);
        if (!isCut && !NginxContent.IsNginx(syntax.Directives, text.File.Name, syntax.Problems.Count == 0))
        {
            return null;
        }

        var all = NginxContent.Flatten(syntax.Directives);
        NginxBlocks blocks = new();
        var made = NginxVariables.Made(syntax.Directives);
        return new NginxFile(
            text.File,
            [.. all.Where(directive => directive is { Name.Value: "server", Block: not null }).Select(blocks.Server)],
            [
                .. all.Where(directive => directive is { Name.Value: "upstream", Block: not null, Arguments.Count: > 0 })
                    .Select(NginxBlocks.Upstream),
            ]
        )
        {
            Locations =
            [
                .. syntax.Directives.Where(NginxBlocks.IsLocation).Select(location => blocks.Location(location, NginxBlocks.NoVariables)),
            ],
            Includes =
            [
                .. all.Where(directive => directive.Name.Value == "include").Select(directive => directive.First).OfType<Fact<string>>(),
            ],
            EnvironmentHoles = NginxHoles.Of(all),
            OutsideHttp = syntax.Directives.FirstOrDefault(directive => NginxDirectives.IsOutsideHttp(directive.Name.Value))?.Name,
            InsideHttp = syntax.Directives.FirstOrDefault(directive => NginxDirectives.IsInsideHttp(directive.Name.Value))?.Name,
            IsWhole = syntax.Directives.Any(directive => directive is { Name.Value: "http" or "events", Block: not null }),
            User = all.FirstOrDefault(directive => directive.Name.Value == "user")?.First,
            Pid = all.FirstOrDefault(directive => directive.Name.Value == "pid")?.First,
            TemporaryPath = all.FirstOrDefault(directive => directive.Name.Value.EndsWith("_temp_path", StringComparison.Ordinal))?.First,
            MaximumBodySize = Everywhere(syntax.Directives),
            Guard = NginxGuard.OfDirectives([
                .. syntax.Directives,
                .. syntax.Directives.Where(directive => directive.Name.Value == "http").SelectMany(http => http.Block ?? []),
            ]),
            LimitZoneUses =
            [
                .. all.Where(directive => directive.Name.Value is "limit_req" or "limit_conn")
                    .Select(NginxContent.Zone)
                    .OfType<Fact<string>>(),
            ],
            MadeVariables = made,
            UnknownVariables = NginxVariables.Unknown(all, made),
            UnsetVariables = NginxVariables.Unset(all),
            Problems = [.. syntax.Problems, .. NginxCheck.Check(syntax.Directives)],
        };
    }

    private static Fact<string>? Everywhere(IReadOnlyList<NginxDirective> top) =>
        top.LastOrDefault(directive => directive.Name.Value == "client_max_body_size")?.First
        ?? top.Where(directive => directive is { Name.Value: "http", Block: not null }).Select(NginxBlocks.BodySize).FirstOrDefault();
}
