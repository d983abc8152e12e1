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
            Title = "Missing dev dependency at build",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The program is not installed when the build calls it: a build from a clone fails, or fetches a release that nothing pins.",
            Holds = "Every program that the build calls is installed by then.",
        };

    public override IEnumerable<StartTool> Subjects(Deployment deployment) => deployment.All<BuildTool>().Select(tool => tool.Call);

    protected override Subject Identify(StartTool subject) => new(subject.Subject, subject.Span, subject.Program);

    protected override IEnumerable<Verdict> Check(StartTool subject, Deployment deployment)
    {
        if (subject.LeftOutBy is not { } install)
        {
            yield break;
        }

        var message = subject.LoadedBy is { } settings
            ? $"{subject.Subject} runs `{subject.Program}`, which loads the devDependency `{subject.Dependency.Name}` through {settings.File.Path}, but {Leaves(subject, install)}. {Consequence(subject)}."
            : $"{subject.Subject} runs `{subject.Program}` from the devDependency `{subject.Dependency.Name}`, but {Leaves(subject, install)}. {Consequence(subject)}.";
        var isCertain = subject is { IsCertain: true, IsFetched: false, BroughtBy: null };
        yield return (
            isCertain ? Fail(subject.Span, message) : Warn(subject.Span, message).As(subject.IsFetched ? Severity.Medium : Severity.High)
        )
            .Related(subject.Through)
            .Related(subject.LoadedBy)
            .Related(install)
            .Related(subject.Because)
            .Related(subject.BroughtBy, "copies a local node_modules into the image")
            .Related(subject.Dependency.Span)
            .Remedy(
                subject.IsOnPlatform
                    ? $"Install all dependencies for the build in {install}{Include(subject)}, or move {subject.Dependency.Name} to dependencies."
                    : "Install all dependencies in the build stage, and skip devDependencies only in the final stage."
            )
            .Verify(
                subject.IsOnPlatform ? TreeCheck.OneGone([install, subject.Dependency.Span]) : BuiltImage.Build(subject.Subject, deployment)
            );
    }

    private static string Leaves(StartTool subject, SourceSpan install) =>
        !subject.IsOnPlatform ? $"`{install.Quote}` skips devDependencies"
        : subject.Because is null ? $"`{install.Written}` skips devDependencies"
        : $"`{install.Written}` skips devDependencies when NODE_ENV is `production`";

    // With the variable in force, the option has to say otherwise.
    private static string Include(StartTool subject) =>
        subject is { Because: not null, DevelopmentOption: { } option } ? $" (with `{option}`)" : "";

    private static string Consequence(StartTool subject) =>
        subject switch
        {
            { IsFetched: true } => "npx fetches its newest release at each build",
            { BroughtBy: not null } => "Only a local node_modules supplies it, so a clone cannot build the image",
            { IsCertain: false } => "The build fails unless another package installs it",
            { IsModule: true } => "Node fails with `Cannot find module`",
            _ => "The build fails with `not found`",
        };
}
