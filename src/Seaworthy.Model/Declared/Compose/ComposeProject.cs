using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>What Compose runs: its files merged in order, with <c>extends</c> and <c>include</c> followed. Every fact keeps the place it came from.</summary>
/// <param name="Directory">The project directory, relative to the repository's root: relative paths of the merged records start from it, wherever they were written.</param>
/// <param name="Files">The <c>-f</c> files in order; included and extended ones are in <see cref="AllFiles"/>.</param>
public sealed record ComposeProject(string Directory, IReadOnlyList<ComposeFile> Files)
{
    private readonly Lazy<Dictionary<string, ComposeService>> byName = new(() => []);

    /// <summary>Every file that had a part in it, each once, in the order of reading.</summary>
    public IReadOnlyList<ComposeFile> AllFiles { get; init; } = [];

    /// <summary>For each file by its path: the directory whose <c>.env</c> fills its variables; an included file has its own, and that of the including project goes before it.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentDirectories { get; init; } = new Dictionary<string, string>();

    public Template? Name { get; init; }

    public IReadOnlyList<ComposeService> Services
    {
        get;
        init
        {
            field = value;
            byName = new Lazy<Dictionary<string, ComposeService>>(() => ByName(value));
        }
    } = [];

    public IReadOnlyList<ComposeNetwork> Networks { get; init; } = [];

    public IReadOnlyList<ComposeVolume> Volumes { get; init; } = [];

    public IReadOnlyList<ComposeSecret> Secrets { get; init; } = [];

    public IReadOnlyList<ComposeConfig> Configs { get; init; } = [];

    /// <summary>What could not be put together: a file or service that is absent, a cycle.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public ComposeService? FindService(string name) => byName.Value.GetValueOrDefault(name);

    /// <summary>Of two with one name the first is meant.</summary>
    private static Dictionary<string, ComposeService> ByName(IReadOnlyList<ComposeService> services)
    {
        Dictionary<string, ComposeService> index = new(services.Count, StringComparer.Ordinal);
        foreach (var service in services)
        {
            index.TryAdd(service.Name.Value, service);
        }

        return index;
    }
}
