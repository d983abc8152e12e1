using System.Text;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What the expressions in the words of a command stand for: <c>docker build -f ${{ matrix.file }} .</c>.</summary>
internal static class StepExpressions
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The values of the expressions, by their text, for each run of the job's matrix in which they differ; nothing is known of any when one depends on more than the file.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(
        Deployment deployment,
        CommandSite site,
        IEnumerable<ShellWord?> words
    )
    {
        HashSet<string> written = [.. words.SelectMany(word => word?.Parts ?? []).Where(IsExpression).Select(part => part.Text)];
        if (written.Count == 0 || StepOfCommand.Of(deployment, site) is not { Step.Run.Text: { } text } place)
        {
            return [None];
        }

        List<ExpressionPart> parts = [.. text.Parts.Where(part => part.Expression is not null && written.Contains(part.Text))];
        var runs = JobValues.Together(
            [.. parts.Select(part => new ExpressionTemplate(part.Text, [part], text.Span))],
            place.Workflow,
            place.Job,
            place.Step
        );
        return runs is { Count: > 0 } ? [.. runs.Select(run => ByText(parts, run))] : [None];
    }

    /// <summary>A word with its expressions filled in; null when one is not known, or something else in it is computed.</summary>
    public static string? Fill(ShellWord word, IReadOnlyDictionary<string, string> values)
    {
        StringBuilder filled = new();
        foreach (var part in word.Parts)
        {
            var text = part.Kind == ShellPartKind.Literal ? part.Text : values.GetValueOrDefault(part.Text);
            if (text is null)
            {
                return null;
            }

            filled.Append(text);
        }

        return filled.ToString();
    }

    private static bool IsExpression(ShellPart part) =>
        part.Kind == ShellPartKind.Substitution && part.Text.StartsWith("${{", StringComparison.Ordinal);

    private static Dictionary<string, string> ByText(List<ExpressionPart> parts, IReadOnlyList<string> values)
    {
        Dictionary<string, string> byText = new(StringComparer.Ordinal);
        for (var index = 0; index < parts.Count; index++)
        {
            byText[parts[index].Text] = values[index];
        }

        return byText;
    }
}
