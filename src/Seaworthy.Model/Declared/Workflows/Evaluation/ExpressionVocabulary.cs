using System.Collections.Frozen;

namespace Seaworthy.Model.Declared.Workflows.Evaluation;

/// <summary>The names that expressions may use; their letter case does not matter.</summary>
/// <remarks>Source: GitHub Docs, "Contexts reference" and "Evaluate expressions in workflows and actions", Functions; as of November 2026.</remarks>
public static class ExpressionVocabulary
{
    private const int Many = 255;

    private static readonly FrozenSet<string> Contexts = new[]
    {
        "github",
        "env",
        "vars",
        "job",
        "jobs",
        "steps",
        "runner",
        "secrets",
        "strategy",
        "matrix",
        "needs",
        "inputs",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, ExpressionFunction> Functions = new ExpressionFunction[]
    {
        new("contains", 2, 2),
        new("startsWith", 2, 2),
        new("endsWith", 2, 2),
        new("format", 1, Many),
        new("join", 1, 2),
        new("toJSON", 1, 1),
        new("fromJSON", 1, 1),
        new("hashFiles", 1, Many),
        new("case", 3, Many),
        new("success", 0, Many, ChecksStatus: true),
        new("always", 0, 0, ChecksStatus: true),
        new("cancelled", 0, 0, ChecksStatus: true),
        new("failure", 0, Many, ChecksStatus: true),
    }.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static bool IsContext(string name) => Contexts.Contains(name);

    public static ExpressionFunction? Function(string name) => Functions.GetValueOrDefault(name);
}
