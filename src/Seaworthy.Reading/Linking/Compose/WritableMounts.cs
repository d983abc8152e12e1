using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The directories of the repository to which services of a project may write.</summary>
internal sealed class WritableMounts
{
    private readonly HashSet<string> places;
    private readonly HashSet<string> above;

    public WritableMounts(ComposeStack stack)
    {
        places = stack
            .Project.Services.SelectMany(service => service.Volumes)
            .Where(mount => mount is { Type: ComposeMountType.Bind, IsReadOnly: false, Source: not null })
            .Select(mount => RepositoryPath.Join(stack.Project.Directory, stack.Text(mount.Source) ?? ""))
            .Where(path => path is { Length: > 0 })
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        above = places.SelectMany(path => RepositoryPath.Ancestors(path).Skip(1)).ToHashSet(StringComparer.Ordinal);
    }

    public bool AreAtOrAbove(string path) => RepositoryPath.Ancestors(path).Any(places.Contains);

    public bool AreBelow(string path) => path.Length > 0 && above.Contains(path);
}
