using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>A container of the image that a copy was made from, which lives for seconds: what is restored there harms nothing.</summary>
internal sealed class ScratchContainer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Its passwords guard nothing: it has no network, and what lives for seconds need not survive a loss of power.
    private static readonly IReadOnlyList<string> Variables =
    [
        "POSTGRES_USER=scratch",
        "POSTGRES_PASSWORD=scratch",
        "POSTGRES_DB=scratch",
        "POSTGRES_INITDB_ARGS=--no-sync",
        "MYSQL_ROOT_PASSWORD=scratch",
    ];

    private readonly DockerEngine engine;

    /// <param name="engine">Where it runs.</param>
    /// <param name="project">Whose it is.</param>
    /// <param name="manifest">The copy.</param>
    /// <param name="script">What runs in it instead of the server of its image, as a script with its words; empty for that server.</param>
    /// <param name="network">Its network.</param>
    public ScratchContainer(
        DockerEngine engine,
        string project,
        BackupManifest manifest,
        IReadOnlyList<string>? script = null,
        string network = "none"
    )
    {
        this.engine = engine;
        Name = $"{project}-scratch-{manifest.Id}";
        engine.Runner.Run(DockerCommands.Remove(Name));
        engine.Do(
            DockerCommands.Docker([
                "create",
                "--name",
                Name,
                "--label",
                $"{Labels.Project}={project}",
                "--label",
                $"{Labels.Role}=scratch",
                "--network",
                network,
                .. Variables.SelectMany(variable => (string[])["--env", variable]),
                .. script is { Count: > 0 } ? (string[])["--user", "0", "--entrypoint", "/bin/sh"] : [],
                manifest.Image,
                .. script is { Count: > 0 } ? (string[])["-c", .. script] : [],
            ])
        );
    }

    public string Name { get; }

    /// <summary>A scratch container with a store in it that holds a copy.</summary>
    /// <exception cref="DeployFailedException">It does not start, or the copy cannot be restored; the container is gone then.</exception>
    public static ScratchContainer Holding(
        DockerEngine engine,
        CopyFiles files,
        string project,
        BackupManifest manifest,
        StoreCommands commands,
        string network = "none"
    )
    {
        ScratchContainer scratch = new(engine, project, manifest, commands.Scratch is { } script ? [script] : [], network);
        try
        {
            engine.Do(DockerCommands.Start(scratch.Name));
            scratch.Await(commands);
            engine.Do(DockerCommands.Script(scratch.Name, commands.Prepare));
            var restored = files.RunFrom(manifest, manifest.Parts[0], DockerCommands.Script(scratch.Name, commands.Restore));
            return restored.IsDone
                ? scratch
                : throw new DeployFailedException($"the copy {manifest.Id} cannot be restored: {restored.Complaint}");
        }
        catch (DeployFailedException)
        {
            scratch.Dispose();
            throw;
        }
    }

    public void Dispose() => engine.Runner.Run(DockerCommands.Remove(Name));

    private void Await(StoreCommands commands)
    {
        for (var until = DateTime.UtcNow + Patience; !engine.Succeeds(DockerCommands.Script(Name, commands.Ready)); Thread.Sleep(200))
        {
            if (DateTime.UtcNow > until || engine.Find(Name) is not { IsRunning: true })
            {
                throw new DeployFailedException("the scratch container for the restore does not start") { Log = engine.LastLines(Name) };
            }
        }
    }
}
