using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A program that stops where a value is still the literal of its source: <c>if (secret === DEFAULT_SECRET) throw …</c>.</summary>
public static class LiteralRefusal
{
    private const int MostLines = 4;

    private static readonly string[] Refusals = ["raise ", "throw ", "exit(", "panic(", "Fatal", "die("];

    /// <summary>Whether a line of the file asks for what is at a place, or for a variable, and one of the next lines stops the program.</summary>
    public static bool IsIn(SourceSpan literal, string variable)
    {
        ArgumentNullException.ThrowIfNull(literal);
        var (lines, written) = (literal.File.Lines, literal.Text);
        return Enumerable
            .Range(1, lines.Count)
            .Where(line => lines.TextOf(line) is var text && IsQuestion(text) && Names(text, written, variable))
            .Any(line => Enumerable.Range(line, Math.Min(MostLines, lines.Count - line + 1)).Any(next => IsRefusal(lines.TextOf(next))));
    }

    private static bool IsQuestion(string line) =>
        line.Contains("==", StringComparison.Ordinal)
        || line.Contains(" in ", StringComparison.Ordinal)
        || line.Contains("ncludes(", StringComparison.Ordinal)
        || line.Contains(".has(", StringComparison.Ordinal);

    private static bool Names(string line, string written, string variable) =>
        line.Contains(written, StringComparison.Ordinal) || line.Contains(variable, StringComparison.Ordinal);

    private static bool IsRefusal(string line) => Refusals.Any(word => line.Contains(word, StringComparison.Ordinal));
}
