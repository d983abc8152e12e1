using System.Collections.Concurrent;
using Seaworthy.Model.Source;

namespace Seaworthy.Model;

/// <summary>What the files say, by kind, by path and by directory: everybody asks, and nobody should look through all files again.</summary>
internal sealed class ArtifactIndex(IReadOnlyList<Artifact> artifacts)
{
    private readonly ConcurrentDictionary<Type, object> byKind = new();
    private readonly Lazy<ILookup<string, Artifact>> byPath = new(() =>
        artifacts.ToLookup(artifact => artifact.File.Path, StringComparer.Ordinal)
    );
    private readonly Lazy<ILookup<string, Artifact>> byDirectory = new(() =>
        artifacts.ToLookup(artifact => artifact.File.Directory, StringComparer.Ordinal)
    );

    public IReadOnlyList<T> Of<T>()
        where T : Artifact => Work.Counted((IReadOnlyList<T>)byKind.GetOrAdd(typeof(T), _ => artifacts.OfType<T>().ToList()));

    public T? At<T>(string path)
        where T : Artifact => byPath.Value[path].OfType<T>().FirstOrDefault();

    public IEnumerable<T> In<T>(string directory)
        where T : Artifact => byDirectory.Value[directory].OfType<T>();
}
