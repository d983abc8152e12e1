using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Kubernetes;
using Seaworthy.Reading.Readers.Sql;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>What the scripts make that a data store's image runs when its volume is empty.</summary>
/// <remarks>Source: Docker Hub, postgres, "Initialization scripts"; mysql, "Initializing a fresh instance".</remarks>
internal sealed class StoreScripts(Deployment deployment)
{
    private const string Directory = "/docker-entrypoint-initdb.d";

    private static readonly SqlScriptReader Reader = new();

    /// <summary>The scripts of the repository among them.</summary>
    public IEnumerable<SqlScript> Of(Workload store) =>
        Mounts(store)
            .SelectMany(mount =>
                Files(mount)
                    .Select(deployment.At<SqlScript>)
                    .Concat(mount.Files.Select(text => MountedArtifact.Read<SqlScript>(text, Reader)))
            )
            .OfType<SqlScript>();

    /// <summary>One of them creates the database.</summary>
    public bool Make(Workload store, string database) =>
        Of(store).Any(script => script.Databases.Any(made => string.Equals(made.Value, database, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Why they may make something of this name; null when none of them does.</summary>
    public string? MayMake(Workload store, string name)
    {
        foreach (var mount in Mounts(store))
        {
            if (mount.Files.Count > 0 && mount.Files.All(file => file.Path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)))
            {
                if (mount.Files.Any(file => file.Text.Text.Contains(name, StringComparison.OrdinalIgnoreCase)))
                {
                    return $"scripts in {mount.Source} run on an empty volume";
                }

                continue;
            }

            var files = Files(mount).ToList();
            if (files.Count == 0 || files.Exists(file => Mentions(store, file, name)))
            {
                return $"scripts in {mount.Source} run on an empty volume";
            }
        }

        return null;
    }

    /// <summary>What is not read may do anything; a script of the shell may take the name from a variable.</summary>
    private bool Mentions(Workload store, string path, string name)
    {
        if (path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
        {
            return deployment.At<SqlScript>(path) is { } script && script.File.Text.Contains(name, StringComparison.OrdinalIgnoreCase);
        }

        return deployment.At<ShellScript>(path) is not { } shell
            || shell.File.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
            || store.Supplied.Any(variable =>
                variable.Value.Text is not { } text || text.Contains(name, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static IEnumerable<Mount> Mounts(Workload store) =>
        store.Mounts.Where(mount => mount.Path.StartsWith(Directory, StringComparison.Ordinal));

    private IEnumerable<string> Files(Mount mount) =>
        mount is not { Kind: MountKind.Bind, Source: { Length: > 0 } source } ? []
        : deployment.Tree.HasFile(source) ? [source]
        : deployment.Tree.FilesIn(source).Select(file => file.Path);
}
