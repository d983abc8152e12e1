using System.Buffers;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Looks for words in texts that were read anyway: what is written by hand shows in no manifest.</summary>
internal static class WordSearch
{
    /// <summary>The first place of any of the words, in any letter case; null when they stand nowhere.</summary>
    public static SourceSpan? First(IEnumerable<SourceFile> files, IEnumerable<string> words)
    {
        var search = SearchValues.Create([.. words], StringComparison.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (file.Text.AsSpan().IndexOfAny(search) is >= 0 and var at)
            {
                return new SourceSpan(file, at, 1);
            }
        }

        return null;
    }
}
