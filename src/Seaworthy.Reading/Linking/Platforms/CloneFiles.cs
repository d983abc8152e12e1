using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Platforms;

/// <summary>A clone of the repository, as a platform has it before it builds; its root stands for the root of the file system.</summary>
internal sealed class CloneFiles(RepositoryTree tree) : ImageFiles
{
    public override IEnumerable<Fact<string>> Open => [];

    public override PathAnswer Find(string path) =>
        path.TrimStart('/') is { Length: > 0 } inside && tree.Look(inside).Presence == Presence.Present
            ? new PathAnswer(Presence.Present, path, inside)
            : new PathAnswer(Presence.Unknown, path, Why: "the build may create it");

    public override IEnumerable<CopiedFile> CopiedUnder(string directory) => [];
}
