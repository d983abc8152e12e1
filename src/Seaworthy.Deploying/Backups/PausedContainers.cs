using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Backups;

/// <summary>Containers that do nothing until this is disposed of. A process that waits for the end of this one resumes them, however it ends; where that cannot reach the engine any more, the next command does.</summary>
/// <remarks>Source: Docker documentation, "docker container pause": the freezer of the kernel, which a process does not notice.</remarks>
internal sealed class PausedContainers : IDisposable
{
    private readonly DockerEngine engine;
    private readonly StateDirectory state;
    private readonly IReadOnlyList<string> names;
    private readonly HeldProcess watch;

    public PausedContainers(DockerEngine engine, StateDirectory state, IReadOnlyList<string> names)
    {
        this.engine = engine;
        this.state = state;
        this.names = names;
        state.Paused = names;
        watch = engine.Runner.Hold(DockerCommands.ResumeAtEnd(names));
        try
        {
            engine.Do(DockerCommands.Pause(names));
        }
        catch (DeployFailedException)
        {
            Dispose();
            throw;
        }
    }

    /// <exception cref="DeployFailedException">One is still paused.</exception>
    public void Dispose()
    {
        watch.Dispose();
        Resume(engine, state, names);
    }

    /// <summary>Resumes what a process that is gone had paused.</summary>
    public static void Settle(DockerEngine engine, StateDirectory state)
    {
        if (state.Paused is { Count: > 0 } names)
        {
            Resume(engine, state, names);
        }
    }

    private static void Resume(DockerEngine engine, StateDirectory state, IReadOnlyList<string> names)
    {
        var paused = engine.Inspect(names).Where(container => container.Status == "paused").Select(container => container.Name).ToList();
        if (paused.Count > 0)
        {
            engine.Do(DockerCommands.Resume(paused));
        }

        state.Paused = [];
    }
}
