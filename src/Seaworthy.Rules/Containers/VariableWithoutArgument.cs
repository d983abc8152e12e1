using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An instruction uses a variable that its stage does not have.</summary>
internal sealed class VariableWithoutArgument : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/variable-without-argument",
            Title = "Variable that its stage does not declare",
            Area = Area.Containers,
            Severity = Severity.High,
            Rationale =
                "An ARG is seen by its own stage only, after the line that declares it; everywhere else the variable is empty, whatever the caller passes.",
            Holds = "The stage declares the variables that the Dockerfile means.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.DockerVariable, NameRole.BaseImageArgument];

    protected override string Message(NameUse use) =>
        use.Role == NameRole.BaseImageArgument
            ? $"{use.Subject} builds upon an image named by ${use.Name}, which no ARG above the first FROM declares: the reference is not valid, and the build cannot begin."
        : use.Related is { } place
            ? $"{use.Subject} uses ${use.Name} in a stage that has no `ARG {use.Name}` above it ({place} does not reach here): it is empty."
        : $"{use.Subject} sets {use.Name} to itself in a stage that has no `ARG {use.Name}`: it is empty, whatever the build is given.";

    protected override string Remedy(NameUse use) =>
        use.Role == NameRole.BaseImageArgument
            ? $"Declare `ARG {use.Name}=…` above the first FROM of {use.In}."
            : $"Add `ARG {use.Name}` to the stage, above {use.Span}.";

    protected override CommandText Check(NameUse use) => $"docker build --check -f {use.In} .";
}
