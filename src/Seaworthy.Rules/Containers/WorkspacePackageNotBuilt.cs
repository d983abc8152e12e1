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
            Title = "Unbuilt workspace package",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The compiler or bundler does not find the package, so the build fails: no image, no deployment.",
            Holds = "The workspace packages that the build imports are built by then.",
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
            ? "the build fails with `Cannot find module`"
            : "only local output supplies it, so a clone cannot build the image";
        var message =
            $"{subject.Image.Name} runs `{subject.Tool}` in {subject.Package.File.Directory}, which imports {name}, but nothing has built its `{subject.Entry.Path}` by then: {end}.";
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
            .Related(subject.Entry.Span, "points to a build output")
            .Related(subject.Overlay, "copies local output into the image")
            .Related(lacking.Because)
            .Remedy($"Build {name} before this command in {subject.Image.Name}.")
            .Verify(BuiltImage.Build(subject.Image, "--no-cache"));
    }
}
