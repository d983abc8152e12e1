using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>Reads pip requirements and constraints files.</summary>
/// <remarks>Source: pip documentation, "Requirements File Format".</remarks>
internal sealed class RequirementsReader : Reader
{
    public override bool Accepts(string path)
    {
        var name = Path.GetFileName(path);
        if (
            name is not "requirements.dist"
            && !name.EndsWith(".txt", StringComparison.Ordinal)
            && !name.EndsWith(".in", StringComparison.Ordinal)
        )
        {
            return false;
        }

        return name.Contains("requirements", StringComparison.Ordinal)
            || name is "requirement.txt"
            || name.StartsWith("constraints", StringComparison.Ordinal)
            || Path.GetFileName(Path.GetDirectoryName(path)) == "requirements";
    }

    public override Artifact? Read(FileSyntax file)
    {
        RequirementsScan scan = new();
        StringBuilder joined = new();
        SourceSpan? first = null;
        foreach (var line in SourceLine.Of(file.File))
        {
            // A line that ends with a backslash continues; its parts are one requirement, with its first line as place.
            var text = line.Text.AsSpan().TrimEnd();
            first ??= WithoutComment(line);
            if (text.EndsWith("\\") && joined.Length < 100_000)
            {
                joined.Append(text[..^1]).Append(' ');
                continue;
            }

            scan.Add(StripComment(joined.Append(text).ToString()), first);
            joined.Clear();
            first = null;
        }

        if (first is { } open)
        {
            scan.Add(StripComment(joined.ToString()), open);
        }

        return scan.IsProse && !file.File.Name.StartsWith("requirements", StringComparison.Ordinal) ? null : scan.Result(file.File);
    }

    private static SourceSpan WithoutComment(SourceLine line)
    {
        var kept = StripComment(line.Text).TrimEnd().TrimEnd('\\').TrimEnd();
        return kept.Length == 0 ? line.Span : line.Part(line.Indent, Math.Max(0, kept.Length - line.Indent));
    }

    /// <summary>A comment begins at the start or after a blank; a <c>#</c> inside an address stays.</summary>
    private static string StripComment(string text)
    {
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0; at = text.IndexOf('#', at + 1))
        {
            if (at == 0 || char.IsWhiteSpace(text[at - 1]))
            {
                return text[..at];
            }
        }

        return text;
    }
}
