using Seaworthy.Model;
using Seaworthy.Model.Source;
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
            Certainty = Certainty.Likely,
            Rationale =
                "An ARG is seen by its own stage only, after the line that declares it; everywhere else the variable is empty, whatever the caller passes.",
            Holds = "The stage declares the variables that the Dockerfile means.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.DockerVariable, NameRole.BaseImageArgument];

    /// <summary>What one stage lost has one cause; what a step of the build needs is not told with what only the container has empty.</summary>
    protected override object Cause(NameUse use) => use.Part is { } stage ? new { stage, use.IsConditional } : base.Cause(use);

    protected override string Message(NameUse use) => Message([use]);

    protected override string Message(IReadOnlyList<NameUse> uses)
    {
        var use = uses[0];
        var names = uses.Select(other => other.Name).Distinct(StringComparer.Ordinal).ToList();
        var one = names.Count == 1;
        var harm =
            use.NeededAt is { } step ? $"{(one ? "it is" : "they are")} empty at {step}, whatever the build is given"
            : use.IsConditional
                ? $"{(one ? "it is" : "they are")} empty in the image, which harms only a container that is started without {(one ? "it" : "them")}"
            : "it is empty";
        return use.Role == NameRole.BaseImageArgument
                ? $"{use.Subject} builds upon an image named by ${use.Name}, which no ARG above the first FROM declares: the reference is not valid, and the build cannot begin."
            : use.Related is { } place
                ? $"{use.Subject} uses {string.Join(", ", names.Select(name => "$" + name))} in a stage that has no `ARG {names[0]}` above it ({place} does not reach here): {harm}."
            : $"{use.Subject} sets {string.Join(", ", names)} to {(one ? "itself" : "themselves")} in a stage that has no `ARG {names[0]}`: {harm}.";
    }

    // What the image alone has empty, the container may be given.
    protected override bool IsCertain(NameUse use) =>
        base.IsCertain(use) && (use.NeededAt is not null || use.Role == NameRole.BaseImageArgument);

    protected override string Remedy(NameUse use) =>
        use.Role == NameRole.BaseImageArgument ? $"Declare `ARG {use.Name}=…` above the first FROM of {use.In}."
        : use.IsConditional
            ? $"Take {use.Span} out where the container is given {use.Name} when it starts, or add `ARG {use.Name}` to the stage above it."
        : $"Add `ARG {use.Name}` to the stage, above {use.Span}.";

    /// <summary>One declaration for each stage that uses it: none reaches into another.</summary>
    protected override string Remedy(IReadOnlyList<NameUse> uses) =>
        uses[0] is { Role: NameRole.DockerVariable, IsConditional: false, Name: var name }
        && uses.Where(use => use.Name == name)
            .GroupBy(use => use.Scope)
            .Select(stage => stage.MinBy(use => use.Span.Start)?.Span)
            .OfType<SourceSpan>()
            .OrderBy(place => place.Start)
            .Select(place => place.ToString())
            .ToList()
            is { Count: > 1 } places
            ? $"Add `ARG {name}` to each stage that uses it, above {string.Join(" and above ", places)}: one reaches its own stage only."
            : base.Remedy(uses);

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"{BuiltImage.Build(use.In, deployment, "--check")}   # must not name {use.Name}";
}
