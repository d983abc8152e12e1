using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A caller passes a build argument that the Dockerfile does not declare.</summary>
internal sealed class UndeclaredBuildArgument : MissingNameRule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/undeclared-build-argument",
            Title = "Undeclared build argument",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The builder drops the value with a warning, and the image is built without it.",
            Holds = "The Dockerfile declares the build argument.",
        };

    protected override IReadOnlyList<NameRole> Roles => [NameRole.BuildArgument];

    /// <summary>All arguments that one Dockerfile does not declare have one cause, but those that a step needs are reported apart from possible leftovers.</summary>
    protected override object Cause(NameUse use) =>
        new
        {
            use.In,
            use.IsMissing,
            use.Related,
            use.LateDefinition,
            use.NeededAt,
        };

    // Nothing in the Dockerfile takes them, and by their names they would only be in labels.
    private static readonly string[] OfLabels =
    [
        "BUILD_DATE",
        "VCS_REF",
        "VCS_URL",
        "VERSION",
        "GIT_COMMIT",
        "GIT_SHA",
        "COMMIT_SHA",
        "REVISION",
    ];

    protected override Severity Weight(NameUse use) =>
        use.NeededAt is null && !(use.Related is null && Array.IndexOf(OfLabels, use.Name) >= 0) ? Severity.Medium : Severity.Low;

    protected override string Message(NameUse use) => Message([use]);

    protected override string Message(IReadOnlyList<NameUse> uses)
    {
        var use = uses[0];
        var names = NamesOf(uses.Where(other => other.Subject == use.Subject));
        var (argument, declaration, value) =
            names.Count == 1
                ? ($"argument {names[0]}", $"no `ARG {names[0]}`", "its value")
                : ($"arguments {string.Join(", ", names)}", "no `ARG` for them", "their values");
        var them = names.Count == 1 ? "it" : "them";
        var others = Others(uses, names);
        return use is { Related: { } before, LateDefinition: { } late }
                ? $"{use.Subject} passes the build {argument}, but {use.In} declares {them} only at {late}, after the step at {before} that needs {them}.{others}"
            : use.Related is { } need
                ? $"{use.Subject} passes the build {argument}, but {use.In} has {declaration}: the step at {need} runs without {them}.{others}"
            : use.NeededAt is { } label
                ? $"{use.Subject} passes the build {argument}, but {use.In} has {declaration}: only the value set at {label} is empty.{others}"
            : $"{use.Subject} passes the build {argument}, but {use.In} has {declaration}: Docker drops {value}.{others}{KnownThere(use)}";
    }

    private static List<string> NamesOf(IEnumerable<NameUse> uses) => [.. uses.Select(use => use.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>What the first caller does not pass: a workflow and a compose file build the same image with different arguments.</summary>
    private static string Others(IReadOnlyList<NameUse> uses, IReadOnlyList<string> own) =>
        string.Concat(
            uses.Where(use => !own.Contains(use.Name))
                .DistinctBy(use => use.Name, StringComparer.Ordinal)
                .GroupBy(use => use.Subject, StringComparer.Ordinal)
                .Select(caller => $" {caller.Key} also passes {string.Join(", ", NamesOf(caller))}.")
        );

    protected override string Remedy(NameUse use) =>
        use is { Related: { } before, LateDefinition: { } late } ? $"Move {late}, with its `ENV`, before {before}."
        : use.Related is { } need
            ? $"Add `ARG {use.Name}` (and `ENV {use.Name}=${use.Name}` where a program reads it) to the stage before {need}."
        : use.Meant is { } meant
            ? $"Pass it as {meant.Value} in {use.Span}: {use.In} takes only that argument, which selects its base image."
        : $"Declare `ARG {use.Name}` in the stage of {use.In} that needs it, or remove the argument from {use.Span}.";

    protected override CommandText Check(NameUse use, Deployment deployment) =>
        TreeCheck.GoneOr(use.Span, $"git grep -nE {$"^\\s*ARG +{use.Name}"} -- {use.In}");
}
