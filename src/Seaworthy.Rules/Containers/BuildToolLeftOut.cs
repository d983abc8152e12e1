using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The build of an image, or one on a platform, calls a program of a development dependency after an installation without those.</summary>
internal sealed class BuildToolLeftOut : Rule<StartTool>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/build-tool-left-out",
            Title = "Build with a program that was left out",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The shell finds no such program, and the build ends there: nothing is deployed.",
            Holds = "The programs that the build calls are installed by then.",
        };

    public override IEnumerable<StartTool> Subjects(Deployment deployment) => deployment.All<BuildTool>().Select(tool => tool.Call);

    protected override Subject Identify(StartTool subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(StartTool subject, Deployment deployment)
    {
        if (subject.LeftOutBy is not { } install)
        {
            yield break;
        }

        var message = subject.LoadedBy is { } settings
            ? $"{subject.Subject} runs `{subject.Program}`, which loads {subject.Dependency.Name} by {settings.File.Path}; it is of the devDependencies, and {Leaves(subject, install)}: {Consequence(subject)}."
            : $"{subject.Subject} runs `{subject.Program}`, which only {subject.Dependency.Name} of the devDependencies brings, and {Leaves(subject, install)}: {Consequence(subject)}.";
        var isCertain = subject is { IsCertain: true, IsFetched: false, BroughtBy: null };
        yield return (
            isCertain ? Fail(subject.Span, message) : Warn(subject.Span, message).As(subject.IsFetched ? Severity.Medium : Severity.High)
        )
            .Related(subject.Through)
            .Related(subject.LoadedBy)
            .Related(install)
            .Related(subject.Because)
            .Related(subject.BroughtBy, "copies node_modules of the machine that builds, where it has them")
            .Related(subject.Dependency.Span)
            .Remedy(
                subject.IsOnPlatform
                    ? $"Install everything for the build in {install}{Include(subject)}, or move {subject.Dependency.Name} to the dependencies."
                    : "Install everything in the stage that builds, and leave the development dependencies out of the final one."
            )
            .Verify(
                subject.IsOnPlatform ? TreeCheck.OneGone([install, subject.Dependency.Span]) : BuiltImage.Build(subject.Subject, deployment)
            );
    }

    private static string Leaves(StartTool subject, SourceSpan install) =>
        !subject.IsOnPlatform ? $"`{install.Quote}` leaves those out"
        : subject.Because is null ? $"`{install.Written}` leaves those out"
        : $"`{install.Written}` leaves those out where NODE_ENV is production";

    // With the variable in force, the option has to say otherwise.
    private static string Include(StartTool subject) =>
        subject is { Because: not null, DevelopmentOption: { } option } ? $" (with `{option}`)" : "";

    private static string Consequence(StartTool subject) =>
        subject switch
        {
            { IsFetched: true } => "npx fetches its newest release at each build",
            { BroughtBy: not null } => "only a machine that has it installed beside the sources builds the image, a clone does not",
            { IsCertain: false } => "unless another package brings it, the build ends there",
            { IsModule: true } => "Node ends with `Cannot find module`, and the build with it",
            _ => "the build ends with `not found`",
        };
}
