using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>The address on which a server program listens: from its command, else from a variable or a file, else its default. Null when unknown.</summary>
/// <param name="Deployment">Where its files are.</param>
/// <param name="Workload">Whose variables it has.</param>
/// <param name="Value">What a word of its command stands for; null when that is not known.</param>
internal sealed partial record ServerHost(Deployment Deployment, Workload Workload, Func<ShellWord, string?> Value)
{
    private const string Everything = "0.0.0.0";

    // A socket that is not of the network, an address in a form of its own, or a file that may tell one.
    private static readonly string[] Elsewhere =
    [
        "--uds",
        "--fd",
        "-u",
        "--unix-socket",
        "-e",
        "--endpoint",
        "-c",
        "--config",
        "--env-file",
    ];

    /// <param name="server">The command.</param>
    /// <param name="address">The configured port, perhaps with an address in front.</param>
    /// <param name="files">The files that configure the program.</param>
    public string? Of(ServerCommand server, string address, IReadOnlyCollection<string> files) =>
        server.HostWord is { } word ? word.Literal ?? Value(word)
        : server.OpensAll ? Everything
        : ServerCommand.HostOf(address) is { } host ? host
        : server.PortWord is not null && server.Program.BindOptions.Count > 0 ? null
        : files.Count > 0 && !AreSilent(files) ? null
        : Untold(server);

    /// <summary>What the command adds to the port that a file tells.</summary>
    public ListeningPort Of(ServerCommand server, ListeningPort configured, IReadOnlyCollection<string> files) =>
        server.HostWord is null && !server.OpensAll
            ? configured with
            {
                Host = configured.Host ?? (AreSilent(files) ? Untold(server) : null),
            }
            : configured with
            {
                Host = Of(server, "", files),
                Chain = [server.Command.Span, .. configured.Chain],
            };

    /// <summary>Vite configurations that mention no address, and include no file that might.</summary>
    public bool AreSilent(IReadOnlyCollection<string> files) =>
        files.All(path =>
            path.Contains("vite.config", StringComparison.Ordinal)
            && Deployment.At<CodeFile>(path) is { } file
            && !SpeaksOfHost().IsMatch(file.File.Text)
        );

    /// <summary>… nor of a port.</summary>
    public bool LeavePort(IReadOnlyCollection<string> files) =>
        AreSilent(files) && files.All(path => Deployment.At<CodeFile>(path) is { } file && !SpeaksOfPort().IsMatch(file.File.Text));

    private string? Untold(ServerCommand server)
    {
        var program = server.Program;
        if (program.DefaultHost is Everything or null)
        {
            return program.DefaultHost;
        }

        var given = program.HostVariables.FirstOrDefault(name =>
            Workload.Supplies(name) || server.Command.Assignments.Any(assignment => assignment.Name == name)
        );
        var isMoved =
            server.Command.Words.Any(IsElsewhere)
            || program.HostVariables.Any(StandsInEnvFile)
            || (program.HostVariables.Count > 0 && Workload.SuppliesMoreBecause is not null)
            || (
                program is { OpensByPortVariable: true, PortVariable: { } port }
                && server.PortWord is null
                && (server.PortAssigned is not null || Workload.Supplies(port))
            );
        return isMoved ? null
            : given is null ? program.DefaultHost
            : Workload.Supplied.LastOrDefault(variable => variable.Name == given) is { Value.Text: { } text }
            && !text.Contains(' ', StringComparison.Ordinal)
                ? text
            : null;
    }

    private static bool IsElsewhere(ShellWord word) =>
        Elsewhere.Any(option => word.Raw == option || word.Raw.StartsWith(option + "=", StringComparison.Ordinal));

    /// <summary>Some programs read such files by themselves, as Flask does.</summary>
    private bool StandsInEnvFile(string variable) =>
        Deployment.Of<EnvFile>().Any(file => file.File.Text.Contains(variable, StringComparison.Ordinal));

    // "host" and "server.host", and those of other files and presets.
    [GeneratedRegex("""\bhost\b|laravel|from\s+['"]\.|require\(\s*['"]\.|loadEnv|mergeConfig""")]
    private static partial Regex SpeaksOfHost();

    [GeneratedRegex("""\bport\b|\bserver\b|\bpreview\b""")]
    private static partial Regex SpeaksOfPort();
}
