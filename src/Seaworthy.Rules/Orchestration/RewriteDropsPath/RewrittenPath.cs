using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A path of an Ingress that is rewritten, and who answers there.</summary>
/// <param name="Backend">Null when nothing in the repository stands behind it.</param>
internal sealed record RewrittenPath(Fact<string> Path, string Service, Workload? Backend)
{
    private static readonly string[] Everything = ["/", "/{**}", "/{}"];

    public PathExpression Expression { get; } = new(Path.Value);

    /// <summary>The path as far as it is plain text, without a slash at its end.</summary>
    public string Beginning => Path.Value[..Expression.PlainLength].TrimEnd('/');

    /// <summary>A route of the backend that is not its root, one that begins like this path before others; null when none is known.</summary>
    public ServedRoute? Below =>
        WithPrefix
        ?? Routes.FirstOrDefault(route => !route.IsAside && !Everything.Contains(route.Path.Text))
        ?? Routes.FirstOrDefault(route => !Everything.Contains(route.Path.Text));

    /// <summary>A route that begins as this path does: the backend wants the path as it comes.</summary>
    public ServedRoute? WithPrefix =>
        Beginning.Length > 0
            ? Routes.FirstOrDefault(route => (route.Path.Text + "/").StartsWith(Beginning + "/", StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>Files for a browser stand behind it: a page, and what the page loads.</summary>
    public bool IsSite => Backend?.Components.Any(component => component.IsStaticSite) == true;

    /// <summary>All it answers is at its root.</summary>
    public bool IsOnlyRoot =>
        Backend is { Components: { Count: > 0 } components }
        && components.All(component => component is { RoutesIncompleteBecause: null, IsStaticSite: false, Routes.Count: > 0 })
        && Below is null;

    private IEnumerable<ServedRoute> Routes => (Backend?.Components ?? []).SelectMany(component => component.Routes);
}
