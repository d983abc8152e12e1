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
            Title = "Missing start command",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The program cannot start: the container exits, never becomes healthy, or runs without it.",
            Holds = "The container has what it starts.",
        };

    protected override IReadOnlyList<PathRole> Roles => [PathRole.Entrypoint];

    /// <summary>Where a stage lacks a copied path, the build already stops there, whatever git ignores.</summary>
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
        use.Subject.StartsWith("HEALTHCHECK", StringComparison.Ordinal) ? "the container never becomes healthy"
        : use.Subject.StartsWith("supervisord", StringComparison.Ordinal) ? "supervisord gives up, and the container runs without it"
        : use is { Tool: "uvicorn", IsOfReload: true } ? "the server waits for a change and serves nothing"
        : "the container exits at startup";

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
                $"{mount} mounts the repository over it, and {MissingPath.Reason(use)}",
            { Presence: Presence.Absent } => $"nothing puts {use.Answer.Looked} there",
            { Presence: Presence.Elsewhere, Actual: { } actual } => $"it is not found there; the repository has {actual}",
            _ => MissingPath.Reason(use),
        };

    protected override string Remedy(IReadOnlyList<PathUse> uses, Deployment deployment) =>
        SameProcess.Remedy(uses, deployment) ?? base.Remedy(uses, deployment);

    protected override string Remedy(IReadOnlyList<PathUse> uses) =>
        Attribute(uses[0]) is var (_, name) ? $"Use a name from {uses[0].Answer.Actual} in {PlaceList.Of(uses)}, or define {name} there."
        : uses[0].Answer is { Presence: Presence.IgnoredByGit, Mount: { } mount }
            ? $"Create {uses[0].Answer.Looked} before the start, and document it; or, if the image has it, remove {mount}."
        : uses[0] is { Tool: "celery" or "arq", Answer: { Presence: Presence.Absent, Actual: { } module } }
            ? $"Define `{uses[0].Path[(uses[0].Path.LastIndexOf('.') + 1)..]}` in {module}, or use another name from it in {PlaceList.Of(uses)}."
        : uses[0].Answer is { Presence: Presence.Absent, Why: not null }
            ? $"Use a path of the image in {PlaceList.Of(uses)}, or create {uses[0].Answer.Looked}."
        : uses[0].Answer.Presence is Presence.Absent or Presence.Elsewhere
            ? $"Copy it to {uses[0].Answer.Looked}, or use a path of the image in {PlaceList.Of(uses)}."
        : MissingPath.Remedy(uses);
}
