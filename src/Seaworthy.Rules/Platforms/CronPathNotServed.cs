using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>vercel.json has a path called on a schedule, and the application has no such route.</summary>
/// <remarks>Source: Vercel documentation, "Cron Jobs": an HTTP GET request to the path of the production deployment.</remarks>
internal sealed class CronPathNotServed : Rule<ScheduledCall>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/cron-path-not-served",
            Title = "Schedule that calls a path nobody serves",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The call is answered with 404 each time: what was to run on the schedule never runs, and nothing says so.",
            Holds = "The application serves the path that the schedule calls.",
        };

    public override IEnumerable<ScheduledCall> Subjects(Deployment deployment) =>
        from config in deployment.Of<VercelConfig>()
        where config.Crons.Count > 0 && config.Rewrites.Count == 0 && config.Builds.Count == 0
        let component = deployment.Components.FirstOrDefault(component => component.Root == config.File.Directory)
        where component is { RoutesIncompleteBecause: null, Routes.Count: > 0 } && !Rewrites(component)
        from cron in config.Crons
        where cron.Path is { Value: ['/', ..] }
        select new ScheduledCall(config, component, cron);

    protected override Subject Identify(ScheduledCall subject) => new(subject.Path, subject.Cron.Span);

    protected override IEnumerable<Verdict> Check(ScheduledCall subject, Deployment deployment)
    {
        var others = subject.Answering(subject.Path).ToList();
        if (subject.IsServed(subject.Path) || IsFunction(subject, deployment) || (others.Count == 0 && HasFile(subject, deployment)))
        {
            yield break;
        }

        var message =
            $"{subject.Config.File.Path} has {subject.Path} called with GET on a schedule ({subject.Cron.Schedule?.Value}), and {subject.Component.Title} "
            + (
                others.Count > 0
                    ? $"serves it for {others[0].Method} only: it is answered with 405."
                    : "serves no such path: it is answered with 404."
            );
        // That other paths of the list are served shows that the routes were read.
        var isReadWell = subject.Config.Crons.Any(other => other.Path is { } path && subject.IsServed(ScheduledCall.Bare(path.Value)));
        var place = subject.Cron.Path?.Span ?? subject.Cron.Span;
        yield return (isReadWell ? Fail(place, message) : Warn(place, message).As(Severity.Medium))
            .Related(others.SelectMany(route => route.Chain), "it is served from here")
            .Remedy(others.Count > 0 ? $"Answer GET in {others[0].Chain[0]}." : $"Add the route, or correct the path in {place}.")
            .VerifyGoneOr($"curl -fsS http://localhost:3000{subject.Path}");
    }

    /// <summary>A function in <c>api/</c>, which the platform serves without any framework.</summary>
    private static bool IsFunction(ScheduledCall subject, Deployment deployment)
    {
        var file = $"{(subject.Config.File.Directory.Length == 0 ? "" : subject.Config.File.Directory + "/")}{subject.Path.Trim('/')}";
        return deployment.Tree.Files.Any(found =>
            found.Path.StartsWith(file + ".", StringComparison.Ordinal) || found.Path.StartsWith(file + "/index.", StringComparison.Ordinal)
        );
    }

    /// <summary>The file of the route is there, and was not read as one: its source is packed into one line, or hands on what another file has.</summary>
    private static bool HasFile(ScheduledCall subject, Deployment deployment) =>
        deployment.Tree.Files.Any(found =>
            found.Path.Contains($"app{subject.Path.TrimEnd('/')}/route.", StringComparison.Ordinal)
            || found.Path.Contains($"pages{subject.Path.TrimEnd('/')}.", StringComparison.Ordinal)
            || found.Path.Contains($"pages{subject.Path.TrimEnd('/')}/index.", StringComparison.Ordinal)
        );

    /// <summary>The configuration of Next.js, or a middleware, may send the path elsewhere.</summary>
    private static bool Rewrites(Component component) => component.Code.Any(file => file.RewritesPaths());
}
