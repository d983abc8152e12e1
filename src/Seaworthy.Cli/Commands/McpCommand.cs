using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.LanguageServer;
using Seaworthy.LanguageServer.Http;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy mcp</c>: the audit for coding agents, over the Model Context Protocol.</summary>
internal static class McpCommand
{
    public const string Lesson = """
        The server speaks JSON-RPC on standard input and output, reads nothing outside of the directories it is given,
        and changes nothing. Tools: audit, findings, explain, where, diff, plan, check_claims.

        --http serves programs of this machine alone (127.0.0.1), and only those that send the token: it is printed at
        the start, unless SEAWORTHY_MCP_TOKEN sets one. Ctrl+C ends it.

        Examples:
          seaworthy mcp                              for the current directory
          seaworthy mcp --http                       over HTTP, on a free port
          seaworthy mcp ../shop --http 8931          over HTTP, for another directory
          claude mcp add seaworthy -- seaworthy mcp  in Claude Code
          codex mcp add seaworthy -- seaworthy mcp   in Codex
        """;

    private const string TokenVariable = "SEAWORTHY_MCP_TOKEN";
    private const int LastPort = 65_535;

    private static readonly Argument<string[]> Roots = new("path")
    {
        Description = "Directories that it may read. [default: .]",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => ["."],
    };

    private static readonly Option<int?> Http = new("--http")
    {
        Description = "Serve over HTTP on this port of 127.0.0.1; none or 0 for a free one.",
        HelpName = "port",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        Command command = new("mcp", "Serve audits to coding agents (Model Context Protocol).") { Roots, Http };
        command.Validators.Add(Validate);
        command.SetAction(RunAsync);
        return command;
    }

    private static void Validate(CommandResult result)
    {
        if (result.GetResult(Http)?.Tokens is [var port, ..] && (!int.TryParse(port.Value, out var number) || number is < 0 or > LastPort))
        {
            result.AddError($"--http takes a port, from 0 to {LastPort}; write the directory before it.");
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var roots = parsed.GetValue(Roots) is { Length: > 0 } named ? named : ["."];
        if (!roots.All(RepositoryArguments.IsDirectory))
        {
            return ExitCode.Usage;
        }

        ContextServer server = new(new AllowedRoots(roots, TimeProvider.System));
        if (parsed.GetResult(Http) is not null)
        {
            return await ServeAsync(server, parsed.GetValue(Http) ?? 0, cancel).ConfigureAwait(false);
        }

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        await server.RunAsync(input, output, cancel).ConfigureAwait(false);
        return ExitCode.Fit;
    }

    private static async Task<int> ServeAsync(ContextServer server, int port, CancellationToken cancel)
    {
        var given = Environment.GetEnvironmentVariable(TokenVariable);
        if (given is { Length: > 0 and < BearerToken.Shortest })
        {
            await Console
                .Error.WriteLineAsync(
                    $"seaworthy: {TokenVariable} needs at least {BearerToken.Shortest} characters; unset it for a new one."
                )
                .ConfigureAwait(false);
            return ExitCode.Usage;
        }

        var token = given is { Length: > 0 } ? new BearerToken(given) : BearerToken.Make();
        using var http = LoopbackServer.Open(port, server, token);
        if (http is null)
        {
            await Console.Error.WriteLineAsync($"seaworthy: port {port} is taken; name another, or none.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        await Console.Out.WriteLineAsync($"Serving {http.Address}").ConfigureAwait(false);
        await Console
            .Out.WriteLineAsync($"Authorization: Bearer {(given is { Length: > 0 } ? $"(the value of {TokenVariable})" : token.Text)}")
            .ConfigureAwait(false);
        await http.RunAsync(cancel).ConfigureAwait(false);
        return ExitCode.Fit;
    }
}
