using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container starts a program of a dev dependency, and its image is installed without those.</summary>
internal sealed class StartProgramLeftOut : Rule<StartTool>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/start-program-left-out",
            Title = "Missing dev dependency at start",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The program is not installed in the image: the container exits, runs without it, or downloads a release that nothing pins.",
            Holds = "The image has the programs that it starts.",
        };

    public override IEnumerable<StartTool> Subjects(Deployment deployment) => deployment.All<StartTool>();

    protected override Subject Identify(StartTool subject) => new(subject.Subject, subject.Span, subject.Program);

    protected override IEnumerable<Verdict> Check(StartTool subject, Deployment deployment)
    {
        if (subject.LeftOutBy is not { } install)
        {
            yield break;
        }

        var message =
            $"{subject.Subject} starts `{subject.Program}` from the devDependency `{subject.Dependency.Name}`, but `{install.Quote}` skips devDependencies. {Consequence(subject)}.";
        var isCertain = subject is { IsCertain: true, IsFetched: false, BroughtBy: null, EndsStart: true };
        yield return (isCertain ? Fail(subject.Span, message) : Warn(subject.Span, message).As(Severity.Medium))
            .Related(subject.Through)
            .Related(install)
            .Related(subject.Because)
            .Related(subject.BroughtBy, "copies a local node_modules into the image")
            .Related(subject.Dependency.Span)
            .Remedy(
                $"Move `{subject.Dependency.Name}` to dependencies in {subject.Dependency.Span}, or start the compiled program with `node`."
            )
            .VerifyOneGone();
    }

    private static string Consequence(StartTool subject) =>
        subject switch
        {
            { IsFetched: true } => "npx fetches its newest release at each start, or fails without a network",
            { BroughtBy: not null } => "Only a local node_modules supplies it",
            { IsCertain: false } => "The container exits at startup unless another package installs it",
            { EndsStart: false } => "The container goes on without it",
            { IsModule: true } => "Node exits with `Cannot find module`",
            _ => "The container exits with `not found`",
        };
}
