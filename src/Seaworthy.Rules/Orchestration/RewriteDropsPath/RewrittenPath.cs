using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A rewritten path of an Ingress and its backend.</summary>
/// <param name="Backend">Null if the backend is not in the repository.</param>
internal sealed record RewrittenPath(Fact<string> Path, string Service, Workload? Backend)
{
    private static readonly string[] Everything = ["/", "/{**}", "/{}"];

    public PathExpression Expression { get; } = new(Path.Value);

    /// <summary>The plain text prefix of the path, without a trailing slash.</summary>
    public string Beginning => Path.Value[..Expression.PlainLength].TrimEnd('/');

    /// <summary>A route of the backend other than its root, preferably one that starts with this path; null if none is known.</summary>
    public ServedRoute? Below =>
        WithPrefix
        ?? Routes.FirstOrDefault(route => !route.IsAside && !Everything.Contains(route.Path.Text))
        ?? Routes.FirstOrDefault(route => !Everything.Contains(route.Path.Text));

    /// <summary>A route that starts with this path: the backend expects the whole path.</summary>
    public ServedRoute? WithPrefix =>
        Beginning.Length > 0
            ? Routes.FirstOrDefault(route => (route.Path.Text + "/").StartsWith(Beginning + "/", StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>The backend serves a site: a page and its assets.</summary>
    public bool IsSite => Backend?.Components.Any(component => component.IsStaticSite) == true;

    /// <summary>The backend serves only its root.</summary>
    public bool IsOnlyRoot =>
        Backend is { Components: { Count: > 0 } components }
        && components.All(component => component is { RoutesIncompleteBecause: null, IsStaticSite: false, Routes.Count: > 0 })
        && Below is null;

    private IEnumerable<ServedRoute> Routes => (Backend?.Components ?? []).SelectMany(component => component.Routes);
}
