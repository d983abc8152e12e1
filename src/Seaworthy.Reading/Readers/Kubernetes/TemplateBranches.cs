using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>The parts of a Helm template that are rendered under a condition.</summary>
/// <remarks>Helm documentation, "Flow Control"; Go, package text/template, "Actions".</remarks>
internal sealed class TemplateBranches
{
    private readonly SourceFile file;
    private readonly List<TemplateBranch> branches = [];
    private readonly Stack<Frame> open = [];

    private TemplateBranches(SourceFile file) => this.file = file;

    public static IReadOnlyList<TemplateBranch> Of(SourceFile file)
    {
        TemplateBranches reading = new(file);
        var text = file.Text;
        for (var start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0; )
        {
            var end = text.IndexOf("}}", start + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            reading.Read(text[(start + 2)..end].Trim().TrimStart('-').TrimEnd('-').Trim(), start, end + 2);
            start = text.IndexOf("{{", end + 2, StringComparison.Ordinal);
        }

        return reading.branches;
    }

    private void Read(string action, int start, int end)
    {
        var blank = action.IndexOfAny([' ', '\n', '\t', '(']);
        var word = blank < 0 ? action : action[..blank];
        var rest = blank < 0 ? "" : action[blank..].Trim();
        switch (word)
        {
            case "if" or "with" or "range":
                open.Push(new Frame(Condition(rest), "", end));
                break;
            case "define" or "block":
                open.Push(new Frame(null, "", end));
                break;
            case "else" when open.TryPop(out var frame):
                Close(frame, start);
                var before = frame.Condition is null ? frame.Before : $"{frame.Before} (not ({frame.Condition}))";
                var next =
                    rest.StartsWith("if ", StringComparison.Ordinal) || rest.StartsWith("with ", StringComparison.Ordinal)
                        ? Condition(rest[(rest.IndexOf(' ', StringComparison.Ordinal) + 1)..])
                        : null;
                open.Push(new Frame(next, before, end));
                break;
            case "end" when open.TryPop(out var frame):
                Close(frame, start);
                break;
        }
    }

    private void Close(Frame frame, int end)
    {
        var condition = frame.Condition is null ? frame.Before : $"{frame.Before} ({frame.Condition})";
        if (condition.Length > 0)
        {
            branches.Add(
                new TemplateBranch(
                    $"and{(condition[0] == ' ' ? "" : " ")}{condition}",
                    new SourceSpan(file, frame.Start, end - frame.Start)
                )
            );
        }
    }

    /// <summary>Without the names that it declares: <c>$key, $value := .Values.map</c>.</summary>
    private static string Condition(string text) =>
        text.IndexOf(":=", StringComparison.Ordinal) is var at and >= 0 ? text[(at + 2)..].Trim() : text;

    /// <summary>An open part: its own condition, what did not hold before it, where its text begins.</summary>
    private sealed record Frame(string? Condition, string Before, int Start);
}
