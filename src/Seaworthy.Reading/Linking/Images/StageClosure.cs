using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The stages a build runs for one final stage: itself, the stages under it, those it copies or mounts from, and theirs. The builder skips all others.</summary>
internal static class StageClosure
{
    public static IReadOnlyList<ImageStage> Of(
        DockerStage final,
        Dockerfile dockerfile,
        IReadOnlyDictionary<DockerStage, ImageStage> linked
    )
    {
        HashSet<DockerStage> needed = new(ReferenceEqualityComparer.Instance);
        Add(final, dockerfile, linked, needed);
        return
        [
            .. linked
                .Keys.Where(needed.Contains)
                .OrderBy(stage => ReferenceEquals(stage, final) ? 1 : 0)
                .ThenBy(stage => stage.Index)
                .Select(stage => linked[stage]),
        ];
    }

    private static void Add(
        DockerStage stage,
        Dockerfile dockerfile,
        IReadOnlyDictionary<DockerStage, ImageStage> linked,
        HashSet<DockerStage> needed
    )
    {
        if (!linked.ContainsKey(stage) || !needed.Add(stage))
        {
            return;
        }

        if (stage.BaseStage is { } parent)
        {
            Add(parent, dockerfile, linked, needed);
        }

        foreach (var from in stage.Instructions.OfType<DockerInstruction.Copy>().Select(copy => copy.FromStage).OfType<DockerStage>())
        {
            Add(from, dockerfile, linked, needed);
        }

        var mounted = stage.Instructions.OfType<DockerInstruction.Run>().SelectMany(run => run.Mounts).Select(mount => mount.From?.Literal);
        foreach (var name in mounted.OfType<string>())
        {
            if (dockerfile.StageBefore(stage, name) is { } from)
            {
                Add(from, dockerfile, linked, needed);
            }
        }
    }
}
