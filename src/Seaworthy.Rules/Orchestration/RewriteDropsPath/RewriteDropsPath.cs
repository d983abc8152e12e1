using Seaworthy.Model;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress rewrites every request below a path to the same path.</summary>
internal sealed class RewriteDropsPath : Rule<IngressRewrite>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/rewrite-drops-path",
            Title = "Path dropped by Ingress rewrite",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The backend gets the same path for every request, so all its other paths are unreachable.",
            Holds = "The rewrite keeps the rest of the path.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<IngressRewrite>(IngressRewrites.Link)];

    public override IEnumerable<IngressRewrite> Subjects(Deployment deployment) => deployment.All<IngressRewrite>();

    protected override Subject Identify(IngressRewrite subject) => new($"Ingress {subject.Ingress.Name?.Value}", subject.Target.Span);

    protected override IEnumerable<Verdict> Check(IngressRewrite subject, Deployment deployment)
    {
        var target = subject.Target.Value;
        var dropped = subject
            .Paths.Where(path => Drops(path, target) && !path.IsOnlyRoot)
            // The longer of two expressions is matched first and keeps the rest.
            .Where(path => !subject.Paths.Any(other => other.Beginning == path.Beginning && !Drops(other, target)))
            // The assets of a site have their own path, so all other paths are for the page.
            .Where(path => !path.IsSite || !subject.Paths.Any(other => other.Service == path.Service && !Drops(other, target)))
            .OrderByDescending(path => IsCertain(path) ? 1 : 0)
            .ToList();
        if (dropped is not [var first, ..])
        {
            yield break;
        }

        var paths = dropped.Select(path => path.Path.Value).Distinct(StringComparer.Ordinal).ToList();
        var host = subject.Ingress.Rules.FirstOrDefault(rule => rule.Host is not null)?.Host?.Value ?? "HOST";
        var message =
            $"Ingress {subject.Ingress.Name?.Value} rewrites every request below {string.Join(", ", paths.Select(path => $"`{path}`"))} to `{target}`: {Why(first, target)}.{Served(first)}";
        yield return (IsCertain(first) ? Fail(first.Path.Span, message) : Warn(first.Path.Span, message))
            .Related(subject.Target.Span, "replaces the whole path")
            .Related(first.Below?.Span, "is unreachable")
            .Related(dropped.Skip(1).Select(path => path.Path.Span), "is rewritten too")
            .Remedy(Remedy(first, subject))
            .VerifyOneGone();
    }

    private static bool Drops(RewrittenPath path, string target) => !path.Expression.EndsThere && !path.Expression.IsCarriedBy(target);

    /// <summary>The backend is known to serve something that is unreachable.</summary>
    private static bool IsCertain(RewrittenPath path) => path.Below is { IsAside: false } || path.IsSite;

    private static string Why(RewrittenPath path, string target) =>
        !target.Contains('$', StringComparison.Ordinal) ? "the target keeps nothing of the path"
        : path.Expression.Groups.Count == 0 ? "the path has no capture group"
        : "no group in the target captures the rest";

    private static string Served(RewrittenPath path) =>
        path switch
        {
            { Below: { } route } => $" {path.Service} serves `{route.Path.Text}`, which is unreachable.",
            { IsSite: true } => $" {path.Service} returns its page instead of scripts and styles.",
            { Backend: null } => $" Not checked: the paths of {path.Service}, which is not in the repository.",
            _ => $" Not checked: the paths of {path.Service}.",
        };

    private static string Remedy(RewrittenPath path, IngressRewrite rewrite)
    {
        var begin = path.Beginning;
        return path.WithPrefix is { } route
                ? $"Remove the annotation in {rewrite.Target.Span}, at least for {begin}: {path.Service} expects the whole path ({route.Path.Text})."
            : begin.Length == 0
                ? $"Write `path: {(rewrite.Target.Value.Contains("$2", StringComparison.Ordinal) ? "/()(.*)" : "/(.*)")}` with `pathType: ImplementationSpecific` in {path.Path.Span}, or move this path to an Ingress without the annotation."
            : $"Write `path: {begin}(/|$)(.*)` with `pathType: ImplementationSpecific` in {path.Path.Span} and `/$2` in {rewrite.Target.Span}; move paths that need no rewrite to another Ingress.";
    }
}
