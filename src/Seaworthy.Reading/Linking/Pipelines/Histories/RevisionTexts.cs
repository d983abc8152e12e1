using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Reading.Linking.Pipelines.Histories;

/// <summary>The words of a step's script with its variables put in, expressions of GitHub as they are written: <c>origin/$BASE</c> becomes <c>origin/${{ github.base_ref }}</c>.</summary>
internal sealed class RevisionTexts(Workflow workflow, WorkflowJob job, WorkflowStep step)
{
    private const int MostDepth = 4;
    private const int MostLetters = 1000;

    private readonly ILookup<string, ShellWord?> assigned = (step.Run?.Commands ?? [])
        .SelectMany(command => command.Assignments)
        .ToLookup(assignment => assignment.Name, assignment => assignment.Value, StringComparer.Ordinal);

    private readonly Dictionary<Asked, string> variables = [];

    public string Of(ShellWord word) => Of(word, 0);

    /// <summary>What stands between the braces of one expression; the text itself where it is none.</summary>
    public static string Inner(string text) =>
        text.StartsWith("${{", StringComparison.Ordinal) && text.EndsWith("}}", StringComparison.Ordinal) ? text[3..^2].Trim() : text;

    private string Of(ShellWord word, int depth) =>
        word.Literal
        ?? string.Concat(
            word.Parts.Select(part =>
                part.Kind switch
                {
                    ShellPartKind.Literal => part.Text,
                    ShellPartKind.Variable when part.Default is null => Variable(part.Text, depth),
                    ShellPartKind.Substitution => Expression(part.Text, depth),
                    _ => "$",
                }
            )
        );

    /// <summary>A variable of variables of variables may become very long: a revision is not.</summary>
    private string Variable(string name, int depth)
    {
        Asked asked = new(name, depth);
        if (!variables.TryGetValue(asked, out var text))
        {
            variables[asked] = text = Expanded(name, depth) is { Length: <= MostLetters } shorter ? shorter : "$" + name;
        }

        return text;
    }

    private string Expanded(string name, int depth)
    {
        if (depth < MostDepth && assigned[name].ToList() is { Count: > 0 } values)
        {
            return values is [{ } only] ? Of(only, depth + 1) : "$" + name;
        }

        return name switch
        {
            "GITHUB_SHA" => "${{ github.sha }}",
            "GITHUB_BASE_REF" => "${{ github.base_ref }}",
            "GITHUB_HEAD_REF" => "${{ github.head_ref }}",
            _ => Environment(name, depth) ?? "$" + name,
        };
    }

    private string Expression(string text, int depth)
    {
        var inner = Inner(text);
        return inner.StartsWith("env.", StringComparison.Ordinal) && Environment(inner["env.".Length..], depth) is { } value ? value
            : inner == text ? "$"
            : "${{ " + inner + " }}";
    }

    private string? Environment(string name, int depth) =>
        depth < MostDepth && JobValues.Variable(name, workflow, job, step)?.Value is { } value
            ? string.Concat(value.Parts.Select(part => part.Expression is null ? part.Text : Expression(part.Text, depth + 1)))
            : null;

    /// <summary>A variable at a depth of variables of variables.</summary>
    private sealed record Asked(string Name, int Depth);
}
