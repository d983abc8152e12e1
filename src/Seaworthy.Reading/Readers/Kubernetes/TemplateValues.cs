using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>The values that a Helm template takes: every <c>.Values.a.b</c> in it.</summary>
/// <remarks>Helm documentation, "Values Files". Names with a dash are reached by <c>index</c> and are not seen here.</remarks>
internal static class TemplateValues
{
    private const string Mark = ".Values.";

    public static IReadOnlyList<Fact<string>> Uses(SourceFile file)
    {
        List<Fact<string>> uses = [];
        var text = file.Text;
        for (
            var at = text.IndexOf(Mark, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal)
        )
        {
            var start = at + Mark.Length;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
            {
                end++;
            }

            var path = text[start..end].TrimEnd('.');
            if (path.Length > 0)
            {
                uses.Add(new Fact<string>(path, new SourceSpan(file, at, Mark.Length + path.Length)));
            }
        }

        return uses;
    }
}
