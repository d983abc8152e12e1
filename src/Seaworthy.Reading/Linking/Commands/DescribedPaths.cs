using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Paths that people must create before a deployment: documentation says so, or a script tests for them.</summary>
internal sealed class DescribedPaths
{
    private readonly Dictionary<string, SourceSpan> places = new(StringComparer.Ordinal);

    public DescribedPaths(Deployment deployment)
    {
        foreach (var document in deployment.Of<Document>())
        {
            var written = document.Commands.SelectMany(WrittenPaths.Words).Select(Written).OfType<Fact<string>>();
            Add(document.FilesToPlace.Concat(written), ["", document.File.Directory]);
        }

        foreach (var site in deployment.Commands)
        {
            // A script that is copied to a server is there beside what it asks for, as it does here.
            Add(
                site.Known.OfType<FileTestCommand>().Select(test => Written(test.Path)).OfType<Fact<string>>(),
                [.. site.Directories, site.Span.File.Directory]
            );
        }
    }

    /// <summary>The place that says so; null when nothing does.</summary>
    public SourceSpan? Find(string path) => places.TryGetValue(path, out var place) ? place : null;

    private void Add(IEnumerable<Fact<string>> paths, IEnumerable<string> directories)
    {
        foreach (var written in paths)
        {
            foreach (var directory in directories)
            {
                if (RepositoryPath.Join(directory, written.Value) is { Length: > 0 } path)
                {
                    places.TryAdd(path, written.Span);
                }
            }
        }
    }

    // What is copied into a directory finds the directory there.
    private static Fact<string>? Written(ShellWord word) =>
        word.Literal is { Length: > 0 } text && !text.EndsWith('/') ? new Fact<string>(text, word.Span) : null;
}
