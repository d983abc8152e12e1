using Seaworthy.Model.Declared.Compose;
using static Seaworthy.Reading.Linking.Compose.ListMerge;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Everything that is beside services, laid over each other by name.</summary>
internal static class ProjectMerge
{
    public static ComposeProject Merge(ComposeProject below, ComposeProject above) =>
        below with
        {
            Name = above.Name ?? below.Name,
            AllFiles = ByKey(below.AllFiles, above.AllFiles, file => file.File.Path),
            EnvironmentDirectories = Join(below.EnvironmentDirectories, above.EnvironmentDirectories),
            Services = ByKey(
                below.Services,
                [.. above.Services.Select(ServiceMerge.Alone)],
                service => service.Name.Value,
                ServiceMerge.Merge
            ),
            Networks = ByKey(below.Networks, above.Networks, network => network.Name.Value, Network),
            Volumes = ByKey(below.Volumes, above.Volumes, volume => volume.Name.Value, Volume),
            Secrets = ByKey(below.Secrets, above.Secrets, secret => secret.Name.Value, Secret),
            Configs = ByKey(below.Configs, above.Configs, config => config.Name.Value, Config),
            Problems = Append(below.Problems, above.Problems),
        };

    private static Dictionary<string, string> Join(IReadOnlyDictionary<string, string> below, IReadOnlyDictionary<string, string> above)
    {
        Dictionary<string, string> joined = new(below, StringComparer.Ordinal);
        foreach (var (file, directory) in above)
        {
            joined[file] = directory;
        }

        return joined;
    }

    private static ComposeNetwork Network(ComposeNetwork below, ComposeNetwork above) =>
        above with
        {
            ActualName = above.ActualName ?? below.ActualName,
            Driver = above.Driver ?? below.Driver,
            DriverOptions = Variables(below.DriverOptions, above.DriverOptions),
            External = above.External ?? below.External,
            Internal = above.Internal ?? below.Internal,
            Attachable = above.Attachable ?? below.Attachable,
            Subnets = Texts(below.Subnets, above.Subnets),
        };

    private static ComposeVolume Volume(ComposeVolume below, ComposeVolume above) =>
        above with
        {
            ActualName = above.ActualName ?? below.ActualName,
            Driver = above.Driver ?? below.Driver,
            DriverOptions = Variables(below.DriverOptions, above.DriverOptions),
            External = above.External ?? below.External,
            Labels = Variables(below.Labels, above.Labels),
        };

    private static ComposeSecret Secret(ComposeSecret below, ComposeSecret above) =>
        above with
        {
            ActualName = above.ActualName ?? below.ActualName,
            File = above.File ?? below.File,
            Environment = above.Environment ?? below.Environment,
            External = above.External ?? below.External,
        };

    private static ComposeConfig Config(ComposeConfig below, ComposeConfig above) =>
        above with
        {
            ActualName = above.ActualName ?? below.ActualName,
            File = above.File ?? below.File,
            Content = above.Content ?? below.Content,
            Environment = above.Environment ?? below.Environment,
            External = above.External ?? below.External,
        };
}
