using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Servers that the build of a framework writes: no source of the repository opens their port.</summary>
/// <remarks>Source: SvelteKit documentation, "Node servers"; Nitro documentation, "Node.js"; Nuxt documentation, "Deployment".</remarks>
internal static class BuiltServers
{
    private static readonly BuiltServer[] Known =
    [
        new("@sveltejs/adapter-node", ["build", "build/index.js"], ["PORT"], ["HOST"])
        {
            Settings = ["envPrefix"],
            Source = "SvelteKit, Node servers",
        },
        new("nuxt", [".output/server/index.mjs", "server/index.mjs"], ["NITRO_PORT", "PORT"], ["NITRO_HOST", "HOST"])
        {
            Source = "Nitro, Node.js",
        },
        new("nitropack", [".output/server/index.mjs"], ["NITRO_PORT", "PORT"], ["NITRO_HOST", "HOST"]) { Source = "Nitro, Node.js" },
    ];

    /// <summary>The built server that a command starts; null when it starts something else.</summary>
    public static ServerCommand? Of(Workload workload, ShellCommand command)
    {
        var words = command.Words.Select(word => word.Literal).ToList();
        if (words is not ["node" or "bun", ..] || words.Skip(1).FirstOrDefault(word => word is not ['-', ..]) is not { } file)
        {
            return null;
        }

        var path = "/" + (file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file).Trim('/');
        return
            Array.Find(
                Known,
                server => server.Files.Any(end => path.EndsWith("/" + end, StringComparison.Ordinal)) && IsIn(workload, server)
            )
                is { } found
            ? new ServerCommand(ProgramOf(workload, found, command), command)
            : null;
    }

    private static bool IsIn(Workload workload, BuiltServer server) =>
        workload.Components.Any(component =>
            component
                .Manifests.OfType<Manifest>()
                .Any(manifest => manifest.Dependencies.Any(dependency => dependency.Name == server.Package))
            && !component.Code.Any(file => IsSet(file, server))
        );

    /// <summary>A setting of the build may give the variables other names.</summary>
    private static bool IsSet(CodeFile file, BuiltServer server) =>
        file.File.Name.Contains(".config.", StringComparison.Ordinal)
        && server.Settings.Any(setting => file.File.Text.Contains(setting, StringComparison.Ordinal));

    private static ServerProgram ProgramOf(Workload workload, BuiltServer server, ShellCommand command) =>
        new(server.Package, 3000, server.Source)
        {
            PortOptions = [],
            HostOptions = [],
            PortVariable =
                server.PortVariables.FirstOrDefault(name =>
                    Supplied(workload, name) is not null || command.Assignments.Any(assignment => assignment.Name == name)
                ) ?? server.PortVariables[^1],
            DefaultHost =
                server.HostVariables.Select(name => Supplied(workload, name)?.Value.Text).FirstOrDefault(host => host is { Length: > 0 })
                ?? "0.0.0.0",
        };

    private static SuppliedVariable? Supplied(Workload workload, string name) =>
        workload.Supplied.LastOrDefault(variable => variable.Name == name);

    /// <param name="Package">Whose presence among the dependencies makes the build write it.</param>
    /// <param name="Files">What is started, below wherever it was copied to.</param>
    /// <param name="PortVariables">The first that is set tells the port.</param>
    private sealed record BuiltServer(
        string Package,
        IReadOnlyList<string> Files,
        IReadOnlyList<string> PortVariables,
        IReadOnlyList<string> HostVariables
    )
    {
        /// <summary>Words in a configuration file of the build that change the above.</summary>
        public IReadOnlyList<string> Settings { get; init; } = [];

        public required string Source { get; init; }
    }
}
