using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>The conditions under which a place in the source runs.</summary>
internal static class Conditions
{
    private static readonly string[] DevelopmentWords = ["dev", "debug", "verbose", "production", "local"];

    // Switches of the environment and of the command line.
    private static readonly string[] ChoiceWords = ["env", "argv", "argc", "args", "reset", "seed", "sync", "test"];

    public static IEnumerable<CodeCondition> Around(CodeReading reading, int token) =>
        InOrder
            .Within(reading.Syntax.Conditions, condition => condition.Token, new TokenRange(0, token))
            .Where(condition => condition.Body.Contains(token));

    /// <summary>It runs only in development, or only in production: the test names one of them.</summary>
    public static bool AsksForEnvironment(CodeReading reading, CodeCondition condition) => Names(reading, condition, DevelopmentWords);

    /// <summary>Nothing that the environment or a switch decides keeps the place from running.</summary>
    public static bool AlwaysRuns(CodeReading reading, int token) =>
        !Around(reading, token).Any(condition => AsksForEnvironment(reading, condition) || Names(reading, condition, ChoiceWords));

    private static bool Names(CodeReading reading, CodeCondition condition, string[] words)
    {
        var test = reading.Syntax.Span(condition.Test).Text;
        return Array.Exists(words, word => test.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
