using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A list of an action's input has quotes in its lines, which belong to the values.</summary>
/// <remarks>
/// Sources: YAML 1.2.2, 8.1.2 "Literal Style": no character is special in a block; @actions/core, getMultilineInput: lines are split and trimmed;
/// the README of each action.
/// </remarks>
internal sealed class QuotesInListInput : Rule<QuotesInListInput.ListInput>
{
    private static readonly Dictionary<string, string> Inputs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["actions/setup-dotnet"] = "dotnet-version",
        ["actions/setup-python"] = "python-version",
        ["actions/setup-java"] = "java-version",
        ["actions/upload-artifact"] = "path",
        ["actions/cache"] = "path",
        ["actions/cache/restore"] = "path",
        ["actions/cache/save"] = "path",
        ["softprops/action-gh-release"] = "files",
    };

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "quotes-in-list-input",
            "Quotes in action input",
            Severity.High,
            "In a block of YAML quotes are characters like any other: the action looks for a version or a file with quotes in its name.",
            "The lines of the input have no quotes."
        );

    public override IEnumerable<ListInput> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses is { } uses && Inputs.ContainsKey(uses.Name)
        let input = step.Input(Inputs[step.Uses?.Name ?? ""])
        where input is not null
        select new ListInput($"{workflow.File.Name}: {job.Id}", step.Uses?.Name ?? "", input);

    protected override Subject Identify(ListInput subject) => new(subject.Job, subject.Input.Span);

    protected override IEnumerable<Verdict> Check(ListInput subject, Deployment deployment)
    {
        if (subject.Input.Lines.FirstOrDefault(IsQuoted) is not { } line)
        {
            yield break;
        }

        yield return Fail(subject.Input.Span, $"{subject.Job} gives {subject.Action} the value `{line}`, whose quotes are a part of it.")
            .Remedy($"Write `{line[1..^1]}` without quotes in {subject.Input.Span}.")
            .Verify($"git grep -nF {line} -- {subject.Input.Span.File.Path}   # must find nothing");
    }

    private static bool IsQuoted(string line) => line is ['"', _, .., '"'] or ['\'', _, .., '\''];

    /// <summary>An input that the action splits into lines.</summary>
    internal sealed record ListInput(string Job, string Action, ExpressionTemplate Input);
}
