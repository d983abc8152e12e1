using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Git;

/// <summary>A <c>.gitattributes</c>: how git treats the files below its directory.</summary>
/// <remarks>Source: gitattributes(5).</remarks>
public sealed record GitAttributes(SourceFile File) : Artifact(File)
{
    private readonly IgnoreRuleSet endings = new();

    public IReadOnlyList<AttributeLine> Lines
    {
        get;
        init
        {
            field = value;
            endings.Add(value.Where(line => DecidesEnding(line)).Select(line => new IgnoreRule(line.Pattern, File.Directory, line.Span)));
        }
    } = [];

    /// <summary>The line that decides with which line endings a file is stored and checked out; null when none of this file does.</summary>
    public AttributeLine? LineEndingOf(string path) =>
        endings.Decide(path, isDirectory: false) is { } rule ? Lines.FirstOrDefault(line => line.Span == rule.Span) : null;

    private static bool DecidesEnding(AttributeLine line) =>
        line.Attributes.Any(attribute => attribute.TrimStart('-', '!').Split('=')[0] is "eol" or "text" or "binary" or "crlf");
}
