using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>A process listens on its own port, and the platform checks the one that it assigned.</summary>
internal sealed class AssignedPortIgnored : Rule<Workload>
{
    private const string AssignedPort = "$PORT";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/assigned-port-ignored",
            Title = "Ignored PORT variable",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The platform checks the port that it set in PORT, gets no answer, and stops the process.",
            Holds = "The process listens on the port in PORT.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment.Workloads.Where(workload => workload is { PortAssignedBy: not null, Start: not null });

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        // CMD SERVER_URLS=http://*:$PORT server: the command itself hands it on.
        if (subject.FixedPort is not { } port || port.Chain[0].Mentions(AssignedPort))
        {
            yield break;
        }

        var message = $"{subject.PortAssignedBy} assigns {subject.Name} a port in `PORT`, but its process always listens on {port.Port}";
        // Railway checks another port if one is set on the platform.
        var verdict =
            subject.Kind == TargetKind.Railway ? Warn(port.Chain[0], $"{message}.").As(Severity.High)
            : subject.Kind == TargetKind.Procfile && !IsForHeroku(deployment)
                ? Warn(port.Chain[0], $"{message}, if Heroku runs the Procfile.").As(Severity.Medium)
            : IsForDevelopment(subject) ? Warn(port.Chain[0], $"{message}; it looks like a development process.").As(Severity.Medium)
            : Fail(port.Chain[0], $"{message}. It is stopped after a minute.");
        yield return verdict
            .Related(subject.Span)
            .Related(port.Chain.Skip(1))
            .Remedy($"Read the port from PORT in {port.Chain[0]}, with {port.Port} as the default.")
            .VerifyGone();
    }

    /// <summary>Other platforms and process managers read Procfiles, too; what only Heroku reads or runs tells that it is meant.</summary>
    private static bool IsForHeroku(Deployment deployment) =>
        deployment.Of<HerokuApp>().Any()
        || deployment.Tree.Files.Any(file => file.Path is "runtime.txt" or "heroku.yml" or ".slugignore" or "Aptfile")
        || deployment.Commands.Any(site => site.Command.Program == "heroku")
        || deployment.Pipelines.Any(pipeline =>
            pipeline.Jobs.Any(job => job.DeploysTo?.Value.Contains("heroku", StringComparison.OrdinalIgnoreCase) is true)
        );

    /// <summary>Process managers on the author's machine (honcho, foreman) read the same file.</summary>
    private static bool IsForDevelopment(Workload workload) =>
        workload.Kind == TargetKind.Procfile
        && (
            workload.Start?.Text.Contains("--reload", StringComparison.Ordinal) == true
            || workload.Start?.Text.Contains("nodemon", StringComparison.Ordinal) == true
        );
}
