using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container starts a file or module that is not in it.</summary>
internal sealed class EntrypointMissing : MissingPathRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/entrypoint-missing",
            Title = "Container that starts something it does not hold",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The container ends as soon as it starts, again and again.",
            Holds = "The container holds what it starts.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.Entrypoint];

    /// <summary>Where a stage lacks what is copied from it, the build stops there: what git ignores of it is not why.</summary>
    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment)
    {
        var unbuilt = deployment
            .Paths.Where(use => use is { Role: PathRole.CopyFromStage, Answer.Presence: Presence.Absent })
            .Select(use => use.Span.File)
            .ToHashSet();
        return base.Subjects(deployment)
            .Where(uses => uses[0].Answer.Presence != Presence.IgnoredByGit || !unbuilt.Contains(uses[0].Span.File));
    }

    protected override string Names(PathUse use) => $"{use.Subject} starts {use.Path} in {use.From}";

    protected override string Consequence(PathUse use) =>
        use.Subject.StartsWith("HEALTHCHECK", StringComparison.Ordinal) ? "the container is never healthy"
        : use.Subject.StartsWith("supervisord", StringComparison.Ordinal) ? "supervisord gives it up, and the container runs without it"
        : use is { Tool: "uvicorn", IsOfReload: true } ? "the server waits for a change, and serves nothing"
        : "the container ends as soon as it starts";

    protected override CommandText Check(PathUse use, Deployment deployment)
    {
        if (Attribute(use) is var (module, name))
        {
            return TreeCheck.GoneOr(use.Span, $"{BuiltImage.RunFor(use, "python", deployment)} -c 'import {module}; {module}.{name}'");
        }

        return TreeCheck.GoneOr(use.Span, $"{BuiltImage.RunFor(use, "ls", deployment)} {use.Answer.Looked}");
    }

    /// <summary>For a module that is there without what the server takes from it: both names.</summary>
    private static (string Module, string Name)? Attribute(PathUse use) =>
        use is { Answer: { Presence: Presence.Absent, Actual: not null } } && use.Path.Split(':') is [var module, var name]
            ? (module, name)
            : null;

    protected override bool IsCertain(PathUse use) => base.IsCertain(use) && !BuildOutput.Is(use.Answer);

    protected override string Reason(PathUse use) =>
        use.Answer switch
        {
            { Presence: Presence.Absent, Why: { } why } => why,
            { Presence: Presence.IgnoredByGit, Mount: { } mount } =>
                $"{mount} lays the repository's files over what the image holds there, and {MissingPath.Reason(use)}",
            { Presence: Presence.Absent } => $"nothing puts {use.Answer.Looked} there",
            { Presence: Presence.Elsewhere, Actual: { } actual } => $"it is not found from there; the repository has it as {actual}",
            _ => MissingPath.Reason(use),
        };

    protected override string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        SameProcess.Remedy(uses, deployment) ?? base.Remedy(uses, deployment);

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        Attribute(uses[0]) is var (_, name) ? $"Name in {PlaceList.Of(uses)} what {uses[0].Answer.Actual} has, or give it {name}."
        : uses[0].Answer is { Presence: Presence.IgnoredByGit, Mount: { } mount }
            ? $"Make {uses[0].Answer.Looked} before, and say so where the start is described; or, if the image brings it, leave out {mount}."
        : uses[0].Answer is { Presence: Presence.Absent, Why: not null }
            ? $"Name what the image holds in {PlaceList.Of(uses)}, or see to it that {uses[0].Answer.Looked} is made."
        : uses[0].Answer.Presence is Presence.Absent or Presence.Elsewhere
            ? $"Copy it to {uses[0].Answer.Looked}, or name what the image holds in {PlaceList.Of(uses)}."
        : MissingPath.Remedy(uses);
}
