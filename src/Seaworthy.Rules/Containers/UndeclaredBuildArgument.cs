using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A caller passes a build argument that the Dockerfile does not declare.</summary>
internal sealed class UndeclaredBuildArgument : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/undeclared-build-argument",
            Title = "Build argument that no ARG takes",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale = "The builder drops the value with a warning that nobody reads; the image is built with another one.",
            Holds = "The Dockerfile declares the build argument.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.BuildArgument];

    protected override string Message(NameUse use) =>
        use.Related is { } need
            ? $"{use.Subject} passes the build argument {use.Name}, but {use.In} has no `ARG {use.Name}`: the step at {need} runs without it."
            : $"{use.Subject} passes the build argument {use.Name}, but {use.In} has no `ARG {use.Name}`: the value is dropped.{KnownThere(use)}";

    protected override string Remedy(NameUse use) =>
        use.Related is { } need
            ? $"Add `ARG {use.Name}` (and `ENV {use.Name}=${use.Name}` where a program reads it) to the stage before {need}."
            : $"Declare `ARG {use.Name}` in the stage of {use.In} that needs it, or take the argument out of {use.Span}.";

    protected override CommandText Check(NameUse use) => $"grep -n 'ARG {use.Name}' {use.In}";
}
