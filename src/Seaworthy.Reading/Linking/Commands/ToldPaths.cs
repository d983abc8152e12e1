using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Paths that whoever deploys is told to make: documentation says so, or a script asks whether somebody did.</summary>
internal sealed class ToldPaths
{
    private readonly Dictionary<string, SourceSpan> told = new(StringComparer.Ordinal);

    public ToldPaths(Deployment deployment)
    {
        foreach (var document in deployment.Of<Document>())
        {
            var written = document.Commands.SelectMany(WrittenPaths.Written).Select(Written).OfType<Fact<string>>();
            Add(document.FilesToPlace.Concat(written), ["", document.File.Directory]);
        }

        foreach (var site in deployment.Commands)
        {
            // A script that is copied to a server stands there beside what it asks for, as it does here.
            Add(
                site.Known.OfType<FileTestCommand>().Select(test => Written(test.Path)).OfType<Fact<string>>(),
                [.. site.Directories, site.Span.File.Directory]
            );
        }
    }

    /// <summary>Where it is told; null when nothing does.</summary>
    public SourceSpan? Find(string path) => told.TryGetValue(path, out var place) ? place : null;

    private void Add(IEnumerable<Fact<string>> paths, IEnumerable<string> directories)
    {
        foreach (var written in paths)
        {
            foreach (var directory in directories)
            {
                if (RepositoryPath.Join(directory, written.Value) is { Length: > 0 } path)
                {
                    told.TryAdd(path, written.Span);
                }
            }
        }
    }

    // What is copied into a directory finds the directory there.
    private static Fact<string>? Written(ShellWord word) =>
        word.Literal is { Length: > 0 } text && !text.EndsWith('/') ? new Fact<string>(text, word.Span) : null;
}
