using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Documents;

/// <summary>The names of the files that the blocks of a document show.</summary>
public static class ShownFiles
{
    /// <summary>What a block shows whole, under a comment that is its name: <c># test-pod.yaml</c>.</summary>
    public static IEnumerable<string> In(Document document)
    {
        var isFirst = false;
        foreach (var raw in document.File.Text.Split('\n'))
        {
            var line = raw.Trim();
            if (isFirst && line.StartsWith("# ", StringComparison.Ordinal) && !line[2..].Contains(' ', StringComparison.Ordinal))
            {
                yield return RepositoryPath.NameOf(line[2..]);
            }

            isFirst = line.StartsWith("```", StringComparison.Ordinal) && line.Length > 3;
        }
    }
}
