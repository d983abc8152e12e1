using System.Globalization;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Where a program of the repository listens by its options: <c>python serve.py --host 0.0.0.0 --port 9000</c>. The address in its source is then only the default.</summary>
internal static class OwnOptions
{
    private static readonly OptionGrammar Grammar = new("--host --hostname --bind --listen --address --addr --port");

    public static ListeningPorts Apply(IReadOnlyList<ShellCommand> programs, ListeningPorts opened)
    {
        var host = Given(programs, "--host", "--hostname", "--bind", "--listen", "--address", "--addr");
        var port = Given(programs, "--port");
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
                                host is null ? one.Host
                                : host.Literal is not { } address ? null
                                : ServerCommand.HostOf(address) ?? address,
                            Port =
                                opened.Ports.Count == 1 && int.TryParse(port?.Literal, CultureInfo.InvariantCulture, out var number)
                                    ? number
                                    : one.Port,
                        }
                    ),
                ],
                IncompleteBecause = opened.IncompleteBecause ?? (port is { Literal: null } ? $"{port.Span} passes a computed port" : null),
            };
    }

    private static ShellWord? Given(IReadOnlyList<ShellCommand> programs, params string[] names) =>
        programs.Select(program => CommandOptions.Read(program.Words, Grammar).Value(names)).FirstOrDefault(value => value is not null);
}
