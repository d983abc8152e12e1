using System.CommandLine;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>What to do after a deployment that failed, and the command to repeat: one sentence on standard error.</summary>
internal static class NextStep
{
    /// <param name="code">How it ended.</param>
    /// <param name="parsed">The command line.</param>
    /// <returns>The same code.</returns>
    public static int After(int code, ParseResult parsed)
    {
        if (Advice((DeployOutcome)code) is { } advice)
        {
            Console.Error.WriteLine(Quote.Text($"next: {advice}: {Line(parsed)}"));
        }

        return code;
    }

    // Other endings say themselves what is missing, or what is to be done by hand.
    private static string? Advice(DeployOutcome outcome) =>
        outcome switch
        {
            DeployOutcome.Backup =>
                "fix what keeps the store from being copied or restored ('seaworthy backup' tries it alone), then deploy again",
            DeployOutcome.Migration => "fix the migration by what it printed above, then deploy again",
            DeployOutcome.Health => "fix what the log above or the health check says, then deploy again",
            DeployOutcome.RolledBack => "find the answers of 500 and above in the log of the new release, fix them, then deploy again",
            _ => null,
        };

    private static string Line(ParseResult parsed) =>
        new CommandLine("seaworthy", [.. parsed.Tokens.Select(token => token.Value)]).ToString();
}
