using System.Buffers;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>In which files given names stand as whole words, in any letter case: settings classes fold the case of what they read.</summary>
internal sealed class WordMentions
{
    private readonly HashSet<string> names;
    private readonly SearchValues<string> search;
    private readonly Dictionary<string, HashSet<string>> files = new(StringComparer.OrdinalIgnoreCase);

    private WordMentions(HashSet<string> names)
    {
        this.names = names;
        search = SearchValues.Create([.. names], StringComparison.OrdinalIgnoreCase);
    }

    public static WordMentions Of(IEnumerable<string> names, IEnumerable<TextSource> files)
    {
        WordMentions mentions = new(names.Where(name => name.Length > 1).ToHashSet(StringComparer.OrdinalIgnoreCase));
        if (mentions.names.Count > 0)
        {
            foreach (var (file, mention) in files.DistinctBy(pair => pair.File.Path))
            {
                mentions.Scan(file, mention);
            }
        }

        return mentions;
    }

    public IReadOnlyCollection<string> FilesWith(string name) => files.TryGetValue(name, out var found) ? found : [];

    private void Scan(SourceFile file, Mention mention)
    {
        var text = file.Text;
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length; )
        {
            var hit = text.AsSpan(at).IndexOfAny(search);
            if (hit < 0)
            {
                return;
            }

            var start = at + hit;
            while (start > at && IsWord(text[start - 1]))
            {
                start--;
            }

            var end = at + hit;
            while (end < text.Length && IsWord(text[end]))
            {
                end++;
            }

            if (IsRead(text.AsSpan(0, start), mention) && lookup.TryGetValue(text.AsSpan(start, end - start), out var name))
            {
                (files.TryGetValue(name, out var found) ? found : files[name] = []).Add(file.Path);
            }

            at = Math.Max(end, at + hit + 1);
        }
    }

    private static bool IsRead(ReadOnlySpan<char> before, Mention mention)
    {
        var sign = before is [.., '{' or '('] ? before[..^1] : before;
        return mention switch
        {
            Mention.Dollar => sign is [.., '$'],
            Mention.DoubleDollar => sign is [.., '$', '$'],
            _ => true,
        };
    }

    private static bool IsWord(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
