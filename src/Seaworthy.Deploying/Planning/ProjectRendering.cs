using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>A Compose project of the model, with the values of the one who deploys, as definitions of containers.</summary>
/// <param name="stack">Its merged files.</param>
/// <param name="target">What the model knows of its services.</param>
/// <param name="root">The directory of the repository on disk.</param>
/// <param name="values">The environment of the one who deploys, dotenv files and secrets included.</param>
/// <param name="readEnvFile">The text of a file by its absolute path; null when there is none.</param>
/// <param name="secrets">The names whose values may be on no command line.</param>
public sealed partial class ProjectRendering(
    ComposeStack stack,
    Target target,
    string root,
    IReadOnlyDictionary<string, string> values,
    Func<string, string?> readEnvFile,
    IReadOnlySet<string>? secrets = null
)
{
    private readonly VariableFilling filling = new(values, secrets);
    private readonly SortedSet<string> usedByFiles = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    /// <summary>The hosts that the environment gives to services.</summary>
    public IReadOnlyList<DeclaredDomain> Domains { get; init; } = [];

    /// <summary>The programs that a workload starts, its scripts followed.</summary>
    public Func<Workload, IReadOnlyList<ShellCommand>> Started { get; init; } = _ => [];

    /// <param name="environment">Stands behind the project's name; null for the project as the file names it.</param>
    public RenderedProject Render(string? environment)
    {
        var name = Name(environment);
        ServiceRendering rendering = new(
            stack,
            target,
            new Surroundings(name, Directory(), values, readEnvFile, usedByFiles),
            filling,
            problems
        )
        {
            Domains = DomainChoice.Of(stack, Domains, IsSecure, problems),
            Started = Started,
        };
        IReadOnlyList<ServiceDefinition> services =
        [
            .. stack.Project.Services.Where(service => IsStarted(service.Name.Value)).Select(rendering.Render),
        ];
        problems.AddRange(rendering.AbsentFiles());
        problems.AddRange(
            filling.Missing.Select(missing => $"{missing} is not set: {filling.RequiredAt(missing)?.ToString() ?? stack.Name} requires it")
        );
        problems.AddRange(
            filling.Exposed.Select(exposed =>
                $"the secret {exposed} would be on a command line or in an image: {stack.Name} may use it in 'environment' and 'secrets' alone"
            )
        );
        var settled = OrderChoice.Settle(services);
        problems.AddRange(DomainRendering.Faults(settled));
        if (services.Count == 0)
        {
            problems.Add($"{stack.Name} starts no service");
        }

        ProjectDefinition project = new(name, StartOrder.Of(settled))
        {
            Networks = [.. Networks(name, services)],
            Volumes =
            [
                .. stack.Project.Volumes.Where(volume => !volume.IsExternal).Select(volume => rendering.VolumeName(volume.Name.Value)),
            ],
            External = [.. External(rendering)],
        };
        return new RenderedProject(project, problems)
        {
            Missing = filling.Missing,
            Blank = filling.Blank,
            Used = [.. filling.Used.Union(usedByFiles)],
            Notes = [.. Notes(name)],
        };
    }

    private IEnumerable<string> Notes(string name)
    {
        if (filling.Blank.Except(filling.Missing).ToList() is [_, ..] blank)
        {
            yield return $"{string.Join(", ", blank)} {(blank.Count == 1 ? "is" : "are")} not set: nothing stands in {(blank.Count == 1 ? "its" : "their")} place";
        }

        if (stack.Project.Services.Select(service => service.Name.Value).Where(service => !IsStarted(service)).ToList() is [_, ..] left)
        {
            yield return $"{string.Join(", ", left)} {(left.Count == 1 ? "stands" : "stand")} behind a profile, and {(left.Count == 1 ? "is" : "are")} not started";
        }

        if (stack.Project is { Name: null, Directory.Length: > 0 } && filling.Named("COMPOSE_PROJECT_NAME") is null)
        {
            yield return $"the project is called '{name}' after its directory, and another project of that name would share its containers and volumes: set 'name:' in {stack.Name}";
        }
    }

    // What is wrong with its ports is said when it is rendered.
    private bool IsSecure(ComposeService service) =>
        IsStarted(service.Name.Value) && PortRendering.Of(service, filling, []).Any(port => port.Published == DomainRendering.Https);

    private string Directory() => Path.GetFullPath(Path.Combine(root, stack.Project.Directory));

    private bool IsStarted(string service) =>
        target.Workloads.FirstOrDefault(workload => workload.Name == service) is { Profiles.Count: 0 };

    /// <remarks>Source: Docker documentation, "Specify a project name".</remarks>
    private string Name(string? environment)
    {
        var own = filling.Named("COMPOSE_PROJECT_NAME") ?? filling.Text(stack.Project.Name) ?? Path.GetFileName(Directory());
        var name = NotOfName().Replace(own.ToLowerInvariant(), "").TrimStart('-', '_');
        if (name.Length == 0)
        {
            problems.Add($"the project has no name of letters: set 'name:' in {stack.Name}");
        }

        return environment is null ? name : $"{name}-{environment}";
    }

    private IEnumerable<NetworkDefinition> Networks(string name, IReadOnlyList<ServiceDefinition> services)
    {
        if (services.Any(service => service.Networks.Any(network => network.Network == $"{name}_default")))
        {
            yield return new NetworkDefinition($"{name}_default");
        }

        foreach (var network in stack.Project.Networks.Where(network => !network.IsExternal && network.Name.Value != "default"))
        {
            yield return new NetworkDefinition(
                filling.Text(network.ActualName) ?? $"{name}_{network.Name.Value}",
                network.Internal?.Value is true,
                filling.Text(network.Driver)
            );
        }
    }

    private IEnumerable<string> External(ServiceRendering rendering) =>
        stack
            .Project.Networks.Where(network => network.IsExternal)
            .Select(network => "network " + (filling.Text(network.ActualName) ?? network.Name.Value))
            .Concat(
                stack
                    .Project.Volumes.Where(volume => volume.IsExternal)
                    .Select(volume => "volume " + rendering.VolumeName(volume.Name.Value))
            );

    [GeneratedRegex("[^a-z0-9_-]", RegexOptions.NonBacktracking)]
    private static partial Regex NotOfName();
}
