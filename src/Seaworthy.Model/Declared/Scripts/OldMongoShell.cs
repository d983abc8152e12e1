using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>The shell of MongoDB before 6.0, <c>mongo</c>.</summary>
public static class OldMongoShell
{
    private static readonly string[] Calls =
    [
        "CMD, mongo,",
        "mongo --",
        "\"mongo\",",
        "'mongo',",
        "| mongo ",
        "mongo localhost",
        "mongo 127.",
    ];

    /// <summary>A file calls it, a health check for instance.</summary>
    public static bool IsCalledIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(Calls, call => file.Text.Contains(call, StringComparison.Ordinal));
    }
}
