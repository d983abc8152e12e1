using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Reading.Readers.Workflows;

/// <summary>Whether the shell of a step can read its script.</summary>
internal static class StepSyntax
{
    private const string Open = "${{";
    private const string Close = "}}";

    public static IReadOnlyList<Problem> ProblemsOf(MappedText script)
    {
        var syntax = ShellParser.Read(Filled(script));
        return
        [
            .. syntax
                // The shell undoes escapes in a here-document before another reads it.
                .Commands.Where(command => command.Redirects.All(redirect => redirect.HereDocument is null))
                .Select(InnerScript.Of)
                .OfType<InnerScript>()
                // Quotes inside a substitution are undone with the others.
                .Where(inner => !inner.IsOfWords)
                .SelectMany(inner => ShellParser.Read(inner.Text).Reached)
                .Concat(syntax.Reached)
                .Where(problem => problem.Kind == ProblemKind.Syntax),
        ];
    }

    /// <summary>The runner puts values in place of expressions before any shell sees the text: here a word of the same length, so that every place stays where it is.</summary>
    private static MappedText Filled(MappedText script)
    {
        var text = script.Text.ToCharArray();
        for (
            var at = script.Text.IndexOf(Open, StringComparison.Ordinal);
            at >= 0;
            at = script.Text.IndexOf(Open, at + 1, StringComparison.Ordinal)
        )
        {
            var end = script.Text.IndexOf(Close, at, StringComparison.Ordinal);
            Array.Fill(text, 'x', at, (end < 0 ? text.Length : end + Close.Length) - at);
        }

        return script with
        {
            Text = new string(text),
        };
    }
}
