using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>A colon and a blank in a text behind a key make a mapping where none may be: <c>name: Guard: skip</c>. A parser stops at the first, and without it at the next.</summary>
internal static class TornTexts
{
    /// <summary>Every one costs a new reading of the file.</summary>
    private const int Most = 10;

    /// <summary>What was meant by the line with the fault; null when the fault is another one.</summary>
    public static string? Remedy(string text, int fault) =>
        IsOne(text, fault) ? "Quote the text after the first colon of the line, since it contains a colon and a space" : null;

    /// <summary>The faults that a parser finds once those before are gone.</summary>
    public static IEnumerable<Problem> Further(string text, YamlTreeBuilder read, Func<string, YamlTreeBuilder> parse)
    {
        var reported = read.Problems;
        for (var tries = 0; tries < Most && IsOne(text, read.FirstFault); tries++)
        {
            var fault = read.FirstFault;
            text = string.Concat(text.AsSpan(0, fault), ";", text.AsSpan(fault + 1));
            read = parse(text);
            // Another colon of the line is reported with the first.
            if (
                read.Problems.FirstOrDefault(problem => problem.Kind == ProblemKind.Syntax) is { } next
                && next.Span.Start > fault
                && text.AsSpan(fault, next.Span.Start - fault).Contains('\n')
                && reported.All(known => known.Span != next.Span)
            )
            {
                yield return next;
            }
        }
    }

    private static bool IsOne(string text, int fault) =>
        fault > 0
        && fault + 1 < text.Length
        && text[fault] == ':'
        && text[fault + 1] == ' '
        && text[(text.LastIndexOf('\n', fault) + 1)..fault].Contains(": ", StringComparison.Ordinal);
}
