using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets.Probes;

/// <summary>A health check that runs a command inside the container: what it asks, with which programs, and whether it can fail.</summary>
/// <param name="Origin">Who probes, in a few words.</param>
/// <param name="Commands">As the shell, or nobody, takes them apart.</param>
internal sealed partial record HealthCheck(string Origin, IReadOnlyList<ShellCommand> Commands, bool RunsInShell, SourceSpan Span)
{
    // Builtins of the shell, and what only stops the container: none of them asks anything.
    private static readonly HashSet<string> NoClients = new(StringComparer.Ordinal)
    {
        "",
        ":",
        ".",
        "[",
        "[[",
        "cd",
        "command",
        "echo",
        "eval",
        "exec",
        "exit",
        "export",
        "false",
        "kill",
        "printf",
        "read",
        "return",
        "set",
        "sleep",
        "source",
        "test",
        "trap",
        "true",
        "type",
        "unset",
        "wait",
    };

    /// <param name="variable">What a variable is set to inside the container.</param>
    public IReadOnlyList<Probe> Probes(Func<string, Resolved?> variable)
    {
        var clients = Commands.Where(command => IsClient(command) && !IsRescue(command)).ToList();
        var isEither = clients.Skip(1).Any(command => command.Joint == "||");
        var requests = clients.Select(command => CheckRequest.Of(command, variable)).Where(IsTold).Distinct().ToList();
        // Of two different requests either may be the one that is answered.
        var counted = isEither && requests.Count > 1 ? [] : requests;
        var isBlind = clients is [.., var last] && IsBlindCurl(last);
        var probe = new Probe
        {
            Origin = Origin,
            Kind = ProbeKind.Command,
            Span = Span,
            Clients = [.. clients.Select(Client).DistinctBy(client => client.Value)],
            ClientPaths = [.. clients.Select(Path).OfType<Fact<string>>().DistinctBy(path => path.Value)],
            Imports = [.. clients.SelectMany(InlineImports.Of).DistinctBy(import => import.Value)],
            ClientsAreAlternatives = isEither,
            CannotFailBecause = WhyItCannotFail(clients) ?? (isBlind ? "curl without -f counts every answer as healthy, even a 500" : null),
            NeedsAnAnswer = isBlind && WhyItCannotFail(clients) is null,
        };
        return counted.Count == 0 ? [probe] : [.. counted.Select(request => With(probe, request))];
    }

    private static Probe With(Probe probe, CheckRequest request) =>
        probe with
        {
            Kind = request.Kind,
            Host = request.Address?.Host,
            Port = request.Address?.Port,
            Path = request.Kind == ProbeKind.Http ? request.Address?.Path : null,
            Method = request.Kind == ProbeKind.Http ? request.Method : probe.Method,
        };

    private static bool IsTold(CheckRequest request) => request.Address is not null;

    private static Fact<string> Client(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        return new Fact<string>(line.Program, line.ProgramWord?.Span ?? command.Span);
    }

    private static Fact<string>? Path(ShellCommand command) =>
        CommandLine.Of(command).ProgramWord is { Literal: ['/', ..] path } word ? new Fact<string>(path, word.Span) : null;

    private static bool IsClient(ShellCommand command) => !NoClients.Contains(CommandLine.Of(command).Program);

    /// <summary>What runs once the check has failed: <c>|| bash -c 'kill …'</c>.</summary>
    private static bool IsRescue(ShellCommand command) =>
        command.Joint == "||" && command.Program is "sh" or "bash" or "killall" or "pkill";

    private string? WhyItCannotFail(List<ShellCommand> clients)
    {
        if (Commands is [{ Words: [_, { Literal: "-c" or "-e" }, { Literal: { } program }] } sole] && EndsAtOnce().IsMatch(program))
        {
            return $"`{sole.Span.Text.Trim()}` asks nothing";
        }

        if (clients is not [.., var last])
        {
            // sh -c 'A=b' 'mysql …': what follows the text of the shell are its positional parameters.
            return Commands.Count > 0 && Commands.All(command => command is { Words.Count: 0, Assignments.Count: > 0 })
                    ? "the shell runs only the first word, which sets a variable; the other words are its arguments"
                : Commands is [{ Program: "true" or ":" or "echo" or "exit" } only] && only.Arguments.All(word => word.Literal is not "1")
                    ? $"`{only.Span.Text.Trim()}` asks nothing"
                : null;
        }

        if (last.FailureIsMasked)
        {
            return "its failure is ignored";
        }

        var gaveUpBefore = Commands.Any(command => command is { Joint: "||", Program: "exit" });
        return Commands[^1] is { Joint: ";" } end && end != last && AlwaysSucceeds(end) && !gaveUpBefore
            ? $"`{end.Span.Text.Trim()}` at its end always succeeds"
            : null;
    }

    [GeneratedRegex(
        @"^\s*(import sys;\s*)?(sys\.exit\(0?\)|exit\(0?\)|process\.exit\(0?\)|pass|print\([^()]*\)|console\.log\([^()]*\));?\s*$"
    )]
    private static partial Regex EndsAtOnce();

    private static bool AlwaysSucceeds(ShellCommand command) =>
        command.Program is "true" or ":" or "echo" || command is { Program: "exit", Words: [_, { Literal: "0" }] };

    private bool IsBlindCurl(ShellCommand command) =>
        !command.IsInSubstitution
        && !Commands.Any(other => other.Joint == "|")
        && KnownCommand.Of(command).OfType<HttpProbeCommand>().FirstOrDefault() is { Tool: "curl", FailsOnErrorStatus: false, Output: null }
        && !command.Words.Any(word => word.Prefix.StartsWith("-w", StringComparison.Ordinal) || word.Literal is "--write-out");
}
