using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Deploying;

/// <summary>The environments of the <c>seaworthy.yaml</c> of a repository.</summary>
internal sealed class DeclaredEnvironments
{
    private Configuration? known;

    /// <summary>The environment of a name; null where the configuration has none of it.</summary>
    public DeclaredEnvironment? Find(string directory, string name) =>
        Read(directory).Settings.Facts.Environments.FirstOrDefault(environment => environment.Name == name);

    /// <summary>A file that the configuration names, absolute.</summary>
    public string PathOf(string directory, string file) =>
        Path.GetFullPath(Path.Combine(directory, Path.GetDirectoryName(Read(directory).Settings.Path) ?? "", file));

    /// <summary>Why an environment of this name cannot be used, in one sentence without its end; null when it can, or when no environments are declared.</summary>
    public string? Fault(string directory, string name)
    {
        var settings = Read(directory).Settings;
        if (settings.Faults is [var fault, ..])
        {
            return $"{fault.Span}: {fault.Message}";
        }

        var declared = settings.Facts.Environments;
        if (declared.Count == 0)
        {
            return null;
        }

        if (Find(directory, name) is not { } found)
        {
            return $"there is no environment '{name}' in {settings.Path}; there is {string.Join(", ", declared.Select(each => each.Name))}";
        }

        return found
            .Hosts.Where(host => HostAddresses.Complaint([host.Value]) is not null)
            .Select(host => $"{host.Span}: '{host.Value}' is no host: write {HostAddresses.Forms}")
            .Append(HostAddresses.Complaint([.. found.Hosts.Select(host => host.Value)]) is { } all ? $"{found.Span}: {name} {all}" : null)
            .FirstOrDefault(complaint => complaint is not null);
    }

    private Configuration Read(string directory)
    {
        if (known?.Directory != directory)
        {
            using DirectoryRepository repository = new(directory);
            known = new Configuration(
                directory,
                SettingsAbove.Nearest(SettingsReading.In(repository, repository.List().Tree), directory, revision: null)
            );
        }

        return known;
    }

    private sealed record Configuration(string Directory, AuditSettings Settings);
}
