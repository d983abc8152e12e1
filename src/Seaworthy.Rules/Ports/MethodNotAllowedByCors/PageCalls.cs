using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Requests of pages: by the address where it is known, else by the end of the path, if one component alone serves it.</summary>
internal static class PageCalls
{
    private const string Hole = "{}";

    /// <summary>Files of a framework for both sides that only its server runs.</summary>
    private static readonly string[] OfServer = ["/api/", "/server/", "middleware.", "route.ts", "route.js", ".server."];

    public static IReadOnlyList<PageCall> To(Component callee, IReadOnlyList<Component> pages, Deployment deployment) =>
        [
            .. deployment
                .All<RouteCall>()
                .Where(call =>
                    ReferenceEquals(call.Callee, callee) && pages.Contains(call.Caller) && call is { IsServed: true, IsUnused: false }
                )
                .Select(call => new PageCall(call.Caller, call.Method, call.Span))
                .Concat(ByPath(callee, pages, deployment))
                .Where(IsOfPage)
                .DistinctBy(call => call.Span),
        ];

    private static IEnumerable<PageCall> ByPath(Component callee, IReadOnlyList<Component> pages, Deployment deployment) =>
        from page in pages
        from file in page.Code
        where !file.IsTest
        from call in file.Calls
        let path = PathOf(call)
        where path.Length > 0 && !IsOfSameOrigin(call, page)
        let served = deployment.Components.Where(component => Serves(component, call.Method, path)).Take(2).ToList()
        where served is [var only] && ReferenceEquals(only, callee)
        select new PageCall(page, call.Method, call.Span);

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
        return path is ['/', ..] ? path.Split('/', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    /// <summary>The base is a path of the page's own server, which passes the request on: <c>const API = "/api"</c>.</summary>
    private static bool IsOfSameOrigin(HttpCall call, Component page)
    {
        var name = call.Url is CodeValue.Concatenation { Parts: [CodeValue.Reference reference, ..] }
            ? reference.Name
            : $"{call.Client}.baseURL";
        var last = name[(name.LastIndexOf('.') + 1)..];
        return page
            .Code.SelectMany(file => file.Constants)
            .Any(constant =>
                (constant.Name == last || constant.Name == name || constant.Name.EndsWith("." + last, StringComparison.Ordinal))
                && Bases(constant.Value).Any(value => value.Head is ['/', ..] or "")
            );
    }

    private static IEnumerable<CodeValue> Bases(CodeValue value) =>
        value switch
        {
            CodeValue.Choice choice => choice.Options.SelectMany(Bases),
            CodeValue.Environment { Default: { } fallback } => Bases(fallback),
            CodeValue.Concatenation { Parts: [CodeValue.Reference, ..] } or CodeValue.Reference or CodeValue.Unknown => [],
            _ => [value],
        };

    /// <summary>A route for the method ends like the path, with a word in common.</summary>
    private static bool Serves(Component component, string method, string[] path) =>
        component.Routes.Any(route =>
            route.Method == method
            && route.Path.Text.Split('/', StringSplitOptions.RemoveEmptyEntries) is var segments
            && segments.Length >= path.Length
            && path.Zip(segments[^path.Length..], (part, segment) => new { part, segment }) is var pairs
            && pairs.All(pair => pair.segment == pair.part || (pair.segment is ['{', ..] && pair.part is ['{', ..]))
            && path.Any(part => part is not ['{', ..])
        );

    private static bool IsOfPage(PageCall call) =>
        !Array.Exists(OfServer, part => call.Span.File.Path.Contains(part, StringComparison.Ordinal))
        && !call.Page.Code.Any(file => file.File == call.Span.File && file.IsOfServer);
}
