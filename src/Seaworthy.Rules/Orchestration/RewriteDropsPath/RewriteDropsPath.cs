using Seaworthy.Model;

namespace Seaworthy.Rules.Orchestration;

/// <summary>An Ingress rewrites every request below a path to one and the same path.</summary>
internal sealed class RewriteDropsPath : Rule<IngressRewrite>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/rewrite-drops-path",
            Title = "Rewrite that drops the path",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The backend is asked for the same path whatever the client asks for: of all that it serves, only that one answer is ever given.",
            Holds = "The rewrite takes along what follows the path.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<IngressRewrite>(IngressRewrites.Link)];

    public override IEnumerable<IngressRewrite> Subjects(Deployment deployment) => deployment.All<IngressRewrite>();

    protected override Subject Identify(IngressRewrite subject) => new($"Ingress {subject.Ingress.Name?.Value}", subject.Target.Span);

    protected override IEnumerable<Verdict> Check(IngressRewrite subject, Deployment deployment)
    {
        var target = subject.Target.Value;
        var dropped = subject
            .Paths.Where(path => Drops(path, target) && !path.IsOnlyRoot)
            // The longer of two expressions is asked first: what follows comes that way.
            .Where(path => !subject.Paths.Any(other => other.Beginning == path.Beginning && !Drops(other, target)))
            // What a site's page loads has a path of its own: all others are for the page.
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
            $"Ingress {subject.Ingress.Name?.Value} rewrites every request below {string.Join(", ", paths)} to {Arrives(target)}, since {Why(first, target)}{Served(first)}.";
        yield return (IsCertain(first) ? Fail(first.Path.Span, message) : Warn(first.Path.Span, message))
            .Related(subject.Target.Span, "is put in place of the whole path")
            .Related(first.Below?.Span, "is never reached")
            .Related(dropped.Skip(1).Select(path => path.Path.Span), "is rewritten too")
            .Remedy(Remedy(first, subject))
            .VerifyOneGone();
    }

    private static bool Drops(RewrittenPath path, string target) => !path.Expression.EndsThere && !path.Expression.IsCarriedBy(target);

    /// <summary>Something is known behind it that such a request cannot reach.</summary>
    private static bool IsCertain(RewrittenPath path) => path.Below is { IsAside: false } || path.IsSite;

    private static string Why(RewrittenPath path, string target) =>
        !target.Contains('$', StringComparison.Ordinal) ? "the target names nothing of what was asked for"
        : path.Expression.Groups.Count == 0 ? $"the target asks for a group and {path.Path.Value} has none"
        : $"no group of {path.Path.Value} that the target asks for holds what follows";

    private static string Served(RewrittenPath path) =>
        path switch
        {
            { Below: { } route } => $": {path.Service} serves {route.Path.Text}, and nobody can reach it this way",
            { IsSite: true } => $": {path.Service} answers with the page itself where the page asks for its scripts and styles",
            { Backend: null } => $"; what {path.Service} serves is not in the repository",
            _ => $"; which paths {path.Service} serves was not read",
        };

    private static string Remedy(RewrittenPath path, IngressRewrite rewrite)
    {
        var begin = path.Beginning;
        return path.WithPrefix is { } route
                ? $"Take the annotation out of {rewrite.Target.Span}, at least for {begin}: {path.Service} wants the path as it comes ({route.Path.Text})."
            : begin.Length == 0
                ? $"Write `path: {(rewrite.Target.Value.Contains("$2", StringComparison.Ordinal) ? "/()(.*)" : "/(.*)")}` with `pathType: ImplementationSpecific` in {path.Path.Span}, or give this path an Ingress without the annotation."
            : $"Write `path: {begin}(/|$)(.*)` with `pathType: ImplementationSpecific` in {path.Path.Span} and `/$2` in {rewrite.Target.Span}; paths that need no rewrite belong in an Ingress of their own.";
    }

    /// <summary>What is left of the target: the group it asks for holds nothing to speak of.</summary>
    private static string Arrives(string target) =>
        target.Contains('$', StringComparison.Ordinal) ? $"`{target}`, in which nothing of what follows is left" : $"`{target}`";
}
