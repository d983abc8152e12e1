using System.Collections.Frozen;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Source in languages that are not read here: what it takes from the environment, nobody has seen.</summary>
internal static class UnreadSource
{
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".c .cc .cpp .cxx .clj .cr .dart .erl .ex .exs .fs .groovy .hs .jl .lua .ml .nim .pl .pm .r .scala .swift .vb .zig".Split(' ')
    );

    /// <summary>Beside the workload's Dockerfile, or in a component of its.</summary>
    public static bool IsIn(RepositoryTree tree, Workload workload) =>
        workload
            .Components.Select(component => component.Root)
            .Append(workload.Image?.Dockerfile.File.Directory ?? "")
            .Where(directory => directory.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Any(directory => tree.FilesUnder(directory).Any(file => Endings.Contains(Path.GetExtension(file.Path))));
}
