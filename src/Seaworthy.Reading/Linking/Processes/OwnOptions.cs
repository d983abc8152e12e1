using System.Globalization;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Where a program of the repository is told to listen: <c>python serve.py --host 0.0.0.0 --port 9000</c>. What stands in its source is then but the default.</summary>
internal static class OwnOptions
{
    private static readonly string[] Hosts = ["--host", "--hostname", "--bind", "--listen", "--address", "--addr"];
    private static readonly string[] Ports = ["--port"];

    public static ListeningPorts Apply(IReadOnlyList<ShellCommand> programs, ListeningPorts opened)
    {
        var host = Given(programs, Hosts);
        var port = Given(programs, Ports);
        return host is null && port is null
            ? opened
            : opened with
            {
                Ports =
                [
                    .. opened.Ports.Select(one =>
                        one with
                        {
                            Host =
                                host is not { Value: var address } ? one.Host
                                : address is null ? null
                                : ServerCommand.HostOf(address) ?? address,
                            Port =
                                opened.Ports.Count == 1 && int.TryParse(port?.Value, CultureInfo.InvariantCulture, out var number)
                                    ? number
                                    : one.Port,
                        }
                    ),
                ],
                IncompleteBecause =
                    opened.IncompleteBecause
                    ?? (port is { Value: null, Command: var command } ? $"{command.Span} tells it a port that is computed" : null),
            };
    }

    /// <summary>The command with the option, and its value; a value of null is computed.</summary>
    private static (ShellCommand Command, string? Value)? Given(IReadOnlyList<ShellCommand> programs, string[] options)
    {
        foreach (var command in programs)
        {
            foreach (var (index, word) in command.Words.Index())
            {
                if (word.Literal is { } text && options.Contains(text) && index + 1 < command.Words.Count)
                {
                    return (command, command.Words[index + 1].Literal);
                }

                if (Array.Find(options, option => word.Raw.StartsWith(option + "=", StringComparison.Ordinal)) is { } before)
                {
                    return (command, word.Literal?[(before.Length + 1)..]);
                }
            }
        }

        return null;
    }
}
