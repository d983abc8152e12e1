using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>One dependency as PEP 508 writes it: <c>name[extra] &gt;= 1.0 ; marker</c> or <c>name @ address ; marker</c>.</summary>
/// <remarks>Source: PEP 508, "Names", "Extras", "Versions", "Environment Markers".</remarks>
internal static class Pep508
{
    /// <summary>The dependency, or null when the text does not begin with a name.</summary>
    public static Dependency? Parse(string text, DependencyKind kind, SourceSpan span)
    {
        var at = SkipBlanks(text, 0);
        var start = at;
        while (at < text.Length && IsNameLetter(text[at]))
        {
            at++;
        }

        if (at == start || !char.IsAsciiLetterOrDigit(text[start]))
        {
            return null;
        }

        var name = text[start..at];
        at = SkipBlanks(text, at);
        IReadOnlyList<string> extras = [];
        if (at < text.Length && text[at] == '[')
        {
            var end = text.IndexOf(']', at);
            end = end < 0 ? text.Length : end;
            extras = text[(at + 1)..end].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            at = SkipBlanks(text, Math.Min(end + 1, text.Length));
        }

        return Rest(new Dependency(name, null, kind, DependencySource.Registry, span) { Features = extras }, text[at..]);
    }

    /// <summary>What kind of source an address is.</summary>
    public static DependencySource SourceOf(string address) =>
        address.StartsWith("git+", StringComparison.Ordinal) ? DependencySource.Git
        : address.StartsWith("file:", StringComparison.Ordinal) || !address.Contains("://", StringComparison.Ordinal)
            ? DependencySource.Path
        : DependencySource.Url;

    private static Dependency? Rest(Dependency dependency, string rest)
    {
        // An address may hold a semicolon; the marker after one is set off by a blank.
        var isAddress = rest.StartsWith('@');
        var mark = isAddress ? rest.IndexOf(" ;", StringComparison.Ordinal) : rest.IndexOf(';', StringComparison.Ordinal);
        var body = (mark < 0 ? rest : rest[..mark]).Trim();
        dependency = dependency with { Condition = mark < 0 ? null : rest[(mark + 1)..].TrimStart(';', ' ').Trim() };
        if (isAddress)
        {
            var address = body[1..].Trim();
            return dependency with { Source = SourceOf(address), Location = address };
        }

        if (body.StartsWith('(') && body.EndsWith(')'))
        {
            body = body[1..^1].Trim();
        }

        if (body.Length > 0 && body[0] is not ('=' or '<' or '>' or '!' or '~'))
        {
            return null;
        }

        return dependency with
        {
            Range = body.Length == 0 ? null : body,
        };
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';
}
