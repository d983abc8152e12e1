using System.Buffers;

namespace Seaworthy.Reading.Code;

/// <summary>Decides by one search over the text how much of a source file is worth parsing: all, only the imports, or nothing.</summary>
internal sealed class CodeGate(LanguageKnowledge knowledge)
{
    private readonly SearchValues<string> markers = SearchValues.Create([.. knowledge.Markers], StringComparison.Ordinal);
    private readonly IReadOnlyList<string> imports = knowledge.ImportMarkers;

    /// <summary>How many characters from the beginning are worth parsing.</summary>
    public int LengthToRead(string path, string text)
    {
        if (knowledge.IsAlwaysRead(path) || text.AsSpan().ContainsAny(markers))
        {
            return text.Length;
        }

        return LengthOfImports(text);
    }

    /// <summary>To the end of the statement that the last import begins. A few lines more do no harm: an import may go on over many.</summary>
    public int LengthOfImports(string text)
    {
        var last = -1;
        foreach (var import in imports)
        {
            last = Math.Max(last, text.LastIndexOf(import, StringComparison.Ordinal));
        }

        if (last < 0)
        {
            return 0;
        }

        var end = text.IndexOf("\n\n", last, StringComparison.Ordinal);
        return end < 0 ? text.Length : Math.Min(text.Length, end + 1);
    }
}
