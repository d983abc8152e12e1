using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>vercel.json schedules calls of a path, and the application has no such route.</summary>
/// <remarks>Source: Vercel documentation, "Cron Jobs": an HTTP GET request to the path of the production deployment.</remarks>
internal sealed class CronPathNotServed : Rule<ScheduledCall>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/cron-path-not-served",
            Title = "Missing cron route",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Each scheduled call gets 404 or 405: the job never runs, and nothing reports it.",
            Holds = "The application serves the scheduled path.",
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
            $"{subject.Config.File.Path} schedules GET {subject.Path} (`{subject.Cron.Schedule?.Value}`), but {subject.Component.Title} "
            + (others.Count > 0 ? $"serves it only for {others[0].Method}: each call gets 405." : "has no such route: each call gets 404.");
        // That other paths of the list are served shows that the routes were read.
        var isReadWell = subject.Config.Crons.Any(other => other.Path is { } path && subject.IsServed(ScheduledCall.Bare(path.Value)));
        var place = subject.Cron.Path?.Span ?? subject.Cron.Span;
        yield return (isReadWell ? Fail(place, message) : Warn(place, message).As(Severity.Medium))
            .Related(others.SelectMany(route => route.Chain), "served from here")
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
