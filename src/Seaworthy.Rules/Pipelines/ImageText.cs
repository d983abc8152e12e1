using System.Text;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Names of images as workflows write them, brought to one form: variables filled in, a star for what differs from run to run.</summary>
internal static class ImageText
{
    public const string Commit = "${{github.sha}}";

    private const int MaximumRounds = 3;
    private const int MaximumLength = 2_000;

    public static string Of(string text, Workflow workflow, WorkflowJob job, WorkflowStep? step)
    {
        for (var round = 0; round < MaximumRounds && text.Length < MaximumLength; round++)
        {
            var next = Once(text, name => JobValues.Variable(name, workflow, job, step)?.Value.Raw);
            if (next == text)
            {
                break;
            }

            text = next;
        }

        return Once(text, _ => "*").Trim('"', '\'');
    }

    private static string Once(string text, Func<string, string?> variable)
    {
        StringBuilder made = new(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("${{") && text.IndexOf("}}", at, StringComparison.Ordinal) is var end and > 0)
            {
                made.Append(Expression(text[(at + 3)..end].Replace(" ", "", StringComparison.Ordinal), variable));
                at = end + 1;
            }
            else if (text[at] == '$' && NameLength(rest[1..]) is var length and > 0)
            {
                var name = rest.Slice(1, length).Trim("{}").ToString();
                made.Append(name == "GITHUB_SHA" ? Commit : variable(name) ?? $"${name}");
                at += length;
            }
            else
            {
                made.Append(text[at]);
            }
        }

        return made.ToString();
    }

    private static string Expression(string inner, Func<string, string?> variable) =>
        inner.StartsWith("env.", StringComparison.Ordinal) && variable(inner[4..]) is { } value ? value
        : inner.StartsWith("matrix.", StringComparison.Ordinal) ? "*"
        : "${{" + inner + "}}";

    // The length of NAME or {NAME} after a dollar sign.
    private static int NameLength(ReadOnlySpan<char> text)
    {
        var start = text is ['{', ..] ? 1 : 0;
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end == start ? 0
            : start == 0 ? end
            : end < text.Length && text[end] == '}' ? end + 1
            : 0;
    }
}
