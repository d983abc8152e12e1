using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;

namespace Seaworthy.Rules.Platforms;

/// <summary>A route of Vercel sends every path to the page, those of scripts and styles included.</summary>
/// <remarks>Source: Vercel documentation, "Project Configuration", "routes" and "Upgrading legacy routes": <c>handle: filesystem</c> looks for files before the routes behind it.</remarks>
internal sealed class VercelRoutesHideFiles : Rule<VercelRoutesHideFiles.PageRoute>
{
    private static readonly string[] Everything = ["/(.*)", "/.*", "(.*)", "^/(.*)$", "/(.*)?", "/:path*", "/*"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/vercel-routes-hide-files",
            Title = "Vercel route hides files",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The browser asks for a script and gets HTML (\"Unexpected token '<'\"): the page stays blank.",
            Holds = "Vercel looks for files before it sends a path to the page.",
        };

    public override IEnumerable<PageRoute> Subjects(Deployment deployment) =>
        from config in deployment.Of<VercelConfig>()
        from route in config.Rewrites
        where route is { Kind: "route", Status: null } && Everything.Contains(route.From.Value)
        where route.To?.Value is { } page && page.EndsWith("index.html", StringComparison.Ordinal)
        select new PageRoute(config, route);

    protected override Subject Identify(PageRoute subject) =>
        new($"{subject.Config.File.Path}: {subject.Route.From.Value}", subject.Route.Span);

    protected override IEnumerable<Verdict> Check(PageRoute subject, Deployment deployment)
    {
        if (subject.Config.FilesFirst is { } handle && handle.Start < subject.Route.Span.Start)
        {
            yield break;
        }

        yield return Fail(
                subject.Route.Span,
                $"{subject.Config.File.Path} sends every path to `{subject.Route.To?.Value}` before Vercel looks for files: scripts and styles get the page."
            )
            .Remedy(
                $"Write `\"rewrites\": [{{ \"source\": \"/(.*)\", \"destination\": \"/index.html\" }}]` in the place of `routes`, or put `{{ \"handle\": \"filesystem\" }}` before {subject.Route.Span}."
            )
            .Verify($"git grep -nE {"rewrites|filesystem"} -- {subject.Config.File.Path}   # must find it");
    }

    /// <summary>A route that sends everything to a page.</summary>
    internal sealed record PageRoute(VercelConfig Config, PlatformRewrite Route);
}
