using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>YAML reads an unquoted version as a number, which loses its last zero.</summary>
/// <remarks>Source: YAML 1.2.2, 10.3 "Core Schema"; GitHub's documentation of actions/setup-python and actions/setup-go asks for quotes.</remarks>
internal sealed class VersionLosesItsZero : Rule<Workflow>
{
    private const int MostPlaces = 6;

    // Below their names in a matrix, and as inputs of the actions that set them up.
    private static readonly string[] Languages = ["python", "go", "ruby", "php", "node", "terraform", "elixir", "otp", "rust", "gradle"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "version-loses-its-zero",
            "Unquoted version number",
            Severity.High,
            "`3.10` without quotes is the number 3.1: the job asks for Python 3.1, which does not exist, or silently gets Go 1.2.",
            "Versions that end with a zero are quoted."
        );

    public override IEnumerable<Workflow> Subjects(Deployment deployment) =>
        deployment.Of<Workflow>().Where(workflow => Versions(workflow).Any());

    protected override Subject Identify(Workflow subject) => new(subject.File.Name, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Workflow subject, Deployment deployment)
    {
        var lost = Versions(subject).Where(version => Loses(version.Text)).ToList();
        if (lost is not [var first, ..])
        {
            yield break;
        }

        var text = first.Text.Raw.Trim();
        yield return Fail(
                first.Text.Span,
                $"{subject.File.Name} sets `{first.Name}` to {text} without quotes, which YAML reads as the number {text.TrimEnd('0')}."
            )
            .Related(lost.Skip(1).Take(MostPlaces).Select(version => version.Text.Span))
            .Remedy($"Write `\"{text}\"` in {first.Text.Span}.")
            .VerifyGone();
    }

    private static IEnumerable<Given> Versions(Workflow workflow)
    {
        // Asked once for a name, not for each value: it looks through the whole text.
        Dictionary<string, bool> read = new(StringComparer.Ordinal);
        return workflow.Jobs.SelectMany(job =>
            Matrix(job, axis => IsVersion(axis) && (read.TryGetValue(axis, out var known) ? known : read[axis] = workflow.TakesAxis(axis)))
                .Concat(Inputs(job).Where(version => IsVersion(version.Name)))
        );
    }

    private static IEnumerable<Given> Matrix(WorkflowJob job, Func<string, bool> isAsked) =>
        from axis in job.Matrix?.Axes ?? []
        where isAsked(axis.Name)
        from value in axis.Values
        let text = value.Text
        where text is not null
        select new Given(axis.Name, text);

    private static IEnumerable<Given> Inputs(WorkflowJob job) =>
        from step in job.Steps
        where step.Uses is { Name: { } action } && action.Contains("setup", StringComparison.OrdinalIgnoreCase)
        from input in step.With
        select new Given(input.Name, input.Value);

    private static bool IsVersion(string name)
    {
        var words = name.ToLowerInvariant().Split('-', '_');
        return words.Any(word => Languages.Contains(word))
            && words.All(word => Languages.Contains(word) || word is "version" or "versions");
    }

    /// <summary>A plain scalar whose minor version has several digits and ends with a zero; <c>8.0</c> is release 8 either way.</summary>
    private static bool Loses(ExpressionTemplate text)
    {
        var raw = text.Raw.Trim();
        return raw.Split('.') is [{ Length: > 0 } major, { Length: > 1 } minor]
            && minor[^1] == '0'
            && major.All(char.IsAsciiDigit)
            && minor.All(char.IsAsciiDigit)
            && !text.IsQuoted;
    }

    private sealed record Given(string Name, ExpressionTemplate Text);
}
