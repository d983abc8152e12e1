using System.CommandLine;
using Seaworthy.LanguageServer;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy mcp</c>: the audit for coding agents, over the Model Context Protocol.</summary>
internal static class McpCommand
{
    public const string Lesson = """
        The server speaks JSON-RPC on standard input and output, reads nothing outside of the directories it is given,
        and changes nothing. Tools: audit, findings, explain, where, diff, plan, check_claims.

        Examples:
          seaworthy mcp                              for the current directory
          claude mcp add seaworthy -- seaworthy mcp  in Claude Code
          codex mcp add seaworthy -- seaworthy mcp   in Codex
        """;

    private static readonly Argument<string[]> Roots = new("path")
    {
        Description = "Directories that it may read. [default: .]",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = _ => ["."],
    };

    public static Command Create()
    {
        Command command = new("mcp", "Serve audits to coding agents (Model Context Protocol).") { Roots };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var roots = parsed.GetValue(Roots) is { Length: > 0 } named ? named : ["."];
        if (!roots.All(RepositoryArguments.IsDirectory))
        {
            return ExitCode.Usage;
        }

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        await new ContextServer(new AllowedRoots(roots, TimeProvider.System)).RunAsync(input, output, cancel).ConfigureAwait(false);
        return ExitCode.Fit;
    }
}
