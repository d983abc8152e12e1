using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What a kustomization writes into a Secret: <c>literals: [pin=X]</c> of a <c>secretGenerator</c>, in one line or several.</summary>
/// <remarks>Source: kustomize, "secretGenerator".</remarks>
internal static class KustomizeLiterals
{
    private const int Least = 4;
    private const string Generator = "secretGenerator:";
    private const string Literals = "literals:";

    public static IEnumerable<SourceSpan> In(SourceFile file)
    {
        if (!file.Name.StartsWith("kustomization", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var isGenerator = false;
        var isLiteral = false;
        for (var line = 1; line <= file.Lines.Count; line++)
        {
            var text = file.Lines.TextOf(line);
            isGenerator = text is [' ' or '-' or '#' or '\r', ..] or ""
                ? isGenerator
                : text.StartsWith(Generator, StringComparison.Ordinal);
            var at = text.IndexOf(Literals, StringComparison.Ordinal);
            isLiteral = at >= 0 || (isLiteral && text.TrimStart() is ['-', ..] && !text.Contains(": ", StringComparison.Ordinal));
            foreach (var range in isGenerator && isLiteral ? Values(text, Math.Max(0, at)) : [])
            {
                yield return new SourceSpan(file, file.Lines.StartOf(line) + range.Start.Value, range.End.Value - range.Start.Value);
            }
        }
    }

    private static IEnumerable<Range> Values(string line, int from)
    {
        for (var sign = line.IndexOf('=', from); sign >= 0; sign = sign < line.Length ? line.IndexOf('=', sign) : -1)
        {
            var start = sign + 1;
            var length = line.AsSpan(start).IndexOfAny(",]\"'\r") is var end and >= 0 ? end : line.Length - start;
            if (length >= Least)
            {
                yield return start..(start + length);
            }

            sign = start + length;
        }
    }
}
