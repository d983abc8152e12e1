using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Nginx;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Servers, locations and upstreams out of the directive tree.</summary>
internal sealed class NginxBlocks
{
    public static IReadOnlyDictionary<string, string> NoVariables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static bool IsLocation(NginxDirective directive) =>
        directive is { Name.Value: "location", Block: not null, Arguments.Count: > 0 };

    public NginxServer Server(NginxDirective block)
    {
        var variables = Variables(block, NoVariables);
        return new NginxServer(
            [.. block.All("listen").Select(Listen)],
            [.. block.All("server_name").SelectMany(names => names.Arguments)],
            block.Span
        )
        {
            Locations = [.. block.All("location").Where(IsLocation).Select(location => Location(location, variables))],
            Root = block.Last("root")?.First,
            Index = block.Last("index")?.Arguments ?? [],
            TryFiles = block.Last("try_files")?.Arguments ?? [],
            Certificates = Values(block, "ssl_certificate"),
            Return = Return(block),
            Ending = NginxEnding.Of(block),
            Rewrites = Rewrites(block),
            Headers = Headers(block, "add_header"),
            MaximumBodySize = BodySize(block),
            Guard = NginxGuard.Of(block.Block ?? []),
        };
    }

    public NginxLocation Location(NginxDirective block, IReadOnlyDictionary<string, string> outer)
    {
        var (modifier, path) = Match(block.Arguments);
        var variables = Variables(block, outer);
        var target = Passing(block);
        return new NginxLocation(modifier, path, block.Span)
        {
            Target = target?.First is { } address ? ProxyAddress.Of(Resolved(ProxyAddress.DollarTemplate(address), variables)) : null,
            TargetDirective = target?.Name.Value,
            Root = block.Last("root")?.First,
            Alias = block.Last("alias")?.First,
            Index = block.Last("index")?.Arguments ?? [],
            TryFiles = block.Last("try_files")?.Arguments ?? [],
            Return = Return(block),
            Rewrites = Rewrites(block),
            Headers = Headers(block, "add_header"),
            Locations = [.. block.All("location").Where(IsLocation).Select(location => Location(location, variables))],
            MaximumBodySize = BodySize(block),
            Guard = NginxGuard.Of(block.Block ?? []),
            Suffixes = modifier is "~" or "~*" ? NginxSuffixes.Of(path.Value) : [],
            NeedSlash = modifier is "~" or "~*" ? NginxSegments.Of(path.Value) : [],
        };
    }

    public static Fact<string>? BodySize(NginxDirective block) => block.Last("client_max_body_size")?.First;

    public static NginxUpstream Upstream(NginxDirective block) =>
        new(
            block.Arguments[0],
            [
                .. block
                    .All("server")
                    .Select(server => server.First)
                    .OfType<Fact<string>>()
                    .Select(address => ProxyAddress.Of(ProxyAddress.DollarTemplate(address))),
            ]
        );

    private static NginxListen Listen(NginxDirective directive)
    {
        var raw = directive.First?.Value ?? "";
        var bracket = raw.LastIndexOf(']');
        var colon = raw.IndexOf(':', bracket < 0 ? 0 : bracket);
        var (address, port) =
            colon >= 0 ? (raw[..colon], raw[(colon + 1)..])
            : char.IsAsciiDigit(raw.FirstOrDefault()) && !raw.Contains('.', StringComparison.Ordinal) ? ("", raw)
            : (raw, "80");
        var isComputed = raw.Contains('$', StringComparison.Ordinal) || raw.StartsWith("unix:", StringComparison.Ordinal);
        return new NginxListen(
            address,
            !isComputed && int.TryParse(port, out var number) ? number : null,
            directive.Arguments.Any(word => word.Value is "ssl" or "quic"),
            directive.Arguments.Any(word => word.Value is "default_server" or "default"),
            directive.Span
        )
        {
            Raw = raw,
        };
    }

    private static (string Modifier, Fact<string> Path) Match(IReadOnlyList<Fact<string>> arguments)
    {
        if (arguments is [{ Value: "=" or "~" or "~*" or "^~" } modifier, var path, ..])
        {
            return (modifier.Value, path);
        }

        // nginx also reads the modifier without a blank behind it: `location =/path`.
        var first = arguments[0];
        var length = first.Value switch
        {
            ['~', '*', ..] or ['^', '~', ..] => 2,
            ['=', ..] or ['~', ..] or ['@', ..] => 1,
            _ => 0,
        };
        return length == 0 ? ("", first)
            : first.Value[0] == '@' ? ("@", first)
            : (first.Value[..length], first with { Value = first.Value[length..] });
    }

    /// <summary>The directive that passes requests on; one inside <c>if</c> or <c>limit_except</c> counts when there is no other.</summary>
    private static NginxDirective? Passing(NginxDirective block) =>
        (block.Block ?? []).LastOrDefault(IsPassing)
        ?? block.All("if").Concat(block.All("limit_except")).SelectMany(inner => inner.Block ?? []).LastOrDefault(IsPassing);

    private static bool IsPassing(NginxDirective directive) =>
        directive.Name.Value is "proxy_pass" or "grpc_pass" or "fastcgi_pass" or "uwsgi_pass" or "scgi_pass";

    /// <summary><c>set $name value</c> with literal values, by name; set twice means unknown.</summary>
    private static Dictionary<string, string> Variables(NginxDirective block, IReadOnlyDictionary<string, string> outer)
    {
        Dictionary<string, string> variables = new(outer, StringComparer.Ordinal);
        foreach (var set in block.All("set").Where(set => set.Arguments.Count == 2))
        {
            var name = set.Arguments[0].Value.TrimStart('$');
            var value = set.Arguments[1].Value;
            if (value.Contains('$', StringComparison.Ordinal) || (variables.TryGetValue(name, out var known) && known != value))
            {
                variables.Remove(name);
            }
            else
            {
                variables[name] = value;
            }
        }

        return variables;
    }

    private static Template Resolved(Template url, IReadOnlyDictionary<string, string> variables) =>
        url.Variables.Any(part => variables.ContainsKey(part.Variable ?? ""))
            ? url with
            {
                Parts =
                [
                    .. url.Parts.Select(part =>
                        part.Variable is { } name && variables.TryGetValue(name, out var value) ? new TemplatePart(value) : part
                    ),
                ],
            }
            : url;

    private static IReadOnlyList<Fact<string>> Values(NginxDirective block, string name) =>
        [.. block.All(name).Select(directive => directive.First).OfType<Fact<string>>()];

    private static Fact<string>? Return(NginxDirective block) =>
        block.Last("return") is { Arguments: { Count: > 0 } words } directive
            ? new Fact<string>(string.Join(' ', words.Select(word => word.Value)), directive.Span)
            : null;

    private static IReadOnlyList<NginxRewrite> Rewrites(NginxDirective block) =>
        [
            .. block
                .All("rewrite")
                .Where(rewrite => rewrite.Arguments.Count >= 2)
                .Select(rewrite => new NginxRewrite(
                    rewrite.Arguments[0].Value,
                    rewrite.Arguments[1].Value,
                    rewrite.Arguments.Count > 2 ? rewrite.Arguments[2].Value : null,
                    rewrite.Span
                )),
        ];

    private static IReadOnlyList<NginxHeader> Headers(NginxDirective block, string name) =>
        [
            .. block
                .All(name)
                .Where(header => header.Arguments.Count >= 2)
                .Select(header => new NginxHeader(header.Arguments[0].Value, header.Arguments[1].Value, header.Span)),
        ];
}
