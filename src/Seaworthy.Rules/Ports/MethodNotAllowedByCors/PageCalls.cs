using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Requests of pages: by the address where it is known, else by the end of the path, if one component alone serves it. Found once for all components.</summary>
internal sealed class PageCalls
{
    private const string Hole = "{}";

    /// <summary>Files of a framework for both sides that only its server runs.</summary>
    private static readonly string[] OfServer = ["/api/", "/server/", "middleware.", "route.ts", "route.js", ".server."];

    private readonly ILookup<Component, PageCall> byCallee;

    private readonly HashSet<string> ofServer;

    // A path is held against the routes that have its last word.
    private readonly ILookup<string, Served> served;

    /// <param name="pages">The front ends.</param>
    /// <param name="deployment">What they may call.</param>
    public PageCalls(IReadOnlyList<Component> pages, Deployment deployment)
    {
        served = deployment
            .Components.SelectMany(component =>
                component.Routes.Select(route => new Served(component, route.Method, Segments(route.Path.Text)))
            )
            .SelectMany(route => route.Segments.Distinct(StringComparer.Ordinal), (route, word) => new { route, word })
            .ToLookup(pair => Key(pair.route.Method, pair.word), pair => pair.route, StringComparer.Ordinal);
        ofServer =
        [
            .. pages
                .SelectMany(page => page.Code)
                .Where(file =>
                    file.Calls.Count > 0
                    && (Array.Exists(OfServer, part => file.File.Path.Contains(part, StringComparison.Ordinal)) || file.RunsOnServer())
                )
                .Select(file => file.File.Path),
        ];
        var known = pages.ToHashSet<Component>(ReferenceEqualityComparer.Instance);
        byCallee = deployment
            .All<RouteCall>()
            .Where(call =>
                known.Contains(call.Caller) && call is { IsServed: true, IsUnused: false } && !ofServer.Contains(call.Span.File.Path)
            )
            .Select(call => new Found(call.Callee, new PageCall(call.Caller, call.Method, call.Span)))
            .Concat(pages.SelectMany(ByPath))
            .Where(found => !ReferenceEquals(found.Call.Page, found.Callee))
            .ToLookup<Found, Component, PageCall>(found => found.Callee, found => found.Call, ReferenceEqualityComparer.Instance);
    }

    /// <summary>What pages ask of a component.</summary>
    public IReadOnlyList<PageCall> To(Component callee) => [.. byCallee[callee].DistinctBy(call => call.Span)];

    private IEnumerable<Found> ByPath(Component page)
    {
        var constants = page.Code.SelectMany(file => file.Constants).ToLookup(constant => Last(constant.Name), StringComparer.Ordinal);
        return from file in page.Code
            where !file.IsTest && !ofServer.Contains(file.File.Path)
            from call in file.Calls
            let path = PathOf(call)
            where path.Length > 0 && !IsOfSameOrigin(call, constants)
            let callees = Serving(call.Method, path).Distinct<Component>(ReferenceEqualityComparer.Instance).Take(2).ToList()
            where callees.Count == 1
            select new Found(callees[0], new PageCall(page, call.Method, call.Span));
    }

    /// <summary>The segments behind a base that is computed or that a client has, as <c>orders</c> and <c>{}</c>; none where the address itself is written.</summary>
    private static string[] PathOf(HttpCall call)
    {
        IReadOnlyList<CodeValue> parts = call.Url switch
        {
            CodeValue.Literal when call.Client is not null => [call.Url],
            CodeValue.Concatenation { Parts: [CodeValue.Literal, ..] all } when call.Client is not null => all,
            CodeValue.Concatenation { Parts: [not CodeValue.Literal, ..] all } => [.. all.Skip(1)],
            _ => [],
        };
        var text = string.Concat(parts.Select(part => part is CodeValue.Literal literal ? literal.Text : Hole));
        var path = text.Split('?', '#')[0];
        return path is ['/', ..] ? Segments(path) : [];
    }

    /// <summary>The base is a path of the page's own server, which passes the request on: <c>const API = "/api"</c>.</summary>
    private static bool IsOfSameOrigin(HttpCall call, ILookup<string, CodeConstant> constants) =>
        constants[call.Url is CodeValue.Concatenation { Parts: [CodeValue.Reference reference, ..] } ? Last(reference.Name) : "baseURL"]
            .Any(constant => Bases(constant.Value).Any(value => value.Head is ['/', ..] or ""));

    private static IEnumerable<CodeValue> Bases(CodeValue value) =>
        value switch
        {
            CodeValue.Choice choice => choice.Options.SelectMany(Bases),
            CodeValue.Environment { Default: { } fallback } => Bases(fallback),
            CodeValue.Concatenation { Parts: [CodeValue.Reference, ..] } or CodeValue.Reference or CodeValue.Unknown => [],
            _ => [value],
        };

    /// <summary>The components with a route for the method that ends like the path, with a word in common.</summary>
    private IEnumerable<Component> Serving(string method, string[] path) =>
        Array.FindLast(path, part => part is not ['{', ..]) is { } word
            ? served[Key(method, word)]
                .Where(route =>
                    route.Segments.Length >= path.Length
                    && path.Zip(route.Segments[^path.Length..], (part, segment) => new { part, segment })
                        .All(pair => pair.segment == pair.part || (pair.segment is ['{', ..] && pair.part is ['{', ..]))
                )
                .Select(route => route.Component)
            : [];

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Key(string method, string word) => $"{method} {word}";

    private sealed record Served(Component Component, string Method, string[] Segments);

    private sealed record Found(Component Callee, PageCall Call);
}
