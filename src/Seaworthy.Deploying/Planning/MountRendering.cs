using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>The mounts of a service, secrets and configs from files among them.</summary>
internal sealed class MountRendering(ComposeStack stack, Surroundings around, VariableFilling filling, List<string> problems)
{
    public IEnumerable<MountDefinition> Of(ComposeService service) =>
        service
            .Volumes.Where(mount => mount.Type is not ComposeMountType.Tmpfs)
            .Select(mount => Mount(service.Name.Value, mount))
            .OfType<MountDefinition>()
            .Concat(service.Secrets.Select(Secret).OfType<MountDefinition>())
            .Concat(service.Configs.Select(grant => Config(service.Name.Value, grant)).OfType<MountDefinition>());

    /// <summary>A volume of the project as the engine knows it.</summary>
    public string VolumeName(string key) =>
        stack.Project.Volumes.FirstOrDefault(volume => volume.Name.Value == key) is { } declared
            ? filling.Text(declared.ActualName) ?? (declared.IsExternal ? key : $"{around.Project}_{key}")
            : $"{around.Project}_{key}";

    private MountDefinition? Mount(string service, ComposeMount mount)
    {
        if (filling.Unset(mount.Text, mount.Source, mount.Target) is [_, ..] unset)
        {
            problems.Add(
                $"{service} has a mount ({mount.Span}) that names {string.Join(" and ", unset)}: set {(unset.Count == 1 ? "it" : "them")} in .env or in the environment"
            );
            return null;
        }

        if (filling.Text(mount.Text) is { } text)
        {
            return Short(service, text);
        }

        if (mount.Type is not (ComposeMountType.Bind or ComposeMountType.Volume) || filling.Text(mount.Target) is not { } target)
        {
            problems.Add($"{service} has a mount ({mount.Span}) of a kind that deploy does not support");
            return null;
        }

        return filling.Text(mount.Source) is { } source
            ? Named(source, target, mount.IsReadOnly)
            : new MountDefinition(null, target, mount.IsReadOnly, IsVolume: true);
    }

    private MountDefinition? Short(string service, string text)
    {
        var words = text.Split(':');
        switch (words)
        {
            case [var target]:
                return new MountDefinition(null, target, IsReadOnly: false, IsVolume: true);
            case [var source, var target]:
                return Named(source, target, isReadOnly: false);
            case [var source, var target, var options]:
                return Named(source, target, options.Split(',').Contains("ro"));
            default:
                problems.Add($"{service} has the mount '{text}', which deploy does not support");
                return null;
        }
    }

    private MountDefinition Named(string source, string target, bool isReadOnly) =>
        source is ['.' or '/' or '~', ..] || source.Contains('/', StringComparison.Ordinal)
            ? Path(source, target, isReadOnly)
            : new MountDefinition(VolumeName(source), target, isReadOnly, IsVolume: true);

    private MountDefinition Path(string path, string target, bool isReadOnly) =>
        new(
            path is ['~', ..] && filling.Named("HOME") is { } home
                ? home + path[1..]
                : System.IO.Path.GetFullPath(System.IO.Path.Combine(around.Directory, path)),
            target,
            isReadOnly,
            IsVolume: false
        )
        {
            IsRelative = path is not ['/', ..],
        };

    /// <summary>A secret of a file; others are files of the container alone.</summary>
    private MountDefinition? Secret(ComposeGrant grant) =>
        filling.Text(SecretFileRendering.Declared(stack, grant)?.File) is { } file
            ? Path(file, SecretFileRendering.PathOf(grant, filling), isReadOnly: true)
            : null;

    private MountDefinition? Config(string service, ComposeGrant grant)
    {
        var name = grant.Source.Value;
        var file = filling.Text(stack.Project.Configs.FirstOrDefault(config => config.Name.Value == name)?.File);
        return Granted(service, "config " + name, file, filling.Text(grant.Target) ?? "/" + name);
    }

    private MountDefinition? Granted(string service, string what, string? file, string target)
    {
        if (file is not null)
        {
            return Path(file, target, isReadOnly: true);
        }

        problems.Add($"{service} gets the {what}, which is no file: deploy supports those from files alone");
        return null;
    }
}
