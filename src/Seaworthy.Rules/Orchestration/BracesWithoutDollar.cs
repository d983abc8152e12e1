using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A compose value has <c>{NAME}</c> instead of <c>${NAME}</c>.</summary>
internal sealed partial class BracesWithoutDollar : Rule<ComposeService>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/braces-without-dollar",
            Title = "Missing dollar sign in variable",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "Compose replaces only `${NAME}`, so the program gets the braces and the name as its password, address or key.",
            Holds = "No value has a variable name in braces without a dollar sign.",
        };

    public override IEnumerable<ComposeService> Subjects(Deployment deployment) =>
        deployment
            .ComposeStacks.SelectMany(stack => stack.Project.Services)
            .Where(service => service.Environment.Count > 0)
            .DistinctBy(service => service.Span);

    protected override Subject Identify(ComposeService subject) => new(subject.Name.Value, subject.Name.Span);

    protected override IEnumerable<Verdict> Check(ComposeService subject, Deployment deployment)
    {
        var bare = subject.Environment.Where(variable => BareName(variable, deployment) is not null).ToList();
        if (bare is not [var first, ..] || BareName(first, deployment) is not { } name)
        {
            yield break;
        }

        yield return Fail(
                first.Span,
                $"{first.Name.Value} of {subject.Name.Value} contains `{{{name}}}` without a dollar sign, so Compose does not replace it{(bare.Count > 1 ? $"; {bare.Count - 1} more {(bare.Count == 2 ? "variable has" : "variables have")} the same mistake" : "")}."
            )
            .Related(bare.Skip(1).Select(variable => variable.Span))
            .Remedy($"Write `${{{name}}}` in {first.Span}.")
            .VerifyAllGone();
    }

    /// <summary>
    /// The name in braces that Compose should replace: the whole value is the variable's own name, or the value also has a correct reference and the name is used elsewhere. Otherwise null.
    /// </summary>
    private static string? BareName(ComposeVariable variable, Deployment deployment) =>
        variable.Value is { } value
        && Names().Match(value.Raw) is { Success: true } found
        && found.Groups[1].Value is var name
        && (
            found.Length == value.Raw.Length
                ? name == variable.Name.Value
                : value.Variables.Any() && IsFilledElsewhere(name, variable, deployment)
        )
            ? name
            : null;

    private static bool IsFilledElsewhere(string name, ComposeVariable variable, Deployment deployment) =>
        variable.Span.File.Mentions($"${{{name}") || deployment.Of<EnvFile>().Any(file => file.Find(name) is not null);

    [GeneratedRegex("(?<![$%{#])\\{([A-Z][A-Z0-9_]{2,})\\}(?!\\})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();
}
