using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Sql;

/// <summary>The extensions of PostgreSQL that a file creates: a script of SQL, or a migration in whatever language.</summary>
/// <remarks>Source: PostgreSQL documentation, "CREATE EXTENSION".</remarks>
public static class CreatedExtensions
{
    private const string Statement = "create extension";

    /// <summary>Where the statement is guarded against its failure, it is nobody's fault that it fails.</summary>
    public static IEnumerable<Fact<string>> In(SourceFile file)
    {
        var text = file.Text;
        if (
            text.Contains("pg_available_extensions", StringComparison.OrdinalIgnoreCase)
            || text.Contains("exception when", StringComparison.OrdinalIgnoreCase)
        )
        {
            yield break;
        }

        for (
            var at = text.IndexOf(Statement, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(Statement, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (!IsComment(text, at) && Name(text.AsSpan(at + Statement.Length)) is { Length: > 0 } name)
            {
                yield return new Fact<string>(name, new SourceSpan(file, at, Statement.Length));
            }
        }
    }

    private static bool IsComment(string text, int at)
    {
        var line = text.AsSpan(text.LastIndexOf('\n', at) + 1).TrimStart();
        return line.StartsWith("--") || line.StartsWith("#") || line.StartsWith("//") || line.StartsWith("*");
    }

    private static string Name(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        const string Guard = "if not exists";
        rest = rest.StartsWith(Guard, StringComparison.OrdinalIgnoreCase) ? rest[Guard.Length..].TrimStart() : rest;
        rest = rest.TrimStart("\\\"'");
        var end = 0;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '_' or '-'))
        {
            end++;
        }

        return rest[..end].ToString();
    }
}
