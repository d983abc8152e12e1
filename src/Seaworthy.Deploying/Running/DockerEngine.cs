using System.Globalization;
using System.Text.Json;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>The engine: asks it and tells it, by its command line.</summary>
public sealed class DockerEngine(ProcessRunner runner)
{
    public ProcessRunner Runner => runner;

    /// <summary>Why the engine cannot be reached; null when it answers.</summary>
    public string? Fault() => runner.Run(DockerCommands.Version()) is { IsDone: false } result ? result.Complaint : null;

    /// <summary>The release of the command line; 0 when it does not say.</summary>
    public int ClientMajor() =>
        int.TryParse(Version("Client", "Version").Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : 0;

    /// <summary>For what its images must be made, as <c>amd64</c>; empty when it does not say.</summary>
    public string Architecture() => Version("Server", "Arch");

    /// <summary>Does what must succeed.</summary>
    /// <param name="line">What it is.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    public ProcessResult Do(CommandLine line, Stream? input = null)
    {
        var result = runner.Run(line, input);
        return result.IsDone
            ? result
            : throw new DeployFailedException($"docker {string.Join(' ', line.Arguments.Take(2))} failed: {result.Complaint}");
    }

    public bool Succeeds(CommandLine line) => runner.Run(line).IsDone;

    public ObservedState Observe(string project)
    {
        var names = Do(DockerCommands.Containers(project)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 ? ObservedState.Empty : new ObservedState(Inspect(names));
    }

    public ObservedContainer? Find(string container) => Inspect([container]).FirstOrDefault();

    /// <summary>Those that are there.</summary>
    public IReadOnlyList<ObservedContainer> Inspect(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        // One that is gone makes the command fail, and the others are described all the same.
        return names.Count > 0 && runner.Run(DockerCommands.Inspect(names)).Output is ['[', ..] json ? EngineReading.Containers(json) : [];
    }

    /// <summary>Null when there is no such image here.</summary>
    public ImageFacts? FindImage(string image)
    {
        var result = runner.Run(DockerCommands.InspectImage(image));
        if (!result.IsDone)
        {
            return null;
        }

        using var document = JsonDocument.Parse(result.Output);
        var root = document.RootElement[0];
        var config = root.TryGetProperty("Config", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        return new ImageFacts(root.GetProperty("Id").GetString() ?? "")
        {
            Architecture = root.TryGetProperty("Architecture", out var architecture) ? architecture.GetString() ?? "" : "",
            VariableNames =
                config.ValueKind == JsonValueKind.Object
                && config.TryGetProperty("Env", out var set)
                && set.ValueKind == JsonValueKind.Array
                    ? [.. set.EnumerateArray().Select(item => (item.GetString() ?? "").Split('=')[0])]
                    : [],
            HasHealthCheck =
                config.ValueKind == JsonValueKind.Object
                && config.TryGetProperty("Healthcheck", out var check)
                && check.ValueKind == JsonValueKind.Object
                && check.TryGetProperty("Test", out var test)
                && test.ValueKind == JsonValueKind.Array
                && test.GetArrayLength() > 0
                && test[0].GetString() != "NONE",
        };
    }

    /// <summary>The images that were built for a project; one without a name is called by its identity.</summary>
    public IReadOnlyList<BuiltImage> Images(string project) =>
        [
            .. Lines(DockerCommands.Images(project))
                .Select(line => line.Split(' '))
                .Where(words => words.Length == 2)
                .Select(words => new BuiltImage(words[0].Contains('<', StringComparison.Ordinal) ? words[1] : words[0], words[1])),
        ];

    /// <summary>What a question is answered with, line by line.</summary>
    public IReadOnlyList<string> Lines(CommandLine line) =>
        Do(line).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Version(string part, string name)
    {
        var result = runner.Run(DockerCommands.Version());
        if (!result.IsDone)
        {
            return "";
        }

        using var document = JsonDocument.Parse(result.Output);
        return
            document.RootElement.TryGetProperty(part, out var own)
            && own.ValueKind == JsonValueKind.Object
            && own.TryGetProperty(name, out var value)
            ? value.GetString() ?? ""
            : "";
    }

    public string LastLines(string container)
    {
        var result = runner.Run(DockerCommands.Logs(container, 20));
        return (result.Output + result.Error).TrimEnd();
    }
}
