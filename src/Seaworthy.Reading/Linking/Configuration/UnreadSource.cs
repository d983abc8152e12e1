using System.Collections.Frozen;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Source in languages that are not read here: what it takes from the environment, nobody has seen.</summary>
internal static class UnreadSource
{
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".c .cc .cpp .cxx .clj .cr .dart .erl .fs .groovy .hs .jl .lua .ml .nim .pl .pm .r .scala .swift .vb .zig".Split(' ')
    );

    private static readonly FrozenSet<string> Builders = FrozenSet.Create(
        StringComparer.Ordinal,
        ["sbt", "swift", "dart", "flutter", "stack", "cabal", "zig", "nimble", "lein", "shards", "dune", "rebar3"]
    );

    /// <summary>Beside the workload's Dockerfile, in a component of its, or built into its image.</summary>
    public static bool IsIn(RepositoryTree tree, Workload workload) =>
        workload.Image?.Stages.SelectMany(stage => stage.Commands).Any(command => Builders.Contains(command.Command.Program ?? "")) is true
        || workload
            .Components.Select(component => component.Root)
            .Append(workload.Image?.Dockerfile.File.Directory ?? "")
            .Where(directory => directory.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Any(directory => tree.FilesUnder(directory).Any(file => Endings.Contains(Path.GetExtension(file.Path))));
}
