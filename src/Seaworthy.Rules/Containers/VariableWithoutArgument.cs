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
            Title = "Undeclared Dockerfile variable",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "An ARG is visible only in its own stage, after its declaration; elsewhere the variable is empty, whatever the caller passes.",
            Holds = "The stage declares the variables that it uses.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.DockerVariable, NameRole.BaseImageArgument];

    /// <summary>What one stage lost has one cause; what a build step needs is reported apart from what is empty only in the container.</summary>
    protected override object Cause(NameUse use) => use.Part is { } stage ? new { stage, use.IsConditional } : base.Cause(use);

    protected override string Message(NameUse use) => Message([use]);

    protected override string Message(IReadOnlyList<NameUse> uses)
    {
        var use = uses[0];
        var names = uses.Select(other => other.Name).Distinct(StringComparer.Ordinal).ToList();
        var one = names.Count == 1;
        var harm =
            use.NeededAt is { } step ? $"{(one ? "it is" : "they are")} empty at {step}"
            : use.IsConditional ? $"{(one ? "it is" : "they are")} empty unless the container sets {(one ? "it" : "them")}"
            : "it is empty";
        return use.Role == NameRole.BaseImageArgument
                ? $"{use.Subject} builds on an image named by `${use.Name}`, but no ARG before the first FROM declares it: the build cannot start."
            : use.Related is { } place
                ? $"{use.Subject} uses {string.Join(", ", names.Select(name => "$" + name))} in a stage without `ARG {names[0]}` ({place} is in another scope): {harm}."
            : IsNowhere(use)
                ? $"{use.Subject} uses {string.Join(", ", names.Select(name => "$" + name))}, which no ARG or ENV of the file defines: {(one ? "it is" : "they are")} empty there.{Nearest(use)}"
            : $"{use.Subject} sets {string.Join(", ", names)} to {(one ? "itself" : "themselves")} in a stage without `ARG {names[0]}`: {harm}.";
    }

    /// <summary>The instruction itself needs it, and nothing else names it.</summary>
    private static bool IsNowhere(NameUse use) => use.Related is null && use.NeededAt is { } step && step.Holds(use.Span);

    private static string Nearest(NameUse use) =>
        NearMiss.Of(use.Name, use.Candidates) is { } near ? $" Did you mean ${near}?" : KnownThere(use);

    // What the image alone has empty, the container may be given.
    protected override bool IsCertain(NameUse use) =>
        base.IsCertain(use) && (use.NeededAt is not null || use.Role == NameRole.BaseImageArgument);

    protected override string Remedy(NameUse use) =>
        use.Role == NameRole.BaseImageArgument ? $"Declare `ARG {use.Name}=…` above the first FROM of {use.In}."
        : IsNowhere(use) ? $"Declare `ARG {use.Name}=…` above {use.Span}, or use a variable that the stage defines there."
        : use.IsConditional
            ? $"Remove {use.Span} if the container sets {use.Name} when it starts, or add `ARG {use.Name}` to the stage above it."
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
            ? $"Add `ARG {name}` to each stage that uses it, above {string.Join(" and above ", places)}: each ARG applies to its own stage only."
            : base.Remedy(uses);

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        $"{BuiltImage.Build(use.In, deployment, "--check")}   # must not name {use.Name}";
}
