using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A value of Compose holds <c>{NAME}</c> where <c>${NAME}</c> was meant.</summary>
internal sealed partial class BracesWithoutDollar : Rule<ComposeService>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/braces-without-dollar",
            Title = "Variable of Compose without its dollar sign",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale = "Compose fills in `${NAME}` only: the program gets the braces and the name as its password, address or key.",
            Holds = "No value holds the name of a variable in braces alone.",
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
                $"{subject.Name.Value} is given {first.Name.Value} with `{{{name}}}` in it as it stands{(bare.Count > 1 ? $", and the same in {bare.Count - 1} more of its variables" : "")}: without the dollar sign Compose fills nothing in."
            )
            .Related(bare.Skip(1).Select(variable => variable.Span))
            .Remedy($"Write `${{{name}}}` in {first.Span}.")
            .VerifyAllGone();
    }

    /// <summary>
    /// The name in braces that Compose was to fill in: the whole value is the variable's own name, or a hole with its dollar sign stands beside it and others fill in the same name. Null when it was not.
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
