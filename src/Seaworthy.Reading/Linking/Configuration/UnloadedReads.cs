using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Reads in source that belongs to a workload and that no program of it loads.</summary>
/// <param name="loaded">The paths of the files that its programs load; empty when not known.</param>
internal sealed class UnloadedReads(
    Deployment deployment,
    Workload workload,
    IReadOnlySet<string> loaded,
    Lazy<UnimportedModules> unimported
)
{
    // Looked up once, and only when a variable is not supplied.
    private readonly Lazy<List<CodeFile>> files = new(() => [.. loaded.Select(deployment.At<CodeFile>).OfType<CodeFile>()]);

    public bool IsLoaded(EnvironmentRead read) => loaded.Contains(read.Span.File.Path);

    /// <summary>Why no program of the workload runs the read; null when one does, or may.</summary>
    public string? Why(EnvironmentRead read) =>
        loaded.Count > 0 && !IsLoaded(read) && (IsPage() || IsOther(read))
            ? $"no program of {workload.Name} loads {read.Span.File.Path}"
            : null;

    /// <summary>Pages run where Next.js itself is started; a server of the same package that does without it runs none.</summary>
    private bool IsPage() =>
        workload.Components.Any(component => component.Frameworks.Contains("next"))
        && !files.Value.Exists(file => file.Imports.Any(import => import.Module == "next"));

    /// <summary>A program beside the loaded one.</summary>
    private bool IsOther(EnvironmentRead read) =>
        deployment.At<CodeFile>(read.Span.File.Path) is { } reading && files.Value.Exists(file => unimported.Value.AreApart(reading, file));
}
