using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Engine.Importing;

/// <summary>Addresses of other tools to places of the tree. What a tool saw on another machine is recognised by the end of its path; no report shows the rest.</summary>
internal sealed class ImportedPlaces(Repository repository, RepositoryTree tree, Deployment? deployment = null)
{
    private readonly Dictionary<string, SourceFile> files = new(StringComparer.Ordinal);

    public SourceSpan Of(ImportedResult result)
    {
        var file = FileAt(PathOf(result.Uri));
        var lines = file.Lines;
        if (result.StartLine < 1 || result.StartLine > lines.Count || file.Text.Length == 0)
        {
            return file.Whole;
        }

        var line = lines.StartOf(result.StartLine);
        var start = line + Math.Clamp(result.StartColumn - 1, 0, lines.TextOf(result.StartLine).Length);
        var lastLine = Math.Clamp(result.EndLine, result.StartLine, lines.Count);
        var last = lines.StartOf(lastLine);
        var length = lines.TextOf(lastLine).Length;
        var end = last + (result.EndColumn > 0 ? Math.Min(result.EndColumn - 1, length) : length);
        return new SourceSpan(file, start, Math.Max(end - start, 0));
    }

    /// <summary>The path from the root of the tree; for what is not in it, what the tool calls it, without the directories of a machine.</summary>
    public string PathOf(string uri)
    {
        var isFile = uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase);
        var plain = Uri.UnescapeDataString(isFile ? uri[5..] : uri).Replace('\\', '/');
        List<string> names = [];
        foreach (var name in plain.Split('/').Where(name => name is not ("" or ".")))
        {
            if (name != "..")
            {
                names.Add(name);
            }
            else if (names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
        }

        var path = string.Join('/', names);
        var isAbsolute = isFile || plain is ['/', ..] or [_, ':', '/', ..];
        return names.Count == 0 ? "(no file)"
            : !isAbsolute || tree.HasFile(path) ? path
            : Enumerable.Range(1, names.Count - 1).Select(skipped => string.Join('/', names.Skip(skipped))).FirstOrDefault(tree.HasFile)
                ?? names[^1];
    }

    /// <summary>The file at a path of the tree; without text where there is none.</summary>
    public SourceFile FileAt(string path)
    {
        if (!files.TryGetValue(path, out var file))
        {
            file = files[path] = deployment?.At<Artifact>(path)?.File ?? Read(path);
        }

        return file;
    }

    private SourceFile Read(string path) =>
        new(path, tree.Find(path) is { IsReadable: true } file ? repository.Read(tree, file).Text ?? "" : "");
}
