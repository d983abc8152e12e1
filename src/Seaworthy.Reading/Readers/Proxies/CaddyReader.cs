using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Caddy;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Reads Caddyfiles: sites, their proxies, and the files they serve.</summary>
/// <remarks>Source: Caddy documentation, directives reverse_proxy, handle, handle_path, root.</remarks>
internal sealed class CaddyReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        // "Caddyfile.prod", "Caddyfile-dev"; "caddyfile_test.go" is a program.
        return name.StartsWith("Caddyfile", StringComparison.Ordinal)
            || name.Equals("caddyfile", StringComparison.Ordinal)
            || name.EndsWith(".caddyfile", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".caddy", StringComparison.Ordinal);
    }

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = new CaddyParser(file.File).Parse();
        var blocks = Blocks(syntax.Lines);
        return new CaddyFile(file.File, [.. blocks.Where(IsSite).Select(Site)])
        {
            Imports = [.. All(syntax.Lines).Where(line => line is { Name: "import", Words.Count: > 1 }).Select(line => line.Words[1])],
            EnvironmentHoles = Holes(file.File),
            Problems = syntax.Problems,
        };
    }

    /// <summary>A file of one site may leave its braces out: then the first line is the addresses and the rest its block.</summary>
    private static IReadOnlyList<CaddyDirective> Blocks(IReadOnlyList<CaddyDirective> lines)
    {
        var index = lines is [{ Words.Count: 0 }, ..] ? 1 : 0;
        return
            index < lines.Count
            && lines[index] is { Block: null, Name: not "import" } first
            && lines.Skip(index + 1).Any(line => line.Block is null)
            ? [first with { Block = [.. lines.Skip(index + 1)] }]
            : lines;
    }

    private static bool IsSnippet(CaddyDirective block) => block.Name is ['(', .., ')'];

    private static bool IsSite(CaddyDirective block) =>
        block is { Block: not null, Words.Count: > 0 } && !IsSnippet(block) && block.Name is not ['&', ..];

    private static CaddySite Site(CaddyDirective block)
    {
        var matchers = Matchers(block.Block ?? []);
        List<CaddyProxy> proxies = [];
        Collect(block.Block ?? [], new Surroundings(null, false, null), matchers, proxies);
        var inner = All(block.Block ?? []);
        return new CaddySite([.. block.Words.Select(word => word with { Value = word.Value.TrimEnd(',') })], proxies, block.Span)
        {
            Roots = [.. inner.Where(line => line is { Name: "root", Words.Count: > 1 }).Select(line => line.Words[^1])],
            ServesFiles = inner.Any(line => line.Name == "file_server"),
        };
    }

    private static void Collect(
        IReadOnlyList<CaddyDirective> lines,
        Surroundings around,
        IReadOnlyDictionary<string, string> matchers,
        List<CaddyProxy> proxies
    )
    {
        var guard = around.Guard ?? CaddyGuard.Of(lines);
        var strips = around.Strips || lines.Any(line => line is { Name: "uri", Words: [_, { Value: "strip_prefix" }, ..] });
        foreach (var line in lines)
        {
            switch (line.Name)
            {
                case "reverse_proxy" or "php_fastcgi":
                    proxies.Add(Proxy(line, around with { Strips = strips, Guard = guard }, matchers));
                    break;
                case "handle" or "handle_path" or "route" or "handle_errors":
                    var path = Path(line.Arguments.FirstOrDefault(), matchers);
                    Collect(
                        line.Block ?? [],
                        new Surroundings(path ?? around.Path, strips || line.Name == "handle_path", guard),
                        matchers,
                        proxies
                    );
                    break;
                default:
                    break;
            }
        }
    }

    private static CaddyProxy Proxy(CaddyDirective line, Surroundings around, IReadOnlyDictionary<string, string> matchers)
    {
        var words = line.Arguments.ToList();
        var matcher = words is [var first, ..] && first.Value is ['/', ..] or ['@', ..] or "*" ? words[0] : null;
        var block = line.Block ?? [];
        var upstreams = words
            .Skip(matcher is null ? 0 : 1)
            .Concat(block.Where(option => option.Name == "to").SelectMany(option => option.Arguments));
        return new CaddyProxy(
            Path(matcher, matchers) ?? around.Path,
            [.. upstreams.Select(upstream => ProxyAddress.Of(CaddyTemplate.Of(upstream)))],
            line.Span
        )
        {
            StripsPrefix = around.Strips,
            Guard = around.Guard,
        };
    }

    private static string? Path(Fact<string>? matcher, IReadOnlyDictionary<string, string> matchers) =>
        matcher?.Value switch
        {
            ['/', ..] path => path,
            ['@', ..] name => matchers.GetValueOrDefault(name),
            _ => null,
        };

    /// <summary><c>@name path /api/*</c> with one path.</summary>
    private static Dictionary<string, string> Matchers(IReadOnlyList<CaddyDirective> lines)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Name is ['@', ..]))
        {
            var words = line.Block is [{ Name: "path" } only] ? only.Words : [.. line.Arguments];
            if (words is [{ Value: "path" }, var path])
            {
                found[line.Name] = path.Value;
            }
        }

        return found;
    }

    private static IReadOnlyList<CaddyDirective> All(IReadOnlyList<CaddyDirective> lines) =>
        [.. lines.SelectMany(line => line.Block is { } block ? All(block).Prepend(line) : [line])];

    private static IReadOnlyList<CaddyHole> Holes(SourceFile file)
    {
        List<CaddyHole> holes = [];
        for (
            var at = file.Text.IndexOf("{$", StringComparison.Ordinal);
            at >= 0;
            at = file.Text.IndexOf("{$", at + 2, StringComparison.Ordinal)
        )
        {
            var close = file.Text.AsSpan(at).IndexOfAny('}', '\n');
            if (close > 0 && file.Text[at + close] == '}')
            {
                var parts = file.Text.Substring(at + 2, close - 2).Split(':', 2);
                holes.Add(new CaddyHole(parts[0], parts.Length > 1 ? parts[1] : null, new SourceSpan(file, at, close + 1)));
            }
        }

        return holes;
    }

    /// <summary>The path, the stripping and the guard of the blocks around a directive.</summary>
    private sealed record Surroundings(string? Path, bool Strips, Fact<string>? Guard);
}
