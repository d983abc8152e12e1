using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Which of the source files of a workload's components its programs run. An image often holds several programs; the sockets of the others are none of its own.</summary>
/// <param name="UncertainBecause">Why other files may run, or these may not; null when it is certain.</param>
internal sealed record RunningCode(IReadOnlySet<CodeFile> Files, string? UncertainBecause)
{
    /// <summary>The .NET project whose assembly starts.</summary>
    public DotNetProject? Project { get; init; }

    /// <summary>The files were found from the command on, not by what is in the component.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>They configure a server program that starts, and run by it.</summary>
    public bool IsConfiguration { get; init; }

    /// <summary>The paths of the files where they were followed from the command on; null where others may run.</summary>
    public IReadOnlySet<string>? Paths =>
        IsFollowed && UncertainBecause is null ? Files.Select(file => file.File.Path).ToHashSet(StringComparer.Ordinal) : null;

    public static RunningCode Of(Deployment deployment, CodeModules modules, Workload workload, IReadOnlyList<ShellCommand> programs)
    {
        if (DotNetAssemblies.Started(deployment, workload, programs) is { } project)
        {
            return new(Set(DotNetAssemblies.CodeOf(deployment, project)), null) { Project = project, IsFollowed = true };
        }

        var entries = EntryFiles.Of(modules, workload, programs);
        return entries.Count > 0
            ? new(entries, null) { IsFollowed = true }
            : ByLanguage(new LoadedCode(deployment, modules), workload, programs);
    }

    private static RunningCode ByLanguage(LoadedCode loading, Workload workload, IReadOnlyList<ShellCommand> programs)
    {
        var code = workload.Components.SelectMany(component => component.Code).ToList();
        var loaded = loading.Of(workload);
        List<CodeFile> running = [];
        string? uncertain = null;
        var isFollowed = true;
        foreach (var group in code.GroupBy(file => file.Language))
        {
            var known = group.Where(file => loaded.Contains(file.File.Path)).ToList();
            switch (group.Key)
            {
                case Language.Rust:
                    var started = workload.Components.Where(component => loading.IsStarted(workload, component)).ToList();
                    isFollowed = false;
                    running.AddRange(started.Count > 0 ? started.SelectMany(component => component.Code) : group);
                    break;
                case Language.CSharp:
                    running.AddRange(group);
                    uncertain ??= "it is unknown which of its projects runs";
                    break;
                case Language.JavaScript
                or Language.TypeScript
                or Language.Python
                or Language.Ruby when known.Count == 0 && programs.Count > 0:
                    running.AddRange(group);
                    uncertain ??=
                        $"it is unknown which of its files `{string.Join(' ', programs[^1].Words.Select(word => word.Raw))}` runs";
                    break;
                case Language.Go when known.Count == 0 && group.Count(file => file.File.Name == "main.go") > 1:
                    running.AddRange(group);
                    uncertain ??= "it is unknown which of its programs runs";
                    break;
                default:
                    running.AddRange(known.Count > 0 ? known : group);
                    isFollowed &= known.Count > 0;
                    break;
            }
        }

        return new(Set(running), uncertain) { IsFollowed = isFollowed };
    }

    private static IReadOnlySet<CodeFile> Set(IEnumerable<CodeFile> files) => files.ToHashSet<CodeFile>(ReferenceEqualityComparer.Instance);
}
