using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>The file in which Strapi keeps its content where its client is SQLite: <c>config/database.js</c>.</summary>
/// <remarks>Source: Strapi documentation, "Database configuration", "Configuration structure" and the template for several databases, in which <c>DATABASE_CLIENT</c> chooses.</remarks>
internal sealed class StrapiDatabase : FrameworkKnowledge
{
    private const string File = "DATABASE_FILENAME";

    private const string Client = "DATABASE_CLIENT";

    public override void Read(CodeReading reading)
    {
        if (
            !reading.File.Path.Contains("config/", StringComparison.Ordinal)
            || !reading.File.Name.StartsWith("database.", StringComparison.Ordinal)
            || Find(reading, File) is not { } call
            || call.Positional(1) is not { } fallback
            || reading.Evaluator.Literal(fallback) is not { Length: > 0 } path
        )
        {
            return;
        }

        var choice = Find(reading, Client);
        if (choice is null ? IsWritten(reading) : reading.Evaluator.Literal(choice.Positional(1)) == "sqlite")
        {
            reading.KeptPaths.Add(
                new KeptPath(
                    new CodeValue.Environment(File, new CodeValue.Literal(path, call.Span), call.Span),
                    KeptKind.Database,
                    false,
                    call.Span
                )
                {
                    ReplacedBy = choice is null ? null : Client,
                    IsFileAnyway = true,
                }
            );
        }
    }

    private static CodeCall? Find(CodeReading reading, string variable) =>
        reading.Syntax.Calls.FirstOrDefault(call => call.Path == "env" && reading.Evaluator.Literal(call.Positional(0)) == variable);

    // client: 'sqlite'
    private static bool IsWritten(CodeReading reading)
    {
        for (var at = 0; at + 2 < reading.Trees.Count; at++)
        {
            if (
                reading.Trees.Is(at, "client")
                && reading.Trees.Is(at + 1, ":")
                && reading.Evaluator.Literal(new TokenRange(at + 2, at + 3)) is "sqlite" or "better-sqlite3"
            )
            {
                return true;
            }
        }

        return false;
    }
}
