using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The words of all commands, each once: thousands of workflows run the same few commands, and each needs to know whether another file mentions its directory.</summary>
internal sealed class WrittenWords
{
    private readonly Dictionary<string, Writers> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Writers> speaking = new(StringComparer.Ordinal);

    public WrittenWords(IReadOnlyList<CommandSite> sites)
    {
        foreach (var site in sites)
        {
            foreach (var word in site.Command.Words)
            {
                words[word.Raw] = (words.GetValueOrDefault(word.Raw) ?? Writers.None).With(site.Span.File);
            }
        }
    }

    /// <summary>A command of another file has the name in one of its words.</summary>
    public bool IsIn(string name, SourceFile except)
    {
        lock (speaking)
        {
            if (!speaking.TryGetValue(name, out var found))
            {
                Work.Take(words.Count);
                found = Writers.None;
                foreach (var (word, writers) in words)
                {
                    found = word.Contains(name, StringComparison.Ordinal) ? found.With(writers) : found;
                }

                speaking[name] = found;
            }

            return found.IsOtherThan(except);
        }
    }

    /// <summary>The first two files of those that write something: more are never asked for.</summary>
    private sealed record Writers(SourceFile? First, SourceFile? Second)
    {
        public static Writers None { get; } = new(null, null);

        public Writers With(SourceFile file) =>
            First is null ? new Writers(file, null)
            : Second is null && file != First ? this with { Second = file }
            : this;

        public Writers With(Writers others)
        {
            var joined = others.First is { } first ? With(first) : this;
            return others.Second is { } second ? joined.With(second) : joined;
        }

        public bool IsOtherThan(SourceFile file) => (First is not null && First != file) || Second is not null;
    }
}
