using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The build of an image builds a package of a workspace before another one that it imports, and whose manifest leads to what only its own build makes.</summary>
internal sealed class WorkspacePackageNotBuilt : Rule<WorkspaceNeed>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/workspace-package-not-built",
            Title = "Package of the workspace that is not built before",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The compiler or bundler finds no such module, and the build ends there: no image, no deployment.",
            Holds = "The packages of the workspace that the build imports are built by then.",
        };

    public override IEnumerable<WorkspaceNeed> Subjects(Deployment deployment) => deployment.All<WorkspaceNeed>();

    protected override Subject Identify(WorkspaceNeed subject) => new(subject.Image.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(WorkspaceNeed subject, Deployment deployment)
    {
        if (subject.Lacking is not { } lacking)
        {
            yield break;
        }

        var name = subject.Needed.Name?.Value;
        var end = subject.Overlay is null
            ? "the build ends with `Cannot find module`"
            : "only a machine that has built it before builds the image, a clone does not";
        var message =
            $"{subject.Image.Name} runs `{subject.Tool}` in {subject.Package.File.Directory}, which imports {name}; that leads to {subject.Entry.Path}, which nothing has made by then: {end}.";
        yield return (
            subject switch
            {
                { Image.Build.IsAssumed: true } => Warn(subject.Span, message).As(Severity.Medium),
                { Overlay: not null } => LikelyFail(subject.Span, message).As(Severity.High),
                _ => Fail(subject.Span, message),
            }
        )
            .Related(subject.Through)
            .Related(subject.Import, "imports it")
            .Related(subject.Entry.Span, "leads to what a build makes")
            .Related(subject.Overlay, "copies it from a machine that has it")
            .Related(lacking.Because)
            .Remedy($"Build {name} before this command in {subject.Image.Name}.")
            .Verify(BuiltImage.Build(subject.Image, "--no-cache"));
    }
}
