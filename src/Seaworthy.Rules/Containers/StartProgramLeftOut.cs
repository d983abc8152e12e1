using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container starts with a program of a development dependency, and its image was installed without those.</summary>
internal sealed class StartProgramLeftOut : Rule<StartTool>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/start-program-left-out",
            Title = "Start with a program that the image leaves out",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The shell finds no such program: the container ends as soon as it starts, again and again.",
            Holds = "The image holds the programs with which it starts.",
        };

    public override IEnumerable<StartTool> Subjects(Deployment deployment) => deployment.All<StartTool>();

    protected override Subject Identify(StartTool subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartTool subject, Deployment deployment)
    {
        if (subject.LeftOutBy is not { } install)
        {
            yield break;
        }

        var message =
            $"{subject.Subject} starts with `{subject.Program}`, which only {subject.Dependency.Name} of the devDependencies brings, and `{install.Quote}` leaves those out: {Consequence(subject)}.";
        var isCertain = subject is { IsCertain: true, IsFetched: false, BroughtBy: null, EndsStart: true };
        yield return (isCertain ? Fail(subject.Span, message) : Warn(subject.Span, message).As(Severity.Medium))
            .Related(subject.Through)
            .Related(install)
            .Related(subject.Because)
            .Related(subject.BroughtBy, "copies node_modules of the machine that builds, where it has them")
            .Related(subject.Dependency.Span)
            .Remedy(
                $"Move `{subject.Dependency.Name}` to dependencies in {subject.Dependency.Span}, or start the compiled program with `node`."
            )
            .VerifyOneGone();
    }

    private static string Consequence(StartTool subject) =>
        subject switch
        {
            { IsFetched: true } => "npx fetches its newest release at each start, or ends without a network",
            { BroughtBy: not null } => "only a machine that has it installed beside the sources builds an image that starts",
            { IsCertain: false } => "unless another package brings it, the container ends as soon as it starts",
            { EndsStart: false } => "it is not found, and the container goes on without what it was to do",
            { IsModule: true } => "Node ends with `Cannot find module`",
            _ => "the container ends with `not found`",
        };
}
