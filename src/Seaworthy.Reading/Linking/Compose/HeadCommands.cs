using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The command that the comment at the head of a compose file tells people to start it by: <c># docker compose -f compose.yml -f compose.prod.yml up -d</c>.</summary>
internal static class HeadCommands
{
    private const int MostLines = 40;

    /// <summary>The files that it loads together with this one, in their order; null where no such command names several, or one of them is not in the same directory.</summary>
    public static IReadOnlyList<ComposeFile>? Together(ComposeFile file, IReadOnlyList<ComposeFile> beside)
    {
        foreach (var command in Commands(file.File))
        {
            var written = Files(command.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var found = written
                .Select(path => beside.FirstOrDefault(other => other.File.Name == RepositoryPath.NameOf(path)))
                .OfType<ComposeFile>()
                .Distinct()
                .ToList();
            if (found.Count > 1 && found.Count == written.Count && found.Contains(file))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Lines that a backslash joins are one.</summary>
    private static IEnumerable<string> Commands(SourceFile file)
    {
        var joined = "";
        foreach (var line in file.Text.Split('\n').Take(MostLines).Select(line => line.Trim()).TakeWhile(line => line is [] or ['#', ..]))
        {
            var text = line.TrimStart('#').Trim();
            joined = $"{joined} {text.TrimEnd('\\')}";
            if (!text.EndsWith('\\'))
            {
                if (joined.Contains("compose ", StringComparison.Ordinal))
                {
                    yield return joined;
                }

                joined = "";
            }
        }
    }

    private static IEnumerable<string> Files(IReadOnlyList<string> words)
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at] is "-f" or "--file")
            {
                yield return words[at + 1];
            }
        }
    }
}
