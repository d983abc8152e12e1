using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>Comments: whatever follows a <c>#</c> that begins a line or follows a blank, outside of every scalar.</summary>
/// <remarks>The parser's own comment events change what it accepts; scalars' places are known, so the rest of the text is searched instead.</remarks>
internal static class YamlComments
{
    /// <param name="scalars">Start and end of every scalar, in the order of the file.</param>
    public static IReadOnlyList<Fact<string>> Find(SourceFile file, string text, int end, IReadOnlyList<TextRange> scalars)
    {
        List<Fact<string>> comments = [];
        var next = 0;
        for (var at = text.IndexOf('#', 0, end); at >= 0 && at < end; )
        {
            while (next < scalars.Count && scalars[next].End <= at)
            {
                next++;
            }

            var skip = at + 1;
            if (next < scalars.Count && scalars[next].Start <= at)
            {
                skip = scalars[next].End;
            }
            else if (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '\uFEFF')
            {
                skip = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
                var line = text[at..skip].TrimEnd();
                comments.Add(new Fact<string>(line.TrimStart('#').Trim(), new SourceSpan(file, at, line.Length)));
            }

            at = skip < end ? text.IndexOf('#', skip, end - skip) : -1;
        }

        return comments;
    }
}
